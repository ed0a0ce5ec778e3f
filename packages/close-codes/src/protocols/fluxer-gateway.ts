import type { Protocol } from "./protocol.ts";

/** @see Fluxer documentation, Gateway close codes */
export const fluxerGateway: Protocol = {
  id: "fluxer-gateway",
  name: "Fluxer Gateway",
  packages: [],
  url: "https://www.mintlify.com/fluxerapp/fluxer/gateway/close-codes",
  codes: [
    { code: 4000, name: "UnknownError", meaning: "Something went wrong.", reconnect: true },
    {
      code: 4001,
      name: "UnknownOpcode",
      meaning: "The client sent an unknown opcode.",
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
    { code: 4004, name: "AuthenticationFailed", meaning: "The token is wrong." },
    {
      code: 4005,
      name: "AlreadyAuthenticated",
      meaning: "The client identified more than once.",
      reconnect: true,
    },
    {
      code: 4007,
      name: "InvalidSequence",
      meaning: "The sequence number given to resume is invalid; a new session is needed.",
    },
    {
      code: 4008,
      name: "RateLimited",
      meaning: "The client sends too quickly; a new session is needed.",
    },
    {
      code: 4009,
      name: "SessionTimeout",
      meaning: "The client sent no heartbeat for too long.",
      reconnect: true,
    },
    { code: 4010, name: "InvalidShard", meaning: "The shard is invalid." },
    { code: 4011, name: "ShardingRequired", meaning: "The session has to be sharded." },
    { code: 4012, name: "InvalidAPIVersion", meaning: "The Gateway version is invalid." },
    {
      code: 4013,
      name: "AcknowledgementBackpressure",
      meaning: "The client acknowledges events too slowly.",
    },
  ],
};
