import { Catalogue } from "./catalogue/catalogue.ts";
import { libraries } from "./catalogue/index.ts";
import type { SiteWords } from "./sites/file.ts";
import { Sites } from "./sites/sites.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { TextGate } from "./text/gate.ts";
import { siteWords, suggestedSiteWords, typedSiteWords } from "./text/site-words.ts";
import type { Library } from "./catalogue/library.ts";
import type { Syntax } from "./syntax.ts";

export type { Catalogue, CatalogueType } from "./catalogue/catalogue.ts";
export { libraries } from "./catalogue/index.ts";
export type { Library, LibraryType, Runtime, Shape } from "./catalogue/library.ts";
export type { Arm, Static } from "./flow/constants.ts";
export { replaceCode, swapArguments, type TextEdit } from "./edits.ts";
export type { Sites } from "./sites/sites.ts";
export type { Imports, ImportedName, ImportStatement } from "./imports.ts";
export { Naming, type ExportedConstants, type NamedCode, type NamingOptions } from "./naming.ts";
export { quote, written } from "./quote.ts";
export { isListed } from "./manifest.ts";
export { forwardedCodes } from "./reports/forwarded.ts";
export { initCloseEvents } from "./reports/init-close-event.ts";
export { invalidCodes } from "./reports/invalid.ts";
export { libraryRangeCodes, type LibraryRangeOptions } from "./reports/library-range.ts";
export { misnamedCodes } from "./reports/misnamed.ts";
export { invalidReasons, type ReasonOptions } from "./reports/reason.ts";
export {
  distinctReports,
  sentenceOf,
  type Message,
  type Remedy,
  type Report,
} from "./reports/report.ts";
export { missingCodes } from "./reports/without-code.ts";
export { unexpected, unexpectedCodes } from "./reports/unexpected.ts";
export { unnamedCodes } from "./reports/unnamed.ts";
export { codeAt, entryNamedAt } from "./sites/code-at.ts";
export { receivedAt, type Received } from "./sites/received.ts";
export { defaultSettings, readSettings, type Settings } from "./settings.ts";
export type { Evidence, Form, Role, Site, Slot } from "./sites/site.ts";
export type * from "./syntax.ts";

/** What is known of some libraries; each part is made when a file first asks for it. */
class Knowledge {
  readonly #libraries: readonly Library[];
  #gate: TextGate | undefined;
  #catalogue: Catalogue | undefined;
  #words: SiteWords | undefined;

  constructor(all: readonly Library[]) {
    this.#libraries = all;
  }

  get gate(): TextGate {
    return (this.#gate ??= new TextGate(this.#libraries));
  }

  get catalogue(): Catalogue {
    return (this.#catalogue ??= new Catalogue(this.#libraries));
  }

  get words(): SiteWords {
    return (this.#words ??= {
      sites: siteWords(this.catalogue),
      suggestedSites: suggestedSiteWords(),
      typedSites: typedSiteWords(this.catalogue),
      gate: this.gate,
    });
  }
}

const known = new Knowledge(libraries);
/** By the list of the user's own sockets: a host reads its settings once and hands on the same. */
const extended = new WeakMap<readonly Library[], Knowledge>();

function knowledgeOf({ sockets }: Settings): Knowledge {
  if (sockets.length === 0) return known;
  let own = extended.get(sockets);
  if (!own) {
    own = new Knowledge([...sockets, ...libraries]);
    extended.set(sockets, own);
  }
  return own;
}

/**
 * Finds the sites of one file.
 *
 * @param syntax the host's view of the file
 */
export function findSites(syntax: Syntax, settings: Settings): Sites {
  const { catalogue, words } = knowledgeOf(settings);
  return new Sites(syntax, catalogue, words, settings);
}

/**
 * Whether a text can hold a site at all; the cheapest question, asked before any walk.
 *
 * @param hasTypes - whether a checker may prove what the text does not
 */
export function mayHoldSites(
  text: string,
  settings: Settings = defaultSettings,
  hasTypes = true,
): boolean {
  return knowledgeOf(settings).gate.lets(text, hasTypes);
}

/** As {@link mayHoldSites}, for sites with a code. */
export function mayHoldCodes(
  text: string,
  settings: Settings = defaultSettings,
  hasTypes = true,
): boolean {
  return knowledgeOf(settings).gate.letsCodes(text, hasTypes);
}
