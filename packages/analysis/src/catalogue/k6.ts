import type { Library, Shape } from "./library.ts";

const executor = { handler: ["Socket"] } as const satisfies Shape;

/**
 * k6: `k6/ws` with its callback, and `k6/websockets` with the browsers' interface. It is written in
 * Go; what comes of an invalid code was not measured.
 */
export const k6 = {
  name: "k6",
  title: "k6",
  url: "https://grafana.com/docs/k6/latest/using-k6/protocols/websockets/",
  modules: ["k6/ws", "k6/websockets", "k6/experimental/websockets"],
  exports: {
    connect: { method: { args: [null, executor, executor] } },
    Socket: { new: "Socket" },
    WebSocket: { new: "WebSocket" },
  },
  types: {
    Socket: {
      declared: [{ from: "package", package: "@types/k6", name: "Socket" }],
      profile: ["endpoint", "endpoint-unchecked"],
      part: "client",
      methods: { close: { send: { code: 0 } } },
      on: { close: ["code"] },
    },
    WebSocket: {
      declared: [{ from: "package", package: "@types/k6", name: "WebSocket" }],
      profile: ["endpoint", "endpoint-unchecked"],
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
    },
  },
} as const satisfies Library;
