import { registeredCodes } from "./codes.ts";
import { httpStatuses } from "./http-statuses.ts";
import { isSendable, profiles as facts, type Profile } from "./profiles.ts";
import { liesIn, rangeOf, type Interval } from "./ranges.ts";

/** Which end of the connection a socket is. */
export type Part = "client" | "server";

/** What is known of the API that is told to send a code. */
export interface Target {
  /** The profiles it may have; several where the runtime is not known. */
  readonly profiles: readonly Profile[];
  readonly part?: Part;
  /** Codes it sends all the same, such as 1016-2999 in workerd and 1015 in `websocket`. */
  readonly alsoSends?: readonly Interval[];
  /** Codes for which it sends a Close frame without a code: 0, 1005 and 1006 in `Bun.serve`. */
  readonly sendsEmpty?: readonly Interval[];
  /** It catches the error itself and closes nothing, as partysocket does. */
  readonly swallows?: boolean;
  /**
   * The name of the error it throws instead of the profile's: `TypeError` for `ws`; empty where it is
   * not known which, as where the API may be one of several.
   */
  readonly throws?: string;
  /** What to call it: `ws`, `Bun.serve`, `browsers`. Names that `Texts.apis` has are translated. */
  readonly api?: string;
}

/**
 * What is wrong with a code that is sent.
 *
 * - `not-a-code`: no number, or a number that no Close frame has room for
 * - `not-portable`: a fraction or a numeric string, which every runtime treats in its own way
 * - `below-1000`, `http-status`: 0-999, and there the HTTP statuses that report an error
 * - `reserved`: 1004, 1005, 1006, 1015
 * - `unassigned`: 1016-2999
 * - `above-4999`: 5000-65535
 * - `endpoint-only`: 1001-1003 and 1007-1014 where the API sends only what the browsers' does
 * - `client-only`: 1010 from a server
 */
export type SendFault =
  | "not-a-code"
  | "not-portable"
  | "below-1000"
  | "http-status"
  | "reserved"
  | "unassigned"
  | "above-4999"
  | "endpoint-only"
  | "client-only";

/**
 * What comes of sending it.
 *
 * - `throws`; `illegal-frame`: it goes on the wire, where it must not be; `throws-or-illegal-frame`:
 *   the one or the other, depending on the runtime
 * - `empty-frame`: a Close frame without a code goes out; `swallowed`: nothing happens at all
 * - `sent`: it goes out as it is
 * - `varies`: it throws or another code goes out, depending on the runtime
 */
export type SendOutcome =
  | "throws"
  | "illegal-frame"
  | "throws-or-illegal-frame"
  | "empty-frame"
  | "swallowed"
  | "sent"
  | "varies";

export interface SendVerdict {
  readonly fault: SendFault;
  /** The value as it was given. */
  readonly code: unknown;
  readonly outcome: SendOutcome;
  /** The name of the error, where one is thrown and it is known which. */
  readonly error?: string;
  /** Where that happens, if known; see {@link Target.api}. */
  readonly api?: string;
  /** Codes to send instead, best first, each valid for the target; may be empty. */
  readonly instead: readonly number[];
}

/** What is wrong with a code that a received one is compared with. */
export type ReceiveFault = "never-sent" | "impossible";

/**
 * Judges a value that is sent as a close code. It is at fault only if it is wrong in every profile
 * of the target; a target that may be `simulated` is never judged, nor is `undefined`, which means
 * that no code is given.
 *
 * @param value what is passed as the code, of any type; nothing but an integer of 1000-4999 is right
 * @returns the verdict, or `undefined` if there is nothing to say against it
 * @see RFC 6455, section 7.4; WHATWG WebSockets, `close(code, reason)`
 */
export function judgeSent(value: unknown, target: Target): SendVerdict | undefined {
  const { profiles } = target;
  if (value === undefined || profiles.length === 0 || profiles.includes("simulated")) {
    return undefined;
  }
  const fault = sendFault(value, target);
  if (fault === undefined) return undefined;

  const outcome = sendOutcome(value, fault, target);
  const error = target.throws ?? profiles.map((profile) => facts[profile].error).find(Boolean);
  const api = target.api ?? (profiles.every((each) => each === "browser") ? "browsers" : undefined);
  return {
    fault,
    code: value,
    outcome,
    ...(outcome.startsWith("throws") && error && { error }),
    ...(api !== undefined && { api }),
    instead: replacements(value, fault, target),
  };
}

/**
 * Judges a value that a received close code is compared with for equality. 0, 1005, 1006 and 1015
 * are never at fault, nor are `undefined` and `null`, which ask whether there is a code at all.
 * Compare strictly: `code == "1006"` may hold where `code === "1006"` cannot.
 *
 * @see RFC 6455, sections 7.1.5 and 7.4.2; WHATWG WebSockets, `CloseEvent.code`
 */
export function judgeReceived(value: unknown): ReceiveFault | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number") return "impossible";
  const range = rangeOf(value);
  if (range === undefined) return "impossible";
  if (value === 0) return undefined;
  if (value === 1004) return "never-sent";
  return range.id === "not-used" || range.id === "unassigned" || range.id === "outside"
    ? "never-sent"
    : undefined;
}

/**
 * The received codes that are not for an API to send, and do harm if they are: 1005, 1006 and 1015,
 * which are set locally (RFC 6455, section 7.4.1), and where the API is that of browsers 1001-1003
 * and 1007-1014 as well.
 *
 * @returns codes from 1001 to 1015 in ascending order, empty if the API takes every received code
 */
export function unforwardable(target: Target): readonly number[] {
  const received = registeredCodes.filter(({ observer }) => observer !== "nobody");
  return received
    .map(({ code }) => code)
    .filter((code) => {
      const outcome = judgeSent(code, target)?.outcome;
      return outcome !== undefined && outcome !== "empty-frame" && outcome !== "sent";
    });
}

function sendFault(value: unknown, target: Target): SendFault | undefined {
  if (typeof value === "string") {
    return value.trim() !== "" && Number.isFinite(Number(value)) ? "not-portable" : "not-a-code";
  }
  if (typeof value !== "number" || !(value >= 0 && value <= 65535)) return "not-a-code";
  if (!Number.isInteger(value)) return "not-portable";
  if (target.profiles.some((profile) => isSendable(value, profile))) {
    return value === 1010 && target.part === "server" ? "client-only" : undefined;
  }
  if (value < 1000) return value in httpStatuses ? "http-status" : "below-1000";
  if (value > 4999) return "above-4999";
  if (value > 1015) return "unassigned";
  return isSendable(value, "endpoint") ? "endpoint-only" : "reserved";
}

function sendOutcome(value: unknown, fault: SendFault, target: Target): SendOutcome {
  if (fault === "not-portable") return "varies";
  if (fault === "client-only") return "sent";

  const outcomes = new Set(target.profiles.map((profile) => facts[profile].outcome));
  const alwaysThrows = !outcomes.has("illegal-frame");
  if (fault === "not-a-code") {
    if (!alwaysThrows || !isRejected(value, target)) return "varies";
  } else {
    const code = value as number;
    if (liesIn(code, target.alsoSends ?? [])) return "sent";
    if (liesIn(code, target.sendsEmpty ?? [])) return "empty-frame";
  }
  if (alwaysThrows) return target.swallows ? "swallowed" : "throws";
  return outcomes.has("throws") ? "throws-or-illegal-frame" : "illegal-frame";
}

/** Whether every API of this kind that throws at all throws on what is not a code. */
function isRejected(value: unknown, { throws }: Target): boolean {
  if (typeof value === "number" && !Number.isNaN(value)) return true;
  // undici takes 1000n, and [1000] is 1000 to Web IDL.
  if (typeof value === "bigint" || (typeof value === "object" && value !== null)) return false;
  // A plain Error comes from `<` and `>`, which NaN and words slip through (faye-websocket, websocket).
  return throws !== "Error" && throws !== "";
}

/** The close codes whose meaning is that of an HTTP status, for those who may send them. */
const sameAsHttpStatus: Readonly<Record<number, number>> = {
  413: 1009,
  415: 1003,
  500: 1011,
  502: 1014,
  503: 1013,
};

/** What says nearly the same where the code itself may not be sent: other codes, best first. */
const nearest: Readonly<Record<number, readonly number[]>> = {
  1002: [4400, 1000],
  1003: [4415, 1000],
  1006: [1011, 1000],
  1007: [4400, 1000],
  1008: [4403, 1000],
  1009: [4413, 1000],
  1011: [4500, 1000],
  1013: [4503, 1000],
  1014: [4502, 1000],
};

function replacements(value: unknown, fault: SendFault, target: Target): readonly number[] {
  return candidates(value, fault, target).filter((code) => isRightFor(code, target));
}

function candidates(value: unknown, fault: SendFault, target: Target): readonly number[] {
  if (fault === "not-a-code") return [1000];
  const code = Number(value);
  switch (fault) {
    case "not-portable": {
      const integers = [...new Set([Math.trunc(code), Math.round(code)])];
      const right = integers.filter((each) => isRightFor(each, target));
      return right.length > 0
        ? right
        : candidates(integers[0], sendFault(integers[0], target) ?? "not-a-code", target);
    }
    case "http-status": {
      const same = sameAsHttpStatus[code];
      return same === undefined ? [4000 + code] : [same, 4000 + code];
    }
    case "client-only":
      return [1008];
    case "reserved":
    case "endpoint-only":
      return nearest[code] ?? [1000];
    default:
      // The last three digits are kept: 7, 2007 and 5007 become 4007.
      return code > 0 && code < 10000 ? [4000 + (code % 1000), 1000] : [1000];
  }
}

/** Sendable in every profile, and by this part: 1010 is the client's, 1012-1014 are the server's. */
function isRightFor(code: number, { profiles, part }: Target): boolean {
  if (part === "server" && code === 1010) return false;
  if (part === "client" && code >= 1012 && code <= 1014) return false;
  return profiles.every((profile) => isSendable(code, profile));
}
