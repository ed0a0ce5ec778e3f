import type { Library } from "./library.ts";

/** The `undici` package and `node:http`, which export the WebSocket that Node has as a global. */
export const undici = {
  name: "undici",
  title: "undici",
  api: "node",
  url: "https://undici.nodejs.org/#/docs/api/WebSocket",
  modules: ["undici", "node:http", "http"],
  exports: {
    WebSocket: { new: "WebSocket" },
    CloseEvent: { new: "CloseEvent" },
    WebSocketStream: { new: "WebSocketStream" },
    WebSocketError: { new: "WebSocketError" },
  },
  types: {
    WebSocket: {
      declared: [{ from: "package", package: "undici", name: "WebSocket" }],
      profile: "browser",
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "undici", name: "CloseEvent" }],
      profile: "simulated",
      construct: { send: { code: [1, "code"], reason: [1, "reason"] } },
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
    WebSocketStream: {
      declared: [{ from: "package", package: "undici", name: "WebSocketStream" }],
      profile: "browser",
      part: "client",
      methods: { close: { send: { code: [0, "closeCode"], reason: [0, "reason"] } } },
      members: { closed: { promise: "WebSocketCloseInfo" } },
    },
    WebSocketCloseInfo: {
      declared: [{ from: "package", package: "undici", name: "WebSocketCloseInfo" }],
      members: { closeCode: "code", reason: "reason" },
    },
    WebSocketError: {
      declared: [{ from: "package", package: "undici", name: "WebSocketError" }],
      profile: "browser",
      construct: { send: { code: [1, "closeCode"], reason: [1, "reason"] } },
      members: { closeCode: "code", reason: "reason" },
    },
  },
} as const satisfies Library;
