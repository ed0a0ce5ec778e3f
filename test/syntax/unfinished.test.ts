import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { Syntax } from "ws-close-codes-analysis";
import { dumpBindings, dumpViews, nodesIn, nodesOf } from "./dump.ts";
import { typescript, typescriptOf, type FileName, type TypeScript } from "./parse.ts";
import { snippets } from "./snippets.ts";

const typescript49 = typescriptOf("4.9");

/** Asks everything of every node, and checks that the nodes hang together. */
function ask(syntax: Syntax): void {
  dumpViews(syntax);
  dumpBindings(syntax);
  const nodes = nodesOf(syntax);
  const known = new Set(nodes);
  for (const node of nodes.slice(1)) {
    const parent = syntax.parent(node);
    expect(parent && known.has(parent)).toBe(true);
    syntax.references(node);
    expect(nodesIn(syntax.look(node)).filter((child) => !known.has(child))).toEqual([]);
  }
  for (let offset = 0; offset <= syntax.text.length; offset += 7)
    expect(syntax.at(offset)).toBeDefined();
}

/** False where TypeScript itself fails, as 4.9 does at `<b< {]>`. */
function parses(version: TypeScript, file: FileName, text: string): boolean {
  try {
    version.createSourceFile(file, text, version.ScriptTarget.Latest);
    return true;
  } catch {
    return false;
  }
}

/** A program from which pieces were cut out, as it is while someone types. */
const unfinished = fc
  .tuple(
    fc.constantFrom(...Object.values(snippets)),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 })), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([[file, text], cuts, ends]): [FileName, string] => {
    let rest = text;
    for (const [at, length] of cuts) {
      const start = at % (rest.length + 1);
      rest = rest.slice(0, start) + (ends ? "" : rest.slice(start + length));
    }
    return [file, rest];
  });

describe("unfinished code", () => {
  test.each([
    ["6.0", ts],
    ["4.9", typescript49],
  ] as const)("never throws in TypeScript %s", (_, version) => {
    fc.assert(
      fc.property(unfinished, ([file, text]) => {
        fc.pre(parses(version, file, text));
        ask(typescript(text, file, version));
      }),
      { seed: 2026, numRuns: 100, examples: [[["file.jsx", "<b< {]>"]]] },
    );
  });

  const first = (text: string) => {
    const syntax = typescript(text, "file.ts");
    const found = new Map<string, unknown>();
    syntax.walk(
      (node, view) => {
        if (!found.has(view.kind)) found.set(view.kind, { ...view, at: syntax.range(node) });
      },
      new Set(["call", "binary", "case", "member", "variable", "switch"] as const),
    );
    return found;
  };

  test("an argument that is not there is left out", () => {
    expect(first("ws.close()").get("call")).toMatchObject({ args: [] });
    expect(first("ws.close(").get("call")).toMatchObject({ args: [] });
    expect(first("ws.close(1000, ").get("call")).toMatchObject({ args: [expect.anything()] });
  });

  test("an operand or a test that is not there is absent", () => {
    expect(first("event.code === ").get("binary")).toMatchObject({ right: undefined });
    expect(first("if (event.code === ) {}").get("binary")).toMatchObject({ right: undefined });
    expect(first("switch (event.code) { case : }").get("case")).not.toHaveProperty("test");
    expect(first("switch (event.code) { case ").get("case")).not.toHaveProperty("test");
    expect(first("const code = ").get("variable")).not.toHaveProperty("init");
  });

  test("a member without a name has none", () => {
    expect(first("ws.").get("member")).toMatchObject({ name: undefined });
    expect(first("ws.\nclose(1000)").get("member")).toMatchObject({ name: "close" });
  });
});
