import type { Protocol } from "./protocol.ts";

/** @see assemblyai 4.41.5, src/utils/errors/realtime.ts */
export const assemblyaiRealtime: Protocol = {
  id: "assemblyai-realtime",
  name: "AssemblyAI real-time (v2)",
  packages: ["assemblyai"],
  url: "https://github.com/AssemblyAI/assemblyai-node-sdk",
  codes: [
    { code: 4000, name: "BadSampleRate", meaning: "The sample rate is not a positive integer." },
    { code: 4001, name: "AuthFailed", meaning: "The client is not authorised." },
    { code: 4002, name: "InsufficientFunds", meaning: "The account lacks funds." },
    { code: 4003, name: "FreeTierUser", meaning: "The account is free, and the feature is not." },
    { code: 4004, name: "NonexistentSessionId", meaning: "The session does not exist." },
    { code: 4008, name: "SessionExpired", meaning: "The session has expired." },
    { code: 4010, name: "ClosedSession", meaning: "The session is closed." },
    { code: 4029, name: "RateLimited", meaning: "The client exceeded a rate limit." },
    { code: 4030, name: "UniqueSessionViolation", meaning: "The session is already in use." },
    { code: 4031, name: "SessionTimeout", meaning: "The session timed out." },
    { code: 4032, name: "AudioTooShort", meaning: "The audio is too short." },
    { code: 4033, name: "AudioTooLong", meaning: "The audio is too long." },
    {
      code: 4034,
      name: "AudioTooSmallToTranscode",
      meaning: "The audio is too small to be transcoded.",
    },
    { code: 4100, name: "BadJson", meaning: "A message is not JSON." },
    { code: 4101, name: "BadSchema", meaning: "A message does not fit the schema." },
    { code: 4102, name: "TooManyStreams", meaning: "Too many streams are open." },
    { code: 4103, name: "Reconnected", meaning: "The session goes on over another connection." },
    {
      code: 4104,
      name: "WordBoostParameterParsingFailed",
      meaning: "The word boost parameter cannot be parsed.",
    },
  ],
};
