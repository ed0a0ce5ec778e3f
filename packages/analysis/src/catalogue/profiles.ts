/** Sockets of libraries that run in more than one runtime, for whoever shows which one it is. */

/** A client's, over the global `WebSocket`: what that one takes. */
export const globalClient = {
  profile: {
    auto: "browser",
    browser: "browser",
    node: "browser",
    deno: "browser",
    bun: "endpoint",
    workers: "endpoint",
    "react-native": "endpoint-unchecked",
  },
  alsoSends: { workers: [[1016, 2999]] },
} as const;

/** A client's, over the global `WebSocket` or over `ws`, whichever the program has. */
export const anyClient = {
  profile: {
    ...globalClient.profile,
    auto: ["browser", "endpoint"],
    node: ["browser", "endpoint"],
  },
  throws: "",
  alsoSends: globalClient.alsoSends,
} as const;

/** A server's, wherever the server runs; on Node it is one of `ws`. */
export const anyServer = {
  profile: {
    auto: ["endpoint", "endpoint-unchecked"],
    node: "endpoint",
    deno: "endpoint-unchecked",
    bun: "endpoint-unchecked",
    workers: "endpoint",
  },
  throws: { auto: "", node: "TypeError" },
  alsoSends: globalClient.alsoSends,
} as const;
