import { dom } from "./dom.ts";
import type { Library, Method } from "./library.ts";
import { globalClient } from "./profiles.ts";

const chained = { returns: "WebsocketBuilder" } as const satisfies Method;

/** websocket-ts 2, over the global `WebSocket`; its handlers get the socket first. */
export const websocketTs = {
  name: "websocket-ts",
  title: "websocket-ts",
  url: "https://github.com/jjxxs/websocket-ts",
  modules: ["websocket-ts"],
  exports: {
    Websocket: { new: "Websocket" },
    WebsocketBuilder: { new: "WebsocketBuilder" },
    WebsocketEvent: { events: { close: "close" } },
  },
  types: {
    WebsocketBuilder: {
      declared: [{ from: "package", package: "websocket-ts", name: "WebsocketBuilder" }],
      methods: {
        onClose: {
          args: [{ handler: ["Websocket", "CloseEvent"] }],
          returns: "WebsocketBuilder",
        },
        onOpen: { args: [{ handler: ["Websocket", null] }], returns: "WebsocketBuilder" },
        onMessage: { args: [{ handler: ["Websocket", null] }], returns: "WebsocketBuilder" },
        onError: { args: [{ handler: ["Websocket", null] }], returns: "WebsocketBuilder" },
        onRetry: { args: [{ handler: ["Websocket", null] }], returns: "WebsocketBuilder" },
        onReconnect: { args: [{ handler: ["Websocket", null] }], returns: "WebsocketBuilder" },
        withProtocols: chained,
        withMaxRetries: chained,
        withInstantReconnect: chained,
        withBackoff: chained,
        withBuffer: chained,
        build: { returns: "Websocket" },
      },
    },
    Websocket: {
      declared: [{ from: "package", package: "websocket-ts", name: "Websocket" }],
      ...globalClient,
      part: "client",
      methods: {
        close: { send: { code: 0, reason: 1 } },
        addEventListener: { args: [null, { handler: ["Websocket", "CloseEvent"] }] },
      },
      members: { underlyingWebsocket: "OpenedWebSocket" },
    },
    WebSocket: dom.types.WebSocket,
    OpenedWebSocket: dom.types.OpenedWebSocket,
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
