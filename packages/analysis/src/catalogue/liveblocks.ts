import type { Library } from "./library.ts";

/** @liveblocks/core 3.24: the codes with which its servers close. */
export const liveblocks = {
  name: "liveblocks",
  title: "Liveblocks",
  url: "https://liveblocks.io/docs/api-reference/liveblocks-client",
  modules: ["@liveblocks/core"],
  exports: {
    WebsocketCloseCodes: {
      constants: {
        CLOSE_NORMAL: 1000,
        CLOSE_ABNORMAL: 1006,
        UNEXPECTED_CONDITION: 1011,
        TRY_AGAIN_LATER: 1013,
        INVALID_MESSAGE_FORMAT: 4000,
        NOT_ALLOWED: 4001,
        MAX_NUMBER_OF_MESSAGES_PER_SECONDS: 4002,
        MAX_NUMBER_OF_CONCURRENT_CONNECTIONS: 4003,
        MAX_NUMBER_OF_MESSAGES_PER_DAY_PER_APP: 4004,
        MAX_NUMBER_OF_CONCURRENT_CONNECTIONS_PER_ROOM: 4005,
        ROOM_ID_UPDATED: 4006,
        KICKED: 4100,
        TOKEN_EXPIRED: 4109,
        CLOSE_WITHOUT_RETRY: 4999,
      },
    },
    IWebSocketCloseEvent: { new: "CloseEvent" },
  },
  types: {
    CloseEvent: {
      declared: [{ from: "package", package: "@liveblocks/core", name: "IWebSocketCloseEvent" }],
      profile: "simulated",
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
