import type { Library } from "./library.ts";

/**
 * sockjs 0.3.24, the server: its close is a message, `c[code,"reason"]`, no Close frame, and brings
 * any number to the client (@types/sockjs has a string there).
 */
export const sockjs = {
  name: "sockjs",
  title: "sockjs",
  api: "sockjs",
  url: "https://github.com/sockjs/sockjs-node",
  modules: ["sockjs"],
  exports: { createServer: { method: { returns: "Server" } } },
  types: {
    Server: {
      declared: [{ from: "package", package: "sockjs", name: "Server" }],
      on: { connection: ["Connection"] },
    },
    Connection: {
      declared: [{ from: "package", package: "sockjs", name: "Connection" }],
      profile: "simulated",
      part: "server",
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
  },
} as const satisfies Library;
