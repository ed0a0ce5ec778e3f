/** The extensions that the tests install, packed. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsdown";
import { here, root } from "./install.ts";

const VSCE = "@vscode/vsce@3.9.2";

/** Builds and packs our extension as it is published, and says where the VSIX is. */
export function packExtension(): string {
  const folder = join(root, "packages/vscode");
  for (const name of ["close-codes", "typescript-plugin", "language-server", "vscode"])
    run(join(root, "packages", name), "npm", "run", "build");
  run(folder, "npm", "run", "package");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  return join(folder, "dist", `ws-close-codes-vscode-${version}.vsix`);
}

/** Packs what stands in for the TypeScript 7 extension, and says where the VSIX is. */
export async function packStandIn(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "ws-close-codes-stand-in-"));
  const vsix = join(folder, "stand-in.vsix");
  cpSync(join(here, "stand-in/package.json"), join(folder, "package.json"));
  await build({
    entry: [join(here, "stand-in/extension.ts")],
    outDir: join(folder, "dist"),
    config: false,
    format: "cjs",
    platform: "node",
    deps: { neverBundle: ["vscode"], alwaysBundle: [/./u], onlyBundle: false },
    logLevel: "error",
  });
  const options = ["--allow-missing-repository", "--skip-license", "--out", vsix];
  run(folder, "npx", "--yes", VSCE, "package", ...options);
  return vsix;
}

function run(cwd: string, program: string, ...args: string[]): void {
  execFileSync(program, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
