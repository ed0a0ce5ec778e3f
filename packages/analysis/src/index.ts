import { Catalogue } from "./catalogue/catalogue.ts";
import { libraries } from "./catalogue/index.ts";
import { Sites } from "./sites/sites.ts";
import type { Settings } from "./settings.ts";
import type { Syntax } from "./syntax.ts";

export type { Catalogue, CatalogueType } from "./catalogue/catalogue.ts";
export { libraries } from "./catalogue/index.ts";
export type { Library, LibraryType, Runtime, Shape } from "./catalogue/library.ts";
export { checkerTypes } from "./checker-types.ts";
export type { Arm, Static } from "./flow/constants.ts";
export { replaceCode, swapArguments, type TextEdit } from "./edits.ts";
export type { Sites } from "./sites/sites.ts";
export type { Imports, ImportedName, ImportStatement } from "./imports.ts";
export { Naming, type ExportedConstants, type NamedCode, type NamingOptions } from "./naming.ts";
export { quote } from "./quote.ts";
export { isListed } from "./manifest.ts";
export { invalidCodes } from "./reports/invalid.ts";
export { libraryRangeCodes, type LibraryRangeOptions } from "./reports/library-range.ts";
export { sentenceOf, type Message, type Remedy, type Report } from "./reports/report.ts";
export { unexpected, unexpectedCodes } from "./reports/unexpected.ts";
export { unnamedCodes, type UnnamedReport } from "./reports/unnamed.ts";
export { receivedAt, type Received } from "./sites/received.ts";
export { defaultSettings, readSettings, type Settings } from "./settings.ts";
export type { Evidence, Form, Role, Site, Slot } from "./sites/site.ts";
export type * from "./syntax.ts";

const known = new Catalogue(libraries);

/**
 * Finds the sites of one file.
 *
 * @param syntax the host's view of the file
 */
export function findSites(syntax: Syntax, settings: Settings): Sites {
  const catalogue =
    settings.sockets.length === 0 ? known : new Catalogue([...settings.sockets, ...libraries]);
  return new Sites(syntax, catalogue, settings);
}

/** Whether a text can hold a site at all; the cheapest question, asked before any walk. */
export function mayHoldSites(text: string): boolean {
  return /clos|code/i.test(text);
}
