import { dom } from "./dom.ts";
import type { Library, Shape } from "./library.ts";

const hook = { method: { args: [null, "Options"], returns: "Hook" } } as const satisfies Shape;

/** react-use-websocket 4.13, over the global `WebSocket`. */
export const reactUseWebsocket = {
  name: "react-use-websocket",
  title: "react-use-websocket",
  url: "https://github.com/robtaussig/react-use-websocket",
  modules: ["react-use-websocket", "react-use-websocket/*"],
  exports: { default: hook, useWebSocket: hook, useSocketIO: hook, Options: { new: "Options" } },
  types: {
    Options: {
      declared: [{ from: "package", package: "react-use-websocket", name: "Options" }],
      members: {
        onClose: { handler: ["CloseEvent"] },
        shouldReconnect: { handler: ["CloseEvent"] },
      },
    },
    Hook: { methods: { getWebSocket: { returns: "OpenedWebSocket" } } },
    WebSocket: dom.types.WebSocket,
    OpenedWebSocket: dom.types.OpenedWebSocket,
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
