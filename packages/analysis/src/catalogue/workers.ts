import type { Library } from "./library.ts";

const packageName = "@cloudflare/workers-types";
/** What `wrangler types` writes into the project. */
const generated = "worker-configuration.d.ts";

/** Cloudflare Workers (workerd of 2026-11-17): both ends of a pair, and Durable Objects. */
export const workers = {
  name: "workers",
  title: "Cloudflare Workers",
  api: "workers",
  url: "https://developers.cloudflare.com/workers/runtime-apis/websockets/",
  runtime: "workers",
  modules: ["cloudflare:workers", packageName],
  exports: {
    DurableObject: { new: "DurableObject" },
    DurableObjectState: { new: "DurableObjectState" },
    WebSocket: { new: "WebSocket" },
    CloseEvent: { new: "CloseEvent" },
    Response: { new: "Response" },
  },
  globals: {
    WebSocketPair: { method: { returns: { each: "WebSocket" } } },
    DurableObject: { new: "DurableObject" },
    DurableObjectState: { new: "DurableObjectState" },
  },
  types: {
    WebSocket: {
      declared: [
        { from: "package", package: packageName, name: "WebSocket" },
        { from: "file", path: generated, name: "WebSocket" },
      ],
      profile: "endpoint",
      alsoSends: [[1016, 2999]],
      taken: { from: "webSocket", calls: "accept" },
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    CloseEvent: {
      declared: [
        { from: "package", package: packageName, name: "CloseEvent" },
        { from: "file", path: generated, name: "CloseEvent" },
      ],
      profile: "simulated",
      construct: { send: { code: [1, "code"], reason: [1, "reason"] } },
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
    Response: {
      declared: [
        { from: "package", package: packageName, name: "Response" },
        { from: "file", path: generated, name: "Response" },
      ],
      members: { webSocket: "WebSocket" },
    },
    DurableObject: {
      declared: [
        { from: "package", package: packageName, name: "DurableObject" },
        { from: "file", path: generated, name: "DurableObject" },
      ],
      implicit: true,
      members: {
        ctx: "DurableObjectState",
        webSocketMessage: { handler: ["WebSocket", null] },
        webSocketClose: { handler: ["WebSocket", "code", "reason", "clean"] },
        webSocketError: { handler: ["WebSocket", null] },
      },
    },
    DurableObjectState: {
      declared: [
        { from: "package", package: packageName, name: "DurableObjectState" },
        { from: "file", path: generated, name: "DurableObjectState" },
      ],
      methods: { getWebSockets: { returns: { each: "WebSocket" } } },
    },
  },
} as const satisfies Library;
