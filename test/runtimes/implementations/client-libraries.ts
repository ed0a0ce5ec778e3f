/**
 * Client libraries over a `WebSocket` that is not theirs. What they do with a code depends on it: here
 * it is undici's, which Node has as its global one, unless a library brings `ws`.
 */
import { WebSocket as Undici } from "undici";
import type { Implementation } from "../implementation.ts";
import { blankSocket, clientHere } from "../in-process.ts";
import { load } from "../install.ts";
import { edges } from "../measure.ts";
import type { Socket } from "../subject.ts";

type Close = (...args: unknown[]) => unknown;

/** undici's `WebSocket`, which shows a subject all that passes through it. */
function tapped(socket: Socket): typeof Undici {
  return class extends Undici {
    constructor(url: string | URL) {
      super(url); // The peer speaks no subprotocol.
      socket.send = (text) => {
        super.send(text);
      };
      for (const type of ["open", "message", "close", "error"] as const) {
        this.addEventListener(type, (event) => {
          (socket[`on${type}`] as ((event: unknown) => void) | undefined)?.(event);
        });
      }
    }
  };
}

/**
 * A library over the global `WebSocket`, or over one that it is given.
 *
 * @param open makes it connect, and gives the function that closes the connection
 */
function overUndici(
  { specs, ...rest }: Pick<Implementation, "name" | "program" | "unlike"> & { specs: string[] },
  open: (require: NodeJS.Require, url: string, WebSocket: typeof Undici) => Close,
): Implementation {
  return {
    ...rest,
    side: "client",
    over: "undici",
    swallows: true, // Some do, for some codes.
    sample: edges,
    receives: false,
    start: async (bench) => {
      const { require, version } = await load(...specs);
      return clientHere(bench, version, (url) => {
        const socket = blankSocket();
        const WebSocket = tapped(socket);
        Object.assign(globalThis, { WebSocket });
        socket.close = open(require, url, WebSocket);
        return socket;
      });
    },
  };
}

export const sockette = overUndici(
  {
    name: "sockette",
    specs: ["sockette@2.0.6"],
    program: `
    import Sockette from "sockette";
    new Sockette(url).close(CODE);`,
    unlike: {
      codes: { "sends 1000": ["0"] },
      calls: { "sends 1000": ["close(null)", "close(NaN)", 'close("")'] },
    },
  },
  (require, url) => {
    const Sockette = require("sockette") as new (url: string) => { close: Close };
    const socket = new Sockette(url);
    return (...args) => socket.close(...args);
  },
);

export const websocketTs = overUndici(
  {
    name: "websocket-ts",
    specs: ["websocket-ts@2.3.0"],
    program: `
    import { WebsocketBuilder } from "websocket-ts";
    new WebsocketBuilder(url).build().close(CODE);`,
  },
  (require, url) => {
    const { Websocket } = require("websocket-ts") as {
      Websocket: new (url: string) => { close: Close };
    };
    const socket = new Websocket(url);
    return (...args) => socket.close(...args);
  },
);

interface Subject {
  subscribe: (observer: object) => void;
  error: (reason: unknown) => void;
}

export const rxjs = overUndici(
  {
    name: "RxJS webSocket",
    specs: ["rxjs@7.8.2"],
    program: `
    import { webSocket } from "rxjs/webSocket";
    webSocket(url).error({ code: CODE });`,
  },
  (require, url, WebSocketCtor) => {
    const { webSocket } = require("rxjs/webSocket") as {
      webSocket: (config: object) => Subject;
    };
    // What `close` throws, it throws again later, where nobody catches it.
    const { config } = require("rxjs") as { config: { onUnhandledError: () => void } };
    config.onUnhandledError = () => undefined;
    const subject = webSocket({ url, WebSocketCtor, deserializer: () => undefined });
    subject.subscribe({ error: () => undefined });
    return (code, reason) => {
      subject.error({ code, reason });
    };
  },
);

export const websocketAsPromised = overUndici(
  {
    name: "websocket-as-promised",
    specs: ["websocket-as-promised@3.0.1"],
    program: `
    import WebSocketAsPromised from "websocket-as-promised";
    new WebSocketAsPromised(url).close(CODE);`,
  },
  (require, url, WebSocket) => {
    const WebSocketAsPromised = require("websocket-as-promised") as new (
      url: string,
      options: object,
    ) => { open: () => Promise<unknown>; close: Close };
    const createWebSocket = (to: string): unknown => new WebSocket(to);
    const socket = new WebSocketAsPromised(url, { createWebSocket });
    socket.open().catch(() => undefined);
    return (...args) => socket.close(...args);
  },
);

export const phoenix = overUndici(
  {
    name: "phoenix",
    specs: ["phoenix@1.8.16"],
    program: `
    import { Socket } from "phoenix";
    new Socket(url).disconnect(callback, CODE);`,
    unlike: { calls: { "sends no code": ["close(null)", "close(NaN)", 'close("")'] } },
  },
  (require, url, transport) => {
    const { Socket } = require("phoenix") as {
      Socket: new (url: string, options: object) => { connect: () => void; disconnect: Close };
    };
    class AtPath extends transport {
      constructor() {
        super(url); // It would append a path of its own.
      }
    }
    const decode = (_: string, callback: (message: object) => void): void => {
      callback({});
    };
    const socket = new Socket(url, { transport: AtPath, decode });
    socket.connect();
    return (code, reason) => socket.disconnect(undefined, code, reason);
  },
);

export const supabase = overUndici(
  {
    name: "Supabase Realtime",
    specs: ["@supabase/realtime-js@2.119.1"],
    program: `
    import { RealtimeClient } from "@supabase/realtime-js";
    new RealtimeClient(url, options).disconnect(CODE);`,
    unlike: { calls: { "sends no code": ["close(null)", "close(NaN)", 'close("")'] } },
  },
  (require, url, transport) => {
    const { RealtimeClient } = require("@supabase/realtime-js") as {
      RealtimeClient: new (
        url: string,
        options: object,
      ) => { connect: () => void; disconnect: Close };
    };
    class AtPath extends transport {
      constructor() {
        super(url);
      }
    }
    const decode = (_: string, callback: (message: object) => void): void => {
      callback({});
    };
    const options = { transport: AtPath, decode, params: { apikey: "none" } };
    const socket = new RealtimeClient(url, options);
    socket.connect();
    return (...args) => socket.disconnect(...args);
  },
);

export const isows: Implementation = {
  name: "isows in Node 20",
  side: "client",
  over: "ws",
  sample: edges,
  receives: false,
  program: `
    import { WebSocket } from "isows";
    new WebSocket(url).close(CODE);`,
  runtime: "node",
  start: async (bench) => {
    // Without a global WebSocket, as in Node 20.
    Reflect.deleteProperty(globalThis, "WebSocket");
    const { module, version } = await load("isows@1.0.7", "ws@8.23.0");
    const { WebSocket } = module as { WebSocket: new (url: string) => unknown };
    return clientHere(bench, version, (url) => new WebSocket(url));
  },
};

export const rpcWebsockets: Implementation = {
  name: "rpc-websockets in Node",
  side: "client",
  over: "ws",
  sample: edges,
  receives: false,
  program: `
    import { Client } from "rpc-websockets";
    new Client(url).close(CODE);`,
  runtime: "node",
  start: async (bench) => {
    const { module, version } = await load("rpc-websockets@10.0.1");
    const { Client } = module as {
      Client: new (
        url: string,
        options: object,
      ) => Record<"on" | "close", Close> & { socket: Socket & Record<"on", Close> };
    };
    return clientHere(bench, version, (url) => {
      const socket = blankSocket();
      const client = new Client(url, { reconnect: false });
      client.on("open", () => (socket.onopen as () => void)());
      client.on("error", () => undefined);
      client.on("close", (code: unknown, reason: unknown) => {
        (socket.onclose as (event: object) => void)({ code, reason });
      });
      client.socket.on("message", (data: unknown) => {
        (socket.onmessage as (event: object) => void)({ data });
      });
      socket.send = (text) => {
        client.socket.send(text);
      };
      socket.close = (...args: unknown[]) => client.close(...args);
      return socket;
    });
  },
};
