import type { Library, Method, Shape } from "./library.ts";
import { anyClient } from "./profiles.ts";

const create = { method: { returns: "ClientSocket" } } as const satisfies Shape;
const attach = { method: { returns: "Server" } } as const satisfies Shape;
/** Streams of events, read with `for await` or `once()`. */
const listener = {
  returns: { anyOf: [{ each: "CloseEvent" }, "Listener"] },
} as const satisfies Method;

/** socketcluster-client and socketcluster-server 20. */
export const socketcluster = {
  name: "socketcluster",
  title: "SocketCluster",
  url: "https://socketcluster.io/",
  modules: ["socketcluster-client", "socketcluster-server"],
  exports: {
    create,
    AGClientSocket: { new: "ClientSocket" },
    attach,
    listen: attach,
    AGServer: { new: "Server" },
  },
  types: {
    ClientSocket: {
      ...anyClient,
      part: "client",
      methods: {
        disconnect: { send: { code: 0, reason: 1 } },
        reconnect: { send: { code: 0, reason: 1 } },
        listener,
      },
    },
    Server: {
      methods: {
        listener: { returns: { anyOf: [{ each: "ServerEvent" }, "ServerListener"] } },
      },
    },
    ServerSocket: {
      profile: "endpoint",
      throws: "TypeError",
      part: "server",
      methods: { disconnect: { send: { code: 0, reason: 1 } }, listener },
    },
    Listener: { methods: { once: { returns: { promise: "CloseEvent" } } } },
    ServerListener: { methods: { once: { returns: { promise: "ServerEvent" } } } },
    CloseEvent: { members: { code: "code", reason: "reason" } },
    /** Of `connection` a socket, of `disconnection` and `closure` the code as well. */
    ServerEvent: { extends: "CloseEvent", members: { socket: "ServerSocket" } },
  },
} as const satisfies Library;
