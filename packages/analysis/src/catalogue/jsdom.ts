import { dom } from "./dom.ts";
import type { Library } from "./library.ts";

/** The windows of jsdom 29 and happy-dom 21: `new window.WebSocket(url)`. */
export const jsdom = {
  name: "jsdom",
  title: "jsdom, happy-dom",
  url: "https://github.com/jsdom/jsdom",
  modules: ["jsdom", "happy-dom"],
  exports: {
    JSDOM: { new: "JSDOM" },
    Window: { new: "Window" },
    GlobalWindow: { new: "Window" },
  },
  types: {
    JSDOM: {
      declared: [{ from: "package", package: "jsdom", name: "JSDOM" }],
      members: { window: "Window" },
    },
    Window: {
      declared: [
        { from: "package", package: "jsdom", name: "DOMWindow" },
        { from: "package", package: "happy-dom", name: "Window" },
      ],
      members: { WebSocket: { new: "OpenedWebSocket" }, CloseEvent: { new: "CloseEvent" } },
    },
    WebSocket: dom.types.WebSocket,
    OpenedWebSocket: {
      extends: "WebSocket",
      profile: "browser",
      part: "client",
    },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
