import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { globalClient } from "./profiles.ts";

/** sockette 2, over the global `WebSocket`. */
export const sockette = {
  name: "sockette",
  title: "sockette",
  url: "https://github.com/lukeed/sockette",
  modules: ["sockette"],
  exports: { default: { new: "Sockette" }, "module.exports": { new: "Sockette" } },
  types: {
    Sockette: {
      declared: [{ from: "package", package: "sockette", name: "Sockette" }],
      ...globalClient,
      part: "client",
      construct: { args: [null, "Options"] },
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
    Options: {
      declared: [{ from: "package", package: "sockette", name: "SocketteOptions" }],
      members: {
        onclose: { handler: ["CloseEvent"] },
        onreconnect: { handler: ["CloseEvent"] },
        onmaximum: { handler: ["CloseEvent"] },
      },
    },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
