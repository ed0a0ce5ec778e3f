import type { Library } from "./library.ts";

/** Bun 1.4.5: `Bun.serve({ websocket })`; its client is the global `WebSocket`. */
export const bun = {
  name: "bun",
  title: "Bun",
  api: "bun",
  url: "https://bun.sh/docs/api/websockets",
  runtime: "bun",
  modules: ["bun"],
  exports: {
    default: "Bun",
    serve: { method: { args: ["ServeOptions"] } },
    ServerWebSocket: { new: "ServerWebSocket" },
    WebSocketHandler: { new: "WebSocketHandler" },
  },
  globals: { Bun: "Bun" },
  types: {
    Bun: {
      methods: {
        serve: { args: ["ServeOptions"] },
        connect: { args: ["TcpOptions"] },
        listen: { args: ["TcpOptions"] },
      },
      members: {
        ServerWebSocket: { new: "ServerWebSocket" },
        WebSocketHandler: { new: "WebSocketHandler" },
      },
    },
    ServeOptions: { members: { websocket: "WebSocketHandler" } },
    /** TCP: its `close` is told of an error, not of a code. */
    TcpOptions: { members: { socket: { members: { close: { handler: [null, null] } } } } },
    WebSocketHandler: {
      declared: [{ from: "package", package: "bun-types", name: "WebSocketHandler" }],
      members: {
        open: { handler: ["ServerWebSocket"] },
        message: { handler: ["ServerWebSocket", null] },
        drain: { handler: ["ServerWebSocket"] },
        close: { handler: ["ServerWebSocket", "code", "reason"] },
        ping: { handler: ["ServerWebSocket", null] },
        pong: { handler: ["ServerWebSocket", null] },
      },
    },
    ServerWebSocket: {
      declared: [{ from: "package", package: "bun-types", name: "ServerWebSocket" }],
      profile: "endpoint-unchecked",
      part: "server",
      // Documented so that a received code can be passed on (bun-types, serve.d.ts).
      sendsEmpty: [
        [0, 0],
        [1005, 1006],
      ],
      forwards: true,
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
    WebSocket: {
      declared: [{ from: "package", package: "bun-types", name: "WebSocket" }],
      profile: "endpoint",
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "bun-types", name: "CloseEvent" }],
      profile: "simulated",
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
