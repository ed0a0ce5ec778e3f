import type { Library } from "./library.ts";
import { anyClient } from "./profiles.ts";

/** discord.js 14, @discordjs/ws 2 and discord-api-types 0.38. */
export const discord = {
  name: "discord",
  title: "discord.js",
  url: "https://discord.js.org",
  modules: [
    "discord.js",
    "@discordjs/ws",
    "@discordjs/core",
    "discord-api-types/v10",
    "discord-api-types/v9",
    "discord-api-types/gateway/v10",
    "discord-api-types/voice/v4",
    "discord-api-types/voice/v8",
  ],
  exports: {
    Client: { new: "Client" },
    Events: { events: { ShardDisconnect: "shardDisconnect" } },
    WebSocketShardEvents: { events: { Closed: "closed" } },
    WebSocketManager: { new: "WebSocketManager" },
    WebSocketShard: { new: "WebSocketShard" },
    CloseCodes: { constants: { Normal: 1000, Resuming: 4200 } },
    GatewayCloseCodes: {
      constants: {
        UnknownError: 4000,
        UnknownOpcode: 4001,
        DecodeError: 4002,
        NotAuthenticated: 4003,
        AuthenticationFailed: 4004,
        AlreadyAuthenticated: 4005,
        InvalidSeq: 4007,
        RateLimited: 4008,
        SessionTimedOut: 4009,
        InvalidShard: 4010,
        ShardingRequired: 4011,
        InvalidAPIVersion: 4012,
        InvalidIntents: 4013,
        DisallowedIntents: 4014,
      },
    },
    VoiceCloseCodes: {
      constants: {
        UnknownOpcode: 4001,
        FailedToDecode: 4002,
        NotAuthenticated: 4003,
        AuthenticationFailed: 4004,
        AlreadyAuthenticated: 4005,
        SessionNoLongerValid: 4006,
        SessionTimeout: 4009,
        ServerNotFound: 4011,
        UnknownProtocol: 4012,
        Disconnected: 4014,
        VoiceServerCrashed: 4015,
        UnknownEncryptionMode: 4016,
        EndToEndEncryptionDAVEProtocolRequired: 4017,
        BadRequest: 4020,
        RateLimited: 4021,
        CallTerminated: 4022,
      },
    },
  },
  types: {
    Client: {
      declared: [{ from: "package", package: "discord.js", name: "Client" }],
      on: { shardDisconnect: ["CloseEvent", null] },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "discord.js", name: "CloseEvent" }],
      profile: "simulated",
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
    WebSocketManager: {
      declared: [{ from: "package", package: "@discordjs/ws", name: "WebSocketManager" }],
      extends: "Destroyed",
      on: { closed: ["code", null] },
    },
    WebSocketShard: {
      declared: [{ from: "package", package: "@discordjs/ws", name: "WebSocketShard" }],
      extends: "Destroyed",
      on: { closed: ["code"] },
    },
    Destroyed: {
      ...anyClient,
      part: "client",
      methods: { destroy: { send: { code: [0, "code"], reason: [0, "reason"] } } },
    },
  },
} as const satisfies Library;
