/**
 * Where the sites of a text stand.
 */
import type { Catalogue } from "../catalogue/catalogue.ts";
import {
  anyOf,
  anyWord,
  BARE_CODE,
  CODE,
  IN_CODE,
  NUMBER,
  SPELLED,
  TELLING_NUMBER,
} from "./patterns.ts";

/** What a call has behind its name: `ws.end(`, `ws["end"](`, `ws.end?.(`, `(ws.end as F)(`, `(ws.end)(`. */
const CALLED = String.raw`(?:(?:["'\x60]\])?\s*(?:[(<!]|\?\.|as\b)|(?<=[.#]\w+)\s*\))`;

/** A received code may be called so, and no property of a library's types is. */
const COMPARED = String.raw`(?:status|reason)(?<=(?<![.#\w$])\w+)(?=\s*[)=!<>])`;

/**
 * Finds the words at or beside which every site of a text stands: a code's name or number, a method
 * that sends, a look into a list, a constructor, an enum. Whoever looks at these places and around them has seen all
 * that a walk over the whole tree would find.
 */
export function siteWords(catalogue: Catalogue): RegExp {
  const methods = catalogue.sendingMethods.filter((name) => !/clos|code/i.test(name));
  const members = [...catalogue.codeMembers].filter((name) => !/clos|code/i.test(name));
  const calls = [String.raw`(?:has|includes|indexOf)\b${CALLED}`];
  if (members.length > 0) calls.push(String.raw`(?:${anyWord(members)})\b`);
  if (methods.length > 0)
    calls.unshift(
      // Not every `end` and no `new Error` of a program; `{ end: hangUp }` gives it another name.
      String.raw`(?:${anyWord(methods)})\b(?<!new \w+)(?:${CALLED}|["'\x60]?\s*:\s*[a-z_$]|\.bind\b)`,
    );
  const names = ["clos", CODE, COMPARED];
  return everyWord([...names, NUMBER, String.raw`\b(?:${anyOf(calls)})`]);
}

/** What names and numbers alone may speak of, in a file that proves nothing. */
const SUGGESTED = ["close_?event", SPELLED, TELLING_NUMBER];

/** As `siteWords`, for a file in which only names are left to suggest a site. */
export function suggestedSiteWords(): RegExp {
  return everyWord([...SUGGESTED, BARE_CODE, String.raw`\b(?:close|drop|end)\b${CALLED}`]);
}

/** As `siteWords`, for a file in which only the checker and names are left to tell of a site. */
export function typedSiteWords({ codeMembers, sendingMethods }: Catalogue): RegExp {
  const called = String.raw`["'\x60\]]*\s*(?:[(<)!]|\?\.|as\b)`;
  return everyWord([
    ...SUGGESTED,
    // No key, and not told to be of a type: `{ code: 1 }`, `(code: number)`.
    String.raw`(?:${BARE_CODE}|(?<![\w$])(?:${anyWord(codeMembers)})(?![\w$]))(?!\s*:)`,
    COMPARED,
    // Another name for a method is followed, and there is nothing to follow.
    String.raw`(?:\b(?:${anyWord(sendingMethods)})\b(?<=[.#"'\x60]\w+)|clos\w*)${called}`,
  ]);
}

function everyWord(patterns: readonly string[]): RegExp {
  return new RegExp(`(?:${anyOf(patterns)})${IN_CODE}`, "gim");
}
