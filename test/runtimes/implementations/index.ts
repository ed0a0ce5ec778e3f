/** Everything that is measured, in the order of the tables. */
import type { Implementation } from "../implementation.ts";
import { jsdom } from "./jsdom.ts";
import { undici } from "./undici.ts";
import { wsClient, wsServer } from "./ws.ts";

export const implementations: Implementation[] = [undici, wsClient, wsServer, jsdom];
