import { RUNTIMES, type Library, type Runtime } from "./catalogue/library.ts";
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

const CHOICES: readonly string[] = ["auto", ...RUNTIMES];

/** A host hands over the same object for every file of a project. */
const read = new WeakMap<object, Settings>();

const NAME = "`ws-close-codes`";

/**
 * Reads settings that a user wrote.
 *
 * @param value what stands under `ws-close-codes` in the host's settings
 * @param prefix what a user of this host writes before a key
 * @throws TypeError that names the wrong key
 */
export function readSettings(value: unknown, prefix = `${NAME}.`): Settings {
  if (value === undefined) return defaultSettings;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError(`The setting ${NAME} must be an object.`);
  const before = read.get(value);
  if (before) return before;
  const settings = readObject(value, prefix);
  read.set(value, settings);
  return settings;
}

function readObject(value: object, prefix: string): Settings {
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
  if (typeof runtime !== "string" || !CHOICES.includes(runtime))
    throw wrong(`${prefix}runtime`, runtime, `one of ${CHOICES.join(", ")}`);
  if (typeInformation !== "auto" && typeInformation !== "off")
    throw wrong(`${prefix}typeInformation`, typeInformation, "auto or off");
  if (!Array.isArray(sockets)) throw wrong(`${prefix}sockets`, sockets, "a list");
  return {
    runtime: runtime as Settings["runtime"],
    typeInformation,
    sockets: sockets.map((one, index) => readLibrary(one, `${prefix}sockets[${index}]`)),
  };
}

function wrong(path: string, value: unknown, wanted: string): TypeError {
  return new TypeError(`The setting ${path} is ${JSON.stringify(value)}. Use ${wanted}.`);
}
