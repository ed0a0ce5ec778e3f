import { createRequire } from "node:module";
import { WebSocket, WebSocketServer } from "ws";
import type { Implementation } from "../implementation.ts";
import { inProcessClient, inProcessServer } from "../in-process.ts";

const { version } = createRequire(import.meta.url)("ws/package.json") as { version: string };

export const wsClient: Implementation = {
  name: "ws client",
  side: "client",
  profile: "endpoint",
  start: inProcessClient(version, (url) => new WebSocket(url)),
};

export const wsServer: Implementation = {
  name: "ws server",
  side: "server",
  profile: "endpoint",
  start: inProcessServer(version, (server, accept) => {
    new WebSocketServer({ server }).on("connection", (socket, request) => {
      accept(request.url ?? "/", socket);
    });
  }),
};
