import { workspace } from "vscode";
import manifest from "../package.json" with { type: "json" };

/** The section of our settings. */
export const SECTION = "wsCloseCodes";

/** Those of our settings that are options of the plugin and of the language server alike. */
const OPTIONS = Object.keys(manifest.contributes.configuration.properties)
  .filter((setting) => setting !== `${SECTION}.trace.server`)
  .map((setting) => setting.slice(SECTION.length + 1));

/** Options by name, for the plugin or for the language server. */
export type Options = Readonly<Record<string, unknown>>;

/**
 * The settings that the user has made. The defaults are left out: they would come on top of what
 * the project's tsconfig.json says.
 */
export function settingsMade(): Options {
  const settings = workspace.getConfiguration(SECTION);
  const made = OPTIONS.map((name): [string, unknown] => {
    const { workspaceValue, globalValue } = settings.inspect(name) ?? {};
    return [name, workspaceValue ?? globalValue];
  });
  const isDefault = ([name, value]: [string, unknown]): boolean =>
    value === undefined || (name === "locale" && value === "auto");
  return Object.fromEntries(made.filter((each) => !isDefault(each)));
}
