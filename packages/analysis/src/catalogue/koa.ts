import type { Library, Shape } from "./library.ts";
import { ws } from "./ws.ts";

const create = {
  anyOf: [{ new: "Koa" }, { method: { returns: "Koa" } }],
} as const satisfies Shape;

/** koa-websocket 7 (`ctx.websocket`) and koa-easy-ws 2 (`await ctx.ws()`). */
export const koa = {
  name: "koa",
  title: "koa-websocket, koa-easy-ws",
  api: "ws",
  url: "https://github.com/kudos/koa-websocket",
  modules: ["koa", "koa-websocket"],
  exports: { default: create, "module.exports": create, Context: { new: "Context" } },
  types: {
    ...ws.types,
    Koa: {
      methods: { use: { args: [{ handler: ["Context", null] }], returns: "Koa" } },
      members: { ws: "Koa" },
    },
    Context: {
      members: { websocket: "AcceptedWebSocket" },
      methods: { ws: { returns: { promise: "AcceptedWebSocket" } } },
    },
  },
} as const satisfies Library;
