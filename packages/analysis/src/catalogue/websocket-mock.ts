import type { Library } from "./library.ts";
import { mockSocket } from "./mock-socket.ts";

const closing = { send: { code: [0, "code"], reason: [0, "reason"] } } as const;

/** jest-websocket-mock 2 and vitest-websocket-mock, over mock-socket. */
export const websocketMock = {
  name: "websocket-mock",
  title: "jest-websocket-mock, vitest-websocket-mock",
  url: "https://github.com/romgain/jest-websocket-mock",
  modules: ["jest-websocket-mock", "vitest-websocket-mock"],
  exports: {
    default: { new: "WS" },
    "module.exports": { new: "WS" },
    WS: { new: "WS" },
  },
  types: {
    WS: {
      declared: [
        { from: "package", package: "jest-websocket-mock", name: "WS" },
        { from: "package", package: "vitest-websocket-mock", name: "WS" },
      ],
      profile: "simulated",
      methods: { close: closing, error: closing },
      members: { connected: { promise: "Client" }, server: "Server" },
      on: { connection: ["Client"], close: ["Client"] },
    },
    Client: mockSocket.types.Client,
    Server: mockSocket.types.Server,
  },
} as const satisfies Library;
