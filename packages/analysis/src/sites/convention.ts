/**
 * What names alone suggest. Never more than a suggestion: a send may rest on it where the value is
 * hardly anything but a close code, a comparison only ever feeds a hover.
 */

const SOCKET =
  /(?:^|[_#$.a-z])(?:ws|wss|websocket|socket|sock|conn|connection|client|peer|upstream|downstream|transport|shard)\d*$/i;
/** What else is called `ws`. */
const NO_SOCKET = /sheet|work[-_]?space|web[-_]?(?:server|service)|write[-_]?stream/i;
const SOCKET_START = /^[_#$]*(?:ws|websocket|socket)(?:[A-Z_0-9]|$)/;
const EVENT = /^(?:e|ev|evt|event|closed?|closeInfo|info|details)$|close[d]?_?(?:event|evt|info)$/i;
const CODE = /^[_#$]*(?:code|status_?code|reason_?code)$|close_?(?:reason_?)?(?:code|status)s?$/i;
const SPELLED = /close_?d?_?(?:event_?)?(?:reason_?)?(?:code|status)/i;
const CLOSE_CODE = /^(?:WS_)?CLOSED?_|(?:normal|abnormal)_?clos(?:e|ed|ure)$/i;
/** `ws` as a word of its own; not that of `news` and `AWS`. */
const WS = String.raw`(?<![A-Za-z])(?:ws|Ws|WS)|(?<=[a-z\d])W[Ss]`;
/** `wsCode`, `clientWsErrorCode`, `WEBSOCKET_CODES`. */
const WEBSOCKET_CODE = new RegExp(
  String.raw`(?:${WS}|[Ww]eb[Ss]ocket|WEB_?SOCKET)_?(?:(?:[Ee]rror|ERROR)_?)?(?:[Cc]ode|CODE)`,
);
const ANY_SOCKET = new RegExp(String.raw`[Ss]ocket|SOCKET|(?:${WS})(?![a-z])`);
const BOUNDS: ReadonlySet<unknown> = new Set([
  ...[999, 1000, 1015, 1016, 1999, 2000, 2999, 3000, 3999, 4000, 4999, 5000],
]);
const MEASURE =
  /timeout|duration|delay|interval|period|wait|grace|backoff|window|limit|length|size|retries|attempts|(?:_|[a-z])ms$/i;
const MEASURED: ReadonlySet<string> = new Set([
  ...["price", "cost", "fee", "amount", "balance", "volume"],
  ...["port", "year", "date", "hour", "time", "width", "height"],
]);
const EVENT_CLASS = /close_?event$/i;

/** A receiver that is named like a socket: `ws`, `this.socket`, `clientWs`, `wsClient`. */
export function namesSocket(name: string): boolean {
  return SOCKET.test(name) || SOCKET_START.test(name);
}

/** A name for what is called `ws` and closed, and is no socket: `addWorksheet`, `openWorkspace`. */
export function namesNoSocket(name: string): boolean {
  return NO_SOCKET.test(name);
}

/** A parameter that is named like a close event. */
export function namesEvent(name: string): boolean {
  return EVENT.test(name);
}

/** A class that is named like `CloseEvent`. */
export function namesEventClass(name: string): boolean {
  return EVENT_CLASS.test(name);
}

/** A variable or property that is named like the code of something. */
export function namesCode(name: string): boolean {
  return CODE.test(name);
}

/** A name that can hardly mean anything but a close code: `closeCode`, `WS_CLOSE_NORMAL`. */
export function namesCloseCode(name: string): boolean {
  return spellsCloseCode(name) || WEBSOCKET_CODE.test(name) || CLOSE_CODE.test(name);
}

/** A name that has the very words in it: `closeCodes`, `CLOSE_STATUS_KICKED`. */
export function spellsCloseCode(name: string): boolean {
  return SPELLED.test(name);
}

/** A name that speaks of closing: `Close`, `DisconnectReason`, `WS_CLOSURES`; not `closest`, `enclosure`. */
export function namesClosing(name: string): boolean {
  return /(?:(?<![Ee]n|[Dd]is)c|C)los(?:e|ed|ure)(?!s?t(?![a-z]))|CLOS(?:E|ED|URE)(?!ST|T)|[Dd]isconnect|DISCONNECT/.test(
    name,
  );
}

/** A name that has a socket in it: `SocketCloseReason`, `WS_CLOSURES`, `whenWsClosed`; not `newsClosed`. */
export function mentionsSocket(name: string): boolean {
  return ANY_SOCKET.test(name);
}

/**
 * A name for what is measured in numbers like codes: `CLOSE_TIMEOUT`, `maxDuration`, `closePrices`. What has
 * `WS` before it, as `WS_CLOSE_OPEN_TIMEOUT`, is a code.
 */
export function namesMeasure(name: string): boolean {
  if (/^(?:ws|websocket)_?clos/i.test(name)) return false;
  return MEASURE.test(name) || MEASURED.has(lastWord(name));
}

/** `price` of `CLOSE_PRICE` and `closePrices`. */
function lastWord(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return words.at(-1)?.toLowerCase().replace(/s$/, "") ?? "";
}

/**
 * The values that are hardly anything but a close code, as 1000-1015 and 3000-4999 are
 * (1000-1015: RFC 6455 and IANA; 3000-4999: libraries and private use).
 */
export function isTelling(value: unknown): value is number {
  return isRegisteredRange(value) || (isInteger(value) && value >= 3000 && value <= 4999);
}

/** The bounds of the ranges that codes are sorted by. */
export function isBound(value: unknown): boolean {
  return BOUNDS.has(value);
}

/** 1000-1015, which few other things are numbered with. */
export function isRegisteredRange(value: unknown): value is number {
  return isInteger(value) && value >= 1000 && value <= 1015;
}

function isInteger(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}
