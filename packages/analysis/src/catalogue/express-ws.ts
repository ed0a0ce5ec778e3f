import type { Library, Shape } from "./library.ts";
import { ws } from "./ws.ts";

const handler = { handler: ["AcceptedWebSocket", null, null] } as const satisfies Shape;
const create = { method: { returns: "Application" } } as const satisfies Shape;

/** express-ws 5: `app.ws(path, (ws, req) => ...)` on Express's applications and routers. */
export const expressWs = {
  name: "express-ws",
  title: "express-ws",
  api: "ws",
  url: "https://github.com/HenningM/express-ws",
  modules: ["express-ws", "express"],
  exports: {
    default: { anyOf: [create, { members: { Router: create } }] },
    "module.exports": { anyOf: [create, { members: { Router: create } }] },
    Router: create,
    Application: { new: "Application" },
    Instance: { new: "Application" },
    WebsocketRequestHandler: handler,
  },
  types: {
    ...ws.types,
    /** What `express()`, `Router()` and `expressWs(app)` give, in one. */
    Application: {
      members: { app: "Application" },
      methods: {
        ws: { args: [null, handler, handler, handler], returns: "Application" },
        getWss: { returns: "WebSocketServer" },
      },
    },
  },
} as const satisfies Library;
