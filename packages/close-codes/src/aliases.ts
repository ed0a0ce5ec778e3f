import { registeredCode, registeredCodes } from "./codes.ts";
import { tellsOfSomethingElse } from "./other-meanings.ts";
import { vocabularies } from "./vocabularies.ts";

/**
 * The codes that a name stands for, in any spelling and with any of the usual prefixes:
 * `CLOSE_GOING_AWAY`, `GoingAway`, `going away`, `WS_1001_GOING_AWAY` and `CloseCode.GoingAway` are
 * all 1001. Most names have one code; `Unsupported Data` has 1003, and 1007 in old versions of MDN.
 *
 * @returns the code that the registry gives the name to, then the others, in the order of the
 * vocabularies; empty for an unknown name
 */
export function findCloseCodes(alias: string): readonly number[] {
  const { registered, used } = meaningsOf(alias);
  return [...new Set([...registered, ...used])];
}

/**
 * Whether a name fits a code. The registry decides on its own names; any other name fits every code
 * that some vocabulary gives it to. What clearly tells of something else, such as `KICKED`, does not
 * fit 3000, 3003 and 3008, which the registry has given a meaning.
 *
 * @returns `undefined` if nothing can be said, for the name is unknown or too general, like `ERROR`
 */
export function isRightName(alias: string, code: number): boolean | undefined {
  const words = wordsOf(alias);
  if (tooGeneral.has(words.join(" "))) return undefined;
  const { registered, used } = meaningsOf(alias);
  if (registered.size > 0) return registered.has(code);
  if (used.size > 0) return used.has(code);
  const isLibrarys = code >= 3000 && registeredCode(code) !== undefined;
  return isLibrarys && tellsOfSomethingElse(words) ? false : undefined;
}

interface Meanings {
  /** By the registry. */
  readonly registered: Set<number>;
  /** By any vocabulary. */
  readonly used: Set<number>;
}

function meaningsOf(alias: string): Meanings {
  index ??= buildIndex();
  for (const spelling of spellings(alias)) {
    const meanings = index.get(spelling);
    if (meanings !== undefined) return meanings;
  }
  return { registered: new Set(), used: new Set() };
}

/** From spelling to meanings; built when it is first needed. */
let index: Map<string, Meanings> | undefined;

function buildIndex(): Map<string, Meanings> {
  const built = new Map<string, Meanings>();
  const meanings = (spelling: string): Meanings => {
    const known = built.get(spelling) ?? { registered: new Set(), used: new Set() };
    built.set(spelling, known);
    return known;
  };
  for (const { names } of vocabularies) {
    for (const [name, code] of Object.entries(names)) {
      for (const spelling of spellings(name)) {
        meanings(spelling).used.add(code);
      }
    }
  }
  for (const { code, name } of registeredCodes) {
    for (const spelling of spellings(name)) meanings(spelling).registered.add(code);
  }
  return built;
}

/** A name in lower-case words, then without what stands before or after it and adds nothing. */
function spellings(alias: string): readonly string[] {
  const words = wordsOf(alias);
  if (words.length > longestName) return [];
  let first = 0;
  while (isIn(before, words[first])) first++;
  let last = words.length;
  while (isIn(after, words[last - 1])) last--;

  const found: string[] = [];
  for (let from = 0; from <= first; from++) {
    for (let to = words.length; to >= last && to > from; to--) {
      const spelling = words.slice(from, to).join(" ");
      if (found.length === 0 || !tooGeneral.has(spelling)) found.push(spelling);
    }
  }
  return found;
}

const isIn = (set: ReadonlySet<string>, word: string | undefined): boolean =>
  word !== undefined && set.has(word);

/** `CloseCode.TLSHandshake` is `tls`, `handshake`; `WS_1001_GOING_AWAY` is `ws`, `going`, `away`. */
function wordsOf(alias: string): readonly string[] {
  return alias
    .replace(/^.*(?:\.(?=\w)|::)/su, "")
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "" && registeredCode(Number(word)) === undefined);
}

/** In words; no vocabulary needs more, and the number of spellings grows with the square. */
const longestName = 12;

const before: ReadonlySet<string> = new Set([
  "ws",
  "wss",
  "web",
  "socket",
  "websocket",
  "winhttp",
  "close",
  "event",
  "code",
  "codes",
  "status",
  "reason",
]);

const after: ReadonlySet<string> = new Set(["close", "code", "status", "reason"]);

/** Names that mean a close code only where they stand alone, and even there only to some. */
const tooGeneral: ReadonlySet<string> = new Set([
  "again",
  "away",
  "empty",
  "error",
  "extension",
  "invalid",
  "no",
  "ok",
  "policy",
  "protocol",
  "reserved",
  "restart",
  "size",
  "status",
  "success",
  "tls",
  "unacceptable",
  "unknown",
]);
