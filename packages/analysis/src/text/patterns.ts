/**
 * What close codes are written with.
 *
 * Each pattern begins with a word or a digit, and asks for what stands before it behind that: V8 skips
 * to a word ten times as fast as it asks the same at every place of a text.
 */

/** Behind a word: it stands in no line of a comment, where many words about closing are. */
export const IN_CODE = String.raw`(?<!^[\t ]*(?:\*[ \t]|\/\/).{0,200})`;

/** A number in no decimal digits alone: `0x3e8`, `1e3`. */
export const OTHERWISE_WRITTEN = String.raw`\d(?<=(?<![\w$.])\d)(?:(?<=0)(?:x[\da-f_]{3,5}(?![\da-f_])|[ob]\d+)|[\d_.]*e\d+)(?!\d)`;

/** Numbers that are hardly anything but close codes or the bounds of their ranges, and how else they may be written. */
export const NUMBER = number(String.raw`[2-4]_?\d\d\d`);

const TELLING = String.raw`2_?(?:000|999)|[34]_?\d\d\d`;

/** Those that tell by themselves: no years, which the head of many a file has. */
export const TELLING_NUMBER = number(TELLING);

/** Those in decimal digits, which V8 finds three times as fast. */
export const TELLING_DECIMAL = decimal(TELLING);

/** What a code that is written otherwise has in it. */
export const OTHER_NOTATIONS = ["0x", "1e3", "3e3", "4e3"] as const;

/** @param from2000 - those from 2000 to 4999 */
function number(from2000: string): string {
  return `(?:${anyOf([decimal(from2000), OTHERWISE_WRITTEN])})`;
}

function decimal(from2000: string): string {
  const digits = anyOf(["999", String.raw`1_?(?:0[01]\d|999)`, from2000, "5_?000"]);
  return String.raw`(?:${digits})(?!\d)(?<=(?<![\w$.])\d(?:_?\d)?\d\d)`;
}

/** Of 1000 to 1015 those that are no round number. */
export const REGISTERED_NUMBER = String.raw`1_?0(?:0[1-9]|1[0-5])(?<=(?<![\w$.])\w+)(?![\d.])`;

/** `GOING_AWAY: 1001`, `GoingAway = 1001`: a table may have no other word. */
export const NUMBER_OF_TABLE = String.raw`(?:1_?0(?:0\d|1[0-5])|3_?00[038])\b(?<=[=:]\s*[\d_]+)`;

/** `wsCode`, `webSocketErrorCode`. */
export const WEBSOCKET_CODE = "code(?<=(?:ws|websocket)_?(?:error_?)?code)";

/** A name that can hardly mean anything but a close code: `closeCode`, `CLOSE_NORMAL`, `wsErrorCode`. */
export const SPELLED = anyOf([
  "clos(?:e_?d?_?(?:event_?)?(?:reason_?)?(?:code|status)|(?<=(?<![a-z0-9_$])(?:ws_)?clos)ed?_|(?<=normal_?clos))",
  WEBSOCKET_CODE,
]);

/** `code`, `statusCode`: the word by itself, and not in `decode`. */
export const BARE_CODE = "code(?![a-z])(?<=(?<![a-z])(?:status_?|reason_?)?code)";

/** `code` in any name, but not of what texts are made of: `charCode`, `encoded`, `opcode`. */
export const CODE = "code(?!point)(?<!(?:char|en|op|uni)code)";

/** What a received code may be called. */
export const CODE_NAME = `${CODE}|status|reason`;

/** Behind `code`, which is no word of a sentence: a subject is followed by an operator, a bracket or a separator. */
export const OF_SUBJECT = String.raw`(?:(?<=(?<![a-z])(?:status_?|reason_?)?code)["'\x60]?\s*(?:[^\s\w.'"\x60$-]|(?:as|in|satisfies)\b)|\b(?<=[=<>]\s*[\w$.?]*code))`;

/** Patterns of which one is enough. */
export function anyOf(patterns: Iterable<string>): string {
  return [...patterns].join("|");
}

/** One of these words, as they are written. */
export function anyWord(words: Iterable<string>): string {
  return anyOf([...words].map(escape));
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
