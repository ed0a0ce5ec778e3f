import { dom } from "./dom.ts";
import type { Library, Shape } from "./library.ts";
import { anyServer } from "./profiles.ts";

const upgradeWebSocket = {
  method: { args: [{ handler: [null], returns: "WSEvents" }, "WSEvents"] },
} as const satisfies Shape;
const adapter = { method: { returns: { members: { upgradeWebSocket } } } } as const satisfies Shape;

/** Hono 4.13 and @hono/node-ws; each adapter hands the code to its runtime's socket. */
export const hono = {
  name: "hono",
  title: "Hono",
  url: "https://hono.dev/docs/helpers/websocket",
  modules: [
    "hono/ws",
    "hono/bun",
    "hono/deno",
    "hono/cloudflare-workers",
    "@hono/node-ws",
    "@hono/node-server",
  ],
  exports: {
    upgradeWebSocket,
    createNodeWebSocket: adapter,
    createBunWebSocket: adapter,
    WSContext: { new: "WSContext" },
    WSEvents: { new: "WSEvents" },
  },
  types: {
    WSEvents: {
      declared: [{ from: "package", package: "hono", name: "WSEvents" }],
      members: {
        onOpen: { handler: [null, "WSContext"] },
        onMessage: { handler: [null, "WSContext"] },
        onClose: { handler: ["CloseEvent", "WSContext"] },
        onError: { handler: [null, "WSContext"] },
      },
    },
    WSContext: {
      declared: [{ from: "package", package: "hono", name: "WSContext" }],
      ...anyServer,
      part: "server",
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
