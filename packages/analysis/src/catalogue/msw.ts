import { dom } from "./dom.ts";
import type { Library } from "./library.ts";

/** MSW 2 `ws.link`: a mocked connection brings any code to the page. */
export const msw = {
  name: "msw",
  title: "MSW",
  url: "https://mswjs.io/docs/api/ws",
  modules: ["msw", "@mswjs/interceptors/WebSocket"],
  exports: {
    ws: "Namespace",
    WebSocketInterceptor: { new: "Interceptor" },
  },
  types: {
    Namespace: { methods: { link: { returns: "Link" } } },
    Link: {
      listen: { connection: "Connection" },
      members: { clients: { each: "Client" } },
    },
    Interceptor: {
      declared: [{ from: "package", package: "@mswjs/interceptors", name: "WebSocketInterceptor" }],
      on: { connection: ["Connection"] },
    },
    Connection: { members: { client: "Client", server: "Server" } },
    Client: {
      declared: [
        {
          from: "package",
          package: "@mswjs/interceptors",
          name: "WebSocketClientConnectionProtocol",
        },
        { from: "package", package: "@mswjs/interceptors", name: "WebSocketClientConnection" },
      ],
      profile: "simulated",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    Server: {
      declared: [
        {
          from: "package",
          package: "@mswjs/interceptors",
          name: "WebSocketServerConnectionProtocol",
        },
        { from: "package", package: "@mswjs/interceptors", name: "WebSocketServerConnection" },
      ],
      methods: { close: {} },
      listen: { close: "CloseEvent" },
    },
    CloseEvent: {
      ...dom.types.CloseEvent,
      // A handler may make up any close.
      alsoReceives: [[0, 65535]],
      declared: [{ from: "package", package: "@mswjs/interceptors", name: "CloseEvent" }],
    },
  },
} as const satisfies Library;
