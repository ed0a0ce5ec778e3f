import type { Library } from "./library.ts";
import { anyClient } from "./profiles.ts";

/** reconnecting-websocket 4.4.0, over the global `WebSocket` or the one it is given. */
export const reconnectingWebsocket = {
  name: "reconnecting-websocket",
  title: "reconnecting-websocket",
  url: "https://github.com/pladaria/reconnecting-websocket",
  modules: ["reconnecting-websocket", "reconnecting-websocket/*"],
  exports: {
    default: { new: "ReconnectingWebSocket" },
    "module.exports": { new: "ReconnectingWebSocket" },
    CloseEvent: { new: "CloseEvent" },
  },
  globals: { ReconnectingWebSocket: { new: "ReconnectingWebSocket" } },
  types: {
    ReconnectingWebSocket: {
      declared: [
        {
          from: "package",
          package: "reconnecting-websocket",
          name: "ReconnectingWebSocket",
        },
      ],
      ...anyClient,
      part: "client",
      methods: {
        close: { send: { code: 0, reason: 1 } },
        reconnect: { send: { code: 0, reason: 1 } },
      },
      listen: { close: "CloseEvent" },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "reconnecting-websocket", name: "CloseEvent" }],
      profile: "simulated",
      construct: { send: { code: 0, reason: 1 } },
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
