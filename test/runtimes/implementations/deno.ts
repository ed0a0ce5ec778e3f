import type { Implementation } from "../implementation.ts";
import { installProgram } from "../install.ts";
import { farClient, farServer } from "../processes.ts";
import type { Launch } from "../processes.ts";

const launch = async (): Promise<Launch> => ({
  program: await installProgram("deno@2.9.6", "deno"),
  args: (folder) => ["run", "--no-remote", "--allow-net=127.0.0.1", `${folder}/main.js`],
});

export const denoClient: Implementation = {
  name: "Deno client",
  side: "client",
  program: "new WebSocket(url).close(CODE);",
  runtime: "deno",
  start: async (bench) => farClient(bench, await launch()),
};

export const denoServer: Implementation = {
  name: "Deno.upgradeWebSocket",
  side: "server",
  program: `
    Deno.serve((request) => {
      const { socket, response } = Deno.upgradeWebSocket(request);
      socket.onopen = () => socket.close(CODE);
      return response;
    });`,
  start: async (bench) => farServer(bench, await launch(), "deno-server"),
};
