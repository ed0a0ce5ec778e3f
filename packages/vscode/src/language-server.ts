import {
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
} from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { LANGUAGES } from "./languages.ts";
import { SECTION, type Options } from "./settings.ts";

/** Files, what is not saved yet, and the files of a virtual workspace; no older versions of them. */
function documentSelector(): { scheme: string; language: string }[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(["file", "untitled", ...folders])].flatMap((scheme) =>
    LANGUAGES.map((language) => ({ scheme, language })),
  );
}

/** Our language server, which stands beside that of TypeScript 7. */
export class LanguageServer implements Disposable {
  readonly #module: string;
  readonly #output: LogOutputChannel;
  #client: LanguageClient | undefined;
  /** What the server that runs was started with. */
  #options: string | undefined;

  constructor(context: ExtensionContext) {
    this.#module = context.asAbsolutePath("dist/server.cjs");
    this.#output = window.createOutputChannel("WebSocket Close Codes", { log: true });
  }

  /** Starts the server with these options; one that runs with others is stopped first. */
  async start(options: Options): Promise<void> {
    const wanted = JSON.stringify(options);
    if (wanted === this.#options) return;
    await this.stop();
    this.#client = new LanguageClient(
      SECTION,
      "WebSocket Close Codes",
      { module: this.#module, transport: TransportKind.stdio },
      {
        documentSelector: documentSelector(),
        outputChannel: this.#output,
        // TypeScript 7 answers in this window, whatever version the project has.
        initializationOptions: { ...options, everywhere: true },
      },
    );
    await this.#client.start();
    this.#options = wanted;
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#options = undefined;
    await client?.dispose();
  }

  log(error: unknown): void {
    this.#output.error(error instanceof Error ? error : String(error));
  }

  dispose(): void {
    void this.stop();
    this.#output.dispose();
  }
}
