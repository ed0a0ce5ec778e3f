import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { anyClient } from "./profiles.ts";

/** RxJS 7.8 `webSocket`: `error({ code, reason })` closes the socket with them (WebSocketSubject.js). */
export const rxjs = {
  name: "rxjs",
  title: "RxJS webSocket",
  url: "https://rxjs.dev/api/webSocket/webSocket",
  modules: ["rxjs/webSocket"],
  exports: {
    webSocket: { method: { args: ["Config"], returns: "WebSocketSubject" } },
    WebSocketSubject: { new: "WebSocketSubject" },
    WebSocketSubjectConfig: { new: "Config" },
  },
  types: {
    Config: {
      declared: [{ from: "package", package: "rxjs", name: "WebSocketSubjectConfig" }],
      members: { closeObserver: { members: { next: { handler: ["CloseEvent"] } } } },
    },
    WebSocketSubject: {
      declared: [{ from: "package", package: "rxjs", name: "WebSocketSubject" }],
      ...anyClient,
      // A code that is falsy counts as none.
      sendsEmpty: [[0, 0]],
      part: "client",
      construct: { args: ["Config"] },
      methods: { error: { send: { code: [0, "code"], reason: [0, "reason"] } } },
    },
    CloseEvent: dom.types.CloseEvent,
  },
} as const satisfies Library;
