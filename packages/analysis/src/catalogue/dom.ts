import type { Library } from "./library.ts";

const everywhere = ["browser", "endpoint", "endpoint-unchecked"] as const;

/**
 * The global `WebSocket` and `CloseEvent` (WHATWG WebSockets; Node >= 22 and workers too).
 *
 * An annotation alone says less than a constructor call: a parameter of type `WebSocket` may be what
 * `Deno.upgradeWebSocket` or a Worker's `WebSocketPair` made.
 */
export const dom = {
  name: "dom",
  title: "WebSocket (browsers, Node.js)",
  url: "https://websockets.spec.whatwg.org/",
  globals: {
    WebSocket: { new: "OpenedWebSocket", type: "WebSocket" },
    CloseEvent: { new: "CloseEvent" },
  },
  types: {
    WebSocket: {
      declared: [
        { from: "lib", name: "WebSocket" },
        { from: "package", package: "undici-types", name: "WebSocket" },
      ],
      profile: {
        auto: everywhere,
        browser: "browser",
        node: "browser",
        deno: ["browser", "endpoint-unchecked"],
        bun: "endpoint",
        workers: "endpoint",
      },
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    OpenedWebSocket: {
      extends: "WebSocket",
      profile: {
        auto: "browser",
        browser: "browser",
        node: "browser",
        deno: "browser",
        bun: "endpoint",
        workers: "endpoint",
      },
      part: "client",
    },
    CloseEvent: {
      declared: [
        { from: "lib", name: "CloseEvent" },
        { from: "package", package: "undici-types", name: "CloseEvent" },
      ],
      profile: "simulated",
      construct: { send: { code: [1, "code"], reason: [1, "reason"] } },
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
