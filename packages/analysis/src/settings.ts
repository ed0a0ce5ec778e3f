import type { Library, Runtime } from "./catalogue/library.ts";
import { readLibrary } from "./catalogue/read-library.ts";

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

/** A host hands over the same object for every file of a project. */
const read = new WeakMap<object, Settings>();

const NAME = "`ws-close-codes`";

/**
 * Reads settings that a user wrote.
 *
 * @param value what stands under `ws-close-codes` in the host's settings
 * @throws TypeError that names the wrong key
 */
export function readSettings(value: unknown): Settings {
  if (value === undefined) return defaultSettings;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError(`The setting ${NAME} must be an object.`);
  const before = read.get(value);
  if (before) return before;
  const settings = readObject(value);
  read.set(value, settings);
  return settings;
}

function readObject(value: object): Settings {
  const {
    runtime = "auto",
    typeInformation = "auto",
    sockets = [],
    ...rest
  } = value as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw new TypeError(
      `The setting ${NAME} has no key ${JSON.stringify(unknown)}. Use runtime, typeInformation or sockets.`,
    );
  if (typeof runtime !== "string" || !RUNTIMES.includes(runtime))
    throw new TypeError(wrong("runtime", runtime, `one of ${RUNTIMES.join(", ")}`));
  if (typeInformation !== "auto" && typeInformation !== "off")
    throw new TypeError(wrong("typeInformation", typeInformation, "auto or off"));
  if (!Array.isArray(sockets)) throw new TypeError(wrong("sockets", sockets, "a list"));
  return {
    runtime: runtime as Settings["runtime"],
    typeInformation,
    sockets: sockets.map((one, index) => readLibrary(one, `${NAME}.sockets[${index}]`)),
  };
}

function wrong(key: string, value: unknown, wanted: string): string {
  return `The setting ${NAME}.${key} is ${JSON.stringify(value)}. Use ${wanted}.`;
}
