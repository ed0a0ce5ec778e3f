/** Server frameworks whose sockets are those of `ws`, or wrap one. */
import type { Server } from "node:http";
import type { Implementation } from "../implementation.ts";
import { blankSocket, serverHere } from "../in-process.ts";
import { load } from "../install.ts";
import { edges } from "../measure.ts";
import type { Socket } from "../subject.ts";

type Accept = (path: string, socket: unknown) => void;
type Any = (...args: unknown[]) => unknown;

/** @param attach puts an application on the server, whose route hands each socket to `accept` */
function overWs(
  { name, specs, program }: { name: string; specs: string[]; program: string },
  attach: (require: NodeJS.Require, server: Server, accept: Accept) => void | Promise<void>,
): Implementation {
  return {
    name,
    side: "server",
    over: "ws",
    sample: edges,
    receives: false,
    program,
    runtime: "node",
    start: async (bench) => {
      const { require, version } = await load(...specs);
      return serverHere(bench, version, (server, accept) => attach(require, server, accept));
    },
  };
}

export const fastify = overWs(
  {
    name: "@fastify/websocket",
    specs: ["@fastify/websocket@11.3.6", "fastify@5.12.8"],
    program: `
    import Fastify from "fastify";
    const app = Fastify();
    app.register(async (app) => {
      app.get("/", { websocket: true }, (socket, request) => {
        socket.close(CODE);
      });
    });`,
  },
  async (require, server, accept) => {
    const create = require("fastify") as (options: object) => Record<"register" | "ready", Any> & {
      get: (
        path: string,
        options: object,
        handler: (s: unknown, r: { url: string }) => void,
      ) => void;
    };
    const serverFactory = (handler: Any): Server => server.on("request", handler);
    const app = create({ serverFactory });
    await app.register(require("@fastify/websocket"));
    app.get("/:id", { websocket: true }, (socket, { url }) => {
      accept(url, socket);
    });
    await app.ready();
  },
);

export const expressWs = overWs(
  {
    name: "express-ws",
    specs: ["express-ws@5.0.2", "express@4"],
    program: `
    import express from "express";
    import expressWs from "express-ws";
    const { app } = expressWs(express());
    app.ws("/", (socket, request) => {
      socket.close(CODE);
    });`,
  },
  (require, server, accept) => {
    const app = (require("express") as Any)() as {
      ws: (path: string, handler: (s: unknown, r: { params: { id: string } }) => void) => void;
    };
    server.on("request", app as never);
    (require("express-ws") as Any)(app, server);
    app.ws("/:id", (socket, { params }) => {
      accept(`/${params.id}`, socket);
    });
  },
);

export const koaWebsocket = overWs(
  {
    name: "koa-websocket",
    specs: ["koa-websocket@7.0.0", "koa@2"],
    program: `
    import Koa from "koa";
    import websockify from "koa-websocket";
    const app = websockify(new Koa());
    app.ws.use((context) => {
      context.websocket.close(CODE);
    });`,
  },
  (require, server, accept) => {
    const Koa = require("koa") as new () => unknown;
    const app = (require("koa-websocket") as Any)(new Koa()) as {
      ws: {
        use: (middleware: (context: { path: string; websocket: unknown }) => void) => void;
        listen: (options: object) => void;
      };
    };
    app.ws.use(({ path, websocket }) => {
      accept(path, websocket);
    });
    app.ws.listen({ server });
  },
);

interface HonoSocket {
  send: (text: string) => void;
  close: Any;
}

export const honoNodeWs = overWs(
  {
    name: "Hono, @hono/node-ws",
    specs: ["@hono/node-ws@1.3.1", "hono@4.13.19", "@hono/node-server@1"],
    program: `
    import { Hono } from "hono";
    import { createNodeWebSocket } from "@hono/node-ws";
    const app = new Hono();
    const { upgradeWebSocket } = createNodeWebSocket({ app });
    app.get("/", upgradeWebSocket(() => ({
      onMessage: (event, socket) => {
        socket.close(CODE);
      },
    })));`,
  },
  (require, server, accept) => {
    const { Hono } = require("hono") as { Hono: new () => { get: Any } };
    const app = new Hono();
    const { injectWebSocket, upgradeWebSocket } = (
      require("@hono/node-ws") as { createNodeWebSocket: Any }
    ).createNodeWebSocket({ app }) as { injectWebSocket: Any; upgradeWebSocket: Any };
    const events = ({ req }: { req: { path: string } }): object => {
      const socket = blankSocket();
      return {
        onOpen: (_: unknown, opened: HonoSocket) => {
          join(socket, opened);
          accept(req.path, socket);
        },
        onMessage: (event: unknown) => (socket.onmessage as Any)(event),
        onClose: (event: unknown) => (socket.onclose as Any)(event),
      };
    };
    app.get("/:id", upgradeWebSocket(events));
    injectWebSocket(server);
  },
);

interface Peer extends HonoSocket {
  id: string;
  request: { url: string };
}

export const crosswsNode = overWs(
  {
    name: "crossws on Node",
    specs: ["crossws@0.4.17"],
    program: `
    import crossws from "crossws/adapters/node";
    crossws({
      hooks: {
        message: (peer, message) => {
          peer.close(CODE);
        },
      },
    });`,
  },
  (require, server, accept) => {
    const { default: crossws } = require("crossws/adapters/node") as { default: Any };
    const sockets = new Map<string, Socket>();
    const adapter = crossws({
      hooks: {
        open: (peer: Peer) => {
          const socket = blankSocket();
          join(socket, peer);
          sockets.set(peer.id, socket);
          accept(new URL(peer.request.url).pathname, socket);
        },
        message: ({ id }: Peer, message: { text: () => string }) =>
          (sockets.get(id)?.onmessage as Any)({ data: message.text() }),
        close: ({ id }: Peer, details: object) => (sockets.get(id)?.onclose as Any)(details),
      },
    }) as { handleUpgrade: Any };
    server.on("upgrade", (...args) => adapter.handleUpgrade(...args));
  },
);

function join(socket: Socket, opened: HonoSocket): void {
  socket.send = (text) => {
    opened.send(text);
  };
  socket.close = (...args: unknown[]) => opened.close(...args);
}
