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

/**
 * And one search of its text: rules ask for the same file one after the other. By the text, for
 * Oxlint hands over one `SourceCode` for all files.
 */
let searched:
  | {
      readonly search: Search;
      readonly text: string;
      readonly settings: Settings;
      readonly hasTypes: boolean;
      readonly mayHold: boolean;
    }
  | undefined;

/**
 * Calls `visit` with the sites of the file. Does nothing in other languages than
 * JavaScript and TypeScript, and costs nothing where the text cannot hold one.
 *
 * @param search - `mayHoldCodes` for a rule that looks for codes only
 * @throws TypeError for a wrong setting, with its key
 */
export function forFile(
  context: Rule.RuleContext,
  visit: Visit,
  search: Search = mayHoldSites,
): Rule.RuleListener {
  const { sourceCode } = context;
  const settings = readSettings(context.settings["ws-close-codes"]);
  // Only languages with scopes are JavaScript; the typings promise that every language is.
  if (!(sourceCode.scopeManager as unknown) || !mayHold(sourceCode, settings, search)) return {};
  // No closure: V8 would compile it, and all that it calls, anew for every few files.
  return { Program: visitUnharmed.bind(undefined, context, settings, visit) };
}

/** What a rule does with the sites of a file. */
type Visit = (sites: Sites, context: Rule.RuleContext) => void;

function mayHold(sourceCode: SourceCode, settings: Settings, search: Search): boolean {
  const { text } = sourceCode;
  const hasTypes = mayAskTypes(sourceCode, settings);
  if (
    searched?.text !== text ||
    searched.search !== search ||
    searched.settings !== settings ||
    searched.hasTypes !== hasTypes
  )
    searched = { search, text, settings, hasTypes, mayHold: search(text, settings, hasTypes) };
  return searched.mayHold;
}

function mayAskTypes(sourceCode: SourceCode, { typeInformation }: Settings): boolean {
  return typeInformation === "auto" && knowsTypes(sourceCode);
}

/** To be asked from within a listener. */
function sitesOf(sourceCode: SourceCode, settings: Settings): Sites {
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
function visitUnharmed(context: Rule.RuleContext, settings: Settings, visit: Visit): void {
  try {
    visit(sitesOf(context.sourceCode, settings), context);
  } catch (error) {
    const debug = process.env.WS_CLOSE_CODES_DEBUG;
    if (debug === "throw") throw error;
    if (debug && !told) console.error("ws-close-codes:", error);
    told = true;
  }
}
