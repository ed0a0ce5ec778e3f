/** What stands under `settings["ws-close-codes"]` in an ESLint config. */
export interface CloseCodeSettings {
  /** Where the code runs; `auto`, the default, looks at the file and its types. */
  readonly runtime?: "auto" | "browser" | "node" | "bun" | "deno" | "workers";
  /** `off` leaves types alone even where the parser has them; `auto` is the default. */
  readonly typeInformation?: "auto" | "off";
}
