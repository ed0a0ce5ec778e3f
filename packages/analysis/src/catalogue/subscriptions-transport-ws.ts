import type { Library } from "./library.ts";
import { ws } from "./ws.ts";

/** subscriptions-transport-ws 0.11: the server hands out sockets of `ws`; the client's `close` takes booleans. */
export const subscriptionsTransportWs = {
  name: "subscriptions-transport-ws",
  title: "subscriptions-transport-ws",
  api: "ws",
  url: "https://github.com/apollographql/subscriptions-transport-ws",
  modules: ["subscriptions-transport-ws"],
  exports: {
    SubscriptionClient: { new: "SubscriptionClient" },
    SubscriptionServer: {
      anyOf: [
        { new: "SubscriptionServer" },
        { members: { create: { method: { args: ["ServerOptions"] } } } },
      ],
    },
  },
  types: {
    ...ws.types,
    SubscriptionClient: {
      declared: [
        { from: "package", package: "subscriptions-transport-ws", name: "SubscriptionClient" },
      ],
      methods: { close: {} },
    },
    SubscriptionServer: { construct: { args: ["ServerOptions"] } },
    ServerOptions: {
      declared: [{ from: "package", package: "subscriptions-transport-ws", name: "ServerOptions" }],
      members: {
        onConnect: { handler: [null, "AcceptedWebSocket", null] },
        onDisconnect: { handler: ["AcceptedWebSocket", null] },
        onOperation: { handler: [null, null, "AcceptedWebSocket"] },
      },
    },
  },
} as const satisfies Library;
