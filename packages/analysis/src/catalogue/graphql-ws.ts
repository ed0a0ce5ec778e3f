import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { anyClient, anyServer } from "./profiles.ts";

/** graphql-ws 6.4: its sockets are those of the platform or of `ws`; `closed` only reports a close. */
export const graphqlWs = {
  name: "graphql-ws",
  title: "graphql-ws",
  url: "https://the-guild.dev/graphql/ws",
  modules: ["graphql-ws", "graphql-ws/*"],
  exports: {
    createClient: { method: { args: ["ClientOptions"], returns: "Client" } },
    makeServer: { method: { args: ["ServerOptions"], returns: "Server" } },
    useServer: { method: { args: ["ServerOptions"] } },
    makeHandler: { method: { args: ["ServerOptions"] } },
    makeBehavior: { method: { args: ["ServerOptions"] } },
    makeHooks: { method: { args: ["ServerOptions"] } },
    Client: { new: "Client" },
    ClientOptions: { new: "ClientOptions" },
    ServerOptions: { new: "ServerOptions" },
    Context: { new: "Context" },
    CloseCode: {
      constants: {
        InternalServerError: 4500,
        InternalClientError: 4005,
        BadRequest: 4400,
        BadResponse: 4004,
        Unauthorized: 4401,
        Forbidden: 4403,
        SubprotocolNotAcceptable: 4406,
        ConnectionInitialisationTimeout: 4408,
        ConnectionAcknowledgementTimeout: 4504,
        SubscriberAlreadyExists: 4409,
        TooManyInitialisationRequests: 4429,
      },
    },
  },
  types: {
    ClientOptions: {
      declared: [{ from: "package", package: "graphql-ws", name: "ClientOptions" }],
      members: {
        on: {
          members: {
            opened: { handler: ["ClientSocket"] },
            connected: { handler: ["ClientSocket", null, null] },
            closed: { handler: ["CloseEvent"] },
          },
        },
        shouldRetry: { handler: ["CloseEvent"] },
        isFatalConnectionProblem: { handler: ["CloseEvent"] },
        onNonLazyError: { handler: ["CloseEvent"] },
      },
    },
    Client: {
      declared: [{ from: "package", package: "graphql-ws", name: "Client" }],
      on: {
        opened: ["ClientSocket"],
        connected: ["ClientSocket", null, null],
        closed: ["CloseEvent"],
      },
    },
    ClientSocket: {
      ...anyClient,
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    ServerOptions: {
      declared: [{ from: "package", package: "graphql-ws", name: "ServerOptions" }],
      members: {
        onConnect: { handler: ["Context"] },
        onDisconnect: { handler: ["Context", "code", "reason"] },
        onClose: { handler: ["Context", "code", "reason"] },
        onSubscribe: { handler: ["Context", null, null] },
        onOperation: { handler: ["Context", null, null, null, null] },
        onError: { handler: ["Context", null, null, null] },
        onNext: { handler: ["Context", null, null, null, null] },
        onComplete: { handler: ["Context", null, null] },
        context: { handler: ["Context", null, null, null] },
      },
    },
    Context: {
      declared: [{ from: "package", package: "graphql-ws", name: "Context" }],
      members: { extra: { members: { socket: "ServerSocket" } } },
    },
    ServerSocket: {
      ...anyServer,
      part: "server",
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
    /** `opened` gives a function that is told the code and the reason with which a socket closed. */
    Server: {
      declared: [{ from: "package", package: "graphql-ws", name: "Server" }],
      profile: "simulated",
      methods: { opened: { returns: { method: { send: { code: 0, reason: 1 } } } } },
    },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
