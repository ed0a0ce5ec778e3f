import type { Protocol } from "./protocol.ts";

/** @see Discord documentation; discord-api-types 0.38.57, `VoiceCloseCodes` */
export const discordVoice: Protocol = {
  id: "discord-voice",
  name: "Discord Voice",
  packages: ["@discordjs/voice", "discord-api-types/voice", "oceanic.js"],
  url: "https://discord.com/developers/docs/topics/opcodes-and-status-codes#voice-voice-close-event-codes",
  codes: [
    { code: 4001, name: "UnknownOpcode", meaning: "The client sent an unknown opcode." },
    {
      code: 4002,
      name: "FailedToDecode",
      meaning: "The client sent a payload that cannot be decoded.",
    },
    {
      code: 4003,
      name: "NotAuthenticated",
      meaning: "The client sent a payload before it identified.",
    },
    { code: 4004, name: "AuthenticationFailed", meaning: "The token is wrong." },
    { code: 4005, name: "AlreadyAuthenticated", meaning: "The client identified more than once." },
    { code: 4006, name: "SessionNoLongerValid", meaning: "The session is no longer valid." },
    { code: 4009, name: "SessionTimeout", meaning: "The session timed out." },
    { code: 4011, name: "ServerNotFound", meaning: "The voice server does not exist." },
    { code: 4012, name: "UnknownProtocol", meaning: "The client selected an unknown protocol." },
    {
      code: 4014,
      name: "Disconnected",
      meaning: "The channel was deleted, the client was kicked, or the Gateway session ended.",
      reconnect: false,
    },
    {
      code: 4015,
      name: "VoiceServerCrashed",
      meaning: "The voice server crashed; the client may resume.",
      reconnect: true,
    },
    {
      code: 4016,
      name: "UnknownEncryptionMode",
      meaning: "The client selected an unknown encryption mode.",
    },
    {
      code: 4017,
      name: "EndToEndEncryptionDAVEProtocolRequired",
      meaning: "The call requires end-to-end encryption by the DAVE protocol.",
    },
    { code: 4020, name: "BadRequest", meaning: "The client sent a malformed request." },
    {
      code: 4021,
      name: "RateLimited",
      meaning: "The client exceeded a rate limit.",
      reconnect: false,
    },
    {
      code: 4022,
      name: "CallTerminated",
      meaning: "The call ended for everyone.",
      reconnect: false,
    },
  ],
};
