import type { Library } from "./library.ts";

/** @colyseus/core 0.16, the server, over `ws` or uWebSockets.js. */
export const colyseus = {
  name: "colyseus",
  title: "Colyseus",
  url: "https://docs.colyseus.io/room",
  modules: ["@colyseus/core", "colyseus"],
  exports: {
    Room: { new: "Room" },
    Client: { new: "Client" },
    Protocol: {
      constants: {
        JOIN_ROOM: 10,
        ERROR: 11,
        LEAVE_ROOM: 12,
        ROOM_DATA: 13,
        ROOM_STATE: 14,
        ROOM_STATE_PATCH: 15,
        ROOM_DATA_BYTES: 17,
        WS_CLOSE_NORMAL: 1000,
        WS_CLOSE_GOING_AWAY: 1001,
        WS_CLOSE_CONSENTED: 4000,
        WS_CLOSE_WITH_ERROR: 4002,
        WS_CLOSE_DEVMODE_RESTART: 4010,
        WS_SERVER_DISCONNECT: 4201,
        WS_TOO_MANY_CLIENTS: 4202,
      },
    },
    ErrorCode: {
      constants: {
        MATCHMAKE_NO_HANDLER: 4210,
        MATCHMAKE_INVALID_CRITERIA: 4211,
        MATCHMAKE_INVALID_ROOM_ID: 4212,
        MATCHMAKE_UNHANDLED: 4213,
        MATCHMAKE_EXPIRED: 4214,
        AUTH_FAILED: 4215,
        APPLICATION_ERROR: 4216,
        INVALID_PAYLOAD: 4217,
      },
    },
  },
  types: {
    Socket: { profile: ["endpoint", "endpoint-unchecked"], part: "server" },
    Room: {
      declared: [{ from: "package", package: "@colyseus/core", name: "Room" }],
      extends: "Socket",
      members: {
        clients: { each: "Client" },
        onAuth: { handler: ["Client", null, null] },
        onJoin: { handler: ["Client", null, null] },
        onLeave: { handler: ["Client", null] },
      },
      methods: {
        disconnect: { send: { code: 0 } },
        onMessage: { args: [null, { handler: ["Client", null] }] },
      },
    },
    Client: {
      declared: [{ from: "package", package: "@colyseus/core", name: "Client" }],
      extends: "Socket",
      methods: { leave: { send: { code: 0, reason: 1 } }, close: { send: { code: 0, reason: 1 } } },
    },
  },
} as const satisfies Library;
