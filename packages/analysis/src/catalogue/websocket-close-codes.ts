import type { Library } from "./library.ts";

/** websocket-close-codes 1.0.0: an enum of RFC 6455's codes and IANA's. */
export const websocketCloseCodes = {
  name: "websocket-close-codes",
  title: "websocket-close-codes",
  url: "https://www.npmjs.com/package/websocket-close-codes",
  modules: ["websocket-close-codes"],
  exports: {
    CloseCode: {
      constants: {
        NORMAL_CLOSURE: 1000,
        GOING_AWAY: 1001,
        PROTOCOL_ERROR: 1002,
        UNSUPPORTED_DATA: 1003,
        RESERVED: 1004,
        NO_STATUS_RECEIVED: 1005,
        ABNORMAL_CLOSURE: 1006,
        INVALID_FRAME_PAYLOAD_DATA: 1007,
        POLICY_VIOLATION: 1008,
        MESSAGE_TOO_BIG: 1009,
        MISSING_EXTENSION: 1010,
        INTERNAL_ERROR: 1011,
        SERVICE_RESTART: 1012,
        TRY_AGAIN_LATER: 1013,
        BAD_GATEWAY: 1014,
        TLS_HANDSHAKE: 1015,
      },
    },
  },
} as const satisfies Library;
