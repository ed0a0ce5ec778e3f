import { createRequire } from "node:module";
import { WebSocket, WebSocketServer } from "ws";
import type { Implementation } from "../implementation.ts";
import { clientHere, serverHere } from "../in-process.ts";
import { load } from "../install.ts";

const { version } = createRequire(import.meta.url)("ws/package.json") as { version: string };

export const wsClient: Implementation = {
  name: "ws client",
  side: "client",
  program: `
    import WebSocket from "ws";
    new WebSocket(url).close(CODE);`,
  start: (bench) => clientHere(bench, version, (url) => new WebSocket(url)),
};

export const wsServer: Implementation = {
  name: "ws server",
  side: "server",
  program: `
    import { WebSocketServer } from "ws";
    new WebSocketServer({ server }).on("connection", (socket) => {
      socket.close(CODE);
    });`,
  start: (bench) =>
    serverHere(bench, version, (server, accept) => {
      new WebSocketServer({ server }).on("connection", (socket, request) => {
        accept(request.url ?? "/", socket);
      });
    }),
};

/** The oldest major that still gets fixes. */
const OLDEST = "ws@7.5.14";

export const ws7Client: Implementation = {
  name: "ws 7 client",
  side: "client",
  program: `
    import WebSocket from "ws";
    new WebSocket(url).close(CODE);`,
  start: async (bench) => {
    const { module, version } = await load(OLDEST);
    const Old = module as typeof WebSocket;
    return clientHere(bench, version, (url) => new Old(url));
  },
};

export const ws7Server: Implementation = {
  name: "ws 7 server",
  side: "server",
  program: `
    import { WebSocketServer } from "ws";
    new WebSocketServer({ server }).on("connection", (socket) => {
      socket.close(CODE);
    });`,
  start: async (bench) => {
    const { module, version } = await load(OLDEST);
    const { Server } = module as { Server: typeof WebSocketServer };
    return serverHere(bench, version, (server, accept) => {
      new Server({ server }).on("connection", (socket, request) => {
        accept(request.url ?? "/", socket);
      });
    });
  },
};
