import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { globalClient } from "./profiles.ts";

/** VueUse 14.4 `useWebSocket`: its `close` is the global `WebSocket`'s. */
export const vueuse = {
  name: "vueuse",
  title: "VueUse",
  url: "https://vueuse.org/core/useWebSocket/",
  modules: ["@vueuse/core"],
  exports: {
    useWebSocket: { method: { args: [null, "Options"], returns: "UseWebSocketReturn" } },
    UseWebSocketOptions: { new: "Options" },
    UseWebSocketReturn: { new: "UseWebSocketReturn" },
  },
  types: {
    Options: {
      declared: [{ from: "package", package: "@vueuse/core", name: "UseWebSocketOptions" }],
      members: {
        onConnected: { handler: ["OpenedWebSocket"] },
        onDisconnected: { handler: ["OpenedWebSocket", "CloseEvent"] },
        onMessage: { handler: ["OpenedWebSocket", null] },
        onError: { handler: ["OpenedWebSocket", null] },
      },
    },
    UseWebSocketReturn: {
      declared: [{ from: "package", package: "@vueuse/core", name: "UseWebSocketReturn" }],
      ...globalClient,
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      members: { ws: { members: { value: "OpenedWebSocket" } } },
    },
    WebSocket: dom.types.WebSocket,
    OpenedWebSocket: dom.types.OpenedWebSocket,
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
