import type { Library, Shape } from "./library.ts";
import { anyClient } from "./profiles.ts";

/** A hook of React: its options, and the socket that it keeps. */
const hook = {
  method: { args: ["Options", null, "Options"], returns: "PartySocket" },
} as const satisfies Shape;

/** partysocket 1.3.0, which catches what the inner `close` throws and sends nothing (dist/ws.js). */
export const partysocket = {
  name: "partysocket",
  title: "partysocket",
  api: "partysocket",
  url: "https://docs.partykit.io/reference/partysocket-api/",
  modules: ["partysocket", "partysocket/*", "agents/client", "agents/react"],
  exports: {
    default: { anyOf: [{ new: "PartySocket" }, hook] },
    "module.exports": { new: "PartySocket" },
    PartySocket: { new: "PartySocket" },
    WebSocket: { new: "PartySocket" },
    AgentClient: { new: "PartySocket" },
    usePartySocket: hook,
    useWebSocket: hook,
    useAgent: hook,
    CloseEvent: { new: "CloseEvent" },
  },
  types: {
    PartySocket: {
      declared: [
        { from: "package", package: "partysocket", name: "PartySocket" },
        { from: "package", package: "partysocket", name: "ReconnectingWebSocket" },
        { from: "package", package: "agents", name: "AgentClient" },
      ],
      ...anyClient,
      part: "client",
      swallows: true,
      construct: { args: ["Options", null, "Options"] },
      methods: {
        close: { send: { code: 0, reason: 1 } },
        reconnect: { send: { code: 0, reason: 1 } },
      },
      listen: { close: "CloseEvent" },
    },
    Options: {
      members: {
        shouldReconnectOnClose: { handler: ["CloseEvent"] },
        onClose: { handler: ["CloseEvent"] },
      },
    },
    CloseEvent: {
      declared: [{ from: "package", package: "partysocket", name: "CloseEvent" }],
      profile: "simulated",
      // What a code that is falsy becomes on Node (dist/ws.js).
      alsoReceives: [[1999, 1999]],
      construct: { send: { code: 0, reason: 1 } },
      members: { code: "code", reason: "reason", wasClean: "clean" },
    },
  },
} as const satisfies Library;
