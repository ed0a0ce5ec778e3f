import type ts from "typescript";
import type { Texts } from "ws-close-codes";
import { mayHoldSites } from "ws-close-codes-analysis";
import {
  analyse,
  mayImport,
  type AnalysedFile,
  type FileReader,
  type Options,
} from "ws-close-codes-editor";
import {
  importedModules,
  importsOf,
  packageModules,
  programSyntax,
} from "ws-close-codes-typescript-syntax";

/** A file of a project. */
export interface ProjectFile extends AnalysedFile {
  readonly sourceFile: ts.SourceFile;
}

type Files = WeakMap<ts.SourceFile, ProjectFile | undefined>;

/** The files of a project, each remembered as long as its program stays the same. */
export class Analysis {
  readonly typescript: typeof ts;
  readonly options: Options;
  readonly #texts: Texts;
  readonly #service: ts.LanguageService;
  readonly #host: FileReader;
  readonly #programs = new WeakMap<ts.Program, Files>();

  constructor(
    typescript: typeof ts,
    service: ts.LanguageService,
    host: FileReader,
    options: Options,
    texts: Texts,
  ) {
    this.typescript = typescript;
    this.options = options;
    this.#texts = texts;
    this.#service = service;
    this.#host = host;
  }

  /** A file of the project; nothing for one that cannot hold a site. */
  file(fileName: string): ProjectFile | undefined {
    const program = this.#service.getProgram();
    const sourceFile = program?.getSourceFile(fileName);
    if (!program || !sourceFile) return undefined;
    const files: Files = this.#programs.get(program) ?? new WeakMap();
    this.#programs.set(program, files);
    if (!files.has(sourceFile)) files.set(sourceFile, this.#analyse(program, sourceFile));
    return files.get(sourceFile);
  }

  #analyse(program: ts.Program, sourceFile: ts.SourceFile): ProjectFile | undefined {
    if (!mayHoldSites(sourceFile.text, this.options)) return undefined;
    const { typescript } = this;
    const source = {
      syntax: programSyntax(typescript, sourceFile, program, {
        types: this.options.typeInformation === "auto",
      }),
      imports: () => importsOf(typescript, sourceFile),
      importedModules: () => importedModules(typescript, sourceFile),
      packageModules: () => packageModules(program.getSourceFiles().map((file) => file.fileName)),
      isInstalled: (module: string) => mayImport(module, sourceFile.fileName, this.#host),
    };
    return { ...analyse(source, this.options, this.#texts), sourceFile };
  }
}
