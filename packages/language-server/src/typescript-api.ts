import { pathToFileURL } from "node:url";
import type { Types } from "ws-close-codes-analysis";
import { apiTypes, type ApiEnums, type ApiProject } from "ws-close-codes-typescript-syntax";
import * as parser from "./parser.ts";
import type { TypeScriptPackage } from "./typescript-package.ts";

/** What is asked of the API, in either version; see `api-types.ts` for the rest. */
interface Snapshot {
  getDefaultProjectForFile(file: string): (ApiProject & { configFileName?: string }) | undefined;
  dispose(): void;
  /** From 7.1 on. */
  update?(changes: object): Snapshot;
}

interface Api {
  /** Up to 7.0. */
  updateSnapshot?(changes: object): Snapshot;
  /** From 7.1 on. */
  createSnapshot?(changes: object): Snapshot;
  close(): void;
}

type ApiModule = Pick<ApiEnums, "SymbolFlags"> & {
  readonly API: new (options: { cwd: string; fs: object }) => Api;
};

/** The types of the projects around some files, from a TypeScript 7 of its own process. */
export class TypeScriptApi {
  readonly #api: Api;
  readonly #enums: ApiEnums;
  /** A snapshot is kept until there is the next: without one, 7.0 forgets what was open. */
  #snapshot: Snapshot | undefined;
  readonly #open = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #projects = new Set<string>();
  readonly #types = new Map<string, Types | undefined>();

  private constructor(api: Api, enums: ApiEnums) {
    this.#api = api;
    this.#enums = enums;
  }

  /**
   * Starts it; that takes some hundred milliseconds.
   *
   * @param unsaved the text of a file that is open in the editor
   * @throws whatever the API throws where it cannot be used
   */
  static async start(
    { folder, api }: TypeScriptPackage,
    unsaved: (file: string) => string | undefined,
  ): Promise<TypeScriptApi | undefined> {
    if (!api) return undefined;
    const load = (path: string): Promise<unknown> => import(pathToFileURL(path).href);
    const [sync, ast, fs] = (await Promise.all([api.sync, api.ast, api.fs].map(load))) as [
      ApiModule,
      Pick<ApiEnums, "SyntaxKind">,
      { readonly serverFS?: { readonly useOS: unknown } },
    ];
    const enums = { SyntaxKind: ast.SyntaxKind, SymbolFlags: sync.SymbolFlags };
    const process = new sync.API({ cwd: folder, fs: fileSystem(unsaved, fs.serverFS?.useOS) });
    return new TypeScriptApi(process, enums);
  }

  /** A file has another text, in the editor or on the disk. */
  changed(file: string): void {
    this.#changed.add(file);
  }

  /** The types of a file that has the text of now; nothing where no project takes it. */
  typesOf(file: string): Types | undefined {
    this.#update();
    if (this.#types.has(file)) return this.#types.get(file);
    if (!this.#open.has(file)) {
      this.#step({ openFiles: [file] });
      this.#open.add(file);
    }
    const project = this.#snapshot?.getDefaultProjectForFile(file);
    const types = project && apiTypes(parser, file, project, this.#enums);
    this.#types.set(file, types);
    return types;
  }

  close(): void {
    this.#api.close();
  }

  /** An open file is read once: it is closed, and opened again when it is asked for. */
  #update(): void {
    if (this.#changed.size === 0) return;
    const changed = [...this.#changed];
    const reopened = changed.filter((file) => this.#open.has(file));
    // Their projects stay loaded meanwhile.
    const projects = [...this.#open].flatMap(
      (file) => this.#snapshot?.getDefaultProjectForFile(file)?.configFileName ?? [],
    );
    const openProjects = [...new Set(projects)].filter(
      (one) => one.endsWith(".json") && !this.#projects.has(one),
    );
    this.#changed.clear();
    this.#types.clear();
    if (!this.#snapshot) return;
    const notice = { changed };
    const notices = this.#api.createSnapshot
      ? { fileNotifications: notice }
      : { fileChanges: notice };
    this.#step({ ...notices, closeFiles: reopened, openProjects });
    for (const file of reopened) this.#open.delete(file);
    for (const project of openProjects) this.#projects.add(project);
  }

  #step(changes: object): void {
    const before = this.#snapshot;
    const after =
      before?.update?.(changes) ??
      this.#api.createSnapshot?.(changes) ??
      this.#api.updateSnapshot?.(changes);
    this.#snapshot = after;
    this.#types.clear();
    before?.dispose();
  }
}

/** The disk, with the editor's texts on top. */
function fileSystem(unsaved: (file: string) => string | undefined, useOS: unknown): object {
  const readFile = (file: string): unknown => unsaved(file) ?? useOS;
  if (useOS === undefined) return { readFile };
  // From 7.1 on, each operation has to be named.
  const others = [
    "directoryExists",
    "fileExists",
    "getAccessibleEntries",
    "realpath",
    "stat",
    "writeFile",
    "removeFile",
  ];
  return { ...Object.fromEntries(others.map((name) => [name, useOS])), readFile };
}
