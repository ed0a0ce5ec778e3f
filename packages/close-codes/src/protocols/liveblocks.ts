import type { Protocol } from "./protocol.ts";

/** @see @liveblocks/core 3.24.2, `WebsocketCloseCodes` */
export const liveblocks: Protocol = {
  id: "liveblocks",
  name: "Liveblocks",
  packages: ["@liveblocks/client", "@liveblocks/core", "@liveblocks/react"],
  url: "https://github.com/liveblocks/liveblocks",
  codes: [
    { code: 4000, name: "InvalidMessageFormat", meaning: "A message was not understood." },
    {
      code: 4001,
      name: "NotAllowed",
      meaning: "The server refuses the connection; another token does not help.",
      reconnect: false,
    },
    { code: 4005, name: "MaxNumberOfConcurrentConnectionsPerRoom", meaning: "The room is full." },
    { code: 4006, name: "RoomIdUpdated", meaning: "The room has a new id." },
    { code: 4100, name: "Kicked", meaning: "The server removed the connection from the room." },
    { code: 4109, name: "TokenExpired", meaning: "The token has expired; a new one is needed." },
    {
      code: 4999,
      name: "CloseWithoutRetry",
      meaning: "Disconnect and do not try again.",
      reconnect: false,
    },
  ],
};
