import { dom } from "./dom.ts";
import type { Library } from "./library.ts";

/** mock-socket 9.3: the client checks its code, the server makes up any. */
export const mockSocket = {
  name: "mock-socket",
  title: "mock-socket",
  api: "mock-socket",
  url: "https://github.com/thoov/mock-socket",
  modules: ["mock-socket"],
  exports: {
    WebSocket: { new: "WebSocket" },
    Server: { new: "Server" },
    WebSocketServer: { new: "Server" },
    Client: { new: "Client" },
  },
  types: {
    WebSocket: {
      declared: [{ from: "package", package: "mock-socket", name: "WebSocket" }],
      profile: "browser",
      throws: "TypeError",
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    Server: {
      declared: [{ from: "package", package: "mock-socket", name: "Server" }],
      extends: "Client",
      on: { connection: ["Client", null], close: ["Client"] },
      methods: { clients: { returns: { each: "Client" } } },
    },
    Client: {
      declared: [{ from: "package", package: "mock-socket", name: "Client" }],
      profile: "simulated",
      methods: { close: { send: { code: [0, "code"], reason: [0, "reason"] } } },
    },
    CloseEvent: {
      ...dom.types.CloseEvent,
      // A test may make up any close.
      alsoReceives: [[0, 65535]],
    },
  },
} as const satisfies Library;
