import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
import type { Implementation } from "../implementation.ts";
import { clientHere } from "../in-process.ts";

const { version } = createRequire(import.meta.url)("jsdom/package.json") as { version: string };

export const jsdom: Implementation = {
  name: "jsdom",
  side: "client",
  program: `
    import { JSDOM } from "jsdom";
    const { window } = new JSDOM();
    new window.WebSocket(url).close(CODE);`,
  start: (bench) => {
    const { window } = new JSDOM();
    return clientHere(bench, version, (url) => new window.WebSocket(url));
  },
};
