import type { Library } from "./library.ts";

/** uWebSockets.js (docs/index.d.ts): `end` takes a code, `close` takes nothing. */
export const uWebSockets = {
  name: "uwebsockets",
  title: "uWebSockets.js",
  api: "uWebSockets.js",
  url: "https://github.com/uNetworking/uWebSockets.js",
  modules: ["uWebSockets.js"],
  exports: {
    App: { method: { returns: "App" } },
    SSLApp: { method: { returns: "App" } },
    TemplatedApp: { new: "App" },
    WebSocket: { new: "WebSocket" },
    WebSocketBehavior: { new: "WebSocketBehavior" },
  },
  types: {
    App: {
      declared: [{ from: "package", package: "uWebSockets.js", name: "TemplatedApp" }],
      methods: {
        ws: { args: [null, "WebSocketBehavior"], returns: "App" },
        any: { returns: "App" },
        get: { returns: "App" },
        post: { returns: "App" },
        put: { returns: "App" },
        patch: { returns: "App" },
        del: { returns: "App" },
        options: { returns: "App" },
        listen: { returns: "App" },
      },
    },
    WebSocketBehavior: {
      declared: [{ from: "package", package: "uWebSockets.js", name: "WebSocketBehavior" }],
      members: {
        open: { handler: ["WebSocket"] },
        message: { handler: ["WebSocket", null, null] },
        dropped: { handler: ["WebSocket", null, null] },
        drain: { handler: ["WebSocket"] },
        close: { handler: ["WebSocket", "code", "reason"] },
        ping: { handler: ["WebSocket", null] },
        pong: { handler: ["WebSocket", null] },
        subscription: { handler: ["WebSocket", null, null, null] },
      },
    },
    WebSocket: {
      declared: [{ from: "package", package: "uWebSockets.js", name: "WebSocket" }],
      profile: "endpoint-unchecked",
      part: "server",
      // formatClosePayload in uWebSockets/src/WebSocketProtocol.h
      sendsEmpty: [
        [0, 0],
        [1005, 1006],
      ],
      methods: { end: { send: { code: 0, reason: 1 } }, close: {} },
    },
  },
} as const satisfies Library;
