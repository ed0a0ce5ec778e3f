import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const source = (file: string): string => fileURLToPath(new URL(`../src/${file}`, import.meta.url));

/** Bundles the package into one file, as it is published, and then a program that imports it. */
async function bundle(program: string, entry = "index.ts"): Promise<string> {
  const published = await generate({ input: source(entry) });
  const files: Readonly<Record<string, string>> = { program, "ws-close-codes": published };
  return generate({
    input: "program",
    plugins: [
      {
        name: "in-memory",
        resolveId: (id: string) => (Object.hasOwn(files, id) ? id : undefined),
        load: (id: string) => files[id],
      },
    ],
  });
}

async function generate(options: Parameters<typeof rolldown>[0]): Promise<string> {
  const build = await rolldown({ ...options, platform: "neutral" });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  return output[0].code;
}

test("a program that imports only CloseCode carries nothing else", async () => {
  const program =
    'import { CloseCode } from "ws-close-codes"; console.log(Object.keys(CloseCode));';
  const code = await bundle(program);
  expect(code).toContain("GoingAway: 1001");
  expect(code).toBe(await bundle(program, "close-code.ts"));
});

test("a program that judges codes carries no texts, protocols or vocabularies", async () => {
  const code = await bundle(
    'import { judgeSent } from "ws-close-codes"; console.log(judgeSent(1006, { profiles: ["browser"] }));',
  );
  expect(code).toContain("InvalidAccessError");
  expect(code).not.toContain("set locally");
  expect(code).not.toContain("discord");
  expect(code).not.toContain("CLOSE_GOING_AWAY");
});

test("a program that describes codes carries English only, and no protocols", async () => {
  const code = await bundle(
    'import { describe } from "ws-close-codes"; console.log(describe(1006));',
  );
  expect(code).toContain("no Close frame arrived");
  expect(code).not.toMatch(/\p{Script=Han}/u);
  expect(code).not.toContain("discord");
});
