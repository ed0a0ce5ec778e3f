import type { Library, Runtime } from "./catalogue/library.ts";

/** What a user may say about a project, the same for every host. */
export interface Settings {
  /** Where the program runs; `auto` looks at the file and its types. */
  readonly runtime: "auto" | Runtime;
  /** `off` leaves types alone even where the host has them. */
  readonly typeInformation: "auto" | "off";
  /** The user's own sockets, in the catalogue's shape. */
  readonly sockets: readonly Library[];
}

export const defaultSettings: Settings = { runtime: "auto", typeInformation: "auto", sockets: [] };

const RUNTIMES: readonly string[] = [
  "auto",
  "browser",
  "node",
  "bun",
  "deno",
  "workers",
  "react-native",
];

/**
 * Reads settings that a user wrote.
 *
 * @param value what stands under `ws-close-codes` in the host's settings
 * @throws TypeError that names the wrong key
 */
export function readSettings(value: unknown): Settings {
  if (value === undefined) return defaultSettings;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError("The setting `ws-close-codes` must be an object.");
  const { runtime = "auto", typeInformation = "auto", ...rest } = value as Record<string, unknown>;
  if (typeof runtime !== "string" || !RUNTIMES.includes(runtime))
    throw new TypeError(
      `The setting \`ws-close-codes\`.runtime is ${JSON.stringify(runtime)}. Use one of ${RUNTIMES.join(", ")}.`,
    );
  if (typeInformation !== "auto" && typeInformation !== "off")
    throw new TypeError(
      `The setting \`ws-close-codes\`.typeInformation is ${JSON.stringify(typeInformation)}. Use auto or off.`,
    );
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw new TypeError(
      `The setting \`ws-close-codes\` has no key ${JSON.stringify(unknown)}. Use runtime or typeInformation.`,
    );
  return { runtime: runtime as Settings["runtime"], typeInformation, sockets: [] };
}
