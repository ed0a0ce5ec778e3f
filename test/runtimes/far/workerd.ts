/**
 * Runs in workerd: the subject is one end of a WebSocketPair, a Durable Object's socket, or a client.
 * A request may not speak on a connection of another, so reports wait until they are fetched.
 */
import { obey, openAndObey } from "../subject.ts";
import type { Report, Socket } from "../subject.ts";

interface WorkerWebSocket {
  accept: () => void;
  addEventListener: (type: string, listener: (event: never) => void) => void;
  send: (text: string) => void;
  close: (...args: unknown[]) => void;
  serializeAttachment: (value: unknown) => void;
  deserializeAttachment: () => unknown;
}

const { WebSocket, WebSocketPair, Response } = globalThis as unknown as {
  WebSocket: new (url: string) => WorkerWebSocket;
  WebSocketPair: new () => { 0: WorkerWebSocket; 1: WorkerWebSocket };
  Response: {
    new (body: null, options: { status: number; webSocket?: WorkerWebSocket }): unknown;
    json: (value: unknown) => unknown;
  };
};

const reports: Report[] = [];
const report = (what: Report): void => {
  reports.push(what);
};

/** Workers' sockets have no `onclose` and the like. */
function shape(ws: WorkerWebSocket): Socket {
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
  for (const type of ["open", "message", "close", "error"] as const) {
    ws.addEventListener(type, (event) => {
      (socket[`on${type}`] as ((event: unknown) => void) | undefined)?.(event);
    });
  }
  return socket;
}

interface Request {
  url: string;
}

interface Environment {
  room: {
    idFromName: (name: string) => unknown;
    get: (id: unknown) => { fetch: (r: Request) => unknown };
  };
}

export default {
  async fetch(request: Request, { room }: Environment): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/reports") return Response.json(reports.splice(0));
    if (pathname === "/open") {
      await new Promise<void>((resolve) => {
        openAndObey(
          Number(searchParams.get("id")),
          () => shape(new WebSocket(searchParams.get("url") ?? "")),
          (what) => {
            report(what);
            if ("closed" in what) resolve();
          },
        );
      });
      return new Response(null, { status: 204 });
    }
    if (pathname.startsWith("/room/")) return room.get(room.idFromName("only")).fetch(request);
    const { 0: client, 1: server } = new WebSocketPair();
    server.accept();
    obey(Number(pathname.slice(1)), shape(server), report);
    return new Response(null, { status: 101, webSocket: client });
  },
};

interface State {
  acceptWebSocket: (ws: WorkerWebSocket) => void;
}

/** A Durable Object whose sockets hibernate: its methods are the listeners. */
export class Room {
  readonly #sockets = new Map<number, Socket>();
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  fetch(request: Request): unknown {
    const { 0: client, 1: server } = new WebSocketPair();
    const id = Number(new URL(request.url).pathname.split("/").at(-1));
    this.#state.acceptWebSocket(server);
    server.serializeAttachment(id);
    const socket: Socket = {
      onmessage: undefined,
      onclose: undefined,
      onerror: undefined,
      send: (text) => {
        server.send(text);
      },
      close: (...args: unknown[]) => {
        server.close(...args);
      },
    };
    this.#sockets.set(id, socket);
    obey(id, socket, report);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(ws: WorkerWebSocket, data: string): void {
    this.#tell(ws, "onmessage", { data });
  }

  webSocketClose(ws: WorkerWebSocket, code: number, reason: string, wasClean: boolean): void {
    this.#tell(ws, "onclose", { code, reason, wasClean });
    this.#sockets.delete(ws.deserializeAttachment() as number);
  }

  #tell(ws: WorkerWebSocket, handler: "onmessage" | "onclose", event: unknown): void {
    const socket = this.#sockets.get(ws.deserializeAttachment() as number);
    (socket?.[handler] as ((event: unknown) => void) | undefined)?.(event);
  }
}
