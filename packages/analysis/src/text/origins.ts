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

/** Finds the names that everything known of a socket begins with: a library's module or global. */
export class Origins {
  /** Without one of these a text has no name; V8 skips from one to the next. */
  readonly #parts: RegExp;
  readonly #names: RegExp;
  readonly #modules: RegExp;

  constructor(libraries: readonly Library[]) {
    const real = libraries.filter(({ lookAlike }) => !lookAlike);
    const names = telling(real.flatMap(namesIn));
    const others = names.filter((name) => !/sock/i.test(name));
    this.#parts = new RegExp(anyOf(["sock", anyWord(others)].filter(Boolean)), "i");
    this.#names = new RegExp(
      anyOf([
        `(?:[Ww]eb_?[Ss]ocket|WEB_?SOCKET)${IN_CODE}`,
        String.raw`(?:${anyWord(names)})(?![\w$])(?<=(?<![\w$])\w+)${IN_CODE}`,
      ]),
      "m",
    );
    const modules = telling(real.flatMap((one) => one.modules ?? []));
    const exact = modules.filter((one) => !one.endsWith("/*"));
    const families = modules.filter((one) => one.endsWith("/*")).map((one) => one.slice(0, -1));
    const quote = String.raw`["'\x60]`;
    // Deno writes `npm:ws@8`.
    this.#modules = new RegExp(
      `${quote}(?:(?:${anyWord(exact)})(?=${quote})|${anyOf([anyWord(families), "npm:", "jsr:"].filter(Boolean))})${IN_CODE}`,
      "m",
    );
  }

  areIn(text: string): boolean {
    return (this.#parts.test(text) && this.#names.test(text)) || this.#modules.test(text);
  }
}

/** The names of a library's globals, and of the methods that make a class one of its own. */
function namesIn({ globals = {}, types = {} }: Library): readonly string[] {
  return [
    ...Object.entries(globals).flatMap(([name, shape]) => namesOf(name, shape, types)),
    ...Object.values(types).flatMap((type) =>
      type.implicit ? Object.keys(type.members ?? {}) : [],
    ),
  ];
}

/** What a global is known by: its name, or its members where each of them has a socket in its name. */
function namesOf(
  name: string,
  shape: Shape,
  types: Readonly<Record<string, LibraryType>>,
): readonly string[] {
  const type = typeof shape === "string" ? types[shape] : undefined;
  const { members, methods, on, listen } = type ?? {};
  const inside = Object.keys({ ...members, ...methods, ...on, ...listen });
  return inside.length > 0 && inside.every((one) => /socket/i.test(one)) ? inside : [name];
}

function telling(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter((word) => !GENERAL.has(word) && !/websocket/i.test(word));
}
