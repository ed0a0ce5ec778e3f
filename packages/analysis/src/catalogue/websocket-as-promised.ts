import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { anyClient } from "./profiles.ts";

/** websocket-as-promised 3: channels of events. */
export const websocketAsPromised = {
  name: "websocket-as-promised",
  title: "websocket-as-promised",
  url: "https://github.com/vitalets/websocket-as-promised",
  modules: ["websocket-as-promised"],
  exports: {
    default: { new: "WebSocketAsPromised" },
    "module.exports": { new: "WebSocketAsPromised" },
  },
  types: {
    WebSocketAsPromised: {
      declared: [
        { from: "package", package: "websocket-as-promised", name: "WebSocketAsPromised" },
      ],
      ...anyClient,
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 }, returns: { promise: "CloseEvent" } } },
      members: { onClose: "CloseChannel", ws: "OpenedWebSocket" },
    },
    CloseChannel: {
      methods: {
        addListener: { args: [{ handler: ["CloseEvent"] }] },
        addOnceListener: { args: [{ handler: ["CloseEvent"] }] },
      },
    },
    WebSocket: dom.types.WebSocket,
    OpenedWebSocket: dom.types.OpenedWebSocket,
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
