import type { Library, Shape } from "../library.ts";

const io = { method: { returns: "Socket" } } as const satisfies Shape;
const attach = { method: { returns: "Server" } } as const satisfies Shape;

/** socket.io and engine.io: `close` takes a flag, `disconnect` tells a reason in words. */
export const socketIo = {
  name: "look-alikes/socket-io",
  title: "socket.io, engine.io",
  lookAlike: true,
  modules: ["socket.io", "socket.io-client", "engine.io", "engine.io-client"],
  exports: {
    default: { anyOf: [io, { members: { connect: io } }] },
    "module.exports": { anyOf: [io, { new: "Server" }, { members: { connect: io } }] },
    io,
    connect: io,
    attach,
    listen: attach,
    Server: { new: "Server" },
    Socket: { new: "Socket" },
    Manager: { new: "Manager" },
  },
  globals: { io },
  types: {
    Server: {
      declared: [
        { from: "package", package: "socket.io", name: "Server" },
        { from: "package", package: "socket.io", name: "Namespace" },
        { from: "package", package: "engine.io", name: "Server" },
      ],
      on: { connection: ["Socket"], connect: ["Socket"] },
      methods: { of: { returns: "Server" } },
      members: { engine: "Server", sockets: "Server" },
    },
    Socket: {
      declared: [
        { from: "package", package: "socket.io", name: "Socket" },
        { from: "package", package: "socket.io", name: "RemoteSocket" },
        { from: "package", package: "socket.io-client", name: "Socket" },
        { from: "package", package: "engine.io", name: "Socket" },
        { from: "package", package: "engine.io-client", name: "Socket" },
      ],
      members: { conn: "Socket", io: "Manager" },
    },
    Manager: {
      declared: [{ from: "package", package: "socket.io-client", name: "Manager" }],
      members: { engine: "Socket" },
      methods: { socket: { returns: "Socket" } },
    },
  },
} as const satisfies Library;
