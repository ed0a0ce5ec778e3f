import type { Settings } from "../../analysis/src/settings.ts";

/** What stands under `settings["ws-close-codes"]` in an ESLint config. */
export type CloseCodeSettings = Partial<Settings>;
