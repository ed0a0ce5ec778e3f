import { createRequire } from "node:module";
import { WebSocket } from "undici";
import type { Implementation } from "../implementation.ts";
import { clientHere } from "../in-process.ts";

const { version } = createRequire(import.meta.url)("undici/package.json") as { version: string };

export const undici: Implementation = {
  name: "undici",
  side: "client",
  program: `
    import { WebSocket } from "undici";
    new WebSocket(url).close(CODE);`,
  start: (bench) => clientHere(bench, version, (url) => new WebSocket(url)),
};
