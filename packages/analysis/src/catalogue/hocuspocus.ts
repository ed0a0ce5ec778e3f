import { dom } from "./dom.ts";
import type { Library, Shape } from "./library.ts";

const hook = { handler: ["Payload"] } as const satisfies Shape;

/** @hocuspocus/server, whose `close` takes an event, and @hocuspocus/provider (4.8). */
export const hocuspocus = {
  name: "hocuspocus",
  title: "Hocuspocus",
  api: "ws",
  url: "https://tiptap.dev/docs/hocuspocus",
  modules: ["@hocuspocus/server", "@hocuspocus/provider", "@hocuspocus/common"],
  exports: {
    Server: { new: "Server" },
    Hocuspocus: { new: "Server" },
    Connection: { new: "Connection" },
    Extension: { new: "Hooks" },
    HocuspocusProvider: { new: "Provider" },
    HocuspocusProviderWebsocket: { new: "Provider" },
    // Objects: `Unauthorized.code`, or the whole of it to `connection.close`.
    MessageTooBig: { constants: { code: 1009 } },
    ResetConnection: { constants: { code: 4205 } },
    Unauthorized: { constants: { code: 4401 } },
    Forbidden: { constants: { code: 4403 } },
    ConnectionTimeout: { constants: { code: 4408 } },
  },
  types: {
    Server: { construct: { args: ["Hooks"] }, methods: { configure: { args: ["Hooks"] } } },
    Hooks: {
      declared: [{ from: "package", package: "@hocuspocus/server", name: "Extension" }],
      members: {
        connected: hook,
        onTokenSync: hook,
        onStateless: hook,
        beforeHandleMessage: hook,
        beforeSync: hook,
      },
    },
    Payload: { members: { connection: "Connection" } },
    Connection: {
      declared: [{ from: "package", package: "@hocuspocus/server", name: "Connection" }],
      profile: "endpoint",
      throws: "TypeError",
      part: "server",
      methods: {
        close: { send: { code: [0, "code"], reason: [0, "reason"] } },
        onClose: { args: [{ handler: [null, "CloseEvent"] }], returns: "Connection" },
      },
    },
    Provider: {
      declared: [
        { from: "package", package: "@hocuspocus/provider", name: "HocuspocusProvider" },
        { from: "package", package: "@hocuspocus/provider", name: "HocuspocusProviderWebsocket" },
      ],
      construct: { args: ["ProviderOptions"] },
      on: { close: ["ClosePayload"], disconnect: ["ClosePayload"] },
    },
    ProviderOptions: {
      members: {
        onClose: { handler: ["ClosePayload"] },
        onDisconnect: { handler: ["ClosePayload"] },
      },
    },
    ClosePayload: {
      declared: [
        { from: "package", package: "@hocuspocus/provider", name: "onCloseParameters" },
        { from: "package", package: "@hocuspocus/provider", name: "onDisconnectParameters" },
      ],
      members: { event: "CloseEvent" },
    },
    CloseEvent: {
      ...dom.types.CloseEvent,
      // Its own closes pass through here, those of documents among them.
      alsoReceives: [[0, 65535]],
      declared: [
        { from: "package", package: "@hocuspocus/common", name: "CloseEvent" },
        { from: "package", package: "@hocuspocus/server", name: "CloseEvent" },
      ],
    },
  },
} as const satisfies Library;
