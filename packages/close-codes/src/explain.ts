import { registeredCode } from "./codes.ts";
import { describe } from "./describe.ts";
import {
  judgeSent,
  type ReceiveFault,
  type SendFault,
  type SendVerdict,
  type Target,
  unforwardable,
} from "./judge.ts";
import { rangeOf } from "./ranges.ts";
import { en } from "./texts/en.ts";
import { fill } from "./texts/fill.ts";
import type { MessageId, ReasonFault, Texts } from "./texts/texts.ts";

/** A message, and what it is made of: `texts.messages[id]` filled with `data`. */
export interface Explanation<Id extends MessageId> {
  readonly id: Id;
  readonly data: Record<string, string>;
  readonly message: string;
}

/**
 * Says what comes of a send that `judgeSent` finds at fault, why, and what to do instead.
 *
 * @param call the call as the source has it, such as `close(1006)`
 * @param texts the language, English by default
 */
export function explainSent(
  verdict: SendVerdict,
  call: string,
  texts: Texts = en,
): Explanation<SendFault> {
  const { fault, code } = verdict;
  return explain(texts, fault, {
    call,
    code: written(code),
    name: describe(numberOf(code), texts)?.name ?? "",
    outcome: outcomeOf(verdict, texts),
    why: fault === "not-portable" ? whyNotPortable(code, texts) : whyNeverSent(code, texts),
    advice: adviceFor(verdict, texts),
  });
}

/**
 * Says why `judgeReceived` finds a comparison at fault, and what to compare with.
 *
 * @param comparison the comparison as the source has it, such as `event.code === 999`
 * @param texts the language, English by default
 */
export function explainReceived(
  fault: ReceiveFault,
  code: unknown,
  comparison: string,
  texts: Texts = en,
): Explanation<ReceiveFault> {
  const number = typeof code === "string" && /^\d+$/u.test(code) ? Number(code) : undefined;
  return explain(texts, fault, {
    comparison,
    code: written(code),
    why: whyNeverSent(code, texts),
    advice:
      number !== undefined && rangeOf(number) !== undefined
        ? fill(texts.advice.compareWithNumber, { instead: String(number) })
        : texts.advice.compareWithInteger,
  });
}

/**
 * Says why application code should not send a code of 3000-3999, and which one to send.
 *
 * @param code one of 3000-3999
 * @param call the call as the source has it, such as `close(3001)`
 * @param texts the language, English by default
 * @throws RangeError if the code is none of these
 */
export function explainLibraryRange(
  code: number,
  call: string,
  texts: Texts = en,
): Explanation<"library-range" | "library-range-registered"> {
  const registered = registeredCode(code) !== undefined;
  return explain(texts, registered ? "library-range-registered" : "library-range", {
    call,
    code: String(code),
    name: describe(code, texts)?.name ?? "",
    instead: String(privateUseFor(code)),
  });
}

/**
 * Says what comes of passing on a received code as it is. It may be 1005 or 1006, which an endpoint
 * sets for itself (RFC 6455, section 7.1.5), and for the API of browsers 1001-1015 are no better.
 *
 * @param target what is known of the API that is told to send it
 * @param call the call as the source has it, such as `close(event.code)`
 * @param texts the language, English by default
 * @param codes those that the program lets through, all if left out; of these only the ones of
 * `unforwardable` count
 * @returns `undefined` if the API takes every code that comes through, 1015 aside, which hardly any
 * runtime reports
 */
export function explainForwarded(
  target: Target,
  call: string,
  texts: Texts = en,
  codes?: readonly number[],
): Explanation<"forwarded"> | undefined {
  const harmful = unforwardable(target).filter((code) => codes?.includes(code) ?? true);
  const worst = harmful.find((code) => code !== 1015);
  const verdict = worst === undefined ? undefined : judgeSent(worst, target);
  if (!verdict) return undefined;
  const local = harmful.every((code) => registeredCode(code)?.observer === "local");
  return explain(texts, "forwarded", {
    call,
    unsendable: fill(texts.unsendable[local ? "locally-set" : "not-for-applications"], {
      codes: inRanges(harmful, texts),
    }),
    outcome: outcomeOf(verdict, texts),
  });
}

/** `1001-1003, 1005 or 1006`: three codes in a row and more by their bounds. */
function inRanges(codes: readonly number[], { or, comma }: Texts): string {
  const runs: number[][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last?.at(-1) === code - 1) last.push(code);
    else runs.push([code]);
  }
  const parts = runs.flatMap((run) =>
    run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.map(String),
  );
  const [end, ...before] = parts.reverse();
  return before.length === 0 ? String(end) : `${before.reverse().join(comma)}${or}${end}`;
}

/**
 * Says that a name means another code than it is given to.
 *
 * @param code one that IANA has registered, or one of 1016-2999 if there is a right one
 * @param right the code that has the name, by the registry or by common use; `undefined` if the name
 * is the program's own, and the registry has given the code to something else
 * @param texts the language, English by default
 * @throws RangeError if the code is none of these
 */
export function explainMisnamed(
  name: string,
  code: number,
  right: number | undefined,
  texts: Texts = en,
): Explanation<"misnamed" | "misnamed-unassigned" | "misnamed-registered"> {
  const registered = registeredCode(code) !== undefined;
  const unassigned = rangeOf(code)?.id === "unassigned";
  if (!registered && (right === undefined || !unassigned))
    throw new RangeError(
      `${code} has no meaning that a name can miss. Pass a registered code or, with the code that has the name, one of 1016-2999.`,
    );
  const id = right === undefined ? "misnamed-registered" : "misnamed";
  return explain(texts, registered ? id : "misnamed-unassigned", {
    name,
    code: String(code),
    right: String(right),
    meaning: describe(code, texts)?.name ?? "",
  });
}

/** What is wrong with a reason, and where that shows. */
export type ReasonVerdict =
  /** It has at least so many bytes of UTF-8. */
  | { readonly fault: "too-long"; readonly bytes: number; readonly target: Target }
  | { readonly fault: "without-code" }
  /** A limit that counts characters, as the source has it. */
  | { readonly fault: "in-characters"; readonly limit: string }
  /** A part that may have any length, as the source has it. */
  | { readonly fault: "unbounded"; readonly part: string };

/**
 * Says what comes of a reason that a Close frame has no room for: 123 bytes of UTF-8, behind a code
 * (RFC 6455, section 5.5). Browsers throw a SyntaxError, ws 8.23.0 a RangeError (lib/sender.js).
 *
 * @param call the call, such as `close()`
 * @param texts the language, English by default
 */
export function explainReason(
  verdict: ReasonVerdict,
  call: string,
  texts: Texts = en,
): Explanation<ReasonFault> {
  const known: Record<string, string> = { call };
  if (verdict.fault === "too-long") {
    known["bytes"] = String(verdict.bytes);
    known["outcome"] = outcomeOfLongReason(verdict.target, texts);
  } else if (verdict.fault === "in-characters") known["limit"] = verdict.limit;
  else if (verdict.fault === "unbounded") known["part"] = verdict.part;
  return explain(texts, `reason-${verdict.fault}`, known);
}

/**
 * The code of 4000-4999 to use for one of 3000-3999: 3000, 3003 and 3008 become 4401, 4403 and 4408,
 * after the HTTP statuses that mean the same; any other keeps its last three digits.
 *
 * @throws RangeError if the code is none of 3000-3999
 */
export function privateUseFor(code: number): number {
  if (rangeOf(code)?.id !== "library")
    throw new RangeError(`${code} is not a code of libraries. Pass an integer from 3000 to 3999.`);
  const likeHttp: Readonly<Record<number, number>> = { 3000: 4401, 3003: 4403, 3008: 4408 };
  return likeHttp[code] ?? code + 1000;
}

function explain<Id extends MessageId>(
  texts: Texts,
  id: Id,
  known: Readonly<Record<string, string>>,
): Explanation<Id> {
  const template = texts.messages[id];
  const data = Object.fromEntries(
    Object.entries(known).filter(([name]) => template.includes(`{{${name}}}`)),
  );
  return { id, data, message: fill(template, data) };
}

function outcomeOf({ outcome, error, api }: SendVerdict, texts: Texts): string {
  const apis = new Map<string, string>(Object.entries(texts.apis));
  const where =
    api === undefined
      ? ""
      : fill(texts.where, { api: apis.get(api) ?? fill(texts.apiAsCode, { api }) });
  return fill(texts.outcomes[outcome], {
    error: error === undefined ? texts.anError : fill(texts.errorName, { error }),
    where,
  });
}

function outcomeOfLongReason({ profiles, api, throws, swallows }: Target, texts: Texts): string {
  if (api === "ws") return texts.tooLong.ws;
  // What throws an error of its own has another limit, or none: faye-websocket, websocket.
  const isBrowser = profiles.every((one) => one === "browser") && throws === undefined && !swallows;
  return texts.tooLong[isBrowser ? "browser" : "varies"];
}

function whyNotPortable(code: unknown, { notPortable }: Texts): string {
  return typeof code === "string" ? notPortable.numericString : notPortable.fraction;
}

function whyNeverSent(code: unknown, texts: Texts): string {
  const clauses: Readonly<Record<string, string>> = texts.neverSent;
  const range = rangeOf(numberOf(code));
  return clauses[numberOf(code)] ?? clauses[range?.id ?? ""] ?? "";
}

function adviceFor({ fault, instead }: SendVerdict, texts: Texts): string {
  const { advice } = texts;
  const privateUse = instead.find((code) => code >= 4000);
  const defined = instead.filter((code) => code < 4000);
  const list = (codes: readonly number[]): string =>
    codes
      .map((code) => withName(code, texts))
      .join(texts.or)
      // A full-width bracket brings its own space.
      .replaceAll("） ", "）");

  if (fault === "http-status" && privateUse !== undefined) {
    const conventional = String(privateUse);
    return defined.length > 0
      ? fill(advice.useOrConventional, { instead: list(defined), conventional })
      : fill(advice.conventional, { instead: conventional });
  }
  if (fault === "not-portable") return fill(advice.use, { instead: list(instead) });
  return privateUse === undefined
    ? fill(advice.useOrPrivate, { instead: list(defined) })
    : fill(advice.useOrPrivateSuchAs, { instead: list(defined), example: String(privateUse) });
}

/** `1011 (Internal Error)`; everybody knows 1000, and 4000-4999 have no name. */
function withName(code: number, texts: Texts): string {
  const row = code === 1000 ? undefined : registeredCode(code);
  return row === undefined
    ? String(code)
    : fill(texts.namedCode, { code: String(code), name: texts.codes[row.code].name });
}

const numberOf = (value: unknown): number => (typeof value === "number" ? value : NaN);

/** A value as a program writes it. */
function written(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  return String(value);
}
