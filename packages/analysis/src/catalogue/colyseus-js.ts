import type { Library } from "./library.ts";

/** colyseus.js 0.16, the client: a room tells with which code it was left. */
export const colyseusJs = {
  name: "colyseus-js",
  title: "colyseus.js",
  url: "https://docs.colyseus.io/client",
  modules: ["colyseus.js"],
  exports: { Client: { new: "Client" }, Room: { new: "Room" } },
  types: {
    Client: {
      declared: [{ from: "package", package: "colyseus.js", name: "Client" }],
      methods: {
        join: { returns: { promise: "Room" } },
        joinOrCreate: { returns: { promise: "Room" } },
        joinById: { returns: { promise: "Room" } },
        create: { returns: { promise: "Room" } },
        reconnect: { returns: { promise: "Room" } },
        consumeSeatReservation: { returns: { promise: "Room" } },
      },
    },
    Room: {
      declared: [{ from: "package", package: "colyseus.js", name: "Room" }],
      methods: {
        onLeave: { args: [{ handler: ["code", "reason"] }] },
        // Its code is an error's, not a close code.
        onError: { args: [{ handler: [null, null] }] },
      },
    },
  },
} as const satisfies Library;
