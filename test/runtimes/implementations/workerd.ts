import type { Implementation } from "../implementation.ts";
import { installProgram } from "../install.ts";
import { farWorkerd } from "../processes.ts";

const workerd = (name: string, part: "server" | "room" | "client"): Implementation => ({
  name,
  side: part === "client" ? "client" : "server",
  profile: "endpoint",
  unlike: { sent: ["1016-2999"] },
  answers: part !== "room", // There only the method webSocketClose() would.
  start: async (bench) =>
    farWorkerd(bench, await installProgram("workerd@1.20261117.1", "workerd"), part),
});

export const workerdServer = workerd("workerd server", "server");
export const workerdRoom = workerd("workerd Durable Object", "room");
export const workerdClient = workerd("workerd client", "client");
