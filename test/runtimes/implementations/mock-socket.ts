import type { Implementation } from "../implementation.ts";
import { clientHere } from "../in-process.ts";
import { load } from "../install.ts";
import { dial } from "../peer.ts";
import type { Connection } from "../peer.ts";

interface MockSocket {
  WebSocket: new (url: string) => unknown;
  Server: new (url: string) => {
    on: (type: "connection", listener: (socket: MockServerSocket) => void) => void;
    stop: () => void;
  };
}

interface MockServerSocket {
  send: (text: string) => void;
  on: ((type: "message", listener: (text: string) => void) => void) &
    ((type: "close", listener: (event: { code: number; reason?: string }) => void) => void);
}

/**
 * Its sockets have no wire: they meet its own `Server` in memory, which here writes the frame that it
 * is told of. Nothing is received: what its `Server` says is whatever a test made it say.
 */
export const mockSocket: Implementation = {
  name: "mock-socket client",
  side: "client",
  program: `
    import { WebSocket } from "mock-socket";
    new WebSocket(url).close(CODE);`,
  unlike: { calls: { "sends 1005": ["close(NaN)"] } },
  receives: false,
  start: async (bench) => {
    const { module, version } = await load("mock-socket@9.3.1");
    const { WebSocket, Server } = module as MockSocket;
    return clientHere(bench, version, (url) => {
      const server = new Server(url);
      server.on("connection", (socket) => {
        const { host, pathname } = new URL(url);
        let connection: Connection | undefined;
        const early: string[] = [];
        socket.on("message", (text) => {
          if (connection === undefined) early.push(text);
          else connection.sendText(text);
        });
        socket.on("close", ({ code, reason = "" }) => {
          const body = Buffer.alloc(2 + Buffer.byteLength(reason));
          body.writeUInt16BE(code);
          body.write(reason, 2);
          connection?.sendClose(body);
          server.stop();
        });
        void dial(host, pathname, (opened) => {
          connection = opened;
          opened.ontext = (text) => {
            socket.send(text);
          };
          for (const text of early) opened.sendText(text);
        });
      });
      return new WebSocket(url);
    });
  },
};
