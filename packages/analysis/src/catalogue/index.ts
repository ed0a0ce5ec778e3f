import { dom } from "./dom.ts";
import type { Library } from "./library.ts";
import { undici } from "./undici.ts";
import { ws } from "./ws.ts";

/** Every API that we know. A new one is one file, one line here and one folder in `fixtures/`. */
export const libraries: readonly Library[] = [dom, ws, undici];
