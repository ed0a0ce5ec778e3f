import type { Library, Shape } from "./library.ts";
import { anyServer } from "./profiles.ts";

/** Hooks, or what makes them for a request. */
const hooks = { anyOf: ["Hooks", { handler: [null], returns: "Hooks" }] } as const satisfies Shape;
const defineHooks = { method: { args: [hooks], returns: "Hooks" } } as const satisfies Shape;
const adapter = {
  method: { args: [{ members: { hooks: "Hooks" } }], returns: "Adapter" },
} as const satisfies Shape;

/** crossws 0.4.17 and what is built on it; each adapter hands the code to its runtime's socket. */
export const crossws = {
  name: "crossws",
  title: "crossws, h3, Nitro",
  url: "https://crossws.h3.dev/guide/hooks",
  modules: ["crossws", "crossws/*", "h3", "nitro", "nitro/h3", "nitropack/runtime", "#imports"],
  exports: {
    default: adapter,
    defineHooks,
    defineWebSocket: defineHooks,
    defineWebSocketHandler: defineHooks,
    serve: { method: { args: [{ members: { websocket: "Hooks" } }] } },
    plugin: { method: { args: ["Hooks"] } },
    Hooks: { new: "Hooks" },
    Peer: { new: "Peer" },
  },
  // Nitro and Nuxt import them by themselves.
  globals: { defineWebSocket: defineHooks, defineWebSocketHandler: defineHooks },
  types: {
    Hooks: {
      declared: [{ from: "package", package: "crossws", name: "Hooks" }],
      members: {
        open: { handler: ["Peer"] },
        message: { handler: ["Peer", null] },
        close: { handler: ["Peer", "CloseDetails"] },
        drain: { handler: ["Peer"] },
        error: { handler: ["Peer", null] },
        ping: { handler: ["Peer", null] },
        pong: { handler: ["Peer", null] },
      },
    },
    Peer: {
      declared: [{ from: "package", package: "crossws", name: "Peer" }],
      ...anyServer,
      part: "server",
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
    Adapter: {
      declared: [{ from: "package", package: "crossws", name: "AdapterInstance" }],
      ...anyServer,
      part: "server",
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
    CloseDetails: { members: { code: "code", reason: "reason" } },
  },
} as const satisfies Library;
