import { dom } from "./dom.ts";
import type { Library } from "./library.ts";

/** @stomp/stompjs 7: `onWebSocketClose`, as an option or as a property. */
export const stompjs = {
  name: "stompjs",
  title: "STOMP.js",
  url: "https://stomp-js.github.io/api-docs/latest/classes/Client.html",
  modules: ["@stomp/stompjs"],
  exports: { Client: { new: "Client" }, StompConfig: { new: "Client" } },
  types: {
    Client: {
      declared: [
        { from: "package", package: "@stomp/stompjs", name: "Client" },
        { from: "package", package: "@stomp/stompjs", name: "StompConfig" },
      ],
      construct: { args: ["Client"] },
      members: { onWebSocketClose: { handler: ["CloseEvent"] } },
    },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
