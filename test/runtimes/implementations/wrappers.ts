/** Clients that wrap another WebSocket. What they do depends on which; each says which it got here. */
import { WebSocket as Undici } from "undici";
import { WebSocket as Ws } from "ws";
import type { Implementation } from "../implementation.ts";
import { clientHere } from "../in-process.ts";
import { load } from "../install.ts";

type Reconnecting = new (url: string, protocols: [], options: object) => unknown;

export const isomorphicWs: Implementation = {
  name: "isomorphic-ws in Node",
  side: "client",
  over: "ws",
  program: `
    import WebSocket from "isomorphic-ws";
    new WebSocket(url).close(CODE);`,
  runtime: "node",
  start: async (bench) => {
    const { module, version } = await load("isomorphic-ws@5.0.0", "ws@8.23.0");
    return clientHere(bench, version, (url) => new (module as typeof Ws)(url));
  },
};

const reconnectingWebSocket = (
  WebSocket: unknown,
): Pick<Implementation, "program" | "runtime" | "start"> => ({
  program: `
    import ReconnectingWebSocket from "reconnecting-websocket";
    new ReconnectingWebSocket(url).close(CODE);`,
  runtime: "node",
  start: async (bench) => {
    const { module, version } = await load("reconnecting-websocket@4.4.0");
    const options = { WebSocket, maxRetries: 0 };
    return clientHere(bench, version, (url) => new (module as Reconnecting)(url, [], options));
  },
});

export const reconnectingOverWs: Implementation = {
  name: "reconnecting-websocket over ws",
  side: "client",
  over: "ws",
  ...reconnectingWebSocket(Ws),
};

export const reconnectingOverUndici: Implementation = {
  name: "reconnecting-websocket over undici",
  side: "client",
  over: "undici",
  ...reconnectingWebSocket(Undici),
};

/** Swallows the error that the WebSocket under it throws: most codes end in silence. */
export const partysocket: Implementation = {
  name: "partysocket over undici",
  side: "client",
  over: "undici",
  program: `
    import { WebSocket } from "partysocket";
    new WebSocket(url).close(CODE);`,
  runtime: "browser",
  swallows: true,
  start: async (bench) => {
    const { require, version } = await load("partysocket@1.3.0");
    const { default: PartySocket } = require("partysocket/ws") as { default: Reconnecting };
    const options = { WebSocket: Undici, maxRetries: 0 };
    return clientHere(bench, version, (url) => new PartySocket(url, [], options));
  },
};
