import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { anyClient } from "./profiles.ts";

/** isows: the global `WebSocket`, or `ws` where there is none. */
export const isows = {
  name: "isows",
  title: "isows",
  url: "https://github.com/wevm/isows",
  modules: ["isows"],
  exports: { WebSocket: { new: "OpenedWebSocket", type: "WebSocket" } },
  types: {
    WebSocket: dom.types.WebSocket,
    OpenedWebSocket: { extends: "WebSocket", ...anyClient, part: "client" },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
