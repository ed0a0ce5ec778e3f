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
  profile: "endpoint",
  start: async (bench) => farClient(bench, await launch()),
};

export const bunServer: Implementation = {
  name: "Bun.serve",
  side: "server",
  profile: "endpoint-unchecked",
  start: async (bench) => farServer(bench, await launch(), "bun-server"),
};
