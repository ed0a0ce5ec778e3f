/** What the checker says, through both hosts and in every version of TypeScript. */
import { fileURLToPath } from "node:url";
import * as parser from "@typescript-eslint/parser";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { Node, Syntax, TypeFact } from "ws-close-codes-analysis";
import { EstreeSyntax } from "../../packages/eslint-plugin/src/estree-syntax.ts";
import { programSyntax } from "ws-close-codes-typescript-syntax";
import { sourceCodeOf, typescriptOf, type TypeScript } from "./parse.ts";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url)).replaceAll("\\", "/");

/** Every `of(…)` asks for one expression, by the comment behind it. */
const text = `
import Ws, { WebSocketServer } from "ws";
import { Base, CODES, Computed, Derived, Enum, LIMIT, type Alias, type Loop, type WebSocket as Own } from "./library.js";

declare function of(x: unknown): void;
declare global { interface Window { socket: WebSocket } class Declared { close(): void } }
declare const dom: WebSocket, own: Own, declared: Declared, any: any, unknown: unknown;
declare const maybe: WebSocket | CloseEvent | null | undefined;
declare const both: WebSocket & { extra: 1 } & Own;
declare const alias: Alias, loop: Loop, union: "a" | 1, list: WebSocket[], flag: boolean;
const node = new Ws("ws://x");
const server = new WebSocketServer();
class Local extends Base { #ws = node; method() { of(this); /* this */ of(this.#ws); /* #ws */ } }
function generic<T extends WebSocket>(limited: T) { of(limited); /* limited */ }

of(dom); /* dom */ of(own); /* own */ of(declared); /* declared */ of(window.socket); /* window.socket */
of(any); /* any */ of(unknown); /* unknown */ of(maybe); /* maybe */ of(both); /* both */ of(alias); /* alias */
of(loop); /* loop */ of(union); /* union */ of(list); /* list */ of(node); /* node */ of(server); /* server */
of(new Derived()); /* derived */ of(Derived); /* class */ of(() => 1); /* function */ of({}); /* object */
of(new Local()); /* local */ of("text"); /* text */ of(Promise.resolve(dom)); /* promise */
of(LIMIT); /* LIMIT */ of(Enum.A); /* Enum.A */ of(Enum.B); /* Enum.B */ of(Enum["C D"]); /* Enum.C D */
of(Computed.C); /* Computed.C */ of(CODES.going); /* CODES.going */ of(dom.readyState); /* readyState */
of(flag ? 1 : 2); /* either */ of((dom as any)); /* asserted */
`;

const library = `
export class Base extends EventTarget { close(code: number): void {} }
export class Derived extends Base implements EventListenerObject { handleEvent() {} }
export interface Loop extends Other {}
interface Other extends Loop {}
export type Alias = { close(): void };
export interface WebSocket { own: 1 }
export const LIMIT = 4000;
export const CODES = { going: 1001 } as const;
export enum Enum { A = 1000, B, "C D" = "text" }
export enum Computed { C = 1 << 12 }
`;

const files: Record<string, string> = { [path("subject.ts")]: text, [path("library.ts")]: library };

function programOf(version: TypeScript): ts.Program {
  const options: ts.CompilerOptions = {
    target: version.ScriptTarget.ES2022,
    module: version.ModuleKind.NodeNext,
    moduleResolution: version.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const disk = version.createCompilerHost(options, true);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name in files || disk.fileExists(name),
    readFile: (name) => files[name] ?? disk.readFile(name),
    getSourceFile: (name, target, ...rest) => {
      const virtual = files[name];
      return virtual === undefined
        ? disk.getSourceFile(name, target, ...rest)
        : version.createSourceFile(name, virtual, target, true);
    },
  };
  return version.createProgram([path("subject.ts")], options, host);
}

const hosts: [string, () => Syntax][] = (
  [ts, typescriptOf("5.9"), typescriptOf("5.4"), typescriptOf("4.9")] as const
).map((version) => [
  `TypeScript ${version.versionMajorMinor}`,
  () => {
    const program = programOf(version);
    const file = program.getSourceFile(path("subject.ts"));
    if (!file) throw new Error("The program has lost its file.");
    return programSyntax(version, file, program, { types: true });
  },
]);
hosts.push([
  "typescript-eslint",
  () => {
    const parserOptions = { programs: [programOf(ts)] };
    const sourceCode = sourceCodeOf(text, path("subject.ts"), { parser, parserOptions });
    return new EstreeSyntax(sourceCode, { types: true });
  },
]);

describe.each(hosts)("types in %s", (_, parse) => {
  const syntax = parse();
  const questions = new Map<string, Node>();
  syntax.walk(
    (node, view) => {
      if (view.kind !== "call" || syntax.look(view.callee).kind !== "identifier") return;
      const [argument] = view.args;
      const comment = /^[^/]*\/\* (.*?) \*\//.exec(text.slice(syntax.range(node).end));
      if (argument && comment?.[1]) questions.set(comment[1], argument);
    },
    new Set(["call"] as const),
  );

  const ask = (name: string): Node => {
    const node = questions.get(name);
    if (!node) throw new Error(`No question is called ${name}.`);
    return node;
  };
  const factsOf = (name: string): readonly TypeFact[] => syntax.types?.of(ask(name)) ?? [];
  const namesOf = (name: string) => factsOf(name).map((fact) => fact.name);

  test.each([
    ["dom", ["WebSocket"]],
    ["own", ["WebSocket"]],
    ["window.socket", ["WebSocket"]],
    ["declared", ["Declared"]],
    ["maybe", ["WebSocket", "CloseEvent"]],
    ["both", ["WebSocket", "WebSocket"]],
    ["alias", ["Alias"]],
    ["loop", ["Loop"]],
    ["limited", ["WebSocket"]],
    ["node", ["WebSocket"]],
    ["#ws", ["WebSocket"]],
    ["server", ["Server"]],
    ["this", ["Local"]],
    ["local", ["Local"]],
    ["derived", ["Derived"]],
    ["list", ["Array"]],
    ["promise", ["Promise"]],
    ["asserted", ["WebSocket"]],
    ["any", []],
    ["unknown", []],
    ["union", []],
    ["class", []],
    ["function", []],
    ["object", []],
    ["text", []],
    ["Enum.A", []],
  ])("%s is %j", (name, expected) => {
    expect(namesOf(name)).toEqual(expected);
  });

  test("says where a type is declared", () => {
    const [dom] = factsOf("dom");
    expect(dom).toMatchObject({ global: true });
    expect(dom?.files.some((file) => file.endsWith("/lib.dom.d.ts"))).toBe(true);
    const [node] = factsOf("node");
    expect(node).toMatchObject({ global: false });
    expect(node?.files.join()).toMatch(/\/node_modules\/@types\/ws\/index\.d\.m?ts$/);
    expect(factsOf("own")[0]).toMatchObject({ global: false, files: [path("library.ts")] });
    expect(factsOf("declared")[0]).toMatchObject({ global: true });
    expect(factsOf("local")[0]).toMatchObject({ global: false });
    expect(factsOf("promise")[0]).toMatchObject({ global: true });
  });

  test("says what a type extends and implements, the nearest first", () => {
    const basesOf = (name: string) => factsOf(name)[0]?.bases.map((base) => base.name);
    expect(basesOf("derived")).toEqual(["Base", "EventListenerObject", "EventTarget"]);
    expect(basesOf("this")).toEqual(["Base", "EventTarget"]);
    expect(basesOf("dom")).toEqual(["EventTarget"]);
    expect(basesOf("node")?.[0]).toBe("EventEmitter");
    expect(basesOf("loop")).toEqual(["Other"]);
    expect(basesOf("alias")).toEqual([]);
  });

  test.each([
    ["LIMIT", 4000],
    ["Enum.A", 1000],
    ["Enum.B", 1001],
    ["Enum.C D", "text"],
    ["Computed.C", 4096],
    ["CODES.going", 1001],
    ["text", "text"],
    ["readyState", undefined],
    ["either", undefined],
    ["any", undefined],
    ["dom", undefined],
  ])("the value of %s is %s", (name, expected) => {
    expect(syntax.types?.constant(ask(name))).toBe(expected);
  });

  test("knows the declaration files", () => {
    const known = syntax.types?.files() ?? [];
    expect(known.some((file) => file.endsWith("/lib.dom.d.ts"))).toBe(true);
    expect(known).not.toContain(path("library.ts"));
  });
});
