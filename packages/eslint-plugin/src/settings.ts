import type { Library } from "../../analysis/src/catalogue/library.ts";
import type { Settings } from "../../analysis/src/settings.ts";

/** Sockets of your own, in the shape of our catalogue; without a title they are called by their name. */
export interface SocketLibrary extends Omit<Library, "title"> {
  readonly title?: string;
}

/** What stands under `settings["ws-close-codes"]` in an ESLint config. */
export interface CloseCodeSettings extends Partial<Omit<Settings, "sockets">> {
  readonly sockets?: readonly SocketLibrary[];
}
