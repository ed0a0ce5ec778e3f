import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { dumpBindings, dumpViews } from "./dump.ts";
import { espree, scoped, typescript, typescriptEslint, type FileName } from "./parse.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Code that many people run, in every dialect, and our own. */
const folders = [
  join(folderOf("ws"), "lib"),
  join(folderOf("undici"), "lib"),
  join(folderOf("undici"), "types"),
  join(folderOf("jsdom"), "lib/jsdom/living/events"),
  join(folderOf("jsdom"), "lib/jsdom/living/websockets"),
  join(repository, "packages/analysis/src"),
  join(repository, "packages/close-codes/src"),
  join(repository, "packages/eslint-plugin/src"),
  join(repository, "packages/typescript-syntax/src"),
  join(repository, "fixtures"),
];

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[jt]s$/.test(name))
    .map((name) => join(folder, name)),
);

function* differencesOf(path: string): Generator<{ parser: string; line: string }> {
  const text = readFileSync(path, "utf8");
  const file = (/(\.d)?\.[jt]s$/.exec(path)?.[0] ?? "").replace(/^/, "file") as FileName;
  const isModule = /^(import|export)\b/m.test(text);
  const sourceType = isModule ? "module" : file === "file.js" ? "commonjs" : "script";
  const reference = typescriptEslint(text, file, sourceType);
  const expected = [...dumpViews(reference), ...dumpBindings(reference)];
  const others = {
    "TypeScript 6.0": typescript(text, file),
    "scopes of our own": scoped(text, file),
  };
  if (file === "file.js") Object.assign(others, { espree: espree(text, file, sourceType) });
  for (const [parser, syntax] of Object.entries(others)) {
    const lines = [...dumpViews(syntax), ...dumpBindings(syntax)];
    for (let i = 0; i < Math.max(lines.length, expected.length); i++)
      if (lines[i] !== expected[i]) yield { parser, line: `${expected[i]} <> ${lines[i]}` };
  }
}

describe("real files are the same program to every parser", () => {
  test("there are enough of them", () => {
    const lines = files.reduce(
      (sum, path) => sum + readFileSync(path, "utf8").split("\n").length,
      0,
    );
    expect(files.length).toBeGreaterThan(100);
    expect(lines).toBeGreaterThan(30_000);
  });

  test.each(files.map((path) => [relative(repository, path), path]))("%s", (_, path) => {
    const [first] = differencesOf(path);
    expect(first).toBeUndefined();
  });
});
