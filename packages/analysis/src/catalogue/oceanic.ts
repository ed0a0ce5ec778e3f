import type { Library } from "./library.ts";

/** oceanic.js 1.15: the constants of Discord's gateways (dist/lib/Constants.d.ts). */
export const oceanic = {
  name: "oceanic",
  title: "oceanic.js",
  url: "https://github.com/OceanicJS/Oceanic",
  modules: ["oceanic.js"],
  exports: {
    GatewayCloseCodes: {
      constants: {
        UNKNOWN_ERROR: 4000,
        UNKNOWN_OPCODE: 4001,
        DECODE_ERROR: 4002,
        NOT_AUTHENTICATED: 4003,
        AUTHENTICATION_FAILED: 4004,
        ALREADY_AUTHENTICATED: 4005,
        INVALID_SEQUENCE: 4007,
        RATE_LIMITED: 4008,
        SESSION_TIMEOUT: 4009,
        INVALID_SHARD: 4010,
        SHARDING_REQUIRED: 4011,
        INVALID_API_VERSION: 4012,
        INVALID_INTENTS: 4013,
        DISALLOWED_INTENTS: 4014,
      },
    },
    VoiceCloseCodes: {
      constants: {
        UNKNOWN_OPCODE: 4001,
        DECODE_ERROR: 4002,
        NOT_AUTHENTICATED: 4003,
        AUTHENTICATION_FAILED: 4004,
        ALREADY_AUTHENTICATED: 4005,
        INVALID_SESSION: 4006,
        SESSION_TIMEOUT: 4009,
        SERVER_NOT_FOUND: 4011,
        UNKNOWN_PROTOCOL: 4012,
        DISCONNECTED: 4013,
        VOICE_SERVER_CRASHED: 4014,
        UNKNOWN_ENCRYPTION_MODE: 4015,
      },
    },
  },
} as const satisfies Library;
