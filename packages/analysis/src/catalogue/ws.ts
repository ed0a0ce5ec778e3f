import type { Library } from "./library.ts";

/** `ws` 8: one class for both sides (lib/websocket.js), checked by lib/validation.js. */
export const ws = {
  name: "ws",
  title: "ws",
  api: "ws",
  url: "https://github.com/websockets/ws",
  modules: ["ws"],
  exports: {
    default: { new: "OpenedWebSocket", type: "WebSocket" },
    "module.exports": { new: "OpenedWebSocket", type: "WebSocket" },
    WebSocket: { new: "OpenedWebSocket", type: "WebSocket" },
    WebSocketServer: { new: "WebSocketServer" },
    Server: { new: "WebSocketServer" },
    CloseEvent: { new: "CloseEvent" },
  },
  types: {
    WebSocket: {
      declared: [{ from: "package", package: "@types/ws", name: "WebSocket" }],
      profile: "endpoint",
      throws: "TypeError",
      methods: { close: { send: { code: 0, reason: 1 } } },
      on: { close: ["code", "reason"] },
      listen: { close: "CloseEvent" },
    },
    OpenedWebSocket: { extends: "WebSocket", part: "client" },
    AcceptedWebSocket: { extends: "WebSocket", part: "server" },
    WebSocketServer: {
      declared: [
        { from: "package", package: "@types/ws", name: "Server" },
        { from: "package", package: "@types/ws", name: "WebSocketServer" },
      ],
      on: { connection: ["AcceptedWebSocket"] },
      members: { clients: { each: "AcceptedWebSocket" } },
      methods: {
        handleUpgrade: { args: [null, null, null, { handler: ["AcceptedWebSocket"] }] },
      },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "@types/ws", name: "CloseEvent" }],
      profile: "simulated",
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
