/** Runs in Bun: the subject is the socket that `Bun.serve` hands to its handlers. */
import { obey } from "../subject.ts";
import type { Socket } from "../subject.ts";

interface ServerWebSocket {
  data: { id: number; socket: Socket };
  send: (text: string) => void;
  close: (...args: unknown[]) => void;
}

interface Server {
  port: number;
  upgrade: (request: { url: string }, options: { data: { id: number } }) => boolean;
}

const { Bun, WebSocket } = globalThis as unknown as {
  Bun: { serve: (options: object) => Server };
  WebSocket: new (url: string) => Socket;
};

export function runServer(control: string): void {
  const reports = new WebSocket(`ws://${control}/`);
  const report = (what: unknown): void => {
    reports.send(JSON.stringify(what));
  };
  const { port } = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: (request: { url: string }, server: Server) => {
      server.upgrade(request, { data: { id: Number(new URL(request.url).pathname.slice(1)) } });
    },
    websocket: {
      open: (ws: ServerWebSocket) => {
        const socket: Socket = {
          onmessage: undefined,
          onclose: undefined,
          onerror: undefined,
          send: (text) => {
            ws.send(text);
          },
          close: (...args: unknown[]) => {
            ws.close(...args);
          },
        };
        ws.data.socket = socket;
        obey(ws.data.id, socket, report);
      },
      message: (ws: ServerWebSocket, data: string) => {
        (ws.data.socket.onmessage as (event: unknown) => void)({ data });
      },
      close: (ws: ServerWebSocket, code: number, reason: string) => {
        (ws.data.socket.onclose as (event: unknown) => void)({ code, reason });
      },
    },
  });
  reports.onopen = () => {
    report({ port });
  };
}
