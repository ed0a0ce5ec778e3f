/** The extensions that the tests install, packed. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { root } from "../install.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
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
  // Whoever builds while the tests run takes what is in dist away.
  const vsix = join(mkdtempSync(join(tmpdir(), "ws-close-codes-vsix-")), "ours.vsix");
  cpSync(join(folder, "dist", `ws-close-codes-vscode-${version}.vsix`), vsix);
  return vsix;
}

/** Packs an extension that only the tests have, and says where the VSIX is. */
export async function packForTests(name: "typescript-7" | "memory"): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `ws-close-codes-${name}-`));
  const vsix = join(folder, `${name}.vsix`);
  cpSync(join(here, name, "package.json"), join(folder, "package.json"));
  await build({
    entry: [join(here, name, "extension.ts")],
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
