import type { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Implementation } from "../implementation.ts";
import { serverHere } from "../in-process.ts";
import { load } from "../install.ts";
import type { Socket } from "../subject.ts";

interface Driver extends EventEmitter {
  io: Duplex;
  messages: Duplex;
  start: () => void;
  text: (text: string) => void;
  close: (reason: unknown, code: unknown) => void;
}

/** The arguments stand in the other order; no event tells of a TCP drop. */
export const websocketDriver: Implementation = {
  name: "websocket-driver",
  side: "server",
  program: `
    import websocket from "websocket-driver";
    server.on("upgrade", (request) => {
      websocket.http(request).close(reason, CODE);
    });`,
  unlike: { codes: { "sends 1000": ["0"] } },
  start: async (bench) => {
    const { module, version } = await load("websocket-driver@0.8.0");
    const { http } = module as { http: (request: IncomingMessage) => Driver };
    return serverHere(bench, version, (server, accept) => {
      server.on("upgrade", (request, tcp: Duplex, head: Buffer) => {
        const driver = http(request);
        const socket: Socket = {
          onmessage: undefined,
          onclose: undefined,
          onerror: undefined,
          send: (text) => {
            driver.text(text);
          },
          close: (code?: unknown, reason?: unknown) => {
            driver.close(reason, code);
          },
        };
        driver.on("error", () => undefined);
        driver.on("close", (event) => {
          (socket.onclose as (event: unknown) => void)(event);
          tcp.end();
        });
        driver.messages.on("data", (data: string) => {
          (socket.onmessage as (event: unknown) => void)({ data });
        });
        tcp.on("error", () => undefined);
        accept(request.url ?? "/", socket);
        driver.io.write(head);
        tcp.pipe(driver.io).pipe(tcp);
        driver.start();
      });
    });
  },
};
