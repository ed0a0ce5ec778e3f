import type { Library } from "./library.ts";

/** @trpc/client's `createWSClient`: it closes by itself and tells the code. */
export const trpc = {
  name: "trpc",
  title: "tRPC",
  url: "https://trpc.io/docs/client/links/wsLink",
  modules: ["@trpc/client", "@trpc/client/*"],
  exports: {
    createWSClient: { method: { args: ["Options"] } },
    WebSocketClientOptions: { new: "Options" },
  },
  types: {
    Options: {
      declared: [{ from: "package", package: "@trpc/client", name: "WebSocketClientOptions" }],
      members: { onClose: { handler: ["Cause"] } },
    },
    Cause: { members: { code: "code" } },
  },
} as const satisfies Library;
