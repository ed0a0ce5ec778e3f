import { describe, expect, test } from "vitest";
import type { Node, Syntax } from "ws-close-codes-analysis";
import { nodeFinder } from "../../packages/typescript-syntax/src/node-finder.ts";
import { dumpBindings, dumpViews, nodesIn, nodesOf } from "./dump.ts";
import { espree, scoped, typescript, typescriptEslint, typescriptOf } from "./parse.ts";
import { snippets } from "./snippets.ts";

const cases = Object.entries(snippets).map(([name, snippet]) => [name, ...snippet] as const);
const typescript59 = typescriptOf("5.9");

const isScript = (name: string) => name.endsWith("script");

describe.each(cases)("%s", (name, file, text) => {
  const sourceType = file.endsWith(".cjs") ? "commonjs" : isScript(name) ? "script" : "module";
  const reference = typescriptEslint(text, file, sourceType);
  const others: [string, () => Syntax][] = [
    ["TypeScript 6.0", () => typescript(text, file)],
    ["TypeScript 5.9", () => typescript(text, file, typescript59)],
    ["scopes of our own", () => scoped(text, file)],
  ];
  if (!/\.tsx?$/.test(file)) others.push(["espree", () => espree(text, file, sourceType)]);

  test.each(others)("is the same program to %s", (_, parse) => {
    const syntax = parse();
    expect(dumpViews(syntax)).toEqual(dumpViews(reference));
    expect(dumpBindings(syntax)).toEqual(dumpBindings(reference));
  });

  test.each([["typescript-eslint", () => reference] as const, ...others])(
    "hands out bare nodes of one identity in %s",
    (_, parse) => {
      const syntax = parse();
      const nodes = nodesOf(syntax);
      expect(new Set(nodes).size).toBe(nodes.length);
      const known = new Set(nodes);
      for (const node of nodes) {
        const parent = syntax.parent(node);
        if (node === nodes[0]) expect(parent).toBeUndefined();
        else expect(parent && known.has(parent)).toBe(true);
      }
      for (const node of nodes) {
        const view = syntax.look(node);
        expect(syntax.kind(node)).toBe(view.kind);
        expect(syntax.look(node)).toEqual(view);
        expect(nodesIn(view).filter((child) => !known.has(child))).toEqual([]);
      }
      for (let offset = 0; offset <= text.length; offset++) {
        const found = syntax.at(offset);
        expect(found && known.has(found)).toBe(true);
      }
    },
  );

  test.each([["typescript-eslint", () => reference] as const, ...others])(
    "has the deepest node at every offset in %s",
    (_, parse) => {
      const syntax = parse();
      const find = finderOf(syntax);
      for (let offset = 0; offset <= text.length; offset++)
        expect([offset, syntax.at(offset) === find(offset)]).toEqual([offset, true]);
      // A finder may remember where it was.
      for (let offset = text.length; offset >= 0; offset -= 7)
        expect([offset, syntax.at(offset) === find(offset)]).toEqual([offset, true]);
    },
  );
});

/** Finds nodes among all that a walk shows. */
function finderOf(syntax: Syntax): (offset: number) => Node {
  const [root, ...others] = nodesOf(syntax);
  const inside = new Map<Node | undefined, Node[]>();
  for (const node of others) {
    const parent = syntax.parent(node);
    inside.set(parent, [...(inside.get(parent) ?? []), node]);
  }
  return nodeFinder(
    root as Node,
    (node) => inside.get(node) ?? [],
    (node) => syntax.range(node),
  );
}
