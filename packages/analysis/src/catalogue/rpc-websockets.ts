import type { Library } from "./library.ts";
import { anyClient } from "./profiles.ts";

/** rpc-websockets 10: over `ws` on Node, over the global `WebSocket` in browsers. */
export const rpcWebsockets = {
  name: "rpc-websockets",
  title: "rpc-websockets",
  url: "https://github.com/elpheria/rpc-websockets",
  modules: ["rpc-websockets"],
  exports: { Client: { new: "Client" } },
  types: {
    Client: {
      declared: [
        { from: "package", package: "rpc-websockets", name: "Client" },
        { from: "package", package: "rpc-websockets", name: "CommonClient" },
      ],
      ...anyClient,
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      on: { close: ["code", "reason"] },
    },
  },
} as const satisfies Library;
