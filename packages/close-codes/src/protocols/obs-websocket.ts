import type { Protocol } from "./protocol.ts";

/** @see obs-websocket 5, docs/generated/protocol.md, `WebSocketCloseCode` */
export const obsWebsocket: Protocol = {
  id: "obs-websocket",
  name: "obs-websocket 5",
  packages: ["obs-websocket-js"],
  url: "https://github.com/obsproject/obs-websocket/blob/master/docs/generated/protocol.md",
  codes: [
    { code: 4000, name: "UnknownReason", meaning: "The reason is unknown; should never occur." },
    { code: 4002, name: "MessageDecodeError", meaning: "The server could not decode a message." },
    { code: 4003, name: "MissingDataField", meaning: "A required field is missing." },
    { code: 4004, name: "InvalidDataFieldType", meaning: "A field has the wrong type." },
    { code: 4005, name: "InvalidDataFieldValue", meaning: "A field has an invalid value." },
    { code: 4006, name: "UnknownOpCode", meaning: "The opcode is missing or invalid." },
    {
      code: 4007,
      name: "NotIdentified",
      meaning: "The client sent a message before it identified.",
    },
    { code: 4008, name: "AlreadyIdentified", meaning: "The client identified more than once." },
    { code: 4009, name: "AuthenticationFailed", meaning: "The client failed to authenticate." },
    {
      code: 4010,
      name: "UnsupportedRpcVersion",
      meaning: "The client speaks an unsupported version of the protocol.",
    },
    {
      code: 4011,
      name: "SessionInvalidated",
      meaning: "The session was ended by hand; the client must not reconnect.",
      reconnect: false,
    },
    {
      code: 4012,
      name: "UnsupportedFeature",
      meaning: "A feature is missing, because of the hardware or the software.",
    },
  ],
};
