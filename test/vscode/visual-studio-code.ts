/** A window of VS Code with a project in it, for one test after the other. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { CodeServer, type Settings } from "./code-server.ts";
import { here, programs } from "./install.ts";

/** The file that the project is about. */
export const FILE = "src/chat.ts";

/** What switches TypeScript 7 on. */
export const USE_TYPESCRIPT_7 = { "js/ts.experimental.useTsgo": true } as const;

/** VS Code and the browser that shows it. */
export class VisualStudioCode {
  readonly server: CodeServer;
  readonly #browser: Browser;
  readonly #folders: string[] = [];

  private constructor(server: CodeServer, browser: Browser) {
    this.server = server;
    this.#browser = browser;
  }

  /**
   * Starts it.
   *
   * @param extensions VSIX files
   * @param settings those of the user
   */
  static async start(
    extensions: readonly string[],
    settings: Settings = {},
    { trusting = true } = {},
  ): Promise<VisualStudioCode> {
    const server = new CodeServer(extensions, trusting);
    server.set(settings);
    const options = { executablePath: programs.chromium, args: ["--no-sandbox"] };
    const [browser] = await Promise.all([chromium.launch(options), server.start()]);
    return new VisualStudioCode(server, browser);
  }

  /** A folder of its own, gone at the end. */
  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), "ws-close-codes-project-"));
    this.#folders.push(folder);
    return folder;
  }

  /** A copy of the project, with a TypeScript of its own. */
  project(typescript: string, folder = this.folder()): string {
    cpSync(join(here, "project"), folder, { recursive: true });
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(typescript, join(folder, "node_modules/typescript"), "dir");
    return folder;
  }

  /** Opens a window on a folder, or on a file that names several, with a file shown. */
  async open(opened: string, file: string): Promise<Page> {
    const page = await this.#browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.goto(this.server.page(opened, file));
    await page.locator(".monaco-editor .view-line").first().waitFor();
    return page;
  }

  /** How many processes run with a script; code-server's own are among them. */
  running(script: string): number {
    return this.server.commandLines().filter((line) => line.includes(script)).length;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.server.stop();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}
