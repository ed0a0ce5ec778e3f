import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Implementation } from "../implementation.ts";
import { clientHere, serverHere } from "../in-process.ts";
import { load } from "../install.ts";

const PACKAGE = "faye-websocket@0.11.4";

interface Faye {
  new (request: IncomingMessage, socket: Duplex, head: Buffer): unknown;
  Client: new (url: string) => unknown;
}

export const fayeClient: Implementation = {
  name: "faye-websocket client",
  side: "client",
  program: `
    import WebSocket from "faye-websocket";
    new WebSocket.Client(url).close(CODE);`,
  start: async (bench) => {
    const { module, version } = await load(PACKAGE);
    return clientHere(bench, version, (url) => new (module as Faye).Client(url));
  },
};

export const fayeServer: Implementation = {
  name: "faye-websocket server",
  side: "server",
  program: `
    import WebSocket from "faye-websocket";
    server.on("upgrade", (request, tcp, head) => {
      new WebSocket(request, tcp, head).close(CODE);
    });`,
  start: async (bench) => {
    const { module, version } = await load(PACKAGE);
    return serverHere(bench, version, (server, accept) => {
      server.on("upgrade", (request, socket, head) => {
        accept(request.url ?? "/", new (module as Faye)(request, socket, head));
      });
    });
  },
};
