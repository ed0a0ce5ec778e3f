/** CI's squiggle, the editor's squiggle and the hover say the same of the same program. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { rules } from "ws-close-codes-editor";
import { fixtures, type Fixture } from "../fixtures/files.ts";
import { programOf } from "../fixtures/programs.ts";
import { compare, sourcesBelow } from "./differences.ts";
import { allRules, inEslint, inTypeScript } from "./hosts.ts";

test("both hosts have the same rules", () => {
  expect(
    Object.keys(rules)
      .map((name) => `ws-close-codes/${name}`)
      .sort(),
  ).toEqual(Object.keys(allRules).sort());
});

const folders = new Map<string, Fixture[]>();
for (const one of fixtures()) folders.set(one.folder, [...(folders.get(one.folder) ?? []), one]);

describe("ESLint and tsserver find and report the same", () => {
  describe.each([...folders])("in %s", (folder, programs) => {
    let program: ts.Program | undefined;
    const shared = () =>
      (program ??= programOf(
        folder,
        programs.map(({ path }) => path),
      ));
    test.each(programs.map((one) => [one.name, one] as const))("%s", (_, fixture) => {
      const [typed, untyped] = [{ types: true }, { types: false }];
      expect(inTypeScript(fixture, shared(), typed)).toEqual(inEslint(fixture, shared()));
      expect(inTypeScript(fixture, shared(), untyped)).toEqual(inEslint(fixture, undefined));
    });
  });

  // A sample; `npm run same-verdicts` takes any folder.
  test("in what npm packages ship", () => {
    const { resolve } = createRequire(import.meta.url);
    const folders = { ws: "lib", undici: "lib/web/websocket", vite: "dist/client" };
    const files = Object.entries(folders).flatMap(([name, folder]) =>
      sourcesBelow(join(dirname(resolve(`${name}/package.json`)), folder)),
    );
    const { same, differences, refused } = compare(files);
    expect({ differences, refused }).toEqual({ differences: [], refused: [] });
    expect(same).toBeGreaterThan(80);
  });
});
