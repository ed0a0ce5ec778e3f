import type { Library } from "./library.ts";
import { workers } from "./workers.ts";

/** PartyServer and Cloudflare's Agents, whose connections are Durable Objects' sockets. */
export const partyserver = {
  name: "partyserver",
  title: "PartyServer, Agents",
  api: "workers",
  url: "https://github.com/cloudflare/partykit/tree/main/packages/partyserver",
  modules: ["partyserver", "agents", "agents/ai-chat-agent", "@cloudflare/ai-chat"],
  exports: {
    Server: { new: "Server" },
    Agent: { new: "Server" },
    AIChatAgent: { new: "Server" },
    Connection: { new: "Connection" },
  },
  types: {
    Server: {
      declared: [
        { from: "package", package: "partyserver", name: "Server" },
        { from: "package", package: "agents", name: "Agent" },
      ],
      members: {
        ctx: "DurableObjectState",
        onConnect: { handler: ["Connection", null] },
        onMessage: { handler: ["Connection", null] },
        onClose: { handler: ["Connection", "code", "reason", "clean"] },
        onError: { handler: ["Connection", null] },
        webSocketClose: { handler: ["WebSocket", "code", "reason", "clean"] },
      },
      methods: {
        getConnection: { returns: "Connection" },
        getConnections: { returns: { each: "Connection" } },
      },
    },
    Connection: { extends: "WebSocket", part: "server" },
    WebSocket: workers.types.WebSocket,
    CloseEvent: workers.types.CloseEvent,
    DurableObjectState: workers.types.DurableObjectState,
  },
} as const satisfies Library;
