import { bun } from "./bun.ts";
import { colyseusJs } from "./colyseus-js.ts";
import { colyseus } from "./colyseus.ts";
import { crossws } from "./crossws.ts";
import { deno } from "./deno.ts";
import { discord } from "./discord.ts";
import { dom } from "./dom.ts";
import { effect } from "./effect.ts";
import { elysia } from "./elysia.ts";
import { expressWs } from "./express-ws.ts";
import { fastify } from "./fastify.ts";
import { fayeWebsocket } from "./faye-websocket.ts";
import { graphqlWs } from "./graphql-ws.ts";
import { hocuspocus } from "./hocuspocus.ts";
import { hono } from "./hono.ts";
import { isomorphicWs } from "./isomorphic-ws.ts";
import { isows } from "./isows.ts";
import { jsdom } from "./jsdom.ts";
import { k6 } from "./k6.ts";
import { koa } from "./koa.ts";
import type { Library } from "./library.ts";
import { liveblocks } from "./liveblocks.ts";
import { lookAlikes } from "./look-alikes/index.ts";
import { miniPrograms } from "./mini-programs.ts";
import { mockSocket } from "./mock-socket.ts";
import { msw } from "./msw.ts";
import { nestjs } from "./nestjs.ts";
import { nodeEvents } from "./node-events.ts";
import { oceanic } from "./oceanic.ts";
import { partykit } from "./partykit.ts";
import { partyserver } from "./partyserver.ts";
import { partysocket } from "./partysocket.ts";
import { phoenix } from "./phoenix.ts";
import { playwright } from "./playwright.ts";
import { reactNative } from "./react-native.ts";
import { reactUseWebsocket } from "./react-use-websocket.ts";
import { reconnectingWebsocket } from "./reconnecting-websocket.ts";
import { rpcWebsockets } from "./rpc-websockets.ts";
import { rxjs } from "./rxjs.ts";
import { socketcluster } from "./socketcluster.ts";
import { sockette } from "./sockette.ts";
import { sockjsClient } from "./sockjs-client.ts";
import { sockjs } from "./sockjs.ts";
import { stompjs } from "./stompjs.ts";
import { subscriptionsTransportWs } from "./subscriptions-transport-ws.ts";
import { supabase } from "./supabase.ts";
import { trpc } from "./trpc.ts";
import { undici } from "./undici.ts";
import { uWebSockets } from "./uwebsockets.ts";
import { vueuse } from "./vueuse.ts";
import { websocketAsPromised } from "./websocket-as-promised.ts";
import { websocketCloseCodes } from "./websocket-close-codes.ts";
import { websocketDriver } from "./websocket-driver.ts";
import { websocketMock } from "./websocket-mock.ts";
import { websocketStream } from "./websocket-stream.ts";
import { websocketTs } from "./websocket-ts.ts";
import { websocket } from "./websocket.ts";
import { workers } from "./workers.ts";
import { wsCloseCodes } from "./ws-close-codes.ts";
import { ws } from "./ws.ts";
import { yWebsocket } from "./y-websocket.ts";

/** Every API that we know. A new one is one file, one line here and one folder in `fixtures/`. */
export const libraries: readonly Library[] = [
  // runtimes
  dom,
  undici,
  deno,
  bun,
  workers,
  reactNative,
  websocketStream,
  miniPrograms,
  // servers, and clients for Node
  ws,
  nodeEvents,
  isomorphicWs,
  websocket,
  fayeWebsocket,
  websocketDriver,
  uWebSockets,
  sockjs,
  // frameworks
  fastify,
  expressWs,
  nestjs,
  koa,
  hono,
  elysia,
  crossws,
  partyserver,
  partykit,
  // clients
  reconnectingWebsocket,
  partysocket,
  sockjsClient,
  sockette,
  websocketTs,
  websocketAsPromised,
  rpcWebsockets,
  isows,
  reactUseWebsocket,
  vueuse,
  rxjs,
  // protocols
  graphqlWs,
  subscriptionsTransportWs,
  trpc,
  phoenix,
  supabase,
  stompjs,
  yWebsocket,
  hocuspocus,
  liveblocks,
  discord,
  oceanic,
  colyseus,
  colyseusJs,
  socketcluster,
  effect,
  // tests
  playwright,
  msw,
  mockSocket,
  websocketMock,
  jsdom,
  k6,
  // constants
  wsCloseCodes,
  websocketCloseCodes,
  ...lookAlikes,
];
