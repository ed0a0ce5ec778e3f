import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";

const { strict } = plugin.configs;

function lint(code: string, config: Linter.Config = {}, filename = "file.js"): string[] {
  const files = ["**/*.js", "**/*.ts", "**/*.json"];
  const messages = new Linter().verify(
    code,
    [
      { ...strict, files },
      { files, ...config },
    ],
    filename,
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

/** What no rule has said: a parser's error, or ESLint's own. */
function faultsOf(messages: readonly string[]): readonly string[] {
  return messages.filter((message) => !message.startsWith("ws-close-codes/"));
}

const typescript = { languageOptions: { parser: typescriptParser } };

describe("survives", () => {
  it.each([
    ["nothing", ""],
    ["a comment that speaks of closing", "// ws.close(1006)"],
    ["a directive", '"use strict"; // close'],
    ["a shebang", "#!/usr/bin/env close\n"],
    ["a getter named close", "class A { get close() { return 1006; } static close = this.close; }"],
    [
      "__proto__",
      "const o = { __proto__: null, close: 1 }; o.__proto__.close(1006); o.constructor(1006);",
    ],
    [
      "names of Object.prototype",
      "toString.close(1006); ws.constructor(1006); x.hasOwnProperty('close');",
    ],
    ["a computed close", "ws['close'](1006); ws[close](1006); ws?.['close']?.(1006);"],
    ["a private close", "class A { #close; f() { this.#close(1006); #close in this; } }"],
    [
      "holes and spreads",
      "ws.close(...a, 1006); [,1000,...b].includes(e.code); ws.close(...[1006]);",
    ],
    ["a tagged template", "ws.close`1006`; close`\\unicode`;"],
    ["a class that extends itself", "class A extends A { close() { super.close(1006); } }"],
    [
      "a member of a class that extends itself",
      "class A extends A {} new A().ws.close(1006); A.ws.close(1006);",
    ],
    [
      "classes that extend each other",
      "class A extends B { f() { this.ws.close(1006); } } class B extends A {} new B().ws.close(1006);",
    ],
    [
      "a variable that is itself",
      "const close = close; close.close(1006); var a = b, b = a; a.close(1006);",
    ],
    [
      "lists that are themselves",
      "const a = a; a.includes(code); const b = new Set(c), c = b; b.has(code); class A { static d = A.d; } A.d.has(code); const [e] = e; close(e); const m = new Map(m); ws.close(m.get(code)); const o = o; ws.close(o[code]);",
    ],
    [
      "constants that are made of themselves",
      `const ws = new WebSocket(u);
       const a = c ? b : 1006; const b = c ? a : 1001; ws.close(a); ws.close(b); function f(d = e, e = d) { ws.close(d); }
       const O = { A: P.A, B: O.B.C }; const P = { A: O.A }; ws.close(O.A); ws.close(O.B.C);
       const w = w.add; w.has(code); ws.close(w.x); const v = Object.freeze(v); ws.close(v.x);
       const s = s + s + s + s; ws.close(s); class C { static A = C.B; static B = C.A; } ws.close(C.A);`,
    ],
    [
      "names of events that are themselves",
      `import WebSocket from "ws"; const e = e; const f = g; const g = f; const ws = new WebSocket(u); ws.on(e, (code) => code === 1006); ws.on(f, (code) => ws.close(code));`,
    ],
    [
      "a function that calls itself",
      "function close(code = close()) { return close(code); } close(1006);",
    ],
    ["meta properties and imports", "import.meta.close(1006); import('ws').close(1006);"],
    ["labels", "close: for (;;) { break close; }"],
    ["a switch without cases", "function f(code) { switch (code) {} }"],
    ["deep nesting", `${"(".repeat(500)}ws.close(1006)${")".repeat(500)}`],
    ["deep members", `ws${".close".repeat(500)}(1006)`],
    ["1 MB", `const data = [${"1006,".repeat(200_000)}]; data.includes(code); ws.close(1006);`],
    ["long sums", `ws.close(${"1+".repeat(500)}1)`],
    ["long alternatives", `ws.close(${"a ? 1 : ".repeat(300)}1006)`],
  ])("%s", (_, code) => {
    expect(faultsOf(lint(code))).toEqual([]);
    expect(faultsOf(lint(code, typescript, "file.ts"))).toEqual([]);
  });

  it.each([
    [
      "namespaces",
      "namespace N { export const close = 1006; } N.close; declare module 'close' { }",
    ],
    [
      "abstract and overloaded members",
      "abstract class A { abstract close(code: number): void; close(): void; close(code?: number) {} }",
    ],
    [
      "types alone",
      "type Close = typeof import('ws'); interface A { close(code: 1006): void; (code: 1006): void; readonly [code: string]: 1006 }",
    ],
    [
      "enums of every kind",
      "declare const enum E { close = 1 << 2, b = close, c = 'x'.length } E.close;",
    ],
    [
      "enums that are made of themselves",
      "enum E { A = E.B, B = E.A } new WebSocket(u).close(E.A);",
    ],
    ["decorators", "@close(1006) class A { @close(1006) close(@close(1006) code: number) {} }"],
    ["this parameters", "function close(this: WebSocket, code: number) { this.close(code); }"],
    ["accessors", "class A { accessor close = 1006; static { this.close; } }"],
    ["import equals", "import close = A.B.close; import ws = require('ws'); export = close;"],
    [
      "interfaces that extend each other",
      "interface A extends B {} interface B extends A {} declare const a: A; a.ws.close(1006);",
    ],
    ["generics", "class A<T extends WebSocket> { f(x: T) { x.close(1006 as never); } }"],
    ["satisfies and assertions", "(ws as any)!.close((<number>1006) satisfies number);"],
    ["imported types that name no module", "let ws: import(Mistake); ws.close(1006);"],
    ["using", "{ using close = open(); await using ws = open(); }"],
  ])("TypeScript's %s", (_, code) => {
    expect(faultsOf(lint(code, typescript, "file.ts"))).toEqual([]);
  });

  it("JSX", () => {
    const languageOptions = { parserOptions: { ecmaFeatures: { jsx: true } } };
    const code = "<Dialog close={1006} onClose={(e) => e.code === 1006} {...close}>close</Dialog>;";
    expect(lint(code, { languageOptions })).toEqual([]);
  });

  it("a program without a scope manager, in another language", () => {
    const language = {
      fileType: "text",
      lineStart: 1,
      columnStart: 0,
      nodeTypeKey: "type",
      validateLanguageOptions: () => undefined,
      parse: ({ body }: { body: string }) => ({ ok: true, ast: { type: "Document", body } }),
      createSourceCode: ({ body }: { body: string }, { ast }: { ast: object }) => ({
        ast,
        text: body,
        getLoc: () => ({ start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }),
        getRange: () => [0, body.length],
        *traverse() {
          yield { kind: 1, target: ast, phase: 1, args: [ast] };
        },
      }),
    };
    const foreign: ESLint.Plugin = { languages: { close: language as never } };
    const config = { plugins: { foreign }, language: "foreign/close" };
    expect(lint('{ "close": 1006, "code": 1006 }', config, "file.json")).toEqual([]);
  });
});

describe("a wrong setting", () => {
  it.each([
    ["runtime", { runtime: "nodejs" }],
    ["typeInformation", { typeInformation: true }],
    ["runtimes", { runtimes: "node" }],
    ["object", "node"],
  ])("is told by its key: %s", (key, settings) => {
    expect(() => lint("close", { settings: { "ws-close-codes": settings } })).toThrow(key);
  });
});
