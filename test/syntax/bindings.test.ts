/** What identifiers mean, in every host: that hosts agree is tested elsewhere, here what they say. */
import { describe, expect, test } from "vitest";
import type { Binding, Kind, Node, Step, Syntax } from "ws-close-codes-analysis";
import { kinds } from "./dump.ts";
import {
  espree,
  scoped,
  typescript,
  typescriptEslint,
  typescriptOf,
  type FileName,
} from "./parse.ts";

const typescript49 = typescriptOf("4.9");

/** Where the marked identifier stands: `¦name`. */
function marked(source: string): { text: string; offset: number } {
  const offset = source.indexOf("¦");
  return { text: source.replace("¦", ""), offset };
}

function hosts(text: string, file: FileName): Record<string, Syntax> {
  const sourceType = file.endsWith(".cjs") ? "commonjs" : "module";
  return {
    "typescript-eslint": typescriptEslint(text, file, sourceType),
    "TypeScript 6.0": typescript(text, file),
    "TypeScript 4.9": typescript(text, file, typescript49),
    "scopes of our own": scoped(text, file),
    ...(!file.endsWith("ts") && { espree: espree(text, file, sourceType) }),
  };
}

/** A binding with declarations by their kind and expressions and types by their text. */
function readable(syntax: Syntax, binding: Binding | undefined): unknown {
  if (!binding) return undefined;
  const textOf = (node: Node) => {
    const { start, end } = syntax.range(node);
    return syntax.text.slice(start, end);
  };
  const field = ([key, value]: [string, unknown]): [string, unknown] => {
    if (key === "path")
      return [
        key,
        (value as Step[]).map((step) => Object.fromEntries(Object.entries(step).map(field))),
      ];
    if (key === "node" || key === "function") return [key, syntax.look(value as Node).kind];
    return [key, typeof value === "object" && value ? textOf(value) : value];
  };
  return Object.fromEntries(Object.entries(binding).map(field));
}

/** What the marked identifier means, in every host the same. */
function bindingOf(
  source: string,
  file: FileName = "file.ts",
  meaning: "value" | "type" = "value",
) {
  const { text, offset } = marked(source);
  const found = Object.entries(hosts(text, file)).map(([host, syntax]) => {
    const node = syntax.at(offset);
    expect(node && syntax.look(node).kind, host).toBe("identifier");
    return readable(syntax, node && syntax.binding(node, meaning));
  });
  for (const one of found) expect(one).toEqual(found[0]);
  return found[0];
}

/** The offsets that refer to what the marked identifier means, in every host the same. */
function referencesOf(source: string, file: FileName = "file.ts"): string[] {
  const { text, offset } = marked(source);
  const found = Object.values(hosts(text, file)).map((syntax) => {
    const node = syntax.at(offset);
    const binding = node && syntax.binding(node, "value");
    const declaration = binding && "node" in binding ? binding.node : undefined;
    const uses = declaration ? syntax.references(declaration) : [];
    return uses.map((use) => {
      const { start } = syntax.range(use);
      return text.slice(start, start + 8);
    });
  });
  for (const one of found) expect(one).toEqual(found[0]);
  return found[0] ?? [];
}

describe("a global", () => {
  test.each([
    "new ¦WebSocket(url);",
    "declare const ¦WebSocket: any; export {};",
    "declare const WebSocket: any; new ¦WebSocket(url);",
    "declare let WebSocket: any; export {}; ¦WebSocket;",
    "declare class WebSocket { close(): void } new ¦WebSocket();",
    "declare function WebSocket(): void; ¦WebSocket();",
    "declare namespace WebSocket { const OPEN: number } ¦WebSocket.OPEN;",
    "export {}; declare global { var WebSocket: any } ¦WebSocket;",
    "export {}; declare global { class WebSocket {} } ¦WebSocket;",
    "function f() { return ¦WebSocket }",
  ])("%s", (source) => {
    expect(bindingOf(source)).toMatchObject({ kind: "global", name: "WebSocket" });
  });

  test("with the type that the file gives it", () => {
    expect(bindingOf("declare const ¦ws: WebSocket; export {};")).toEqual({
      kind: "global",
      name: "ws",
      annotation: "WebSocket",
    });
  });

  test.each(["¦undefined", "function f() { return ¦arguments }", "¦x = 1;"])("%s", (source) => {
    expect(bindingOf(source)).toMatchObject({ kind: "global" });
  });

  test("as a type", () => {
    expect(bindingOf("let e: ¦CloseEvent;", "file.ts", "type")).toEqual({
      kind: "global",
      name: "CloseEvent",
    });
    const augmented = "export {}; declare global { interface CloseEvent {} } let e: ¦CloseEvent;";
    expect(bindingOf(augmented, "file.ts", "type")).toMatchObject({ kind: "global" });
  });

  test.each([
    ["let WebSocket = 1; ¦WebSocket;", "variable"],
    ["var WebSocket = window.WebSocket || Moz; export {}; ¦WebSocket;", "variable"],
    ["export declare const WebSocket: any; ¦WebSocket;", "variable"],
    ["function f() { let WebSocket: any; return ¦WebSocket }", "variable"],
    ["class WebSocket {} new ¦WebSocket();", "declaration"],
    ["declare enum CloseCode { A = 1 } ¦CloseCode.A;", "declaration"],
    ["import { WebSocket } from 'ws'; ¦WebSocket;", "import"],
    ["import WebSocket from 'ws'; export default ¦WebSocket;", "import"],
  ])("is not what the file declares: %s", (source, kind) => {
    expect(bindingOf(source)).toMatchObject({ kind });
  });

  test("is nobody's member, label or key", () => {
    for (const source of ["a.¦b", "({ ¦b: 1 })", "¦b: for (;;) {}", "class A { ¦b = 1 }"])
      expect(bindingOf(source)).toBeUndefined();
    for (const source of [
      "import { ¦a as b } from 'm'",
      "export { a as ¦b }; let a",
      "let x: a.¦B",
    ])
      expect(bindingOf(source)).toBeUndefined();
    expect(bindingOf("export { ¦a } from 'm'")).toBeUndefined();
  });
});

describe("an import", () => {
  test.each([
    ["import ¦a from 'm';", "default"],
    ["import { ¦a } from 'm';", "a"],
    ["import { default as ¦a } from 'm';", "default"],
    ["import { b as ¦a } from 'm';", "b"],
    ["import * as ¦a from 'm';", "*"],
    ["import { b as a } from 'm'; export { ¦a };", "b"],
    ["import { b as a } from 'm'; ({ ¦a });", "b"],
  ])("%s", (source, imported) => {
    const binding = { kind: "import", node: "identifier", module: "m", imported };
    expect(bindingOf(source, "file.js")).toEqual(binding);
    expect(bindingOf(source, "file.ts")).toEqual(binding);
  });

  test.each([
    ["import type ¦a from 'm';", "default"],
    ["import { type ¦a } from 'm';", "a"],
    ["import type * as a from 'm'; let x: ¦a.B;", "*"],
    ["import ¦a = require('m');", "module.exports"],
    ["import type a = require('m'); let x: ¦a;", "module.exports"],
  ])("%s", (source, imported) => {
    expect(bindingOf(source)).toMatchObject({ kind: "import", module: "m", imported });
    expect(bindingOf(source, "file.ts", "type")).toMatchObject({ kind: "import", imported });
  });
});

describe("a variable", () => {
  test.each([
    ["const ¦a = 1;", { init: "1", constant: true, each: false, path: [] }],
    ["let a = 1; ¦a;", { init: "1", constant: true }],
    ["let a = 1; a = 2; ¦a;", { init: "1", constant: false }],
    ["let a = 1; a++; ¦a;", { constant: false }],
    ["let a = 1; ({ b: [a] } = c); ¦a;", { constant: false }],
    ["let a = 1; for (a of b) ¦a;", { constant: false }],
    ["let a; a = 2; ¦a;", { constant: false }],
    ["var a = 1; var a = 2; ¦a;", { constant: false }],
    ["const { ¦a } = b;", { init: "b", path: [{ name: "a" }] }],
    ["const { c: ¦a = 1 } = b;", { path: [{ name: "c", default: "1" }] }],
    ["const { c: { d: [, ¦a] } } = b;", { path: [{ name: "c" }, { name: "d" }, { index: 1 }] }],
    ["const { c, ...¦a } = b;", { path: [{ rest: true }] }],
    ["const [c, ...¦a] = b;", { path: [{ index: 1, rest: true }] }],
    ["const { [c]: ¦a } = b;", { path: [{}] }],
    ["const { c: { ¦a } = {} } = b;", { path: [{ name: "c", default: "{}" }, { name: "a" }] }],
    ["for (const ¦a of b) {}", { init: "b", each: true, constant: true }],
    ["async () => { for await (const ¦a of b) {} }", { init: "b", each: true }],
    ["for (const { ¦a } of b) {}", { init: "b", each: true, path: [{ name: "a" }] }],
    ["for (let ¦a = 0; ; ) {}", { init: "0", each: false, constant: true }],
    ["const a = (1); ({ ¦a });", { init: "1" }],
  ])("%s", (source, expected) => {
    expect(bindingOf(source, "file.js")).toMatchObject({
      kind: "variable",
      name: "a",
      ...expected,
    });
    expect(bindingOf(source, "file.ts")).toMatchObject(expected);
  });

  test("of an object's keys has no initial value", () => {
    expect(bindingOf("for (const ¦a in b) {}")).not.toHaveProperty("init");
  });

  test("with its annotation, which belongs to the whole pattern", () => {
    expect(bindingOf("const ¦a: A = b as B;")).toMatchObject({ annotation: "A", init: "b" });
    expect(bindingOf("const { ¦a }: { a: A } = b;")).toMatchObject({
      annotation: "{ a: A }",
      path: [{ name: "a" }],
    });
  });

  test("of a require is a variable in CommonJS too", () => {
    const source = 'const { ¦WebSocketServer: a } = require("ws"); module.exports = a;'.replace(
      "¦WebSocketServer: a",
      "WebSocketServer: ¦a",
    );
    expect(bindingOf(source, "file.cjs")).toMatchObject({
      kind: "variable",
      init: 'require("ws")',
      path: [{ name: "WebSocketServer" }],
    });
  });

  test("shares its name with a type", () => {
    const source = "const A = 1; type A = typeof A; let b: ¦A;";
    expect(bindingOf(source)).toMatchObject({ kind: "variable" });
    expect(bindingOf(source, "file.ts", "type")).toMatchObject({
      kind: "declaration",
      node: "type-alias",
    });
  });
});

describe("a parameter", () => {
  test.each([
    ["ws.on('close', (¦a, b) => {})", { index: 0, path: [], rest: false, constant: true }],
    ["ws.on('close', (b, a) => ¦a)", { index: 1, function: "function" }],
    ["f(function (a = 1) { ¦a })", { default: "1", path: [] }],
    ["f(({ ¦a = 1 }) => a)", { path: [{ name: "a", default: "1" }], index: 0 }],
    ["f(({ b: a = 1 } = {}) => ¦a)", { path: [{ name: "b", default: "1" }], default: "{}" }],
    ["f((b, ...¦a) => {})", { index: 1, rest: true, path: [] }],
    ["f((b, ...[, ¦a]) => {})", { index: 1, rest: true, path: [{ index: 1 }] }],
    ["class A { b(¦a) { a = 1 } }", { constant: false }],
    ["class A { set b(¦a) {} }", { index: 0 }],
    ["({ b(¦a) {} })", { index: 0 }],
  ])("%s", (source, expected) => {
    expect(bindingOf(source, "file.js")).toMatchObject({
      kind: "parameter",
      name: "a",
      function: "function",
      ...expected,
    });
    expect(bindingOf(source, "file.ts")).toMatchObject(expected);
  });

  test.each([
    ["function f(this: S, ¦a: A) {}", { index: 0, annotation: "A" }],
    ["function f({ ¦a }: { a: A }) {}", { annotation: "{ a: A }" }],
    ["class S { constructor(private readonly ¦a: A = b) {} }", { annotation: "A", default: "b" }],
    ["class S { constructor(private a: A) { ¦a } }", { annotation: "A", index: 0 }],
    ["type F = (b: B, ¦a: A) => void;", { index: 1, function: "function-type" }],
    ["interface I { on(¦a: A): void }", { index: 0, function: "function-type" }],
  ])("%s", (source, expected) => {
    expect(bindingOf(source)).toMatchObject({ kind: "parameter", ...expected });
  });
});

describe("a declaration", () => {
  test.each([
    ["function a() {} ¦a;", "function"],
    ["(function a() { ¦a })", "function"],
    ["class a {} ¦a;", "class"],
    ["class a { b = ¦a }", "class"],
    ["(class a { static b = ¦a })", "class"],
    ["export default function a() {} ¦a;", "function"],
    ["export class a {} export { ¦a as b };", "class"],
  ])("%s", (source, node) => {
    const expected = { kind: "declaration", node, name: "a" };
    expect(bindingOf(source, "file.js")).toEqual(expected);
    expect(bindingOf(source, "file.ts")).toEqual(expected);
  });

  test.each([
    ["enum a { b } ¦a.b;", "enum", "value"],
    ["const enum a { b } ¦a.b;", "enum", "value"],
    ["interface a {} let b: ¦a;", "interface", "type"],
    ["type a = 1; let b: ¦a;", "type-alias", "type"],
    ["function a(): void {} namespace a { export let b = 1 } ¦a;", "function", "value"],
    ["interface a { b: 1 } class a {} new ¦a();", "class", "value"],
    ["interface a { b: 1 } class a {} let c: ¦a;", "class", "type"],
  ] as const)("%s", (source, node, meaning) => {
    const expected = { kind: "declaration", node, name: "a" };
    expect(bindingOf(source, "file.ts", meaning)).toEqual(expected);
  });

  test("of overloads is the one with a body", () => {
    const text = "function a(b: 1): void; function a(b: any) { return b } a(1);";
    for (const syntax of Object.values(hosts(text, "file.ts"))) {
      const use = syntax.at(text.lastIndexOf("a(1)"));
      const binding = use && syntax.binding(use, "value");
      const view = binding?.kind === "declaration" ? syntax.look(binding.node) : undefined;
      expect(view).toMatchObject({ kind: "function", body: expect.anything() as unknown });
    }
  });

  test.each([
    "enum E { ¦A = 1, B = A }",
    "enum E { A = 1, B = ¦A }",
    "try {} catch (¦e) {}",
    "namespace N { export const a = 1 } ¦N;",
    "function f<T>(t: ¦T) {}",
    "type T = { [K in 'a']: ¦K };",
  ])("is nothing that we follow: %s", (source) => {
    expect(bindingOf(source)).toMatchObject({ kind: "other" });
  });
});

describe("references", () => {
  test.each([
    ["const ¦a = 1; f(a); a;", ["a); a;", "a;"]],
    ["let ¦a = 1; a = 2; [a] = b; a++;", ["a = 2; [", "a] = b; ", "a++;"]],
    ["const a = 1; ({ ¦a }); export { a, a as b };", ["a }); ex", "a, a as ", "a as b }"]],
    ["function ¦f() { f() } f(); g(f);", ["f() } f(", "f(); g(f", "f);"]],
    ["class ¦A { b = A } new A();", ["A } new ", "A();"]],
    ["function f({ ¦a }, b = a) { return { a } }", ["a) { ret", "a } }"]],
    ["import { b as ¦a } from 'm'; a.b; a;", ["a.b; a;", "a;"]],
    ["const ¦a = 1; { const a = 2; a } a;", ["a;"]],
    ["const { ¦a, b } = c; a; b;", ["a; b;"]],
    ["const ¦f = () => {}; ws.on('close', f); f.a;", ["f); f.a;", "f.a;"]],
    ["function f() { const ¦a = 1; return () => a } a;", ["a } a;"]],
    ["function f() { let a; } function g() { let ¦a; a = 1; }", ["a = 1; }"]],
    ["class A { [((¦a) => a)(1)](a) { a } }", ["a)(1)](a"]],
    ["const ¦$a = 1; const b$a = 2; b$a; $a;", ["$a;"]],
    ["const ¦a = 1; const aé = 'a'; aé; /* a */ f.a; a;", ["a;"]],
    ["const ¦abc = 1; \\u0061bc; abc;", ["\\u0061bc", "abc;"]],
  ])("%s", (source, expected) => {
    expect(referencesOf(source, "file.js")).toEqual(expected);
    expect(referencesOf(source, "file.ts")).toEqual(expected);
  });

  test("are values and types alike", () => {
    expect(referencesOf("class ¦A {} let b: A; new A();")).toEqual(["A; new A", "A();"]);
    expect(referencesOf("const ¦a = { b: 1 }; let c: typeof a;")).toEqual(["a;"]);
    expect(referencesOf("import { ¦a } from 'm'; let b: a;")).toEqual(["a;"]);
  });

  test("may stand beside a method, and outside of a type", () => {
    expect(referencesOf("class A { @d((¦a) => a) m(a) { a } }")).toEqual(["a) m(a) "]);
    const { text, offset } = marked("type B<A> = A extends (a: infer ¦R) => void ? R : never;");
    for (const syntax of Object.values(hosts(text, "file.ts"))) {
      const declared = syntax.at(offset);
      expect(declared && syntax.references(declared)).toHaveLength(1);
    }
  });

  test("of what is no declaration are none", () => {
    const text = "const f = () => 1; (function () {}); class A { m() {} } x;";
    for (const syntax of Object.values(hosts(text, "file.ts"))) {
      const all = new Set<Kind>(["function", "block", "member", "literal"]);
      syntax.walk((node) => {
        expect(syntax.references(node)).toEqual([]);
      }, all);
    }
  });

  test("in JavaScript are not led astray by assigned members", () => {
    const source =
      "function ¦F() {} F.prototype = {}; F.prototype.a = 1; F.b = 2; module.exports = F;";
    expect(referencesOf(source, "file.cjs")).toEqual(["F.protot", "F.protot", "F.b = 2;", "F;"]);
  });
});

test("only identifiers mean something", () => {
  const text = `const a = "a", b = { a: a.a }; class C extends (a, b).a { [a] = \`a\`; }
function f(a = this.a) { if (!a) return a ? -1 : [a, ...b]; throw new C(a["a"]); } enum E { a = 1 }`;
  for (const [host, syntax] of Object.entries(hosts(text, "file.ts"))) {
    const found: string[] = [];
    syntax.walk((node, { kind }) => {
      if (kind !== "identifier" && (syntax.binding(node, "value") ?? syntax.binding(node, "type")))
        found.push(kind);
    }, kinds);
    expect(found, host).toEqual([]);
  }
});
