import type { Catalogue } from "./catalogue/catalogue.ts";
import type { Library, Method, Shape } from "./catalogue/library.ts";

/** What names alone may suggest (convention.ts), and the property that nearly every event has. */
const CONVENTION = [
  "clos",
  // Not the word in a sentence: a subject is followed by an operator, a bracket or a separator.
  String.raw`(?<![a-z])(?:status_?|reason_?)?code["'\x60]?\s*(?:[^\s\w.'"\x60$-]|(?:as|in|satisfies)\b)`,
  String.raw`[=<>]\s*[\w$.?]*code\b`,
  "(?:ws|websocket)_?(?:error_?)?code",
  // `GOING_AWAY: 1001`, `GoingAway = 1001`: a table may have no other word.
  String.raw`[=:]\s*(?:1_?0(?:0\d|1[0-5])|3_?00[038])\b`,
];

/**
 * The words without one of which a text holds no site at all: one test, before anything is parsed
 * or walked. A word in a comment lets a file through; that costs a walk and nothing else.
 */
export function textGate(libraries: readonly Library[]): RegExp {
  const { calls, words } = wordsOf(libraries);
  const uncovered = (word: string): boolean => !/clos|^code$/i.test(word);
  const patterns = [...CONVENTION, ...[...words].filter(uncovered).map(escape).map(whole)];
  const called = anyOf([...calls].filter(uncovered));
  if (called !== "") {
    // `ws.end(1001)`, `const { end: hangUp } = ws`, `ws.end.bind(ws)`
    patterns.push(
      String.raw`\b(?:${called})\s*(?:(?:\?\.)?\(\s*[^\s)"'\x60]|:\s*[a-z_$]|\.bind\b)`,
    );
  }
  return new RegExp(patterns.join("|"), "i");
}

/** What a received code may be called; not what texts are made of: `charCode`, `encoded`, `opcode`. */
export const CODE_NAME = "(?<!char|en|op|uni)code(?!point)|status|reason";

/** Numbers that are hardly anything but close codes or the bounds of their ranges, and how else they may be written. */
const NUMBERS = numbers(String.raw`[2-4]_?\d\d\d`);

/** Those that tell by themselves: no years, which the head of many a file has. */
const TELLING = numbers(String.raw`2_?(?:000|999)|[34]_?\d\d\d`);

/** @param from2000 - those from 2000 to 4999 */
function numbers(from2000: string): string {
  return String.raw`(?<![\w$.])(?:0x[\da-f_]{3,5}(?![\da-f_])|0[ob]\d+|999|1_?(?:0[01]\d|999)|${from2000}|5_?000|\d[\d_.]*e\d+)(?!\d)`;
}

/**
 * Finds the words at or beside which every site of a text stands: a code's name or number, a method
 * that sends, a look into a list, a constructor, an enum. Whoever looks at these places and around them has seen all
 * that a walk over the whole tree would find.
 */
export function siteWords(catalogue: Catalogue): RegExp {
  const methods = catalogue.sendingMethods.filter((name) => !/clos|code|status|reason/i.test(name));
  const patterns = ["clos", CODE_NAME, NUMBERS];
  if (methods.length > 0)
    patterns.push(
      // Not every `end` and no `new Error` of a program: `ws.end(`, `ws["end"](`, `(ws.end as F)(`, `{ end: hangUp }`.
      String.raw`\b(?:${anyOf(methods)})\b(?<!new \w+)["'\x60\]]*\s*(?:[(<:)!]|\?\.|as\b|\.bind\b)`,
    );
  patterns.push(String.raw`\b(?:has|includes|indexOf)\b["'\x60\]]*\s*(?:[(<)!]|\?\.|as\b)`);
  return new RegExp(patterns.join("|"), "gi");
}

/** A name that can hardly mean anything but a close code. */
const SPELLED = [
  "close_?d?_?(?:event_?)?(?:reason_?)?(?:code|status)",
  "(?:ws|websocket)_?(?:error_?)?code",
  "(?<![a-z0-9])closed?_",
  "(?:normal|abnormal)_?clos",
];

/** What names and numbers alone may speak of, in a file that proves nothing. */
const SUGGESTED = [TELLING, ...SPELLED, "close_?event"];

/** `code`, `statusCode`: the word by itself, and not in `decode`. */
const BARE_CODE = "(?<![a-z])(?:status_?|reason_?)?code(?![a-z])";

/**
 * In a text without one of these, names alone suggest no site: a telling number or name, a code that is
 * passed on to a method that closes, or the method that made close events.
 */
export function suggestionWords(): RegExp {
  const passedOn = String.raw`\b(?:close|drop|end)\b[^()]{0,40}\([^;]{0,200}?(?:code|status)`;
  return new RegExp([TELLING, ...SPELLED, passedOn, "initcloseevent"].join("|"), "i");
}

/** As `siteWords`, for a file in which only names are left to suggest a site. */
export function suggestedSiteWords(): RegExp {
  const patterns = [
    ...SUGGESTED,
    BARE_CODE,
    String.raw`\b(?:close|drop|end)\b["'\x60\]]*\s*(?:[(<:)!]|\?\.|as\b)`,
  ];
  return new RegExp(patterns.join("|"), "gi");
}

/** As `siteWords`, for a file in which only the checker and names are left to tell of a site. */
export function typedSiteWords({ codeMembers, sendingMethods }: Catalogue): RegExp {
  const called = String.raw`["'\x60\]]*\s*(?:[(<)!]|\?\.|as\b)`;
  const patterns = [
    ...SUGGESTED,
    // No key, and not told to be of a type: `{ code: 1 }`, `(code: number)`.
    String.raw`(?:${BARE_CODE}|(?<![\w$])(?:${anyOf(codeMembers)})(?![\w$]))(?!\s*:)`,
    // A parameter may be called so, and no property of a library's types is.
    String.raw`(?<![.\w$])(?:status|reason)(?=\s*[)=!<>])`,
    // Another name for a method is followed, and there is nothing to follow.
    String.raw`(?:\b(?:${anyOf(sendingMethods)})\b(?<=[.#"'\x60]\w+)|clos\w*)${called}`,
  ];
  return new RegExp(patterns.join("|"), "gi");
}

/** Globals, modules and members that do much else: a socket comes from them by a name with `websocket`. */
const GENERAL: ReadonlySet<string> = new Set([
  "Bun",
  "Deno",
  "Response",
  "ctx",
  "events",
  "fetch",
  "http",
  "node:events",
  "node:http",
]);

/**
 * The names that everything known of a socket begins with: a library's module or global. In a text
 * without one, names alone may suggest a site, and nothing can prove it but the checker.
 */
export function originWords(libraries: readonly Library[]): RegExp {
  const real = libraries.filter(({ lookAlike }) => !lookAlike);
  const modules = real.flatMap((one) => one.modules ?? []).map((one) => one.replace(/\/\*$/, ""));
  const names = real.flatMap(({ globals, types = {} }) => [
    ...Object.keys(globals ?? {}),
    ...Object.values(types).flatMap((type) =>
      type.implicit ? Object.keys(type.members ?? {}) : [],
    ),
  ]);
  const any = (words: readonly string[]): string =>
    [...new Set(words)]
      .filter((word) => !GENERAL.has(word) && !/websocket/i.test(word))
      .map(escape)
      .join("|");
  // Deno writes `npm:ws@8`.
  return new RegExp(
    String.raw`[Ww]eb_?[Ss]ocket|WEB_?SOCKET|["'\x60:/](?:${any(modules)})["'\x60@/]|(?<![\w$])(?:${any(names)})(?![\w$])`,
  );
}

interface Words {
  /** Methods that take a code as an argument. */
  readonly calls: Set<string>;
  /** Names that a code is sent or received by. */
  readonly words: Set<string>;
}

function wordsOf(libraries: readonly Library[]): Words {
  const found: Words = { calls: new Set(), words: new Set() };
  for (const library of libraries) {
    const { modules = [], exports = {}, globals = {}, types = {} } = library;
    for (const [name, shape] of [...Object.entries(exports), ...Object.entries(globals)]) {
      // The default export goes by any name, and by that of its module.
      const names = name === "default" || name === "module.exports" ? modules : [name];
      addShape(found, names, shape, library);
    }
    for (const type of Object.values(types)) {
      const { members = {}, methods = {}, on = {}, listen = {}, construct } = type;
      for (const [name, shape] of [...Object.entries(members), ...Object.entries(listen)])
        addShape(found, [name], shape, library);
      for (const [event, params] of Object.entries(on))
        for (const shape of params) if (shape !== null) addShape(found, [event], shape, library);
      for (const [name, method] of Object.entries(methods))
        addMethod(found, [name], method, library);
      // Who constructs it is known by the names of its class.
      for (const shape of construct?.args ?? [])
        if (shape !== null) addShape(found, [], shape, library);
    }
  }
  return found;
}

/** Adds what a shape that goes by these names brings; a code that it is or hands on goes by them too. */
function addShape(found: Words, names: readonly string[], shape: Shape, library: Library): void {
  const inside = (inner: Shape | null): void => {
    if (inner !== null) addShape(found, names, inner, library);
  };
  if (typeof shape === "string") {
    if (shape === "code") names.forEach((name) => found.words.add(name));
  } else if ("new" in shape) {
    const send = library.types?.[shape.new]?.construct?.send;
    if (send) names.forEach((name) => found.words.add(name));
  } else if ("promise" in shape) inside(shape.promise);
  else if ("each" in shape) inside(shape.each);
  else if ("handler" in shape) [...shape.handler, shape.returns ?? null].forEach(inside);
  else if ("tuple" in shape) shape.tuple.forEach(inside);
  else if ("anyOf" in shape) shape.anyOf.forEach(inside);
  else if ("method" in shape) addMethod(found, names, shape.method, library);
  else if ("members" in shape)
    for (const [name, inner] of Object.entries(shape.members))
      addShape(found, [name], inner, library);
}

function addMethod(
  found: Words,
  names: readonly string[],
  { send, args = [], returns }: Method,
  library: Library,
): void {
  if (send) {
    if (typeof send.code === "number") names.forEach((name) => found.calls.add(name));
    else found.words.add(send.code[1]);
  }
  for (const shape of [...args, returns ?? null])
    if (shape !== null) addShape(found, names, shape, library);
}

function anyOf(words: Iterable<string>): string {
  return [...words].map(escape).join("|");
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function whole(word: string): string {
  return String.raw`(?<![a-z0-9])${word}(?![a-z0-9])`;
}
