import type { Library, Shape } from "../library.ts";

const socket = { method: { returns: "Socket" } } as const satisfies Shape;

/** Sockets and servers of TCP, TLS, UDP and HTTP: `close` of a socket tells `hadError`. */
export const net = {
  name: "look-alikes/net",
  title: "node:net, node:tls, node:dgram, node:http",
  lookAlike: true,
  modules: ["node:net", "net", "node:tls", "tls", "node:dgram", "dgram", "node:https", "https"],
  exports: {
    connect: socket,
    createConnection: socket,
    createSocket: socket,
    createServer: {
      method: { args: [{ handler: ["Socket"] }, { handler: ["Socket"] }], returns: "Server" },
    },
    Socket: { new: "Socket" },
    TLSSocket: { new: "Socket" },
    Server: { new: "Server" },
  },
  types: {
    Socket: {
      declared: [
        { from: "package", package: "@types/node", name: "Socket" },
        { from: "package", package: "@types/node", name: "TLSSocket" },
      ],
    },
    Request: {
      declared: [
        { from: "package", package: "@types/node", name: "IncomingMessage" },
        { from: "package", package: "@types/node", name: "ServerResponse" },
        { from: "package", package: "@types/node", name: "ClientRequest" },
      ],
      members: { socket: "Socket", connection: "Socket" },
    },
    Server: {
      declared: [{ from: "package", package: "@types/node", name: "Server" }],
      on: { connection: ["Socket"], secureConnection: ["Socket"] },
    },
  },
} as const satisfies Library;
