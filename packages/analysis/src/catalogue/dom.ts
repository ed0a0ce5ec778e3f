import type { Library } from "./library.ts";
import { globalClient } from "./profiles.ts";

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
    // Nothing but `new` makes one of a class of the user's own.
    WebSocket: { new: "OpenedWebSocket", type: "WebSocket", extended: "OpenedWebSocket" },
    CloseEvent: { new: "CloseEvent" },
    Response: { new: "Response" },
    fetch: { method: { returns: { promise: "Response" } } },
  },
  types: {
    WebSocket: {
      declared: [
        { from: "lib", name: "WebSocket" },
        { from: "package", package: "undici-types", name: "WebSocket" },
      ],
      ...globalClient,
      profile: {
        ...globalClient.profile,
        auto: ["browser", "endpoint", "endpoint-unchecked"],
        deno: ["browser", "endpoint-unchecked"],
      },
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    OpenedWebSocket: {
      extends: "WebSocket",
      ...globalClient,
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
    // Cloudflare Workers hand out a socket here; what JSON holds is no close code anywhere.
    Response: {
      declared: [{ from: "lib", name: "Response" }],
      members: { webSocket: "WebSocket" },
      methods: { json: {}, text: {} },
    },
  },
} as const satisfies Library;
