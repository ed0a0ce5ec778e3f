import type { Rule, SourceCode } from "eslint";
import {
  findSites,
  mayHoldSites,
  readSettings,
  type Settings,
  type Sites,
} from "ws-close-codes-analysis";
import { estreeSyntax } from "./estree-syntax.ts";

/** A file that may hold sites. */
interface Analysed {
  /** To be asked from within a listener. */
  sites(): Sites;
}

/** What every rule that runs on a file shares: one search of its text, and one analysis. */
const known = new WeakMap<
  SourceCode["ast"],
  { readonly file: Analysed | undefined; readonly settings: Settings }
>();

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
  // Only languages with scopes are JavaScript; the typings promise that every language is.
  if (!(sourceCode.scopeManager as unknown)) return {};
  const file = analysed(sourceCode, readSettings(context.settings["ws-close-codes"]));
  if (!file) return {};
  return {
    Program() {
      unharmed(() => {
        visit(file.sites());
      });
    },
  };
}

function analysed(sourceCode: SourceCode, settings: Settings): Analysed | undefined {
  const before = known.get(sourceCode.ast);
  if (before?.settings === settings) return before.file;
  const types = settings.typeInformation === "auto";
  let sites: Sites | undefined;
  const file = mayHoldSites(sourceCode.text, settings)
    ? {
        sites: () => (sites ??= findSites(estreeSyntax(sourceCode, { types }), settings)),
      }
    : undefined;
  known.set(sourceCode.ast, { file, settings });
  return file;
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
