import { existsSync, readFileSync } from "node:fs";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Texts } from "ws-close-codes";
import { mayHoldSites, type Types } from "ws-close-codes-analysis";
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
  typescriptSyntax,
} from "ws-close-codes-typescript-syntax";
import * as parser from "./parser.ts";
import { TypeScriptApi } from "./typescript-api.ts";
import {
  hasTsserver,
  typescriptIn,
  typescriptOf,
  type TypeScriptPackage,
} from "./typescript-package.ts";

/** What an editor may say of the projects that it opens, when it starts the server. */
export interface Surroundings {
  /** Answer too where the project's TypeScript has a tsserver, whose plugin would answer. */
  readonly everywhere: boolean;
  /** The folder of a TypeScript 7 for files whose project has none. */
  readonly typescript: string | undefined;
}

/** The texts of the editor. */
export interface Documents {
  get(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
}

/** How long TypeScript is kept that nobody asks, in milliseconds. */
const IDLE = 5 * 60_000;

/** Without JSDoc, which nobody asks for: its parser may not come to the end of an unfinished comment. */
const parsing = {
  languageVersion: parser.ScriptTarget.Latest,
  jsDocParsingMode: parser.JSDocParsingMode.ParseNone,
};

const { JS, JSX, TS, TSX } = parser.ScriptKind;

/** How a text is read, by the end of its file's name as TypeScript does: editors differ in languages. */
const endings: Readonly<Record<string, parser.ScriptKind>> = {
  ...{ ".js": JS, ".mjs": JS, ".cjs": JS, ".jsx": JSX },
  ...{ ".ts": TS, ".mts": TS, ".cts": TS, ".tsx": TSX },
};

/** How a text is read that has no such name, as one that was never saved. */
const languages: Readonly<Record<string, parser.ScriptKind>> = {
  javascript: JS,
  javascriptreact: JSX,
  typescript: TS,
  typescriptreact: TSX,
};

/** A TypeScript 7 is needed that does not run; thrown through the analysis, which is done again. */
class TypesWanted extends Error {
  readonly from: TypeScriptPackage;

  constructor(from: TypeScriptPackage) {
    super("Types are wanted.");
    this.from = from;
  }
}

/** The files that are open in the editor, seen by the analysis. */
export class Files {
  options: Options;
  texts: Texts;
  readonly #surroundings: Surroundings;
  readonly #documents: Documents;
  readonly #log: (message: string) => void;
  readonly #analysed = new Map<string, AnalysedFile | undefined>();
  readonly #starting = new Map<string, Promise<TypeScriptApi | undefined>>();
  /** By the folder of its package; nothing where it cannot be asked. */
  readonly #started = new Map<string, TypeScriptApi | undefined>();
  readonly #told = new Set<string>();
  #idle: NodeJS.Timeout | undefined;

  constructor(
    options: Options,
    texts: Texts,
    surroundings: Surroundings,
    documents: Documents,
    log: (message: string) => void,
  ) {
    this.options = options;
    this.texts = texts;
    this.#surroundings = surroundings;
    this.#documents = documents;
    this.#log = log;
  }

  /** Asks something of a file; nothing where it cannot hold a site, or tsserver's plugin answers. */
  async ask<Answer>(
    uri: string,
    question: (file: AnalysedFile, document: TextDocument) => Answer,
  ): Promise<Answer | undefined> {
    const document = this.#documents.get(uri);
    for (;;) {
      const file = document && this.#file(document);
      if (!file || this.#documents.get(uri) !== document) return undefined;
      try {
        return question(file, document);
      } catch (error) {
        if (!(error instanceof TypesWanted)) throw error;
        await this.#start(error.from);
        this.#analysed.clear();
      }
    }
  }

  /** Files have other texts, in the editor or on the disk: what is known of any may be wrong. */
  changed(uris: readonly string[]): void {
    this.#analysed.clear();
    for (const api of this.#started.values())
      for (const uri of uris) {
        const path = pathOf(uri);
        if (path !== undefined) api?.changed(path);
      }
  }

  /** Takes other options. */
  configure(options: Options, texts: Texts): void {
    this.options = options;
    this.texts = texts;
    this.#analysed.clear();
  }

  /** Ends every TypeScript that runs. */
  close(): void {
    clearTimeout(this.#idle);
    this.#idle = undefined;
    for (const api of this.#started.values()) api?.close();
    this.#started.clear();
    this.#starting.clear();
    this.#analysed.clear();
  }

  #file(document: TextDocument): AnalysedFile | undefined {
    const { uri } = document;
    if (!this.#analysed.has(uri)) this.#analysed.set(uri, this.#analyse(document));
    return this.#analysed.get(uri);
  }

  #analyse(document: TextDocument): AnalysedFile | undefined {
    const text = document.getText();
    const scriptKind = endings[extname(document.uri)] ?? languages[document.languageId];
    if (scriptKind === undefined || !mayHoldSites(text, this.options)) return undefined;
    const path = pathOf(document.uri);
    const own = path === undefined ? undefined : typescriptOf(dirname(path));
    if (own && hasTsserver(own) && !this.#surroundings.everywhere) {
      this.#explain(own);
      return undefined;
    }
    const types = path === undefined ? undefined : this.#typesOf(path, own);
    const sourceFile = parser.createSourceFile(
      path ?? document.uri,
      text,
      parsing,
      true,
      scriptKind,
    );
    const source = {
      syntax: typescriptSyntax(parser, sourceFile, { types }),
      imports: () => importsOf(parser, sourceFile),
      importedModules: () => importedModules(parser, sourceFile),
      packageModules: () => packageModules(types?.files() ?? []),
      isInstalled: (module: string) => mayImport(module, sourceFile.fileName, disk),
    };
    return analyse(source, this.options, this.texts);
  }

  /** Types that are asked for when they are needed. */
  #typesOf(path: string, own: TypeScriptPackage | undefined): Types | undefined {
    const { typescript } = this.#surroundings;
    const lent = typescript === undefined ? undefined : typescriptIn(typescript);
    const from = [own, lent].find((one) => one?.api);
    if (!from || this.options.typeInformation === "off") return undefined;
    const ask = <Answer>(question: (types: Types) => Answer, otherwise: Answer): Answer => {
      const api = this.#started.get(from.folder);
      if (!api && !this.#started.has(from.folder)) throw new TypesWanted(from);
      this.#keep();
      try {
        const types = api?.typesOf(path);
        return types ? question(types) : otherwise;
      } catch (error) {
        this.#fail(from, error);
        return otherwise;
      }
    };
    return {
      of: (node) => ask((types) => types.of(node), []),
      constant: (node) => ask((types) => types.constant(node), undefined),
      members: (node) => ask((types) => types.members(node), new Map<string, string | number>()),
      parameters: (call) => ask((types) => types.parameters(call), []),
      files: () => ask((types) => types.files(), []),
    };
  }

  /** Whoever waits for it waits for the same one. */
  async #start(from: TypeScriptPackage): Promise<void> {
    const { folder } = from;
    const unsaved = (path: string): string | undefined =>
      this.#documents
        .all()
        .find(({ uri }) => pathOf(uri) === path)
        ?.getText();
    const starting =
      this.#starting.get(folder) ??
      TypeScriptApi.start(from, unsaved).catch((error: unknown) => {
        this.#fail(from, error);
        return undefined;
      });
    this.#starting.set(folder, starting);
    this.#started.set(folder, await starting);
    this.#keep();
  }

  /** Without it, what a file itself shows is still explained. */
  #fail({ folder, version }: TypeScriptPackage, error: unknown): void {
    this.#started.set(folder, undefined);
    this.#log(
      `TypeScript ${version} (${folder}) does not say what types there are: ${String(error)} Only what a file itself shows is explained.`,
    );
  }

  /** It goes when nobody has asked it for a while. */
  #keep(): void {
    this.#idle ??= setTimeout(() => {
      this.close();
    }, IDLE).unref();
    this.#idle.refresh();
  }

  #explain({ folder, version }: TypeScriptPackage): void {
    if (this.#told.has(folder)) return;
    this.#told.add(folder);
    this.#log(
      `The TypeScript of this project is ${version} (${folder}), and its tsserver loads typescript-plugin-ws-close-codes, which shows the same. This server answers where TypeScript is version 7, or where there is none.`,
    );
  }
}

/** A path as TypeScript writes it, with slashes; nothing for what is on no disk. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri).replaceAll("\\", "/") : undefined;
  } catch {
    return undefined;
  }
}

const disk: FileReader = {
  fileExists: existsSync,
  readFile: (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return undefined;
    }
  },
};
