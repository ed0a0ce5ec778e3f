import type { Library, Shape } from "./library.ts";
import { ws } from "./ws.ts";

const create = { method: { returns: "FastifyInstance" } } as const satisfies Shape;
const plugin = { handler: ["FastifyInstance", null, null] } as const satisfies Shape;

/** @fastify/websocket 11: a route with `{ websocket: true }` gets a socket of `ws`. */
export const fastify = {
  name: "fastify",
  title: "@fastify/websocket",
  api: "ws",
  url: "https://github.com/fastify/fastify-websocket",
  modules: ["fastify", "@fastify/websocket"],
  exports: {
    default: create,
    "module.exports": create,
    fastify: create,
    FastifyInstance: { new: "FastifyInstance" },
    FastifyPluginAsync: plugin,
    FastifyPluginCallback: plugin,
    WebSocket: { new: "AcceptedWebSocket" },
    WebsocketHandler: { handler: ["Connection", null] },
  },
  types: {
    ...ws.types,
    FastifyInstance: {
      declared: [{ from: "package", package: "fastify", name: "FastifyInstance" }],
      members: { websocketServer: "WebSocketServer" },
      methods: {
        register: { args: [plugin], returns: "FastifyInstance" },
        // With two arguments it is a request's handler, which is no socket's.
        get: { args: [null, null, { handler: ["Connection", null] }], returns: "FastifyInstance" },
        route: { args: ["RouteOptions"], returns: "FastifyInstance" },
        injectWS: { returns: { promise: "OpenedWebSocket" } },
      },
    },
    RouteOptions: { members: { wsHandler: { handler: ["Connection", null] } } },
    /** The socket itself; up to version 9 a stream that had it as `socket`. */
    Connection: { extends: "AcceptedWebSocket", members: { socket: "AcceptedWebSocket" } },
  },
} as const satisfies Library;
