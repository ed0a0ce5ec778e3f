/** Implementations that are npm packages for Node run in the process of the tests. */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { Socket as TcpSocket } from "node:net";
import type { Bench, Subject } from "./implementation.ts";
import { listenOn } from "./peer.ts";
import { obey, openAndObey } from "./subject.ts";
import type { Socket } from "./subject.ts";

/** A socket that is not joined to anything yet. */
export const blankSocket = (): Socket => ({
  onopen: undefined,
  onmessage: undefined,
  onclose: undefined,
  onerror: undefined,
  send: () => undefined,
  close: () => undefined,
});

/** A client whose sockets `open` makes from a URL. */
export function clientHere(bench: Bench, version: string, open: (url: string) => unknown): Subject {
  return {
    version,
    connect: (id) => {
      openAndObey(id, () => open(bench.url(id)) as Socket, bench.report);
    },
    stop: () => Promise.resolve(),
  };
}

/** A server that `attach` puts on an HTTP server; it hands over each socket with its request path. */
export async function serverHere(
  bench: Bench,
  version: string,
  attach: (server: Server, accept: (path: string, socket: unknown) => void) => void | Promise<void>,
): Promise<Subject> {
  const server = createServer();
  const sockets = new Set<TcpSocket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await attach(server, (path, socket) => {
    obey(Number(path.slice(1)), socket as Socket, bench.report);
  });
  const port = await listenOn(server);
  return {
    version,
    connect: { host: `127.0.0.1:${port}` },
    stop: async () => {
      for (const socket of sockets) socket.destroy(); // The server forgets those it upgraded.
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
