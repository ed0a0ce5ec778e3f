import type { Library } from "../library.ts";

/** `WebTransport` closes like a `WebSocketStream`, with any number of 32 bits. */
export const webTransport = {
  name: "look-alikes/web-transport",
  title: "WebTransport",
  lookAlike: true,
  globals: { WebTransport: { new: "WebTransport" } },
  types: {
    WebTransport: {
      declared: [{ from: "lib", name: "WebTransport" }],
      members: { closed: { promise: "WebTransportCloseInfo" } },
    },
    WebTransportCloseInfo: {
      declared: [{ from: "lib", name: "WebTransportCloseInfo" }],
      members: { closeCode: "Value", reason: "Value" },
    },
    /** A value that is no close code. */
    Value: {},
  },
} as const satisfies Library;
