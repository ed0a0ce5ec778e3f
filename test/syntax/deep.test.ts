/**
 * Deeper than the parsers themselves go: nodes are nested by hand where a parser would overflow, so
 * that only the adapters can.
 */
import type { SourceCode } from "eslint";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { Kind, Node, Syntax } from "ws-close-codes-analysis";
import { EstreeSyntax } from "../../packages/eslint-plugin/src/estree-syntax.ts";
import { typescriptSyntax } from "ws-close-codes-typescript-syntax";
import { nodesOf } from "./dump.ts";
import { typescript } from "./parse.ts";

const DEPTH = 10_000;

interface Made {
  type: string;
  range: [number, number];
  parent?: Made;
  [key: string]: unknown;
}

const estree = (type: string, fields: object = {}): Made => ({ type, range: [0, 1], ...fields });
const name = () => estree("Identifier", { name: "a" });

/** ESTree shapes that nest one node in another of their kind, with what stands around the last. */
const shapes: Record<string, readonly [kind: Kind | undefined, wrap: (inside: Made) => Made]> = {
  "a + a": ["binary", (left) => estree("BinaryExpression", { operator: "+", left, right: name() })],
  "a.b": ["member", (object) => estree("MemberExpression", { object, property: name() })],
  "a()": ["call", (callee) => estree("CallExpression", { callee, arguments: [] })],
  "[a]": ["array", (inside) => estree("ArrayExpression", { elements: [inside] })],
  "!a": ["unary", (argument) => estree("UnaryExpression", { operator: "!", argument })],
  "() => a": ["function", (body) => estree("ArrowFunctionExpression", { params: [], body })],
  "a ? b : …": [
    "either",
    (alternate) => estree("ConditionalExpression", { test: name(), consequent: name(), alternate }),
  ],
  "a as A": [
    undefined,
    (expression) =>
      estree("TSAsExpression", {
        expression,
        typeAnnotation: estree("TSTypeReference", { typeName: name() }),
      }),
  ],
  "a!": [undefined, (expression) => estree("TSNonNullExpression", { expression })],
  "if (a) {} else …": [
    "if",
    (alternate) =>
      estree("IfStatement", { test: name(), consequent: estree("EmptyStatement"), alternate }),
  ],
  "{ }": ["block", (inside) => estree("BlockStatement", { body: [inside] })],
};

function estreeOf(wrap: (inside: Made) => Made): { syntax: Syntax; innermost: Made } {
  const innermost = name();
  let node = innermost;
  for (let i = 0; i < DEPTH; i++) {
    const around = wrap(node);
    for (const value of Object.values(around).flat())
      if (typeof value === "object" && value !== null && "type" in value)
        (value as Made).parent = around;
    node = around;
  }
  const ast = estree("Program", { body: [node] });
  node.parent = ast;
  const sourceCode = { text: "a", ast, visitorKeys: {}, scopeManager: null, parserServices: {} };
  const syntax = new EstreeSyntax(sourceCode as unknown as SourceCode, { types: false });
  return { syntax, innermost };
}

function identifiersOf(syntax: Syntax): Node[] {
  const found: Node[] = [];
  syntax.walk((node) => found.push(node), new Set(["identifier"] as const));
  return found;
}

function ancestors(syntax: Syntax, node: Node): number {
  let count = 0;
  for (let at = syntax.parent(node); at; at = syntax.parent(at)) count++;
  return count;
}

describe("10,000 nodes deep", () => {
  test.each(Object.entries(shapes))("ESTree: %s", (_, [kind, wrap]) => {
    const { syntax, innermost } = estreeOf(wrap);
    const nodes = nodesOf(syntax);
    expect(nodes).toContain(innermost);
    if (kind)
      expect(nodes.filter((node) => syntax.look(node).kind === kind).length).toBeGreaterThanOrEqual(
        DEPTH,
      );
    expect(ancestors(syntax, innermost)).toBe(kind ? DEPTH + 1 : 1);
    expect(syntax.at(0)).toBeDefined();
    expect(() => syntax.assertion(innermost)).not.toThrow();
  });

  const repeat = (text: string) => text.repeat(DEPTH);
  /** What TypeScript itself parses without recursion. */
  const texts: Record<string, string> = {
    "a + a": `a${repeat(" + a")}`,
    "a || a": `a${repeat(" || a")}`,
    "a.b": `a${repeat(".b")}`,
    "a()": `a${repeat("()")}`,
    "a as A": `a${repeat(" as A")}`,
    "a!": `a${repeat("!")}`,
    "typeof a.b": `let x: typeof a${repeat(".b")}`,
    "type a.b": `let x: a${repeat(".b")}`,
    "A[]": `let x: A${repeat("[]")}`,
  };

  test.each(Object.entries(texts))("TypeScript: %s", (_, text) => {
    const file = ts.createSourceFile("/file.ts", text, ts.ScriptTarget.ESNext, true);
    const syntax = typescriptSyntax(ts, file);
    const innermost = syntax.at(text.search(/\ba/i)) ?? file;
    expect(identifiersOf(syntax)).toContain(innermost);
    expect(ancestors(syntax, innermost)).toBeGreaterThan(0);
    const asserted = syntax.assertion(innermost);
    expect(asserted && syntax.range(asserted).end).toBe(
      text.includes(" as ") ? text.length : undefined,
    );
  });

  test("TypeScript: bindings in a deep tree", () => {
    // Fewer, because the checker itself climbs to the top from each of them.
    const syntax = typescript(`const a = 1; a${" + a".repeat(3000)};`, "file.ts");
    const declared = syntax.at(6);
    expect(declared && syntax.references(declared)).toHaveLength(3001);
  });

  /** TypeScript's own parser overflows here, so its nodes are stacked by hand. */
  const stacked: Record<string, (inside: ts.Expression) => ts.Expression> = {
    "(a)": (inside) => ts.factory.createParenthesizedExpression(inside),
    "[a]": (inside) => ts.factory.createArrayLiteralExpression([inside]),
    "!a": (inside) => ts.factory.createLogicalNot(inside),
    "a = b": (inside) => ts.factory.createAssignment(ts.factory.createIdentifier("b"), inside),
    "a ? b : …": (inside) =>
      ts.factory.createConditionalExpression(
        ts.factory.createTrue(),
        undefined,
        ts.factory.createTrue(),
        undefined,
        inside,
      ),
  };

  test.each(Object.entries(stacked))("TypeScript: %s", (_, wrap) => {
    const file = ts.createSourceFile("/file.ts", "a;", ts.ScriptTarget.ESNext, true);
    const [statement] = file.statements;
    if (!statement || !ts.isExpressionStatement(statement)) throw new Error("no statement");
    const innermost = statement.expression;
    let node = innermost;
    for (let i = 0; i < DEPTH; i++) {
      const around = ts.setTextRange(wrap(node), statement);
      ts.forEachChild(around, (child) => {
        ts.setTextRange(child, innermost);
        Object.assign(child, { parent: around });
      });
      node = around;
    }
    Object.assign(statement, { expression: node });
    Object.assign(node, { parent: statement });
    const syntax = typescriptSyntax(ts, file);
    expect(identifiersOf(syntax)).toContain(innermost);
    expect(ancestors(syntax, innermost)).toBeGreaterThan(1);
    expect(syntax.at(0)).toBe(innermost);
  });
});
