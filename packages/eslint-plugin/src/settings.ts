import type { Settings } from "ws-close-codes-analysis";

/** What stands under `settings["ws-close-codes"]` in an ESLint config. */
export interface CloseCodeSettings {
  /** Where the code runs; `auto`, the default, looks at the file and its types. */
  readonly runtime?: Settings["runtime"];
  /** `off` leaves types alone even where the parser has them; `auto` is the default. */
  readonly typeInformation?: Settings["typeInformation"];
}
