/** A user's project: installed from the registry, with our packed tarballs beside. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { ESLint } from "eslint";
import { pack } from "../packed/pack.ts";

const run = promisify(execFile);
const OURS = ["ws-close-codes", "eslint-plugin-ws-close-codes"];

/** What a program has printed, and how it left. */
interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export class FreshProject {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * @param specs what is installed beside our packages, as npm takes it: "eslint@9.0.0"
   * @throws {Error} with npm's own words when the installation fails
   */
  static async create(...specs: readonly string[]): Promise<FreshProject> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-host-")));
    const project = new FreshProject(folder);
    await project.write({ "package.json": '{ "private": true, "type": "module" }' });
    const tarballs = await Promise.all(OURS.map((name) => pack(name, folder)));
    const ours = tarballs.map(({ tarball }) => tarball);
    const args = ["install", "--no-audit", "--no-fund", ...specs, ...ours];
    await run("npm", args, { cwd: folder, shell: process.platform === "win32" });
    return project;
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(this.path(name)), { recursive: true });
      await writeFile(this.path(name), text);
    }
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), "utf8");
  }

  /** Runs a script of an installed package; a program that finds problems leaves with 1. */
  async node(
    script: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Outcome> {
    const options = {
      cwd: this.folder,
      // A fault of ours is silent for users and must not be for tests.
      env: { ...process.env, WS_CLOSE_CODES_DEBUG: "throw", ...env },
      maxBuffer: 2 ** 26,
    };
    const bin = this.path(join("node_modules", script));
    return run(process.execPath, [bin, ...args], options).then(
      (outcome) => ({ ...outcome, code: 0 }),
      (error: unknown) => error as Outcome,
    );
  }

  /** ESLint's own command line, with its flat configuration. */
  eslint(...args: readonly string[]): Promise<Outcome> {
    return this.node("eslint/bin/eslint.js", args, { ESLINT_USE_FLAT_CONFIG: "true" });
  }

  /** @throws {Error} with what ESLint printed, if it could not lint */
  async lint(...args: readonly string[]): Promise<readonly ESLint.LintResult[]> {
    const { stdout, stderr } = await this.eslint("--format", "json", ...args);
    if (!stdout.startsWith("[")) throw new Error(stdout + stderr);
    return JSON.parse(stdout) as ESLint.LintResult[];
  }

  /** What ESLint reports in one file, as `line:column rule`. */
  async reports(file: string, ...args: readonly string[]): Promise<readonly string[]> {
    const results = await this.lint(file, ...args);
    return results.flatMap(({ messages }) =>
      messages.map(
        ({ line, column, ruleId, message }) =>
          `${line}:${column} ${ruleId?.replace("ws-close-codes/", "") ?? message}`,
      ),
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
