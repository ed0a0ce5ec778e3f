import type { Library } from "./library.ts";

/**
 * React Native's global `WebSocket` (src/types/globals.d.ts, 0.81.6): iOS passes every code on,
 * Android logs the refusal of OkHttp and throws nothing.
 */
export const reactNative = {
  name: "react-native",
  title: "React Native",
  url: "https://reactnative.dev/docs/network#websocket-support",
  runtime: "react-native",
  modules: ["react-native"],
  types: {
    WebSocket: {
      declared: [{ from: "package", package: "react-native", name: "WebSocket" }],
      profile: "endpoint-unchecked",
      part: "client",
      methods: { close: { send: { code: 0, reason: 1 } } },
      listen: { close: "WebSocketCloseEvent" },
    },
    WebSocketCloseEvent: {
      declared: [{ from: "package", package: "react-native", name: "WebSocketCloseEvent" }],
      profile: "simulated",
      members: { code: "code", reason: "reason" },
    },
  },
} as const satisfies Library;
