import type { Library, Shape } from "./library.ts";
import { anyClient } from "./profiles.ts";

const make = { method: { args: [null, "Options"] } } as const satisfies Shape;
const exports = {
  CloseEvent: { new: "CloseEvent" },
  SocketCloseError: { anyOf: [{ new: "SocketCloseError" }, "SocketCloseErrorClass"] },
  makeWebSocket: make,
  makeWebSocketChannel: make,
  layerWebSocket: make,
  fromWebSocket: make,
} as const satisfies Record<string, Shape>;

/** @effect/platform's `Socket`: what writes a `CloseEvent` closes the socket with its code. */
export const effect = {
  name: "effect",
  title: "Effect",
  url: "https://effect-ts.github.io/effect/platform/Socket.ts.html",
  modules: ["@effect/platform", "@effect/platform/Socket", "effect/unstable/socket"],
  exports: { ...exports, Socket: { members: exports } },
  types: {
    CloseEvent: {
      declared: [{ from: "package", package: "@effect/platform", name: "CloseEvent" }],
      ...anyClient,
      construct: { send: { code: 0, reason: 1 } },
      members: { code: "code", reason: "reason" },
    },
    SocketCloseError: {
      declared: [{ from: "package", package: "@effect/platform", name: "SocketCloseError" }],
      members: { code: "code", closeReason: "reason" },
    },
    SocketCloseErrorClass: { methods: { isClean: { args: [{ handler: ["code"] }] } } },
    Options: { members: { closeCodeIsError: { handler: ["code"] } } },
  },
} as const satisfies Library;
