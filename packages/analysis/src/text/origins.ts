import type { Library, LibraryType, Shape } from "../catalogue/library.ts";
import { anyOf, anyWord, IN_CODE } from "./patterns.ts";

/** Globals, modules and members that do much else: a socket comes from them by a name with `websocket`. */
const GENERAL: ReadonlySet<string> = new Set([
  "Bun",
  "Deno",
  "DurableObject",
  "DurableObjectState",
  "Response",
  "ctx",
  "events",
  "fetch",
  "http",
  "node:events",
  "node:http",
]);

const QUOTE = String.raw`["'\x60]`;

/** What is no part of a name or of a path. */
const BEFORE = String.raw`(?<![\w$/-])`;
const BEHIND = String.raw`(?![\w$/-])`;

/** Behind a name: it is no text, but in `self["WebSocket"]`. */
const NO_TEXT = String.raw`(?:(?!${QUOTE})|(?<=\[${QUOTE}\w+))`;

/** Behind the beginning of a specifier: `from "ws"`, `import("ws")`, `require("ws")`. */
const IMPORTED = String.raw`(?<=(?:from|import|require)\s*\(?\s*${QUOTE}[^"'\x60\s]+)`;

/** Finds the names that everything known of a socket begins with: a library's module or global. */
export class Origins {
  readonly #names: RegExp;
  readonly #modules: RegExp;

  constructor(libraries: readonly Library[]) {
    const real = libraries.filter(({ lookAlike }) => !lookAlike);
    const names = [...new Set(real.flatMap(namesIn))].filter((name) => !GENERAL.has(name));
    this.#names = new RegExp(`(?:${wholeNames(names)})${NO_TEXT}${IN_CODE}`, "m");
    const modules = real
      .flatMap((one) => one.modules ?? [])
      .filter((module) => !GENERAL.has(module));
    const isFamily = (module: string): boolean => module.endsWith("/*");
    const exact = modules.filter((module) => !isFamily(module));
    const families = modules.filter(isFamily).map((module) => module.slice(0, -1));
    // Deno writes `npm:ws@8`.
    const named = anyOf([
      `(?:${anyWord(exact)})(?=${QUOTE})`,
      anyWord([...families, "npm:", "jsr:"]),
    ]);
    this.#modules = new RegExp(`${QUOTE}(?:${named})${IMPORTED}${IN_CODE}`, "m");
  }

  areIn(text: string): boolean {
    return this.#names.test(text) || this.#modules.test(text);
  }
}

/** Nearly every name has it, and V8 skips from one to the next. */
const SOCK = /[sS]ock/;

/** Names as a whole. */
function wholeNames(names: readonly string[]): string {
  const end = String.raw`\w*(?<=${anyOf(names.map(whole))})${BEHIND}`;
  const others = names.filter((name) => !SOCK.test(name));
  return anyOf([
    SOCK.source + end,
    ...others.map((name) => `${anyWord([name])}${BEHIND}(?<=${whole(name)})`),
  ]);
}

/** `.connectSocket` is a member of anything. */
function whole(name: string): string {
  return (name.startsWith(".") ? "" : BEFORE) + anyWord([name]);
}

/** What tells of a library: its globals, members named after a socket, methods that make a class one of its own. */
function namesIn({ globals = {}, types = {} }: Library): readonly string[] {
  return [
    ...Object.entries(globals).flatMap(([name, shape]) => namesOf(name, shape, types)),
    ...Object.values(types).flatMap((type) =>
      type.implicit ? Object.keys(type.members ?? {}) : [],
    ),
    ...keysIn([globals, Object.values(types)]).filter((key) => /websocket/i.test(key)),
  ];
}

function keysIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

/** What a global is known by: its name, or that of a member where each of them has a socket in it. */
function namesOf(
  name: string,
  shape: Shape,
  types: Readonly<Record<string, LibraryType>>,
): readonly string[] {
  const type = typeof shape === "string" ? types[shape] : undefined;
  const { members, methods, on, listen } = type ?? {};
  const inside = Object.keys({ ...members, ...methods, ...on, ...listen });
  return inside.length > 0 && inside.every((one) => /socket/i.test(one))
    ? inside.map((one) => `.${one}`)
    : [name];
}
