import { readFileSync } from "node:fs";
import { en } from "ws-close-codes";
import { readSettings, type ExportedConstants, type Settings } from "ws-close-codes-analysis";
import { defineConfig } from "eslint/config";
import { describe, expect, expectTypeOf, it } from "vitest";
import plugin, { type CloseCodeSettings, type NamedConstants } from "../src/index.ts";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  readonly name: string;
  readonly version: string;
};
const names = Object.keys(plugin.rules) as (keyof typeof plugin.rules)[];

describe("the plugin", () => {
  it("is named as its package is", () => {
    expect(plugin.meta).toEqual({
      name: manifest.name,
      version: manifest.version,
      namespace: "ws-close-codes",
    });
  });

  it.each(["recommended", "strict"] as const)("has every rule in %s", (name) => {
    const { rules = {} } = plugin.configs[name];
    const held = names.filter((rule) => name === "strict" || rule !== "require-close-code");
    expect(Object.keys(rules)).toEqual(held.map((rule) => `ws-close-codes/${rule}`));
  });

  it("has every rule as an error in strict, and a suggestion as a warning in recommended", () => {
    for (const [name, { meta }] of Object.entries(plugin.rules)) {
      const asked = meta?.type === "problem" ? "error" : "warn";
      const inRecommended = meta?.docs?.recommended ? asked : undefined;
      expect([plugin.configs.strict.rules?.[`ws-close-codes/${name}`]].flat()[0]).toBe("error");
      expect(plugin.configs.recommended.rules?.[`ws-close-codes/${name}`]).toBe(inRecommended);
    }
  });

  it("looks at unbounded reasons in strict only", () => {
    const rule = "ws-close-codes/no-invalid-close-reason";
    expect(plugin.configs.strict.rules?.[rule]).toEqual(["error", { checkUnbounded: true }]);
    expect(plugin.configs.recommended.rules?.[rule]).toBe("error");
  });

  it("has a config that switches the library range off", () => {
    expect(plugin.configs.library.rules).toEqual({
      "ws-close-codes/no-library-range-close-code": "off",
    });
  });

  it.each(Object.entries(plugin.configs))(
    "names %s, limits no files, and holds itself",
    (key, config) => {
      expect(config).toMatchObject({ name: `ws-close-codes/${key}` });
      expect(config).not.toHaveProperty("files");
      expect(config.plugins?.["ws-close-codes"]).toBe(plugin);
    },
  );
});

describe.each(Object.entries(plugin.rules))("%s", (name, { meta }) => {
  it("is described", () => {
    expect(meta?.docs?.description).toMatch(/^(?:disallow|require) /u);
    expect(meta?.docs?.url).toBe(
      `https://github.com/ws-close-codes/ws-close-codes/blob/main/packages/eslint-plugin/docs/rules/${name}.md`,
    );
    expect(meta).not.toHaveProperty("languages");
  });

  it("speaks in the words that every host shares", () => {
    for (const [id, message] of Object.entries(meta?.messages ?? {})) {
      expect(message).toBe(en.messages[id as keyof typeof en.messages]);
      expect(message).toMatch(/(?:\.|\{\{advice\}\})$/u);
    }
  });

  it("describes every option, and gives its default", () => {
    const [schema] = (meta?.schema ?? []) as { readonly properties?: Record<string, object> }[];
    const [defaults = {}] = (meta?.defaultOptions ?? []) as object[];
    const properties = schema?.properties ?? {};
    for (const property of Object.values(properties))
      expect(property).toHaveProperty("description");
    expect(Object.keys(defaults)).toEqual(Object.keys(properties));
  });
});

it("has public types that fit the analysis", () => {
  expectTypeOf<Partial<Settings>>().toExtend<CloseCodeSettings>();
  expectTypeOf<keyof CloseCodeSettings>().toEqualTypeOf<keyof Settings>();
  expectTypeOf<NamedConstants>().toEqualTypeOf<ExportedConstants>();
  expect(readSettings({ runtime: "bun" } satisfies CloseCodeSettings).runtime).toBe("bun");
});

it("is found by its namespace where a config extends it by name", () => {
  const config = defineConfig([
    { plugins: { closing: plugin }, extends: ["closing/recommended"] },
    { extends: [plugin.configs.strict] },
  ]);
  expect(config.map(({ rules }) => Object.keys(rules ?? {})[0])).toContain(
    "closing/no-forwarded-close-code",
  );
});
