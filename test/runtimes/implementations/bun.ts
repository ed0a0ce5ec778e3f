import type { Implementation } from "../implementation.ts";
import { installProgram } from "../install.ts";
import { farClient, farServer } from "../processes.ts";
import type { Launch } from "../processes.ts";

const launch = async (): Promise<Launch> => ({
  program: await installProgram("bun@1.4.5", "bun"),
  args: (folder) => [`${folder}/main.js`],
});

export const bunClient: Implementation = {
  name: "Bun client",
  side: "client",
  program: "new WebSocket(url).close(CODE);",
  runtime: "bun",
  start: async (bench) => farClient(bench, await launch()),
};

export const bunServer: Implementation = {
  name: "Bun.serve",
  side: "server",
  program: `
    Bun.serve({
      fetch: (request, server) => server.upgrade(request),
      websocket: {
        message: (socket) => socket.close(CODE),
      },
    });`,
  start: async (bench) => farServer(bench, await launch(), "bun-server"),
};
