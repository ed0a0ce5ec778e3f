import type { Library } from "./library.ts";
import { ws } from "./ws.ts";

/** @nestjs/platform-ws: a gateway's clients are sockets of `ws`. */
export const nestjs = {
  name: "nestjs",
  title: "@nestjs/platform-ws",
  api: "ws",
  url: "https://docs.nestjs.com/websockets/adapter#ws-library",
  modules: ["@nestjs/websockets"],
  exports: {
    OnGatewayConnection: { new: "Gateway" },
    OnGatewayDisconnect: { new: "Gateway" },
  },
  types: {
    ...ws.types,
    Gateway: {
      members: {
        handleConnection: { handler: ["AcceptedWebSocket", null] },
        handleDisconnect: { handler: ["AcceptedWebSocket", null] },
      },
    },
  },
} as const satisfies Library;
