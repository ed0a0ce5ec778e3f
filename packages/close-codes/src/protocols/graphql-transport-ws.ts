import type { Protocol } from "./protocol.ts";

/** @see graphql-ws 6.4.2, `CloseCode` and dist/client.cjs */
export const graphqlTransportWs: Protocol = {
  id: "graphql-transport-ws",
  name: "GraphQL over WebSocket",
  packages: ["graphql-ws"],
  url: "https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md",
  codes: [
    {
      code: 4004,
      name: "BadResponse",
      meaning: "The server sent a message that the client cannot read.",
      sentBy: "client",
    },
    {
      code: 4005,
      name: "InternalClientError",
      meaning: "The client failed while it worked on a message.",
      sentBy: "client",
    },
    { code: 4400, name: "BadRequest", meaning: "The client sent an invalid message." },
    {
      code: 4401,
      name: "Unauthorized",
      meaning: "The client subscribed before the connection was acknowledged.",
    },
    { code: 4403, name: "Forbidden", meaning: "The server refused the connection." },
    {
      code: 4406,
      name: "SubprotocolNotAcceptable",
      meaning: "The client offered no subprotocol that the server knows.",
    },
    {
      code: 4408,
      name: "ConnectionInitialisationTimeout",
      meaning: "The client did not send `connection_init` in time.",
    },
    {
      code: 4409,
      name: "SubscriberAlreadyExists",
      meaning: "The client reused the id of an operation that is still running.",
    },
    {
      code: 4429,
      name: "TooManyInitialisationRequests",
      meaning: "The client sent `connection_init` more than once.",
    },
    {
      code: 4499,
      name: "Terminated",
      meaning: "The client was terminated by `client.terminate()`.",
      sentBy: "client",
    },
    { code: 4500, name: "InternalServerError", meaning: "The server failed unexpectedly." },
    {
      code: 4504,
      name: "ConnectionAcknowledgementTimeout",
      meaning: "The server did not acknowledge the connection in time.",
      sentBy: "client",
    },
  ],
};
