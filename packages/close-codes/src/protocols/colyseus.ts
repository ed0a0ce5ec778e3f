import type { Protocol } from "./protocol.ts";

/** @see @colyseus/shared-types 0.18.3, `CloseCode` */
export const colyseus: Protocol = {
  id: "colyseus",
  name: "Colyseus",
  packages: ["@colyseus/core", "@colyseus/shared-types", "colyseus", "colyseus.js"],
  url: "https://github.com/colyseus/colyseus",
  codes: [
    { code: 4000, name: "Consented", meaning: "The client left the room on purpose." },
    { code: 4001, name: "ServerShutdown", meaning: "The server shuts down." },
    { code: 4002, name: "WithError", meaning: "The room failed while it served the client." },
    { code: 4003, name: "FailedToReconnect", meaning: "The client did not manage to reconnect." },
    { code: 4010, name: "MayTryReconnect", meaning: "The client may try to reconnect." },
  ],
};
