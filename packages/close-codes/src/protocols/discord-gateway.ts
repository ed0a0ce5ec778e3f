import type { Protocol } from "./protocol.ts";

/** @see Discord documentation; discord-api-types 0.38.57, `GatewayCloseCodes` */
export const discordGateway: Protocol = {
  id: "discord-gateway",
  name: "Discord Gateway",
  packages: ["discord.js", "@discordjs/ws", "discord-api-types", "oceanic.js"],
  url: "https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes",
  codes: [
    {
      code: 4000,
      name: "UnknownError",
      meaning: "Something went wrong, and Discord does not know what.",
      reconnect: true,
    },
    {
      code: 4001,
      name: "UnknownOpcode",
      meaning: "The client sent an unknown opcode, or a payload that does not fit it.",
      reconnect: true,
    },
    {
      code: 4002,
      name: "DecodeError",
      meaning: "The client sent a payload that cannot be decoded.",
      reconnect: true,
    },
    {
      code: 4003,
      name: "NotAuthenticated",
      meaning: "The client sent a payload before it identified.",
      reconnect: true,
    },
    { code: 4004, name: "AuthenticationFailed", meaning: "The token is wrong.", reconnect: false },
    {
      code: 4005,
      name: "AlreadyAuthenticated",
      meaning: "The client identified more than once.",
      reconnect: true,
    },
    {
      code: 4007,
      name: "InvalidSeq",
      meaning: "The sequence number given to resume is invalid; a new session is needed.",
      reconnect: true,
    },
    { code: 4008, name: "RateLimited", meaning: "The client sends too quickly.", reconnect: true },
    {
      code: 4009,
      name: "SessionTimedOut",
      meaning: "The session timed out; a new one is needed.",
      reconnect: true,
    },
    {
      code: 4010,
      name: "InvalidShard",
      meaning: "The shard given to identify is invalid.",
      reconnect: false,
    },
    {
      code: 4011,
      name: "ShardingRequired",
      meaning: "The session would hold too many guilds and has to be sharded.",
      reconnect: false,
    },
    {
      code: 4012,
      name: "InvalidAPIVersion",
      meaning: "The Gateway version is invalid.",
      reconnect: false,
    },
    { code: 4013, name: "InvalidIntents", meaning: "The intents are invalid.", reconnect: false },
    {
      code: 4014,
      name: "DisallowedIntents",
      meaning: "The client asked for an intent that it has not been granted.",
      reconnect: false,
    },
  ],
};
