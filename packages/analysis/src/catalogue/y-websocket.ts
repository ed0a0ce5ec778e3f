import { dom } from "./dom.ts";
import type { Library } from "./library.ts";

/** y-websocket 3: a code of 4400-4499 is final (`closed`), any other is reconnected. */
export const yWebsocket = {
  name: "y-websocket",
  title: "y-websocket",
  url: "https://github.com/yjs/y-websocket",
  modules: ["y-websocket"],
  exports: { WebsocketProvider: { new: "WebsocketProvider" } },
  types: {
    WebsocketProvider: {
      declared: [{ from: "package", package: "y-websocket", name: "WebsocketProvider" }],
      construct: { args: [null, null, null, "Options"] },
      on: {
        "connection-close": ["CloseEvent", "WebsocketProvider"],
        closed: ["CloseEvent", "WebsocketProvider"],
      },
      members: {
        ws: "OpenedWebSocket",
        shouldReconnect: { handler: ["CloseEvent", "WebsocketProvider"] },
      },
    },
    Options: { members: { shouldReconnect: { handler: ["CloseEvent", "WebsocketProvider"] } } },
    WebSocket: dom.types.WebSocket,
    OpenedWebSocket: dom.types.OpenedWebSocket,
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
