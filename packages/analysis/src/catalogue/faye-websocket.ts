import type { Library } from "./library.ts";

/** faye-websocket 0.11.4: the browsers' rule on both sides (lib/faye/websocket/api.js). */
export const fayeWebsocket = {
  name: "faye-websocket",
  title: "faye-websocket",
  api: "faye-websocket",
  url: "https://github.com/faye/faye-websocket-node",
  modules: ["faye-websocket"],
  exports: {
    default: { new: "AcceptedWebSocket", type: "WebSocket" },
    "module.exports": { new: "AcceptedWebSocket", type: "WebSocket" },
    Client: { new: "OpenedWebSocket" },
  },
  types: {
    WebSocket: {
      profile: "browser",
      throws: "Error",
      methods: { close: { send: { code: 0, reason: 1 } } },
      on: { close: ["CloseEvent"] },
      listen: { close: "CloseEvent" },
    },
    AcceptedWebSocket: { extends: "WebSocket", part: "server" },
    OpenedWebSocket: { extends: "WebSocket", part: "client" },
    CloseEvent: { profile: "simulated", members: { code: "code", reason: "reason" } },
  },
} as const satisfies Library;
