import type { EventEmitter } from "node:events";
import type { Server } from "node:http";
import type { Implementation } from "../implementation.ts";
import { blankSocket, clientHere, serverHere } from "../in-process.ts";
import { load } from "../install.ts";
import type { Socket } from "../subject.ts";

const PACKAGE = "websocket@1.0.35";

interface Connection extends EventEmitter {
  sendUTF: (text: string) => void;
  close: (...args: unknown[]) => void;
  drop: (...args: unknown[]) => void;
}

interface Package {
  client: new () => EventEmitter & { connect: (url: string) => void };
  server: new (options: object) => EventEmitter;
  w3cwebsocket: new (url: string) => unknown;
}

/** Lets a socket stand for a connection; its events have arguments where others have an event. */
function join(socket: Socket, connection: Connection, method: "close" | "drop"): void {
  socket.send = (text) => {
    connection.sendUTF(text);
  };
  socket.close = (...args: unknown[]) => {
    connection[method](...args);
  };
  connection.on("error", () => undefined);
  connection.on("message", ({ utf8Data }: { utf8Data: string }) => {
    (socket.onmessage as (event: unknown) => void)({ data: utf8Data });
  });
  connection.on("close", (code: number, reason: string) => {
    (socket.onclose as (event: unknown) => void)({ code, reason });
  });
}

function attach(
  module: Package,
  method: "close" | "drop",
): (server: Server, accept: (path: string, socket: unknown) => void) => void {
  return (server, accept) => {
    const acceptor = new module.server({ httpServer: server, autoAcceptConnections: false });
    acceptor.on("request", (request: { resource: string; accept: () => Connection }) => {
      const socket = blankSocket();
      accept(request.resource, socket);
      join(socket, request.accept(), method);
    });
  };
}

export const websocketClient: Implementation = {
  name: "websocket client",
  side: "client",
  program: `
    import { client as WebSocketClient } from "websocket";
    new WebSocketClient().on("connect", (connection) => {
      connection.close(CODE);
    });`,
  start: async (bench) => {
    const { module, version } = await load(PACKAGE);
    return clientHere(bench, version, (url) => {
      const socket = blankSocket();
      const client = new (module as Package).client();
      client.on("connect", (connection: Connection) => {
        join(socket, connection, "close");
        (socket.onopen as () => void)();
      });
      client.connect(url);
      return socket;
    });
  },
};

export const websocketServer: Implementation = {
  name: "websocket server",
  side: "server",
  program: `
    import { server as WebSocketServer } from "websocket";
    new WebSocketServer({ httpServer }).on("request", (request) => {
      request.accept().close(CODE);
    });`,
  start: async (bench) => {
    const { module, version } = await load(PACKAGE);
    return serverHere(bench, version, attach(module as Package, "close"));
  },
};

export const websocketDrop: Implementation = {
  name: "websocket server, drop()",
  side: "server",
  program: `
    import { server as WebSocketServer } from "websocket";
    new WebSocketServer({ httpServer }).on("request", (request) => {
      request.accept().drop(CODE);
    });`,
  start: async (bench) => {
    const { module, version } = await load(PACKAGE);
    return serverHere(bench, version, attach(module as Package, "drop"));
  },
};

export const w3cwebsocket: Implementation = {
  name: "websocket, w3cwebsocket",
  side: "client",
  program: `
    import { w3cwebsocket as WebSocket } from "websocket";
    new WebSocket(url).close(CODE);`,
  unlike: { codes: { "sends 1000 with 25 bytes": ["0"] } },
  start: async (bench) => {
    const { module, version } = await load(PACKAGE);
    return clientHere(bench, version, (url) => new (module as Package).w3cwebsocket(url));
  },
};
