import type { Library } from "./library.ts";

/** sockjs-client 1.6.1: the browsers' rule for a code that never leaves the client. */
export const sockjsClient = {
  name: "sockjs-client",
  title: "sockjs-client",
  api: "sockjs-client",
  url: "https://github.com/sockjs/sockjs-client",
  modules: ["sockjs-client", "sockjs-client/*"],
  exports: { default: { new: "SockJS" }, "module.exports": { new: "SockJS" } },
  globals: { SockJS: { new: "SockJS" } },
  types: {
    SockJS: {
      declared: [{ from: "package", package: "sockjs-client", name: "SockJS" }],
      profile: "browser",
      part: "client",
      throws: "Error",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "sockjs-client", name: "CloseEvent" }],
      profile: "simulated",
      // "All transports failed", "Another connection still open"
      alsoReceives: [
        [2000, 2000],
        [2010, 2010],
      ],
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
