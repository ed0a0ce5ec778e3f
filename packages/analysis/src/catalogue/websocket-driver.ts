import type { Library } from "./library.ts";

/** websocket-driver 0.8.0: the reason comes first, and nothing checks the code (driver/hybi.js). */
export const websocketDriver = {
  name: "websocket-driver",
  title: "websocket-driver",
  api: "websocket-driver",
  url: "https://github.com/faye/websocket-driver-node",
  modules: ["websocket-driver"],
  exports: {
    http: { method: { returns: "ServerDriver" } },
    server: { method: { returns: "ServerDriver" } },
    client: { method: { returns: "ClientDriver" } },
  },
  types: {
    Driver: {
      profile: "endpoint-unchecked",
      methods: { close: { send: { code: 1, reason: 0 } } },
      on: { close: ["CloseEvent"] },
    },
    ServerDriver: { extends: "Driver", part: "server" },
    ClientDriver: { extends: "Driver", part: "client" },
    CloseEvent: { profile: "simulated", members: { code: "code", reason: "reason" } },
  },
} as const satisfies Library;
