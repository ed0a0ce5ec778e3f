import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { globalClient } from "./profiles.ts";

/** phoenix 1.8: `disconnect` takes a callback first. */
export const phoenix = {
  name: "phoenix",
  title: "Phoenix",
  url: "https://hexdocs.pm/phoenix/js/",
  modules: ["phoenix"],
  exports: { Socket: { new: "Socket" } },
  types: {
    Socket: {
      declared: [{ from: "package", package: "phoenix", name: "Socket" }],
      ...globalClient,
      // A code that is falsy counts as none.
      sendsEmpty: [[0, 0]],
      part: "client",
      methods: {
        disconnect: { send: { code: 1, reason: 2 } },
        onClose: { args: [{ handler: ["CloseEvent"] }] },
      },
    },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
