import type { Library } from "./library.ts";

/** `websocket` 1.0.35 (WebSocket-Node): `close` checks its code, `drop` does not. */
export const websocket = {
  name: "websocket",
  title: "websocket",
  api: "websocket",
  url: "https://github.com/theturtle32/WebSocket-Node",
  modules: ["websocket"],
  exports: {
    server: { new: "Server" },
    client: { new: "Client" },
    request: { new: "Request" },
    connection: {
      anyOf: [
        { new: "Connection" },
        {
          constants: {
            CLOSE_REASON_NORMAL: 1000,
            CLOSE_REASON_GOING_AWAY: 1001,
            CLOSE_REASON_PROTOCOL_ERROR: 1002,
            CLOSE_REASON_UNPROCESSABLE_INPUT: 1003,
            CLOSE_REASON_RESERVED: 1004,
            CLOSE_REASON_NOT_PROVIDED: 1005,
            CLOSE_REASON_ABNORMAL: 1006,
            CLOSE_REASON_INVALID_DATA: 1007,
            CLOSE_REASON_POLICY_VIOLATION: 1008,
            CLOSE_REASON_MESSAGE_TOO_BIG: 1009,
            CLOSE_REASON_EXTENSION_REQUIRED: 1010,
            CLOSE_REASON_INTERNAL_SERVER_ERROR: 1011,
            CLOSE_REASON_TLS_HANDSHAKE_FAILED: 1015,
          },
        },
      ],
    },
    w3cwebsocket: { new: "W3CWebSocket" },
  },
  types: {
    Server: {
      declared: [{ from: "package", package: "websocket", name: "server" }],
      on: {
        request: ["Request"],
        connect: ["AcceptedConnection"],
        close: ["AcceptedConnection", "code", "reason"],
      },
      members: { connections: { each: "AcceptedConnection" } },
    },
    Request: {
      declared: [{ from: "package", package: "websocket", name: "request" }],
      methods: { accept: { returns: "AcceptedConnection" } },
    },
    Client: {
      declared: [{ from: "package", package: "websocket", name: "client" }],
      on: { connect: ["OpenedConnection"] },
    },
    Connection: {
      declared: [{ from: "package", package: "websocket", name: "connection" }],
      profile: "endpoint",
      throws: "Error",
      alsoSends: [[1015, 1015]],
      methods: {
        close: { send: { code: 0, reason: 1 } },
        drop: { send: { code: 0, reason: 1, unless: 2 }, profile: "endpoint-unchecked" },
        sendCloseFrame: { send: { code: 0, reason: 1 }, profile: "endpoint-unchecked" },
      },
      members: { closeReasonCode: "code", closeDescription: "reason" },
      on: { close: ["code", "reason"] },
    },
    AcceptedConnection: { extends: "Connection", part: "server" },
    OpenedConnection: { extends: "Connection", part: "client" },
    W3CWebSocket: {
      declared: [{ from: "package", package: "websocket", name: "w3cwebsocket" }],
      profile: "endpoint",
      part: "client",
      throws: "Error",
      alsoSends: [[1015, 1015]],
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "websocket", name: "ICloseEvent" }],
      profile: "simulated",
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
