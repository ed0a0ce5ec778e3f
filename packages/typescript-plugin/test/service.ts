import ts from "typescript";
import { plugin } from "../src/plugin.ts";

/** A language service of this process over texts in memory, without lib.d.ts. */
export function serviceOf(files: Readonly<Record<string, string>>): ts.LanguageService {
  return ts.createLanguageService({
    getCompilationSettings: () => ({ noLib: true, target: ts.ScriptTarget.ES2022 }),
    getScriptFileNames: () => Object.keys(files),
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) =>
      files[name] === undefined ? undefined : ts.ScriptSnapshot.fromString(files[name]),
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => "/lib.d.ts",
    fileExists: (name) => name in files,
    readFile: (name) => files[name],
  });
}

/** A project of tsserver, as far as the plugin looks at it. */
export class Project {
  readonly log: string[] = [];
  module: ts.server.PluginModule | undefined;
  service: ts.LanguageService;
  readonly #entry: object;

  /** @param entry what stands beside the plugin's name in tsconfig.json */
  constructor(service: ts.LanguageService, entry: object = {}) {
    this.service = service;
    this.#entry = entry;
  }

  /**
   * Creates the plugin, as tsserver does when it reads tsconfig.json.
   *
   * @param config what tsserver passes to it: the entry, or what an editor has sent before
   */
  load(config: object = this.#entry): ts.LanguageService {
    const name = "typescript-plugin-ws-close-codes";
    this.module = plugin(ts);
    const info = {
      config: { name, ...config },
      languageService: this.service,
      languageServiceHost: {
        fileExists: (path: string) => path === "/package.json",
        readFile: () => '{ "dependencies": { "ws-close-codes": "*" } }',
      },
      project: {
        getCompilerOptions: () => ({ plugins: [{ name, ...this.#entry }] }),
        refreshDiagnostics: () => {},
        projectService: { logger: { info: (line: string) => this.log.push(line) } },
      },
    };
    this.service = this.module.create(info as unknown as ts.server.PluginCreateInfo);
    return this.service;
  }
}

/** The whole text of a quick info. */
export function textOf(info: ts.QuickInfo | undefined): string {
  return [info?.displayParts, info?.documentation]
    .map((parts) => ts.displayPartsToString(parts))
    .join("\n");
}
