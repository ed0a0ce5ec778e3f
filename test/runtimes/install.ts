/**
 * Installs what is measured but not depended on: each package alone, at a pinned version, in a folder
 * of the system's temporary directory.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where everything that is not committed goes. */
export const scratch = join(tmpdir(), "ws-close-codes-runtimes");

/**
 * Installs packages, unless they were installed before, and says where.
 *
 * @param specs name and exact version: "websocket@1.0.35"; the first names the folder
 * @throws {Error} with npm's own words when the installation fails
 */
export async function install(...specs: string[]): Promise<string> {
  const folder = join(scratch, (specs[0] ?? "").replaceAll("/", "+"));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, "package.json"), '{ "private": true }');
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  await promisify(execFile)(npm, ["install", "--no-audit", "--no-fund", ...specs], {
    cwd: unfinished,
  });
  await rename(unfinished, folder);
  return folder;
}

/** Installs packages and requires the first; `require` gives the others. */
export async function load(
  ...specs: string[]
): Promise<{ module: unknown; version: string; require: NodeJS.Require }> {
  const folder = await install(...specs);
  const require = createRequire(join(folder, "index.js"));
  const [, name = "", version = ""] = /^(.+)@(.+)$/.exec(specs[0] ?? "") ?? [];
  return {
    get module() {
      return require(name) as unknown;
    },
    version,
    require,
  };
}

/** Installs a package and gives the path of the program it brings. */
export async function installProgram(spec: string, program: string): Promise<string> {
  return join(await install(spec), "node_modules", ".bin", program);
}
