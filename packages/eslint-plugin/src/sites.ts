import type { Rule, SourceCode } from "eslint";
import {
  findSites,
  mayHoldSites,
  readSettings,
  type Site,
  type Sites,
  type Syntax,
} from "ws-close-codes-analysis";
import { estreeSyntax } from "./estree-syntax.ts";

/** What is known of one file, shared by every rule that runs on it. */
export interface FileSites {
  readonly syntax: Syntax;
  readonly sites: Sites;
}

interface Remembered extends FileSites {
  readonly settings: unknown;
}

const files = new WeakMap<SourceCode["ast"], Remembered>();

/**
 * Calls back for every site of the file, in source order. Does nothing in other languages than
 * JavaScript and TypeScript, and costs nothing where the text cannot hold a site.
 *
 * @throws TypeError for a wrong setting, with its key
 */
export function forEachSite(
  context: Rule.RuleContext,
  visit: (site: Site, file: FileSites) => void,
): Rule.RuleListener {
  const { sourceCode } = context;
  // Only languages with scopes are JavaScript; the typings promise that every language is.
  if (!(sourceCode.scopeManager as unknown)) return {};
  const settings = context.settings["ws-close-codes"];
  readSettings(settings);
  if (!mayHoldSites(sourceCode.text)) return {};
  return {
    Program() {
      unharmed(() => {
        const file = analysed(sourceCode, settings);
        for (const site of file.sites.all()) visit(site, file);
      });
    },
  };
}

function analysed(sourceCode: SourceCode, written: unknown): FileSites {
  const known = files.get(sourceCode.ast);
  if (known?.settings === written && known) return known;
  const settings = readSettings(written);
  const syntax = estreeSyntax(sourceCode, { types: settings.typeInformation === "auto" });
  const file = { syntax, sites: findSites(syntax, settings), settings: written };
  files.set(sourceCode.ast, file);
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
    const debug = process.env["WS_CLOSE_CODES_DEBUG"];
    if (debug === "throw") throw error;
    if (debug && !told) console.error("ws-close-codes:", error);
    told = true;
  }
}
