import { parse } from "@typescript-eslint/parser";
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import type { Random } from "./random.ts";

/** Pieces that bring the rules' own subjects into programs about anything. */
const EXPRESSIONS = [
  "new WebSocket('wss://a')",
  "ws",
  "this.ws",
  "event",
  "event.code",
  "code",
  "reason",
  "ws.close(1006)",
  "ws.close(code, reason)",
  "ws?.close?.(1e3, `${reason}`)",
  "ws.close()",
  "ws.close(undefined, error.message)",
  "ws.close(1000, reason.slice(0, 123))",
  "event.code === 999",
  "[1000, 2000].includes(event.code)",
  "new Set([1001]).has(code)",
  "ws.onclose = (event) => ws.close(event.code)",
  "new CloseEvent('close', { code: 1006 })",

  "ws.on('close', (code, reason) => ws.close(code, reason))",
  "{ GOING_AWAY: 1002, code: 1006 }",
  "event.initCloseEvent('close', true, true, false, 1006, '')",
  "{ __proto__: null, close }",

  "class { get close() { return 1006 } static NORMAL = 1000 }",
  "[...ws, , code]",
  "close`1006`",
  "(code = 1006) => ws.close(code)",
  "async function* close(code) { ws.close(await code) }",

  "1006",
  "1001",
  "3000",
  "4000",
  "'1006'",
  "-0",
  "NaN",
  "1006n",
  "1000.5",
  "undefined",
  "null",
  "toString",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "require('ws')",
  "import('ws')",
];

const STATEMENTS = [
  'import WebSocket, { WebSocketServer } from "ws";',
  'import { CloseCode } from "ws-close-codes";',
  'import type { CloseCode } from "ws-close-codes";',
  'const { WebSocket } = require("ws");',
  'new WebSocketServer().on("connection", (ws) => { ws.on("close", (code) => ws.close(code)); });',
  "const CloseCode = { Normal: 1000, GOING_AWAY: 1002, __proto__: null };",
  "enum Close { Normal = 1000, Away, Lost = Normal + 6 }",
  "switch (event.code) { case 1000: case '1006': case 999: default: }",
  "for (const ws of wss.clients) ws.close(1001);",
  "export default class extends WebSocket { close(code) { super.close(code); } }",
];

/** Tokens that a program breaks by. */
const SHARDS = [
  "(",
  ")",
  "{",
  "}",
  "`",
  "'",
  "=>",
  "?.",
  "...",
  "\u2028",
  "\0",
  "/*",
  "<",
  "@",
  "#",
];

/** Of characters: longer programs cost more than they show. */
const LONGEST = 1500;

/** Of files at hand at a time, and after how many programs one of them is changed for another. */
const POOL = 30;
const CHANGE = 20;

/** Where any expression may stand in the place of a name. */
const AROUND = /^(?:Binary|Call|Conditional|Logical|New)Expression$|^(?:Return|If)Statement$/;

interface Source {
  readonly text: string;
  /** Where its expressions stand. */
  readonly spots: readonly (readonly [start: number, end: number])[];
}

/** Programs that are taken from the packages installed here, and changed at random. */
export class Programs {
  readonly #random: Random;
  readonly #paths: readonly string[];
  readonly #pool: (readonly Source[])[] = [];

  constructor(random: Random, folders: readonly string[]) {
    this.#random = random;
    const patterns = folders.map((folder) => `${folder}/**/*.{js,cjs,mjs,ts,mts,cts}`);
    this.#paths = globSync(patterns, {
      followSymbolicLinks: false,
      ignore: ["**/*.min.js"],
    }).sort();
  }

  get paths(): number {
    return this.#paths.length;
  }

  /** One more program. Most of them parse; the rest is what an editor sees. */
  next(): string {
    const random = this.#random;
    const source = this.#source();
    let text = random.below(3) > 0 ? this.#grafted(source) : source.text;
    for (let count = random.below(5); count > 0; count--)
      text = `${random.of(STATEMENTS)}\n${text}`;
    if (random.below(6) === 0) text = this.#broken(text);
    return text;
  }

  /** Some expressions replaced by others. */
  #grafted({ text, spots }: Source): string {
    const random = this.#random;
    const chosen = Array.from({ length: 1 + random.below(6) }, () => random.of(spots))
      .filter(Boolean)
      .sort((a, b) => b[0] - a[0]);
    let last = text.length;
    let grafted = text;
    for (const [start, end] of chosen) {
      if (end > last) continue;
      const [from, to] = random.of(spots) as [number, number];
      const graft = random.below(3) > 0 ? random.of(EXPRESSIONS) : text.slice(from, to);
      grafted = grafted.slice(0, start) + graft + grafted.slice(end);
      last = start;
    }
    return grafted;
  }

  /** Cut, doubled, or with a token that does not belong there. */
  #broken(text: string): string {
    const random = this.#random;
    const at = random.below(text.length + 1);
    const end = at + random.below(40);
    const between = random.of(["", random.of(SHARDS), text.slice(at, end).repeat(2)]);
    return text.slice(0, at) + between + text.slice(end);
  }

  /** A few statements of a file. */
  #source(): Source {
    const random = this.#random;
    while (this.#pool.length < POOL || random.below(CHANGE) === 0) {
      const sources = sourcesOf(random.of(this.#paths));
      if (sources.length === 0) continue;
      if (this.#pool.length === POOL) this.#pool.splice(random.below(POOL), 1);
      this.#pool.push(sources);
    }
    return random.of(random.of(this.#pool));
  }
}

/** A file in pieces of whole statements. */
function sourcesOf(path: string): readonly Source[] {
  const text = readFileSync(path, "utf8");
  if (text.length > 200_000) return [];
  let body: readonly { readonly range: readonly [number, number] }[];
  try {
    body = parse(text, { range: true }).body;
  } catch {
    return [];
  }
  const pieces: string[] = [];
  for (let first = 0; first < body.length;) {
    const start = body[first]?.range[0] ?? 0;
    let end = start;
    while (first < body.length && (body[first]?.range[1] ?? 0) - start <= LONGEST)
      end = body[first++]?.range[1] ?? end;
    if (end > start) pieces.push(text.slice(start, end));
    else first++;
  }
  return pieces.flatMap((piece) => {
    const spots = spotsOf(piece);
    return spots.length > 0 ? [{ text: piece, spots }] : [];
  });
}

/** Where a piece has expressions. */
function spotsOf(text: string): readonly (readonly [number, number])[] {
  const spots: (readonly [number, number])[] = [];
  const visit = (node: unknown, parent = ""): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, range } = node as { type?: unknown; range?: readonly [number, number] };
    const kind = typeof type === "string" ? type : parent;
    const isSpot = kind === "Identifier" ? AROUND.test(parent) : /Expression$|^Literal$/.test(kind);
    if (range && typeof type === "string" && isSpot) spots.push(range);
    for (const child of Object.values(node)) visit(child, kind);
  };
  try {
    visit(parse(text, { range: true }).body);
  } catch {
    return [];
  }
  return spots;
}
