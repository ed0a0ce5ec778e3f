/** Implementations that are npm packages for Node run in the process of the tests. */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { Bench, Subject } from "./implementation.ts";
import { listenOn } from "./peer.ts";
import { obey, openAndObey } from "./subject.ts";
import type { Socket } from "./subject.ts";

/** A client whose sockets `open` makes from a URL. */
export const inProcessClient =
  (version: string, open: (url: string) => unknown) =>
  (bench: Bench): Promise<Subject> =>
    Promise.resolve({
      version,
      connect: (id) => {
        openAndObey(id, (path) => open(`ws://${bench.host}${path}`) as Socket, bench.report);
      },
      stop: () => Promise.resolve(),
    });

/** A server that `attach` puts on an HTTP server; it hands over each socket with its request path. */
export const inProcessServer =
  (
    version: string,
    attach: (server: Server, accept: (path: string, socket: unknown) => void) => void,
  ) =>
  async (bench: Bench): Promise<Subject> => {
    const server = createServer();
    attach(server, (path, socket) => {
      obey(Number(path.slice(1)), socket as Socket, bench.report);
    });
    const port = await listenOn(server);
    return {
      version,
      connect: { host: `127.0.0.1:${port}` },
      stop: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  };
