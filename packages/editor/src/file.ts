import type { Texts } from "ws-close-codes";
import { findSites, type Imports, type Sites, type Syntax } from "ws-close-codes-analysis";
import type { Options } from "./options.ts";

/** What a host shows of one file. Whatever is a question here is asked when it is needed. */
export interface Source {
  readonly syntax: Syntax;
  /** Its import statements, and `require` at its top level. */
  imports(): Imports;
  /** The modules that it imports or requires anywhere, as it writes them. */
  importedModules(): readonly string[];
  /** The modules of packages that its program holds files of, such as `graphql-ws/dist/common.d.ts`. */
  packageModules(): readonly string[];
  /** Whether it may import a module: its nearest package.json lists it. */
  isInstalled(module: string): boolean;
}

/** A file, seen by the analysis, for a reader. */
export interface AnalysedFile extends Source {
  readonly sites: Sites;
  readonly options: Options;
  readonly texts: Texts;
}

/** A host asks for it when a file is first looked at, and keeps it while nothing changes. */
export function analyse(source: Source, options: Options, texts: Texts): AnalysedFile {
  return { ...source, sites: findSites(source.syntax, options), options, texts };
}
