import type { Library } from "../catalogue/library.ts";
import { wordsOf, type Words } from "./library-words.ts";
import { Origins } from "./origins.ts";
import {
  anyOf,
  anyWord,
  BARE_CODE,
  IN_CODE,
  NUMBER_OF_TABLE,
  OF_SUBJECT,
  OTHER_NOTATIONS,
  OTHERWISE_WRITTEN,
  REGISTERED_NUMBER,
  SPELLED,
  TELLING_DECIMAL,
  TELLING_NUMBER,
  WEBSOCKET_CODE,
} from "./patterns.ts";

/** What names alone may suggest (convention.ts), and the property that nearly every event has. */
const NAMES = word(
  anyOf([`clos${IN_CODE}`, `code${IN_CODE}${OF_SUBJECT}`, `${WEBSOCKET_CODE}${IN_CODE}`]),
);
const TABLE = word(NUMBER_OF_TABLE);
const DECIMAL = word(TELLING_DECIMAL + IN_CODE);
const OTHERWISE = word(OTHERWISE_WRITTEN + IN_CODE);

/** Behind a number, with which nothing is computed: `1000 * seconds`, `a + 1008 | 0`. */
const NOT_COMPUTED = String.raw`(?!\s*(?:[*+]|\/(?![*/])|[|&]\s*\d))(?<!(?:[*+-]|(?<!\*)\/)\s*[\w.]+)`;

/** Behind `code`: it is compared, and with no status of HTTP and no text. */
const COMPARED = String.raw`\s*(?:(?:[!=]==?|[<>])(?![=\s]*(?:\d{1,3}\b|0x\w\w\b|["'\x60]))|,\s*\d|as\b)`;

/** Before it: `1006 === event.code`, `switch (code)`, `RETRY.has(code)`. */
const LOOKED_AT = String.raw`(?<=(?:[!=]==?\s*|\b(?:switch|includes|has|indexOf|expect)\s*\(\s*)[\w$.?]*code)`;

/** What stands between the name of a method and its arguments: `ws["close"](`, `(ws.close as F)(`, `ws.close?.(`. */
const CALLED = String.raw`["'\x60\]!]*(?:\s+as\b[^()]{0,40}\))?\s*(?:\?\.)?\(`;

/** `code`, that is compared with something or looked for in it. */
const CODE_LOOKED_AT = String.raw`${BARE_CODE}${IN_CODE}["'\x60\])]*(?:${COMPARED}|${LOOKED_AT})`;

/** The methods that names alone may suggest to send: each begins with a word of its own. */
const CLOSE = String.raw`clos(?<=[.#"'\x60]clos)${IN_CODE}e${CALLED}`;
const END = String.raw`\.(?:drop|end)${IN_CODE}${CALLED}`;
const PASSED_ON = String.raw`[^;]{0,200}?(?:code|status)`;
const ARGUMENT = String.raw`\s*[^\s)]`;

const NAMED = word(`(?:${SPELLED})${IN_CODE}`);

/** What suggests a report whatever stands beside it: a number, a code that is passed on with a reason. */
const SUGGESTED = [
  word(REGISTERED_NUMBER + NOT_COMPUTED + IN_CODE),
  word(anyOf(["clos(?<=initclos)eevent", CLOSE + PASSED_ON])),
];

/** As much for a site, of which nothing is to be reported yet. */
const SUGGESTED_SITE = [...SUGGESTED, NAMED, word(END + PASSED_ON)];

/** What suggests one beside a number: a call with arguments, a table's name, a code that is looked at. */
const SUGGESTED_BESIDE_NUMBER = [
  word(
    anyOf([
      CLOSE + ARGUMENT,
      String.raw`clos\w*${IN_CODE}["'\x60\]]*(?:\s*(?:[=:]\s*(?:\d|[\w.\s]{0,60}[({[])|\{)|\sextends\b)[^]{0,300}?${TELLING_NUMBER}${NOT_COMPUTED}`,
      CODE_LOOKED_AT,
    ]),
  ),
  word(END + ARGUMENT),
];

function word(pattern: string): RegExp {
  return new RegExp(pattern, "im");
}

/** Tells by searches of a text whether it is worth to be walked, or even parsed. */
export class TextGate {
  readonly #libraryWords: RegExp;
  readonly #typed: readonly RegExp[];
  readonly #followed: RegExp;
  readonly #origins: Origins;
  /** Whoever asks whether there may be sites, asks whether they can be proved next. */
  #latest: { readonly text: string; readonly mayProve: boolean } | undefined;

  constructor(libraries: readonly Library[]) {
    const words = wordsOf(libraries);
    const { calls } = words;
    const patterns = namesIn(words);
    const called = anyWord([...calls].filter(isUncovered));
    // `ws.end(1001)`, `const { end: hangUp } = ws`, `ws.end.bind(ws)`
    if (called !== "")
      patterns.push(
        String.raw`\b(?:${called})\s*(?:(?:\?\.)?\(\s*[^\s)"'\x60]|:\s*[a-z_$]|\.bind\b)`,
      );
    this.#libraryWords = word(patterns.length > 0 ? anyOf(patterns) : "(?!)");
    this.#typed = provableByTypes(words);
    this.#followed = provableByFlow(words);
    this.#origins = new Origins(libraries);
  }

  /**
   * Whether a text can hold a site at all.
   *
   * @param hasTypes - whether a checker may prove what the text does not
   */
  lets(text: string, hasTypes: boolean): boolean {
    if (!NAMES.test(text) && !TABLE.test(text) && !this.#mayCall(text, hasTypes)) return false;
    return hasTypes || this.mayProve(text) || mayOnlySuggest(text);
  }

  /**
   * Whether a text can hold a site with a code. Of those without, as `file.close()`, nearly every
   * program has some.
   *
   * @param hasTypes - as for {@link lets}
   */
  letsCodes(text: string, hasTypes: boolean): boolean {
    if (!this.#mentionsCode(text, hasTypes)) return false;
    if (isAny(SUGGESTED, text)) return true;
    const isNumbered = hasTellingNumber(text);
    const isSuggested = (): boolean => NAMED.test(text) || isAny(SUGGESTED_BESIDE_NUMBER, text);
    if (isNumbered && (hasTypes || isSuggested())) return true;
    if (!this.mayProve(text)) return hasTypes && (NAMED.test(text) || isAny(this.#typed, text));
    return isNumbered || isAny(this.#typed, text) || this.#followed.test(text);
  }

  /** Whether there is a word that a code stands beside. */
  #mentionsCode(text: string, hasTypes: boolean): boolean {
    if (NAMES.test(text)) return true;
    // Without one, only a checker or a number can tell what a library's method is given.
    return (hasTypes || DECIMAL.test(text)) && (TABLE.test(text) || this.#libraryWords.test(text));
  }

  /** Whether there is a word of a library: nothing without that library or a number. */
  #mayCall(text: string, hasTypes: boolean): boolean {
    if (!hasTypes && !hasTellingNumber(text) && !this.mayProve(text)) return false;
    return this.#libraryWords.test(text);
  }

  /**
   * Whether a text has what everything known of a socket begins with: a library's module or global.
   * Without, names alone may suggest a site, and nothing can prove it but the checker.
   */
  mayProve(text: string): boolean {
    if (this.#latest?.text !== text) this.#latest = { text, mayProve: this.#origins.areIn(text) };
    return this.#latest.mayProve;
  }
}

/** Whether names alone suggest a site. */
function mayOnlySuggest(text: string): boolean {
  if (isAny(SUGGESTED_SITE, text)) return true;
  return hasTellingNumber(text) && isAny(SUGGESTED_BESIDE_NUMBER, text);
}

function isAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

/** What a checker may prove: a call with arguments, a code that is looked at or taken out, a library's word. */
function provableByTypes(words: Words): readonly RegExp[] {
  const { calls, keyedCalls, names } = words;
  const called = (methods: ReadonlySet<string>): string =>
    String.raw`[.#"'\x60](?:${anyWord(methods)})${IN_CODE}${CALLED}\s*`;
  const patterns = [
    [
      CLOSE + ARGUMENT,
      CODE_LOOKED_AT,
      String.raw`code(?<=[{,]\s*code)${IN_CODE}\s*(?::\s*[a-z_$][\w$]*\s*)?[,}]`,
    ],
    [
      String.raw`${called(calls)}[^\s)"'\x60]`,
      String.raw`${called(keyedCalls)}\{[^}]{0,200}?\b(?:${anyWord(names)})\b`,
    ],
    namesIn(words),
  ];
  return patterns.filter((some) => some.length > 0).map((some) => word(anyOf(some)));
}

/** What a flow may prove besides: a method by another name, or any that closes; a code that is any number. */
function provableByFlow({ calls, keyedCalls }: Words): RegExp {
  const methods = `(?:${anyWord([...calls, ...keyedCalls])})`;
  return word(
    anyOf([
      String.raw`\.${methods}\b(?!\s*(?:\?\.)?\()${IN_CODE}`,
      String.raw`[{,]\s*${methods}\s*(?:[,}]|:\s*[a-z_$])${IN_CODE}`,
      String.raw`clos(?<=\.\w*clos)\w*${IN_CODE}${CALLED}${ARGUMENT}`,
      String.raw`${BARE_CODE}${IN_CODE}["'\x60\])]*\s*(?:[!=]==?|[<>]|:\s*[-+]?\d)`,
    ]),
  );
}

function hasTellingNumber(text: string): boolean {
  if (DECIMAL.test(text)) return true;
  return OTHER_NOTATIONS.some((part) => text.includes(part)) && OTHERWISE.test(text);
}

/** The names that a code is sent or received by, each as a whole. */
function namesIn({ names }: Words): string[] {
  return [...names].filter(isUncovered).map(whole);
}

/** Whether a word is none of those that are looked for in any case. */
function isUncovered(name: string): boolean {
  return !/clos|^code$/i.test(name);
}

function whole(name: string): string {
  const word = anyWord([name]);
  return String.raw`${word}(?![a-z0-9])(?<=(?<![a-z0-9])${word})`;
}
