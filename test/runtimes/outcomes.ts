/** What became of a trial, in words short enough for a table. */
import type { ReceiveTrial, SendTrial } from "./trials.ts";
import type { Argument, CloseSeen, Thrown } from "./subject.ts";

/** Calls of `close` whose arguments are no plain code, as a reader would write them. */
export const oddCalls: Record<string, Argument[]> = {
  "close()": [],
  "close(undefined)": [{ special: "undefined" }],
  'close(undefined, "bye")': [{ special: "undefined" }, "bye"],
  "close(null)": [null],
  "close(NaN)": [{ special: "NaN" }],
  "close(Infinity)": [{ special: "Infinity" }],
  "close(-1)": [-1],
  "close(65536)": [65536],
  "close(66536)": [66536],
  "close(999.5)": [999.5],
  "close(1000.5)": [1000.5],
  "close(1000.7)": [1000.7],
  "close(2999.6)": [2999.6],
  "close(3000.7)": [3000.7],
  "close(4999.7)": [4999.7],
  "close(true)": [true],
  'close("")': [""],
  'close("1000")': ["1000"],
  'close("bye")': ["bye"],
  'close("bye", 4000)': ["bye", 4000],
  "close(1000n)": [{ special: "1000n" }],
  "close([1000])": [{ special: "[1000]" }],
  "close({})": [{ special: "{}" }],
  'close(1000, "a" x 122)': [1000, "a".repeat(122)],
  'close(1000, "a" x 123)': [1000, "a".repeat(123)],
  'close(1000, "a" x 124)': [1000, "a".repeat(124)],
  'close(1000, "é" x 61), 122 bytes': [1000, "é".repeat(61)],
  'close(1000, "€" x 41), 123 bytes': [1000, "€".repeat(41)],
  'close(1000, "é" x 62), 124 bytes': [1000, "é".repeat(62)],
  'close(1000, "€" x 42), 126 bytes': [1000, "€".repeat(42)],
};

/** What the peer may do other than to send a code. */
export const oddEnds: Record<string, Buffer | "drop"> = {
  "Close frame without a code": Buffer.alloc(0),
  "Close frame of one byte": Buffer.from([0x03]),
  "1000 with invalid UTF-8": Buffer.from([0x03, 0xe8, 0xc3, 0x28]),
  "TCP drop": "drop",
};

/** The reason we send with each code: an event that carries it passes on what came. */
const REASON = "told so";

export function closeBody(code: number): Buffer {
  const body = Buffer.alloc(2 + REASON.length);
  body.writeUInt16BE(code);
  body.write(REASON, 2);
  return body;
}

export const sayThrown = ({ class: constructor, name }: Thrown): string =>
  constructor === name || constructor === "DOMException"
    ? `throws ${name}`
    : `throws ${name} (${constructor})`;

/** What `close(code)` did: "sent" when the frame carried that code. */
export function sayCodeSent(code: number, trial: SendTrial): string {
  const [thrown] = trial.threw;
  if (thrown !== undefined) return sayThrown(thrown);
  const { wire } = trial;
  if (wire === undefined) return "nothing happens";
  if (wire.length >= 2 && wire.readUInt16BE() === code) {
    return wire.length === 2 ? "sent" : "sent, with a reason of its own";
  }
  return `sends ${sayBody(wire)}`;
}

/** What any other call of `close` did. */
export function sayCall(trial: SendTrial): string {
  const [thrown] = trial.threw;
  if (thrown !== undefined) return sayThrown(thrown);
  return trial.wire === undefined ? "nothing happens" : `sends ${sayBody(trial.wire)}`;
}

/** The body of a Close frame: `1000 "bye"`. A long reason is told by its length. */
function sayBody(body: Buffer): string {
  if (body.length === 0) return "no code";
  if (body.length === 1) return "one byte";
  const reason = body.subarray(2);
  const code = body.readUInt16BE();
  if (reason.length === 0) return `${code}`;
  return reason.length > 20
    ? `${code} with ${reason.length} bytes`
    : `${code} ${JSON.stringify(reason.toString())}`;
}

const cleanly = (wasClean: boolean | undefined): string =>
  wasClean === undefined ? "" : wasClean ? ", clean" : ", not clean";

/** The subject's own close event after it had sent `code` and the peer had answered with the same. */
export function sayEvent(code: number, closed: CloseSeen | undefined): string {
  if (closed === undefined) return "no close event";
  const seen = closed.code === code ? "the same code" : String(closed.code);
  return seen + cleanly(closed.wasClean);
}

/** What the subject saw of a Close frame with `code`. */
export function sayCodeReceived(code: number, { closed }: ReceiveTrial): string {
  if (closed === undefined) return "no close event";
  const passed = closed.code === code && closed.reason === REASON;
  return (passed ? "passed on" : String(closed.code)) + cleanly(closed.wasClean);
}

export function sayEnd({ closed }: Pick<ReceiveTrial, "closed">): string {
  return closed === undefined ? "no close event" : String(closed.code) + cleanly(closed.wasClean);
}

/** The code that the subject put in its answering Close frame. */
export function sayReply(code: number | undefined, { reply }: ReceiveTrial): string {
  if (reply === undefined) return "no Close frame";
  if (reply.length < 2) return "no code";
  return reply.readUInt16BE() === code ? "the same code" : `${reply.readUInt16BE()}`;
}
