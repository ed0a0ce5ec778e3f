/** Runs in Deno: the subject is the socket that `Deno.upgradeWebSocket` gives. */
import { obey } from "../subject.ts";
import type { Socket } from "../subject.ts";

interface Upgraded {
  socket: Socket;
  response: unknown;
}

const { Deno, WebSocket } = globalThis as unknown as {
  Deno: {
    serve: (options: object, handler: (request: { url: string }) => unknown) => void;
    upgradeWebSocket: (request: { url: string }) => Upgraded;
  };
  WebSocket: new (url: string) => Socket;
};

export function runServer(control: string): void {
  const reports = new WebSocket(`ws://${control}/`);
  const report = (what: unknown): void => {
    reports.send(JSON.stringify(what));
  };
  reports.onopen = () => {
    const onListen = ({ port }: { port: number }): void => {
      report({ port });
    };
    Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, (request) => {
      const { socket, response } = Deno.upgradeWebSocket(request);
      obey(Number(new URL(request.url).pathname.slice(1)), socket, report);
      return response;
    });
  };
}
