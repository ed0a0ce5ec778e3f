import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
import type { Implementation } from "../implementation.ts";
import { inProcessClient } from "../in-process.ts";

const { version } = createRequire(import.meta.url)("jsdom/package.json") as { version: string };
const { window } = new JSDOM();

export const jsdom: Implementation = {
  name: "jsdom",
  side: "client",
  profile: "browser",
  start: inProcessClient(version, (url) => new window.WebSocket(url)),
};
