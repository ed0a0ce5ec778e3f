import { CloseCode } from "ws-close-codes";
import type { Library } from "./library.ts";

/** The constants that this project itself publishes. */
export const wsCloseCodes = {
  name: "ws-close-codes",
  title: "ws-close-codes",
  url: "https://www.npmjs.com/package/ws-close-codes",
  modules: ["ws-close-codes"],
  exports: { CloseCode: { constants: CloseCode } },
} as const satisfies Library;
