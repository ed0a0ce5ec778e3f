import type { Library, Shape } from "./library.ts";

const fixtures = {
  handler: [{ members: { page: "Page", context: "Page" } }],
} as const satisfies Shape;
const test = {
  anyOf: [
    { method: { args: [null, fixtures, fixtures] } },
    {
      members: {
        beforeEach: { method: { args: [fixtures, fixtures] } },
        only: { method: { args: [null, fixtures, fixtures] } },
      },
    },
  ],
} as const satisfies Shape;

/** Playwright's `WebSocketRoute`: it brings any code to the page. */
export const playwright = {
  name: "playwright",
  title: "Playwright",
  url: "https://playwright.dev/docs/api/class-websocketroute",
  modules: ["@playwright/test", "playwright", "playwright-core"],
  exports: {
    test,
    Page: { new: "Page" },
    BrowserContext: { new: "Page" },
    WebSocketRoute: { new: "WebSocketRoute" },
  },
  types: {
    /** A page or a context. */
    Page: {
      declared: [
        { from: "package", package: "playwright-core", name: "Page" },
        { from: "package", package: "playwright-core", name: "BrowserContext" },
      ],
      methods: { routeWebSocket: { args: [null, { handler: ["WebSocketRoute"] }] } },
    },
    WebSocketRoute: {
      declared: [{ from: "package", package: "playwright-core", name: "WebSocketRoute" }],
      profile: "simulated",
      // A test may make up any close.
      alsoReceives: [[0, 65535]],
      methods: {
        close: { send: { code: [0, "code"], reason: [0, "reason"] } },
        onClose: { args: [{ handler: ["code", "reason"] }] },
        connectToServer: { returns: "WebSocketRoute" },
      },
    },
  },
} as const satisfies Library;
