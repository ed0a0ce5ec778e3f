/** Small programs that together hold all the syntax that the port knows, and its neighbours. */
import type { FileName } from "./parse.ts";

/** By what they show; a snippet in JavaScript goes through espree too. */
export const snippets: Record<string, readonly [FileName, string]> = {
  literals: [
    "file.js",
    `f(1, 1_000, 0x3e9, 0b11, 0o17, 1e3, .5, 1n, 0xfn, "a\\u0062", 'c', true, false, null, /re/g);
     f(\`plain\`, \`a\${b}c\${\`d\${e}\`}\`, tag\`x\${1}\`, undefined, NaN, -1, +1, ~1, !a, typeof a, void 0);
     f(1e400, -0, "", "😀", \`\${a}\`); delete a.b; a++; --b.c; a = (b, c, d);`,
  ],
  members: [
    "file.js",
    `a.b.c; a["b"]; a[b]; a[0]; a[(\`b\`)]; a?.b; a?.[b]; a?.b.c(1)?.d; (a?.b).c; a[1n]; a.class;
     new A; new A(1, ...b); new a.B(c); new (a())(); f(...a, 1); super_.x; import.meta.url; f?.(1);
     import("m"); await import("m"); a.then(b).catch(c);`,
  ],
  operators: [
    "file.js",
    `a === b; a < b; a in b; a instanceof B; a + b * c ** d; a && b || c; a ?? b; a ? b : c; a & b | c;
     a = b; a += 1; a ||= b; a ??= c; a &&= d; a = b = c; a, b; (a); ((a)).b; (a || b) && c; a >>>= 1;`,
  ],
  objects: [
    "file.js",
    `const code = 1, o = { code, a: 1, "b": 2, 3: 4, [c]: 5, ["d"]: 6, e() { return 1 }, get f() { return 2 },
       set f(v) {}, async g() {}, *h() {}, async *i() {}, ...rest, __proto__: null, [\`t\`]: 1, 0x10: 2, 1n: 3 };
     ({}); ({ code }); [1, , 2, ...o]; []; [[], {}]; ({ this: 1, default: 2, code() {}, "x-y"() {}, [z]() {}, get [w]() { return 1 } });`,
  ],
  destructuring: [
    "file.js",
    `const { a, b: c, d = 1, e: { f = 2, ...g }, ["h"]: i, [j]: k, ...l } = m;
     const [n, , o = 3, [p], { q }, ...[r, ...s]] = t;
     ({ a, b: c.d, e = 1, f: [g = 2, ...h], ...i } = j);
     [a, b.c, , [d = 1], { e, f: g = {} } = {}, ...h] = i;
     for ({ a, b: [c] } of d); for ([a] in b); for (const { x = 1 } of y); for (let [z] in w);
     [(a), (b.c)] = d; ({ a: (b) } = c); ({ a: [b] = [c], d: { e } = { f } } = g); ({ a = [1], b = { c } } = d);
     function func({ a, b: [c = 1] = [], ...d }, [e, ...g] = [], h = 1, ...[i, j]) { return { a, c, d, e, g, h, i, j } }
     const fn = ({ code }) => code, { length } = "abc", {} = {}, [] = [];`,
  ],
  functions: [
    "file.js",
    `function a(b, c = 1, ...d) { return b; function e() { return 1 } return () => 2 }
     const f = function g() { if (a) return 1; else { return 2 } }, h = async (i) => i, j = async function* () { yield* k };
     const l = () => ({ m: 1 }), n = () => { switch (a) { case 1: return 1; default: { return 2 } } };
     function o() { try { return 1 } catch (e) { return e } finally { return 3 } for (;;) return 4; while (a) return 5;
       do { return 6 } while (a); p: for (const q of r) { for (const s in t) return 7; continue p } class U { v() { return 8 } } }
     (function () { return arguments })(); (() => {})(); export default function () { return a }; function x() { new.target }
     function* w() { const x = yield 1; return x } async function y() { for await (const z of a) return await z }`,
  ],
  classes: [
    "file.js",
    `class A extends B { static a = 1; b; #c = 2; static #d; constructor(e) { super(e); this.#c = 3; this.f() }
       static g() { return this.#d } #h() { return super.h() } get i() { return this.#h() } set i(v) { #c in this }
       async j() {} *k() {} async *l() {} "m"() {} 7() {} [n]() {} ["o"] = 1; [p]; static { this.q = 1; let r; r } static async s() {}
       static = 1; get; set = 2; async; static static; } class I { 'constructor'() {} ['constructor']() {} }
     const C = class D extends (E, F) { x = D }; export default class extends G {}; class H {} new H(); H = 1;`,
  ],
  statements: [
    "file.js",
    `if (a) b(); else if (c) { d() } else e(); for (let i = 0, j = 1; i < j; i++) { continue } for (;;) { break }
     while (a) b(); do c(); while (d); switch (e) { case 1: case "2": f(); break; case g: { h() } default: i() } switch (j) {}
     try { a() } catch { b() } try { a() } catch ({ code }) { code } finally { c() } try {} catch (e) { e } throw new Error("x");
     label: { break label } ; debugger; var a = 1, b, c = 2; { let d = 1; { const d = 2; d } d } if (a) ; else ;
     export const x = 1, y = 2; export { a, b as z }; export default a;`,
  ],
  imports: [
    "file.js",
    `import "m"; import a from "m"; import * as b from "n"; import c, { d, e as f, default as g, "x-y" as h } from "o";
     import i, * as j from "p"; export * from "q"; export * as k from "r"; export { l, m as n, default as o } from "s";
     import json from "./a.json" with { type: "json" }; export { a, b as default, c as "c-d", f }; a(b, c, d, f, g, h, i, j);`,
  ],
  scopes: [
    "file.js",
    `var a = 1; var a = 2; let b; b = 1; const c = 1; function d() { a; var b = c; { let c = b; c } return e; var e }
     d(); d = 1; for (var f of g) f; for (let h = 0; h < 1; h++) (() => h)(); const i = () => i; class J { static k = J }
     (function l() { l() })(); try {} catch (m) { var m = 1; m } const [n, o] = p, { q, r: { s } } = n; n + o + q + s; q++;
     function t(u, v = u, { w = v } = {}) { u = 1; w += 1; arguments; return (x) => { x; y; undefined } } a += 1; [b] = [1];
     ({ b } = c); ({ z: b = 2 } = c); for (b of c); for (b in c); var undefined_ = undefined; globalThis.x; typeof zz; x?.y;`,
  ],
  commonjs: [
    "file.cjs",
    `const WebSocket = require("ws"), { Server, Receiver: R } = require("ws"); const CODE = 1000;
     function Foo() { this.x = 1 } Foo.prototype.bar = function () { return CODE }; Foo.prototype = { baz() {} }; Foo.static = 1;
     module.exports = Foo; module.exports.A = WebSocket; exports.B = Server; exports.C = exports.B; var ns = {}; ns.a = {}; ns.a.b = R;
     Foo.Inner = class {}; new Foo.Inner(); var self = this; self.y = 2; Object.defineProperty(exports, "d", { value: 1 });
     module.exports = { WebSocket, Server, code: CODE }; undeclared = 1; undeclared.x = 2;`,
  ],
  script: [
    "file.js",
    `var a = 1; function b() { return a } class C {} let d = 1; const e = 2; a = 2; b(); new C(d + e); f = a; f; with_(a);
     var WebSocket = window.WebSocket || window.MozWebSocket; WebSocket.x; g;`,
  ],
  jsx: [
    "file.jsx",
    `const A = () => <div a="x&amp;y" b={c} {...d} onClose={(e) => e.code === 1006}>text {e} <b.c.d/> <></> {/* no */} </div>;
     const B = <A:b c:d="1"/>; <this.x/>; const C = <A>{A}</A>; function D() { return <A b=<c/> /> } <div>{[1].map((x) => <i key={x}/>)}</div>;`,
  ],
  annotations: [
    "file.ts",
    `const a: number = 1, { b }: B = c, [d]: D[] = e; let f!: F; function g(h: H, i?: I, { j }: J = k, ...l: L[]): M { return h }
     const n = (o: O): o is P => true, q = async <T,>(r: T): Promise<T> => r; function s(this: S, t: T) { this; t }
     function u(v: unknown): asserts v is V {} function w(x): asserts x {} class Y { a: A; b?: B; c!: C; declare d: D; readonly e: E = 1;
       f(g: G): H; f(g: any) { return g } get i(): I { return 1 } set i(v: I) {} private static async j<K>(l: K): Promise<K> { return l } [k: string]: any }
     try {} catch (e: unknown) { e } for (const x of y as Z[]) x; f?.<A>(1); new Map<string, WebSocket>([]); g<A, B>(1); tag<A>\`x\`;`,
  ],
  assertions: [
    "file.ts",
    `(e as CloseEvent).code; (<CloseEvent>e).code; (e satisfies CloseEvent).code; e!.code; e!!.f!(); (e as unknown as A).b; ((e as A) as B).c;
     f(a as const, <const>b, (c as C)!, [1] as const, { d: 1 } as const satisfies D); (a as any) = 1; (a!) = 2; a! += 1; (b satisfies B)++;
     const g = h<I>; new (j as K)(); [a as any, (b)!] = c; ({ x: y as any } = z); for (a as any of b); export default (a as B);
     (e as typeof f).g; (await (h as Promise<I>)).j; x = y as Z; \`\${a as B}\`; if ((a as B)) (c as D)(); (a as B)?.c; (a?.b)!.c; a?.b!.c;`,
  ],
  types: [
    "file.ts",
    `type A = string | number | null | undefined | 1 | -1 | "x" | true | 1n | -2n | \`t\` | \`t\${B}\`; type C = (D & E) | F[] | readonly G[] | Array<H>;
     type I = [J, k?: L, ...M[]]; type N = [o: P, ...q: R[]]; type S = { a: T; b?: U; c(d: V): W; (e: X): Y; new (f: Z): A; [g: string]: B; "h-i": C; readonly j: D; get k(): E; set k(v: E); [l]: F };
     type G = (h: H, ...i: I[]) => J; type K = new (l: L) => M; type N2 = typeof n; type O = typeof p.q.r; type P = import("m").Q.R<S>; type T = typeof import("n"); type T2 = typeof import("n").x; type U = typeof v<W>;
     type X = Y["z"]; type A2 = keyof B; type C2<D, E extends F = G> = D extends infer H ? H : never; type I2 = { readonly [J in K as L]?: M }; type N3 = unique symbol; type O2 = a.b.C<D>; type P2 = (Q); type R2 = ((s: S) => T) | null;
     type U2 = abstract new () => V; let x: typeof this.y; type F2 = { f(this: G): void }; type M2 = import("m"); type M3 = import("m", { with: { "resolution-mode": "import" } }).X; let w: (this: W, v: V) => asserts v is X;`,
  ],
  interfaces: [
    "file.ts",
    `interface A extends B, C.D<E> { on(event: "close", f: (code: number, reason: Buffer) => void): this; onclose: ((e: CloseEvent) => void) | null; <T>(x: T): T; new (y: Y): A; readonly [z: string]: unknown; send?(): void; get g(): G; set g(v: G) }
     export interface F {} interface F { more: 1 } class G implements A, H.I<J> {} abstract class K<L> extends M<N> implements O { abstract p(): void; abstract q: Q; protected abstract get r(): R; abstract accessor s: S; accessor t = 1; static accessor #u: U; override v() {} }
     declare class W { x(y: number): void; z: Z; constructor(a: A); static b: B } export default interface Dflt {} export abstract class AA {} new G(); let k: K<1>, f: F;`,
  ],
  "parameter properties": [
    "file.ts",
    `class A { constructor(private ws: WebSocket, readonly code = 1000, public override x?: X, plain: P, protected readonly y: Y = z) { ws.close(code); this.ws.close(plain); ws = x; y } }
     class B { constructor(a: A); constructor(private a: any) { a } } class C { private constructor(@Inject() private readonly d: D, @E(f) g: G) { d; g } }`,
  ],
  "members without a space between them": [
    "file.js",
    "class A { a() {}static b() {}*[c]() {}get d() { return 1 }async e() {} }",
  ],
  decorators: [
    "file.ts",
    `@a @b() @c.d({ e: f }) class G { @h i = 1; @j() k() {} @l get m() { return 1 } @n static o; constructor(@p q, @r() private s, @t() { u }: V, @w x = 1) { q; s; u; x } y(@z a) { return a } @b accessor c = 2; @d ["e"]() {} }
     @x export class Y {} export @y class Z {} @z export default class W {}`,
  ],
  enums: [
    "file.ts",
    `enum A { B, C = 4000, D, E = C + 1, "F-G" = 1, "H", I = "x".length, J = A.B, K = \`l\`, M = -1 } const enum N { O = 1 << 2, P = O } export enum Q { R = N.O } declare enum S { T = 1 } declare const enum U { V }
     A.B; A["F-G"]; N.O; let x: A.C; type Y = typeof A; enum A { Z = 100 } export declare enum W {}`,
  ],
  namespaces: [
    "file.ts",
    `namespace A { export const b = 1; b; export namespace C { export class D {} } } A.b; new A.C.D(); function i() {} namespace i { export let j = 1 } i(); i.j; class K {} namespace K { export type L = 1 } let m: K.L;
     declare namespace N { const o: number } N.o; declare module "p" { export const q: 1; class WebSocket { close(): void } } import r = A.C; import s = require("t"); import type u = require("v"); export import w = A.b; r; s; u; w; module X { let y }
     export namespace Exported { export interface Z {} } let z: Exported.Z;`,
  ],
  overloads: [
    "file.ts",
    `function a(b: string): void; function a(b: number): void; function a(b: any) { b } a(1); export function c(): void; export function c() {} c(); class D { e(): void; e(f?: number) { f } constructor(); constructor(g?: any) {} static h(): void; static h() {} }
     declare function i(j: number): void; i(1); export declare function k(): void; k(); export default function l(): void; export default function l(m?: number) { m } l;`,
  ],
  ambient: [
    "file.ts",
    `declare const Deno: any; declare let a: A; declare var WebSocket: { new (url: string): WebSocket }; declare function b(): void; declare class C { d: D } declare namespace E { const f: 1 } declare enum G { H } declare type I = 1; declare interface J {}
     declare global { const K: number; interface Window { L: M } function n(): void; class O {} namespace P { type Q = 1 } var r: WebSocket; enum En { S } type T = 1 } export declare const s: number; export {};
     Deno.x; a; new WebSocket("u"); b(); new C(); E.f; G.H; let i: I, j: J; K; n(); new O(); r; s; let w: Window; let t: T; En.S; let q: P.Q; function inner() { let u: any; return u }`,
  ],
  "type-only": [
    "file.ts",
    `import type { A, B as C } from "m"; import { type D, type E as F, G } from "n"; import type H from "o"; import type * as I from "p"; export type { A, C as J } from "q"; export type { D }; export { type F }; export type * from "r"; export type * as K from "s";
     let a: A, c: C, d: D, f: F, g: G = G, h: H, i: I.X; import L, { type default as M } from "t"; L; let m: M; const A2 = 1; type A2 = typeof A2; let n: A2 = A2; interface N {} const N = {} as N; N; class O {} interface O { p: 1 } new O() as O;
     function p<T extends D, U = T>(t: T): U { let v: T; return t as any as U } type Q<T> = { [K in keyof T]: T[K] }; type R<T> = T extends (infer U)[] ? U : never; class S<T> { t: T; u(): T { return this.t } } let x: typeof a; type V<in out T> = T;`,
  ],
  "type script": [
    "file.ts",
    `interface CloseEvents { code: number } type Sock = WebSocket; const e: CloseEvents = x; var ws: Sock; function f(s: Sock) { return s } class A {} enum B { C } namespace D { export let g = 1 } declare const h: number; h; new A(); B.C; D.g; f(ws); let i = e;`,
  ],
  tsx: [
    "file.tsx",
    `const A = <T,>(p: P<T>) => <B<T> c={(d as D).e} f={g!}>{h as any}</B>; function I({ j }: J): JSX.Element { return <k.l m={j}/> } const n = <o p="q"/> as R; export default I;`,
  ],
  using: [
    "file.ts",
    `{ using a = b(); await using c = d(); a; c } for (using e of f) e; export {}; const { [g]: h, i: { j } = k } = l; h; j; (1).toFixed(); 1..x; a<b>(c); if (a < b && c > d) e; x = a! as B<C>; declare var _: any;`,
  ],
  receives: [
    "file.ts",
    `import WebSocket, { WebSocketServer } from "ws"; const wss = new WebSocketServer({ port: 0 }); wss.on("connection", (ws, req) => { ws.on("close", (code: number, reason) => { if (code === 1006 || [1000, 1001].includes(code)) return; switch (code) { case 4000: break; case CODES.x: default: ws.close(1011, "no") } }) });
     for (const client of wss.clients) if (client.readyState === WebSocket.OPEN) client.close(cond ? 1000 : 1001); class S { #ws?: WebSocket; private handlers = { onClose: (e: CloseEvent) => e.code }; constructor(private readonly url: string) { this.#ws = new WebSocket(url); this.#ws.onclose = this.close } close = ({ code = 1005, wasClean }: CloseEvent) => { this.#ws?.close(code) } }
     const CODES = { x: 4001, y: 4_002 } as const; const { x, y: why = 4003 } = CODES; export { x as CODE, why };`,
  ],
};
