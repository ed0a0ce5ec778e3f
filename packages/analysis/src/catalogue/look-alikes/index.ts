import type { Library } from "../library.ts";
import { browser } from "./browser.ts";
import { childProcess } from "./child-process.ts";
import { clients } from "./clients.ts";
import { dialogs } from "./dialogs.ts";
import { errors } from "./errors.ts";
import { ethereum } from "./ethereum.ts";
import { files } from "./files.ts";
import { http2 } from "./http2.ts";
import { messages } from "./messages.ts";
import { net } from "./net.ts";
import { process } from "./process.ts";
import { socketIo } from "./socket-io.ts";
import { webTransport } from "./web-transport.ts";

/** APIs that only look like a WebSocket's: a value of theirs is no socket, whatever it is called. */
export const lookAlikes: readonly Library[] = [
  childProcess,
  process,
  net,
  http2,
  files,
  browser,
  webTransport,
  errors,
  ethereum,
  messages,
  clients,
  socketIo,
  dialogs,
];
