import { bun } from "./bun.ts";
import type { Library, Method } from "./library.ts";

const chained = { returns: "Elysia" } as const satisfies Method;

/** Elysia 1.4: `close` is the one of Bun's `ServerWebSocket`. */
export const elysia = {
  name: "elysia",
  title: "Elysia",
  api: "elysia",
  url: "https://elysiajs.com/patterns/websocket",
  modules: ["elysia"],
  exports: { default: { new: "Elysia" }, Elysia: { new: "Elysia" } },
  types: {
    Elysia: {
      declared: [{ from: "package", package: "elysia", name: "Elysia" }],
      methods: {
        ws: { args: [null, "Hooks"], returns: "Elysia" },
        group: {
          args: [null, { handler: ["Elysia"] }, { handler: ["Elysia"] }],
          returns: "Elysia",
        },
        guard: { args: [{ handler: ["Elysia"] }, { handler: ["Elysia"] }], returns: "Elysia" },
        use: chained,
        get: chained,
        post: chained,
        put: chained,
        patch: chained,
        delete: chained,
        all: chained,
        decorate: chained,
        derive: chained,
        resolve: chained,
        state: chained,
        model: chained,
        macro: chained,
        onError: chained,
        onStart: chained,
        onRequest: chained,
        onBeforeHandle: chained,
        onAfterHandle: chained,
        listen: chained,
      },
    },
    Hooks: {
      members: {
        open: { handler: ["ElysiaWS"] },
        message: { handler: ["ElysiaWS", null] },
        drain: { handler: ["ElysiaWS"] },
        close: { handler: ["ElysiaWS", "code", "reason"] },
        ping: { handler: ["ElysiaWS", null] },
        pong: { handler: ["ElysiaWS", null] },
      },
    },
    ElysiaWS: {
      ...bun.types.ServerWebSocket,
      declared: [{ from: "package", package: "elysia", name: "ElysiaWS" }],
    },
  },
} as const satisfies Library;
