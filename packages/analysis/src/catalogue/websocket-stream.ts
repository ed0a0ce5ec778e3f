import type { Library } from "./library.ts";
import { undici } from "./undici.ts";

const { WebSocketStream, WebSocketCloseInfo, WebSocketError } = undici.types;

/** `WebSocketStream` and `WebSocketError` (Chromium, Deno); in no lib.dom up to TypeScript 7.0. */
export const websocketStream = {
  name: "websocket-stream",
  title: "WebSocketStream",
  url: "https://developer.mozilla.org/docs/Web/API/WebSocketStream",
  globals: {
    WebSocketStream: { new: "WebSocketStream" },
    WebSocketError: { new: "WebSocketError" },
  },
  types: { WebSocketStream, WebSocketCloseInfo, WebSocketError },
} as const satisfies Library;
