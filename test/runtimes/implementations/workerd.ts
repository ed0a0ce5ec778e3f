import type { Implementation } from "../implementation.ts";
import { installProgram } from "../install.ts";
import { farWorkerd } from "../processes.ts";

const programs = {
  client: "new WebSocket(url).close(CODE);",
  server: `
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();
    server.close(CODE);`,
  room: `
    import { DurableObject } from "cloudflare:workers";
    export class Room extends DurableObject {
      webSocketMessage(socket) {
        socket.close(CODE);
      }
    }`,
};

const workerd = (name: string, part: keyof typeof programs): Implementation => ({
  name,
  side: part === "client" ? "client" : "server",
  program: programs[part],
  runtime: "workers",
  answers: part !== "room", // There only the method webSocketClose() would.
  start: async (bench) =>
    farWorkerd(bench, await installProgram("workerd@1.20261117.1", "workerd"), part),
});

export const workerdServer = workerd("workerd server", "server");
export const workerdRoom = workerd("workerd Durable Object", "room");
export const workerdClient = workerd("workerd client", "client");
