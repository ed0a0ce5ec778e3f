import type { Library, Shape } from "../library.ts";

const server = { method: { returns: "Server" } } as const satisfies Shape;

/** `stream.close(code)` of HTTP/2 takes an error code of HTTP/2: `close(8)` is RST_STREAM CANCEL. */
export const http2 = {
  name: "look-alikes/http2",
  title: "node:http2",
  lookAlike: true,
  modules: ["node:http2", "http2"],
  exports: {
    connect: { method: { returns: "Session" } },
    createServer: server,
    createSecureServer: server,
    Http2Stream: { new: "Stream" },
    ClientHttp2Stream: { new: "Stream" },
    ServerHttp2Stream: { new: "Stream" },
    ClientHttp2Session: { new: "Session" },
    ServerHttp2Session: { new: "Session" },
  },
  types: {
    Server: {
      declared: [
        { from: "package", package: "@types/node", name: "Http2Server" },
        { from: "package", package: "@types/node", name: "Http2SecureServer" },
      ],
      on: { stream: ["Stream", null, null], session: ["Session"] },
    },
    Session: {
      declared: [
        { from: "package", package: "@types/node", name: "Http2Session" },
        { from: "package", package: "@types/node", name: "ClientHttp2Session" },
        { from: "package", package: "@types/node", name: "ServerHttp2Session" },
      ],
      methods: { request: { returns: "Stream" } },
      on: { stream: ["Stream", null, null] },
    },
    Stream: {
      declared: [
        { from: "package", package: "@types/node", name: "Http2Stream" },
        { from: "package", package: "@types/node", name: "ClientHttp2Stream" },
        { from: "package", package: "@types/node", name: "ServerHttp2Stream" },
      ],
    },
  },
} as const satisfies Library;
