import type { Implementation } from "../implementation.ts";
import { installProgram } from "../install.ts";
import { farClient } from "../processes.ts";

const node = (version: string, ...flags: string[]): Implementation => ({
  name: `Node ${version.split(".")[0]}`,
  side: "client",
  program: "new WebSocket(url).close(CODE);",
  runtime: "node",
  start: async (bench) =>
    farClient(bench, {
      program: await installProgram(`node@${version}`, "node"),
      args: (folder) => [...flags, `${folder}/main.js`],
    }),
});

export const node20 = node("20.20.2", "--experimental-websocket");
export const node22 = node("22.23.3");
export const node24 = node("24.21.0");
