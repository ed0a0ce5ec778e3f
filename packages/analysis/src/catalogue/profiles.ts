/** Profiles of libraries that run in more than one runtime, for whoever shows which one it is. */

/** A client over the global `WebSocket`: what that one takes. */
export const globalClient = {
  auto: "browser",
  browser: "browser",
  node: "browser",
  deno: "browser",
  bun: "endpoint",
  workers: "endpoint",
  "react-native": "endpoint-unchecked",
} as const;

/** A client over the global `WebSocket` or over `ws`, whichever the program has. */
export const anyClient = {
  ...globalClient,
  auto: ["browser", "endpoint"],
  node: ["browser", "endpoint"],
} as const;

/** A server's socket, wherever the server runs. */
export const anyServer = {
  auto: ["endpoint", "endpoint-unchecked"],
  node: "endpoint",
  deno: "endpoint-unchecked",
  bun: "endpoint-unchecked",
  workers: "endpoint",
} as const;
