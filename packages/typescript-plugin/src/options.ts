import type { Locale } from "ws-close-codes";
import { defaultSettings, type Settings } from "ws-close-codes-analysis";
import { locales } from "./locale.ts";

/** What a user may write beside the plugin's `name` in tsconfig.json. */
export interface Options {
  /** The language of all texts; without it, the editor's. */
  readonly locale: Locale | undefined;
  /** Where the program runs; `auto` looks at the file and its types. */
  readonly runtime: Settings["runtime"];
  /** `off` leaves types alone. */
  readonly typeInformation: Settings["typeInformation"];
}

const defaults: Options = {
  locale: undefined,
  runtime: defaultSettings.runtime,
  typeInformation: defaultSettings.typeInformation,
};

/** The values that an option takes. */
const values: { readonly [Name in keyof Options]: readonly Exclude<Options[Name], undefined>[] } = {
  locale: locales,
  runtime: ["auto", "browser", "node", "bun", "deno", "workers"],
  typeInformation: ["auto", "off"],
};

/** Keys that tsserver itself puts there. */
const ownedByTypeScript: ReadonlySet<string> = new Set(["name", "global"]);

/**
 * Reads the options of the plugin. What cannot be understood is ignored.
 *
 * @param entry the plugin's entry in tsconfig.json, or what an editor sends
 * @param complain is told of everything that is ignored, in a sentence
 */
export function readOptions(entry: unknown, complain: (problem: string) => void): Options {
  const options: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(entry ?? {})) {
    if (ownedByTypeScript.has(name) || value === undefined) continue;
    const allowed = Object.hasOwn(values, name) ? values[name as keyof Options] : undefined;
    if (allowed === undefined)
      complain(`There is no option \`${name}\`. Use ${Object.keys(values).join(", ")}.`);
    else if (allowed.includes(value as never)) options[name] = value;
    else
      complain(
        `The option \`${name}\` is ${JSON.stringify(value)}, which is ignored. Use ${allowed.join(", ")}.`,
      );
  }
  return options as unknown as Options;
}
