import type { Rule, SourceCode } from "eslint";
import {
  findSites,
  mayHoldSites,
  readSettings,
  type Settings,
  type Sites,
} from "ws-close-codes-analysis";
import { EstreeSyntax } from "./estree-syntax.ts";

/**
 * What every rule that runs on a file shares: one analysis, held until the next file's, as ESLint
 * holds the file. V8 drops what it has optimised for objects of which none is alive.
 */
let latest:
  | { readonly ast: SourceCode["ast"]; readonly sites: Sites; readonly settings: Settings }
  | undefined;

/** And one search of its text: rules ask for the same file one after the other. */
let searched: { text: string; settings: Settings; mayHold: boolean } | undefined;

/**
 * Calls back with the sites of the file. Does nothing in other languages than
 * JavaScript and TypeScript, and costs nothing where the text cannot hold a site.
 *
 * @throws TypeError for a wrong setting, with its key
 */
export function forFile(
  context: Rule.RuleContext,
  visit: (sites: Sites) => void,
): Rule.RuleListener {
  const { sourceCode } = context;
  const settings = readSettings(context.settings["ws-close-codes"]);
  if (!mayHold(sourceCode.text, settings)) return {};
  // Only languages with scopes are JavaScript; the typings promise that every language is.
  if (!(sourceCode.scopeManager as unknown)) return {};
  return {
    Program() {
      unharmed(() => {
        visit(sitesOf(sourceCode, settings));
      });
    },
  };
}

function mayHold(text: string, settings: Settings): boolean {
  if (searched?.text !== text || searched.settings !== settings)
    searched = { text, settings, mayHold: mayHoldSites(text, settings) };
  return searched.mayHold;
}

/** To be asked from within a listener. */
function sitesOf(sourceCode: SourceCode, settings: Settings): Sites {
  const { ast } = sourceCode;
  if (latest?.ast === ast && latest.settings === settings) return latest.sites;
  const types = settings.typeInformation === "auto";
  const sites = findSites(new EstreeSyntax(sourceCode, { types }), settings);
  latest = { ast, sites, settings };
  return sites;
}

let told = false;

/**
 * A fault of ours must not fail a lint run. The environment variable `WS_CLOSE_CODES_DEBUG` prints
 * the first one; set to `throw`, it lets all through.
 */
function unharmed(work: () => void): void {
  try {
    work();
  } catch (error) {
    const debug = process.env.WS_CLOSE_CODES_DEBUG;
    if (debug === "throw") throw error;
    if (debug && !told) console.error("ws-close-codes:", error);
    told = true;
  }
}
