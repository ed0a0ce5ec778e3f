import type ts from "typescript";
import { findSites, mayHoldSites, type Sites, type Syntax } from "ws-close-codes-analysis";
import type { Options } from "./options.ts";
import type { FileReader } from "./packages.ts";
import { typescriptSyntax } from "./typescript-syntax.ts";

/** A source file, seen by the analysis. */
export interface AnalysedFile {
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
  readonly syntax: Syntax;
  readonly sites: Sites;
}

type Files = WeakMap<ts.SourceFile, AnalysedFile | undefined>;

/** The sites of a project's files, remembered as long as its program stays the same. */
export class Analysis {
  readonly typescript: typeof ts;
  readonly host: FileReader;
  readonly options: Options;
  readonly #service: ts.LanguageService;
  readonly #programs = new WeakMap<ts.Program, Files>();

  constructor(
    typescript: typeof ts,
    service: ts.LanguageService,
    host: FileReader,
    options: Options,
  ) {
    this.typescript = typescript;
    this.host = host;
    this.options = options;
    this.#service = service;
  }

  /** A file of the project; nothing for one that cannot hold a site. */
  file(fileName: string): AnalysedFile | undefined {
    const program = this.#service.getProgram();
    const sourceFile = program?.getSourceFile(fileName);
    if (!program || !sourceFile) return undefined;
    const files: Files = this.#programs.get(program) ?? new WeakMap();
    this.#programs.set(program, files);
    if (!files.has(sourceFile)) files.set(sourceFile, this.#analyse(program, sourceFile));
    return files.get(sourceFile);
  }

  #analyse(program: ts.Program, sourceFile: ts.SourceFile): AnalysedFile | undefined {
    if (!mayHoldSites(sourceFile.text, this.options)) return undefined;
    const syntax = typescriptSyntax(this.typescript, sourceFile, program, {
      types: this.options.typeInformation === "auto",
    });
    const sites = findSites(syntax, this.options);
    return { program, sourceFile, syntax, sites };
  }
}
