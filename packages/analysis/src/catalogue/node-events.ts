import type { Library } from "./library.ts";

/** `const [code, reason] = await once(ws, "close")`. */
export const nodeEvents = {
  name: "node-events",
  title: "node:events (once)",
  url: "https://nodejs.org/api/events.html#eventsonceemitter-name-options",
  modules: ["node:events", "events"],
  exports: { once: { awaits: "event" } },
} as const satisfies Library;
