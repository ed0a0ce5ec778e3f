import type { Protocol } from "./protocol.ts";

/** @see subscriptions-transport-ws 0.11.0, dist/server.js */
export const subscriptionsTransportWs: Protocol = {
  id: "subscriptions-transport-ws",
  name: "GraphQL subscriptions (subscriptions-transport-ws)",
  packages: ["subscriptions-transport-ws"],
  url: "https://github.com/apollographql/subscriptions-transport-ws/blob/master/PROTOCOL.md",
  codes: [
    {
      code: 1002,
      name: "ProtocolError",
      meaning: "The client asked for no subprotocol that the server knows.",
    },
    {
      code: 1011,
      name: "InternalError",
      meaning: "The server could not initialise the connection.",
    },
  ],
};
