import type { Library } from "./library.ts";
import { workers } from "./workers.ts";

/** PartyKit's servers; its `onClose` is not told the code. */
export const partykit = {
  name: "partykit",
  title: "PartyKit",
  api: "workers",
  url: "https://docs.partykit.io/reference/partyserver-api/",
  modules: ["partykit/server"],
  exports: {
    Server: { new: "Server" },
    Connection: { new: "Connection" },
    Room: { new: "Room" },
    Party: { new: "Room" },
  },
  types: {
    Server: {
      declared: [{ from: "package", package: "partykit", name: "Server" }],
      members: {
        room: "Room",
        party: "Room",
        onConnect: { handler: ["Connection", null] },
        onMessage: { handler: [null, "Connection"] },
        onClose: { handler: ["Connection"] },
        onError: { handler: ["Connection", null] },
      },
    },
    Room: {
      methods: {
        getConnection: { returns: "Connection" },
        getConnections: { returns: { each: "Connection" } },
      },
    },
    Connection: { extends: "WebSocket", part: "server" },
    WebSocket: workers.types.WebSocket,
    CloseEvent: workers.types.CloseEvent,
  },
} as const satisfies Library;
