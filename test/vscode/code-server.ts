/** Real VS Code with extensions from VSIX files, served to a browser by code-server. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { programs } from "./install.ts";

export type Settings = Readonly<Record<string, unknown>>;

/** Nothing that moves, asks or calls home. */
const quiet: Settings = {
  "chat.disableAIFeatures": true,
  "editor.minimap.enabled": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "window.autoDetectColorScheme": false,
  "workbench.editor.empty.hint": "hidden",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

export class CodeServer {
  readonly #data = mkdtempSync(join(tmpdir(), "ws-close-codes-vscode-"));
  readonly #trusting: boolean;
  #process: ChildProcess | undefined;
  origin = "";

  /**
   * @param extensions VSIX files
   * @param trusting whether every folder is trusted, without a question
   */
  constructor(extensions: readonly string[], trusting = true) {
    this.#trusting = trusting;
    for (const vsix of extensions) this.#run("--install-extension", vsix);
  }

  /** The folder that code-server's own files are in. */
  get #folders(): readonly string[] {
    return ["--user-data-dir", join(this.#data, "user"), "--extensions-dir", join(this.#data, "x")];
  }

  #run(...args: string[]): void {
    execFileSync(programs.node, [programs.codeServer, ...this.#folders, ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: this.#environment,
    });
  }

  get #environment(): NodeJS.ProcessEnv {
    // Without it code-server writes a configuration into the home folder.
    return { ...process.env, XDG_CONFIG_HOME: join(this.#data, "config") };
  }

  /** The user's settings, for windows that are opened from now on. */
  set(settings: Settings): void {
    const folder = join(this.#data, "user/User");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "settings.json"), JSON.stringify({ ...quiet, ...settings }));
  }

  async start(): Promise<void> {
    const port = await freePort();
    const options = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`];
    const quietly = ["--disable-telemetry", "--disable-update-check"];
    if (this.#trusting) quietly.push("--disable-workspace-trust");
    this.#process = spawn(
      programs.node,
      [programs.codeServer, ...this.#folders, ...options, ...quietly],
      { stdio: "ignore", env: this.#environment },
    );
    this.origin = `http://127.0.0.1:${port}`;
    for (;;) {
      const answer = await fetch(`${this.origin}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      if (this.#process.exitCode !== null) throw new Error("code-server did not start.");
      await after(100);
    }
  }

  /**
   * The page of a folder, or of a file that names several, with a file open in it.
   *
   * @param file a path, or a URI of a scheme of its own
   */
  page(opened: string, file: string): string {
    const host = new URL(this.origin).host;
    const uri = file.startsWith("/") ? `vscode-remote://${host}${file}` : file;
    const kind = opened.endsWith(".code-workspace") ? "workspace" : "folder";
    const payload = encodeURIComponent(JSON.stringify([["openFile", uri]]));
    return `${this.origin}/?${kind}=${opened}&payload=${payload}`;
  }

  /** The command lines of all that this VS Code has started and that still runs. */
  commandLines(): string[] {
    const parents = new Map<number, number>();
    for (const pid of readdirSync("/proc").map(Number).filter(Number.isInteger)) {
      const parent = /^PPid:\s*(\d+)$/mu.exec(readProcess(pid, "status"))?.[1];
      parents.set(pid, Number(parent));
    }
    const isOurs = (pid: number): boolean =>
      pid === this.#process?.pid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
    return [...parents.keys()]
      .filter(isOurs)
      .map((pid) => readProcess(pid, "cmdline").replaceAll("\0", " "));
  }

  async stop(): Promise<void> {
    if (this.#process?.exitCode === null) {
      const exit = once(this.#process, "exit");
      this.#process.kill();
      await exit;
    }
    // The extension host writes a little longer.
    rmSync(this.#data, { recursive: true, force: true, maxRetries: 20 });
  }
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // It has ended.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
