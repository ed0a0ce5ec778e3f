import type { Library } from "./library.ts";
import { anyClient } from "./profiles.ts";
import { ws } from "./ws.ts";

/** isomorphic-ws 5: `ws` on Node, the global `WebSocket` in a browser's bundle, with the types of `ws`. */
export const isomorphicWs = {
  name: "isomorphic-ws",
  title: "isomorphic-ws",
  url: "https://github.com/heineiuo/isomorphic-ws",
  modules: ["isomorphic-ws"],
  exports: ws.exports,
  types: {
    ...ws.types,
    OpenedWebSocket: {
      ...anyClient,
      profile: { ...anyClient.profile, node: "endpoint" },
      throws: { auto: "", node: "TypeError" },
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      on: { close: ["code", "reason"] },
      listen: { close: "CloseEvent" },
    },
    WebSocket: { extends: "OpenedWebSocket" },
    AcceptedWebSocket: {
      profile: "endpoint",
      throws: "TypeError",
      part: "server",
      methods: { close: { send: { code: 0, reason: 1 } } },
      on: { close: ["code", "reason"] },
      listen: { close: "CloseEvent" },
    },
  },
} as const satisfies Library;
