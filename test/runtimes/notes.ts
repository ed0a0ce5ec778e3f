/**
 * The footnotes of docs/runtimes.md: what a table alone would not make clear. Each says by `holds` how
 * the measured rows show it, and the page is not made with a note that its rows contradict.
 */
import { outcomeOf } from "./ranges.ts";
import type { Tables } from "./tables.ts";

type SentRow = Tables["send"][number];
type ReceivedRow = Tables["receive"][number];

interface NoteOn<Place, Row> {
  /** The table it belongs to. */
  place: Place;
  /** Whose rows refer to it. */
  names: string[];
  text: string;
  holds: (row: Row) => boolean;
}

export type Note =
  | NoteOn<"send" | "words" | "numbers" | "reasons", SentRow>
  | NoteOn<"receive" | "ends" | "failures", ReceivedRow>;

const sends = (code: number, outcome: string) => (sent: SentRow) =>
  outcomeOf(code, sent.codes) === outcome;

const sees = (code: number, outcome: string) => (received: ReceivedRow) =>
  outcomeOf(code, received.codes) === outcome;

const calls = (call: string, outcome: string) => (sent: SentRow) => sent.calls[call] === outcome;

const seesEnd = (end: string, outcome: RegExp) => (received: ReceivedRow) =>
  outcome.test(received.ends[end] ?? "");

const failsWith =
  (outcome: RegExp) =>
  ({ failures = {} }: ReceivedRow) =>
    Object.values(failures).every((did) => outcome.test(did));

const websocketClose = ["websocket client", "websocket server", "websocket, w3cwebsocket"];
const workerd = ["workerd client", "workerd server", "workerd Durable Object"];
const reconnecting = [
  "reconnecting-websocket over ws",
  "reconnecting-websocket over undici",
  "partysocket over undici",
];

export const notes: Note[] = [
  {
    place: "send",
    names: ["Node 20"],
    text: "With `--experimental-websocket`; without it Node 20 has no global `WebSocket`.",
    holds: sends(1000, "sent"),
  },
  {
    place: "send",
    names: ["Deno.upgradeWebSocket", "websocket server, drop()", "websocket-driver"],
    text: "Nothing is checked: the illegal frame goes out, a strict peer answers 1002 and reports 1006.",
    holds: (sent) =>
      [999, 1005, 1006, 1015, 65535].every((code) =>
        outcomeOf(code, sent.codes)?.startsWith("sent"),
      ),
  },
  {
    place: "send",
    names: ["Bun.serve"],
    text: "Nothing is checked either, but 0, 1005 and 1006 become a frame without a code, so that a received code may be passed on.",
    holds: (sent) =>
      [0, 1005, 1006].every((code) => outcomeOf(code, sent.codes) === "sends no code"),
  },
  {
    place: "send",
    names: workerd,
    text: "Sends the unassigned codes 1016-2999 too, which Node, Bun, Deno and `ws` take for a protocol error when they receive them.",
    holds: sends(2000, "sent"),
  },
  {
    place: "send",
    names: [...websocketClose, "websocket server, drop()"],
    text: 'Without a reason of yours it sends one of its own with the codes it knows: `close(1000)` sends "Normal connection closure".',
    holds: sends(1000, "sent, with a reason of its own"),
  },
  {
    place: "send",
    names: websocketClose,
    text: "Sends 1015 too, which RFC 6455 forbids.",
    holds: sends(1015, "sent, with a reason of its own"),
  },
  {
    place: "send",
    names: ["isomorphic-ws in Node"],
    text: "In Node it is `ws`; in a browser it is the browser's own `WebSocket`, where 1001-1014 throw.",
    holds: sends(1001, "sent"),
  },
  {
    place: "send",
    names: ["reconnecting-websocket over ws", "reconnecting-websocket over undici"],
    text: "Sends what the `WebSocket` under it sends, so in a browser what the browser does.",
    holds: sends(1000, "sent"),
  },
  {
    place: "send",
    names: ["partysocket over undici"],
    text: "Swallows the error of the `WebSocket` under it: `close(1001)` throws nothing, sends nothing, and no close event follows.",
    holds: sends(1001, "nothing happens"),
  },
  {
    place: "send",
    names: ["mock-socket client"],
    text: "Has no wire: what counts as sent is what its own `Server` is told.",
    holds: sends(1000, "sent"),
  },
  {
    place: "send",
    names: ["RxJS webSocket"],
    text: "Throws where nobody can catch it, as an unhandled error, and the connection stays open; a code of 0 counts as none.",
    holds: (sent) =>
      outcomeOf(1001, sent.codes) === "nothing happens" &&
      outcomeOf(0, sent.codes) === "sends no code",
  },
  {
    place: "send",
    names: ["phoenix", "Supabase Realtime"],
    text: "A code of 0 counts as none.",
    holds: sends(0, "sends no code"),
  },
  {
    place: "send",
    names: ["sockette", "rpc-websockets in Node", "websocket-driver"],
    text: "A code of 0 becomes 1000.",
    holds: sends(0, "sends 1000"),
  },
  {
    place: "send",
    names: ["websocket-as-promised"],
    text: "Gives a promise, which is rejected.",
    holds: sends(1001, "throws InvalidAccessError"),
  },
  {
    place: "send",
    names: ["isows in Node 20"],
    text: "In Node 22 and later, as in a browser, it is the global `WebSocket`, where 1001-1014 throw.",
    holds: sends(1001, "sent"),
  },
  {
    place: "receive",
    names: ["Firefox"],
    text: "Passes on every code there is, with `wasClean` true: even 1006 and 1015 need not mean what they should.",
    holds: (received) =>
      sees(1006, "passed on, clean")(received) && sees(1015, "passed on, clean")(received),
  },
  {
    place: "receive",
    names: workerd,
    text: "Passes on every code there is, with `wasClean` true.",
    holds: sees(1006, "passed on, clean"),
  },
  {
    place: "receive",
    names: ["workerd Durable Object"],
    text: "Answers a Close frame only when your `webSocketClose()` calls `ws.close()`; the peer may wait for it.",
    holds: (received) => outcomeOf(1000, received.reply) === "no Close frame",
  },
  {
    place: "receive",
    names: ["Deno client", "Deno.upgradeWebSocket"],
    text: "Deno reports 0 wherever others report 1006: `code === 1006` is never true there.",
    holds: (received) => !Object.keys(received.codes).some((outcome) => outcome.startsWith("1006")),
  },
  {
    place: "receive",
    names: ["faye-websocket client", "faye-websocket server", "websocket-driver"],
    text: "Does not know 1012, 1013 and 1014: a server that restarts politely looks like a protocol error.",
    holds: sees(1012, "1002"),
  },
  {
    place: "receive",
    names: ["websocket, w3cwebsocket"],
    text: "`wasClean` is true for 1000 only.",
    holds: sees(4000, "passed on, not clean"),
  },
  {
    place: "receive",
    names: reconnecting,
    text: "After a failure it closes by itself and reports that close: 1000, `wasClean` true, as if all were well.",
    holds: sees(1006, "1000, clean"),
  },
  {
    place: "ends",
    names: ["happy-dom"],
    text: "1006 with `wasClean` true, against the specification.",
    holds: seesEnd("TCP drop", /^1006, clean/),
  },
  {
    place: "ends",
    names: ["faye-websocket client", "faye-websocket server", "websocket-driver"],
    text: "A frame without a code is reported as 1000, never as 1005.",
    holds: seesEnd("Close frame without a code", /^1000/),
  },
  {
    place: "ends",
    names: [
      "websocket client",
      "websocket server",
      "websocket server, drop()",
      "websocket, w3cwebsocket",
    ],
    text: "A frame without a code is reported as 1006, as if the connection had been lost.",
    holds: seesEnd("Close frame without a code", /^1006/),
  },
  {
    place: "ends",
    names: ["websocket-driver"],
    text: "The TCP socket is yours, so it is for you to notice that it is gone.",
    holds: seesEnd("TCP drop", /^no close event/),
  },
  {
    place: "ends",
    names: ["reconnecting-websocket over undici", "partysocket over undici"],
    text: "A lost connection, too, is 1000 here; over `ws` it is 1006, for `ws` reports no error with it.",
    holds: seesEnd("TCP drop", /^1000/),
  },
  {
    place: "failures",
    names: ["Node 20", "Node 22"],
    text: "An `error` event is all that comes.",
    holds: failsWith(/^no close event/),
  },
  {
    place: "failures",
    names: ["websocket client"],
    text: "It is the client's `connectFailed` that tells.",
    holds: failsWith(/^no close event/),
  },
  {
    place: "failures",
    names: reconnecting,
    text: "With `maxRetries: 0`, so that it gives up at once.",
    holds: failsWith(/^1000, clean/),
  },
  {
    place: "words",
    names: ["websocket-driver"],
    text: "Its `close` takes the reason first and the code second; the calls here were turned round.",
    holds: calls('close(1000, "a" x 123)', "sends 1000 with 123 bytes"),
  },
  {
    place: "words",
    names: workerd,
    text: "With compatibility date 2026-11-01.",
    holds: calls('close(1000, "a" x 124)', "throws SyntaxError"),
  },
  {
    place: "words",
    names: ["Chromium"],
    text: "A reason without a code throws: the code counts as 0.",
    holds: calls('close(undefined, "bye")', "throws InvalidAccessError"),
  },
  {
    place: "words",
    names: ["Deno client", "Deno.upgradeWebSocket"],
    text: "A reason without a code is written where the code belongs: the letters `by` are read as code 25209.",
    holds: calls('close(undefined, "bye")', 'sends 25209 "e"'),
  },
  {
    place: "words",
    names: ["faye-websocket client", "faye-websocket server", "websocket-driver"],
    text: "A reason in the code's place sends code 0.",
    holds: (sent) => (sent.calls['close("bye")'] ?? "").startsWith("sends 0"),
  },
  {
    place: "reasons",
    names: [
      ...websocketClose,
      "websocket server, drop()",
      "faye-websocket client",
      "faye-websocket server",
      "websocket-driver",
    ],
    text: "Sends a Close frame of more than 125 bytes, which RFC 6455 forbids; peers fail the connection.",
    holds: calls('close(1000, "a" x 124)', "sends 1000 with 124 bytes"),
  },
  {
    place: "numbers",
    names: ["Bun.serve"],
    text: "Takes the code modulo 65,536.",
    holds: calls("close(66536)", "sends 1000"),
  },
  {
    place: "reasons",
    names: ["Bun.serve"],
    text: "Cuts the reason to 123 bytes.",
    holds: calls('close(1000, "a" x 124)', "sends 1000 with 123 bytes"),
  },
];
