/** Everything that is measured, in the order of the tables. */
import type { Implementation } from "../implementation.ts";
import { chromium, firefox } from "./browsers.ts";
import { bunClient, bunServer } from "./bun.ts";
import {
  isows,
  phoenix,
  rpcWebsockets,
  rxjs,
  sockette,
  supabase,
  websocketAsPromised,
  websocketTs,
} from "./client-libraries.ts";
import { denoClient, denoServer } from "./deno.ts";
import { fayeClient, fayeServer } from "./faye-websocket.ts";
import { happyDom } from "./happy-dom.ts";
import { jsdom } from "./jsdom.ts";
import { mockSocket } from "./mock-socket.ts";
import { node20, node22, node24 } from "./node.ts";
import { crosswsNode, expressWs, fastify, honoNodeWs, koaWebsocket } from "./server-libraries.ts";
import { undici } from "./undici.ts";
import { websocketDriver } from "./websocket-driver.ts";
import { w3cwebsocket, websocketClient, websocketDrop, websocketServer } from "./websocket.ts";
import { workerdClient, workerdRoom, workerdServer } from "./workerd.ts";
import {
  isomorphicWs,
  partysocket,
  reconnectingOverUndici,
  reconnectingOverWs,
} from "./wrappers.ts";
import { ws7Client, ws7Server, wsClient, wsServer } from "./ws.ts";

export const implementations: Implementation[] = [
  chromium,
  firefox,
  node20,
  node22,
  node24,
  undici,
  denoClient,
  denoServer,
  bunClient,
  bunServer,
  workerdClient,
  workerdServer,
  workerdRoom,
  jsdom,
  happyDom,
  mockSocket,
  wsClient,
  wsServer,
  ws7Client,
  ws7Server,
  fayeClient,
  fayeServer,
  websocketClient,
  websocketServer,
  websocketDrop,
  w3cwebsocket,
  websocketDriver,
  fastify,
  expressWs,
  koaWebsocket,
  honoNodeWs,
  crosswsNode,
  isomorphicWs,
  isows,
  rpcWebsockets,
  reconnectingOverWs,
  reconnectingOverUndici,
  partysocket,
  sockette,
  websocketTs,
  websocketAsPromised,
  rxjs,
  phoenix,
  supabase,
];
