/** What hovers and messages say of runtimes in general, held against the committed tables. */
import { expect, test } from "vitest";
import { en } from "ws-close-codes";
import { outcomeOf } from "./ranges.ts";
import { readTable } from "./tables.ts";

const sent = readTable("send");
const received = readTable("receive");

/** The rows of these implementations; all, without names. */
function rows<R extends { name: string }>(table: readonly R[], ...names: string[]): R[] {
  const found = table.filter(({ name }) => names.length === 0 || names.includes(name));
  expect(found).toHaveLength(names.length === 0 ? table.length : names.length);
  return found;
}

const browsers = ["Chromium", "Firefox"];
const deno = ["Deno client", "Deno.upgradeWebSocket"];
/** Those that check what they receive. */
const strict = ["undici", "ws client", "ws server", "Bun client", "Bun.serve"];

const calls = (call: string, ...names: string[]): string[] =>
  rows(sent, ...names).map((row) => row.calls[call] ?? "");
const ends = (end: string, ...names: string[]): string[] =>
  rows(received, ...names).map((row) => row.ends[end] ?? "");
const failures = (why: string, ...names: string[]): string[] =>
  rows(received, ...names).map(({ failures = {} }) => failures[why] ?? "");
const some = (outcomes: string[], pattern: RegExp): boolean =>
  outcomes.some((outcome) => pattern.test(outcome));
const all = (outcomes: string[], pattern: RegExp): boolean =>
  outcomes.every((outcome) => pattern.test(outcome));

const LONG = 'close(1000, "a" x 124)';
const EMPTY = "Close frame without a code";

/** What a text says, in its own words, and how the tables show it. */
const claims: [text: string, words: string, shown: () => boolean][] = [
  [
    en.tooLong.browser,
    "browsers throw SyntaxError",
    () => all(calls(LONG, ...browsers), /^throws SyntaxError$/),
  ],
  [
    en.tooLong.ws,
    "`ws` throws RangeError",
    () => all(calls(LONG, "ws client", "ws server"), /^throws RangeError$/),
  ],
  [en.tooLong.varies, "it throws", () => some(calls(LONG), /^throws /)],
  [en.tooLong.varies, "is cut", () => some(calls(LONG), /^sends 1000 with 123 bytes$/)],
  [
    en.tooLong.varies,
    "goes out as an illegal frame",
    () => some(calls(LONG), /^sends 1000 with 124 bytes$/),
  ],
  [
    en.messages["reason-without-code"],
    "some runtimes throw",
    () => some(calls('close(undefined, "bye")'), /^throws /),
  ],
  [
    en.messages["reason-without-code"],
    "some send 1000",
    () => some(calls('close(undefined, "bye")'), /^sends 1000 "bye"$/),
  ],
  [
    en.messages["reason-without-code"],
    "some drop the reason",
    () => some(calls('close(undefined, "bye")'), /^sends no code$/),
  ],
  [
    en.notPortable.fraction,
    "some runtimes round",
    () => some(calls("close(3000.7)"), /^sends 3001$/),
  ],
  [en.notPortable.fraction, "some truncate", () => some(calls("close(3000.7)"), /^sends 3000$/)],
  [en.notPortable.fraction, "some reject", () => some(calls("close(1000.7)"), /^throws /)],
  [
    en.notPortable.numericString,
    "some runtimes turn into a number",
    () => some(calls('close("1000")'), /^sends 1000$/),
  ],
  [en.notPortable.numericString, "some reject", () => some(calls('close("1000")'), /^throws /)],
  [
    en.outcomes["illegal-frame"],
    "a strict peer answers with 1002",
    () =>
      rows(received, ...strict).every(({ reply }) =>
        [0, 999, 1004, 1005, 1006, 1015, 2000, 5000].every(
          (code) => outcomeOf(code, reply) === "1002",
        ),
      ),
  ],
  [
    en.outcomes["empty-frame"],
    "the peer reports as 1005",
    () => all(ends(EMPTY, ...browsers, ...deno, ...strict), /^1005/),
  ],
  [
    en.messages["without-code"],
    "the peer reports 1005",
    () => all(ends(EMPTY, ...browsers, ...deno, ...strict), /^1005/),
  ],
  [
    en.observed[0],
    "Deno reports 0 where other runtimes report 1006",
    () => all(ends("TCP drop", ...deno), /^0,/),
  ],
  [
    en.observed[0],
    "elsewhere it comes from a broken peer",
    () =>
      rows(received, ...browsers).every(({ codes }) =>
        outcomeOf(0, codes)?.startsWith("passed on"),
      ),
  ],
  [
    en.observed[1005],
    "usually clean",
    () => all(ends(EMPTY, ...browsers, "undici", "ws client"), /^1005, clean$/),
  ],
  [
    en.observed[1006],
    "`wasClean` is false",
    () => all(ends("TCP drop", ...browsers, "undici", "ws client"), /^1006, not clean$/),
  ],
  [
    en.observed[1006],
    "Deno reports 0 instead",
    () => all(failures("connection refused", "Deno client"), /^0,/),
  ],
  [
    en.observed[1015],
    "Only Firefox reports 1015",
    () => all(failures("TLS handshake failed", "Firefox"), /^1015,/),
  ],
  [
    en.observed[1015],
    "other browsers report 1006",
    () => all(failures("TLS handshake failed", "Chromium"), /^1006,/),
  ],
  [
    en.observed[1015],
    "and Deno 0",
    () => all(failures("TLS handshake failed", "Deno client"), /^0,/),
  ],
  [
    en.received.code,
    "1006 for no Close frame at all (0 in Deno)",
    () => all(ends("TCP drop", ...deno), /^0,/),
  ],
];

test.each(claims)("%s: %s", (text, words, shown) => {
  expect(text).toContain(words);
  expect(shown(), words).toBe(true);
});
