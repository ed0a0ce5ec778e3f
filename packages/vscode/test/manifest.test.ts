/** What package.json promises to VS Code agrees with the plugin, and is said in both languages. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any JSON
function read(file: string): any {
  return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
}

const manifest = read("package.json");
const english = read("package.nls.json");
const chinese = read("package.nls.zh-cn.json");
const { name: _, ...options } = read("../typescript-plugin/schema.json").definitions.options
  .properties;
const { ["wsCloseCodes.trace.server"]: trace, ...settings } =
  manifest.contributes.configuration.properties;

/** Fields that are there for the eye: the settings editor needs more of them. */
const SHOWN = new Set(["description", "markdownDescription", "enumItemLabels", "order"]);

/** A schema without what is for the eye; the settings editor wants types, where enums say as much. */
function bare(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(bare);
  const { type, ...rest } = schema as Record<string, unknown>;
  const fields = Object.entries(rest).map(([field, value]) => [field, bare(value)] as const);
  return {
    ...(type === "boolean" && { enum: [true, false] }),
    ...(type !== "boolean" && !rest["enum"] && { type }),
    ...Object.fromEntries(fields.filter(([field]) => !SHOWN.has(field))),
  };
}

it("has the plugin's options for settings", () => {
  expect(trace).toBeDefined();
  expect(Object.keys(settings).toSorted()).toEqual(
    Object.keys(options)
      .map((option) => `wsCloseCodes.${option}`)
      .toSorted(),
  );
});

it.each(Object.keys(options).filter((option) => option !== "locale"))(
  "takes the same values for %s as the plugin",
  (option) => {
    expect(bare(settings[`wsCloseCodes.${option}`])).toEqual(bare(options[option]));
  },
);

it("takes the plugin's locales, or VS Code's own", () => {
  expect(settings["wsCloseCodes.locale"].enum).toEqual(["auto", ...options.locale.enum]);
});

it("contributes the plugin by its name", () => {
  expect(manifest.contributes.typescriptServerPlugins).toEqual([
    {
      name: read("../typescript-plugin/package.json").name,
      enableForWorkspaceTypeScriptVersions: true,
    },
  ]);
});

it("says everything in English and in Chinese", () => {
  const asked = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key);
  expect(Object.keys(english).toSorted()).toEqual([...new Set(asked)].toSorted());
  expect(Object.keys(chinese)).toEqual(Object.keys(english));
  for (const [key, words] of Object.entries<string>(chinese))
    expect(words, key).toMatch(/\p{Script=Han}/u);
});
