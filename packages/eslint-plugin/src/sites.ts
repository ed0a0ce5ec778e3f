import type { Rule, SourceCode } from "eslint";
import {
  findSites,
  mayHoldSites,
  readSettings,
  type Settings,
  type Sites,
} from "ws-close-codes-analysis";
import { EstreeSyntax, knowsTypes } from "./estree-syntax.ts";

/**
 * What every rule that runs on a file shares: one analysis, held until the next file's, as ESLint
 * holds the file. V8 drops what it has optimised for objects of which none is alive.
 */
let latest:
  | { readonly ast: SourceCode["ast"]; readonly sites: Sites; readonly settings: Settings }
  | undefined;

/** Whether a text can hold what a rule looks for. */
export type Search = typeof mayHoldSites;

/** And one search of its text: rules ask for the same file one after the other. */
let searched:
  | {
      readonly sourceCode: SourceCode;
      readonly search: Search;
      readonly settings: Settings;
      readonly mayHold: boolean;
    }
  | undefined;

/**
 * Calls `visit` with the sites of the file. Does nothing in other languages than
 * JavaScript and TypeScript, and costs nothing where the text cannot hold one.
 *
 * @param search - `mayHoldCodes` for who looks for sites with a code only
 * @throws TypeError for a wrong setting, with its key
 */
export function forFile(
  context: Rule.RuleContext,
  visit: Visit,
  search: Search = mayHoldSites,
): Rule.RuleListener {
  if (!mayHold(context, search)) return {};
  // No closure: V8 would compile it, and all that it calls, anew for every few files.
  return { Program: visitUnharmed.bind(undefined, context, visit) };
}

/** What a rule does with the sites of a file. */
type Visit = (sites: Sites, context: Rule.RuleContext) => void;

/**
 * Whether a file may hold what a rule looks for. To be asked before anything is made for the file:
 * most hold nothing, and every rule is asked about each.
 *
 * @throws TypeError for a wrong setting, with its key
 */
export function mayHold(context: Rule.RuleContext, search: Search): boolean {
  const { sourceCode } = context;
  const settings = settingsOf(context);
  if (
    searched?.sourceCode !== sourceCode ||
    searched.search !== search ||
    searched.settings !== settings
  )
    searched = { sourceCode, search, settings, mayHold: finds(search, sourceCode, settings) };
  return searched.mayHold;
}

function finds(search: Search, sourceCode: SourceCode, settings: Settings): boolean {
  // Only languages with scopes are JavaScript; the typings promise that every language is.
  if (!(sourceCode.scopeManager as unknown)) return false;
  return search(sourceCode.text, settings, mayAskTypes(sourceCode, settings));
}

function settingsOf({ settings }: Rule.RuleContext): Settings {
  return readSettings(settings["ws-close-codes"]);
}

function mayAskTypes(sourceCode: SourceCode, { typeInformation }: Settings): boolean {
  return typeInformation === "auto" && knowsTypes(sourceCode);
}

/** To be asked from within a listener. */
function sitesOf(context: Rule.RuleContext): Sites {
  const { sourceCode } = context;
  const settings = settingsOf(context);
  const { ast } = sourceCode;
  if (latest?.ast === ast && latest.settings === settings) return latest.sites;
  const types = mayAskTypes(sourceCode, settings);
  const sites = findSites(new EstreeSyntax(sourceCode, { types }), settings);
  latest = { ast, sites, settings };
  return sites;
}

let told = false;

/**
 * A fault of ours must not fail a lint run. The environment variable `WS_CLOSE_CODES_DEBUG` prints
 * the first one; set to `throw`, it lets all through.
 */
function visitUnharmed(context: Rule.RuleContext, visit: Visit): void {
  try {
    visit(sitesOf(context), context);
  } catch (error) {
    const debug = process.env.WS_CLOSE_CODES_DEBUG;
    if (debug === "throw") throw error;
    if (debug && !told) console.error("ws-close-codes:", error);
    told = true;
  }
}
