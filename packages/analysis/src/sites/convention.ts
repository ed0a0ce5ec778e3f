/**
 * What names alone suggest. Never more than a suggestion: a send may rest on it where the value is
 * hardly anything but a close code, a comparison only ever feeds a hover.
 */

const SOCKET =
  /(?:^|[_#$.a-z])(?:ws|wss|websocket|socket|sock|conn|connection|client|peer|upstream|downstream)\d*$/i;
const SOCKET_START = /^[_#$]*(?:ws|websocket|socket)(?:[A-Z_0-9]|$)/;
const EVENT =
  /^(?:e|ev|evt|event|closeEvent|closeEvt|close|closed|closeInfo|info|details)$|close_?event$/i;
const CODE =
  /^[_#$]*(?:code|statusCode|status_code|reasonCode)$|close_?(?:reason_?)?(?:code|status)s?$/i;
const CLOSE_CODE =
  /close_?(?:reason_?)?(?:code|status)|ws_?code|close_?(?:normal|abnormal|going|policy)/i;

/** A receiver that is named like a socket: `ws`, `this.socket`, `clientWs`, `wsClient`. */
export function namesSocket(name: string): boolean {
  return SOCKET.test(name) || SOCKET_START.test(name);
}

/** A parameter that is named like a close event. */
export function namesEvent(name: string): boolean {
  return EVENT.test(name);
}

/** A variable or property that is named like the code of something. */
export function namesCode(name: string): boolean {
  return CODE.test(name);
}

/** A name that can hardly mean anything but a close code: `closeCode`, `WS_CLOSE_NORMAL`. */
export function namesCloseCode(name: string): boolean {
  return CLOSE_CODE.test(name);
}

/**
 * The values that are hardly anything but a close code, as 1000-1015 and 3000-4999 are
 * (1000-1015: RFC 6455 and IANA; 3000-4999: libraries and private use).
 */
export function isTelling(value: unknown): value is number {
  return (
    typeof value === "number" &&
    Number.isInteger(value) &&
    ((value >= 1000 && value <= 1015) || (value >= 3000 && value <= 4999))
  );
}
