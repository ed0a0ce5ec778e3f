import type { Library } from "./library.ts";

/** Deno 2.9.6: a server's socket has the client's type, and nothing checks its codes. */
export const deno = {
  name: "deno",
  title: "Deno",
  api: "deno",
  url: "https://docs.deno.com/api/web/~/Deno.upgradeWebSocket",
  runtime: "deno",
  globals: {
    Deno: { members: { upgradeWebSocket: { method: { returns: "WebSocketUpgrade" } } } },
  },
  types: {
    WebSocketUpgrade: { members: { socket: "UpgradedWebSocket" } },
    UpgradedWebSocket: {
      profile: "endpoint-unchecked",
      part: "server",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "CloseEvent" },
    },
    /** The global one; its declaration files are no sign of Deno. */
    CloseEvent: {
      profile: "simulated",
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
