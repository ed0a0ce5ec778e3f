/**
 * Makes dist/ws-close-codes-vscode-VERSION.vsix. What goes into it is put together in dist/vsix
 * first: the plugin must be a real folder in node_modules there, for tsserver looks for it by name,
 * and here it is a link to a neighbour.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { basename, join } from "node:path";

/** The last version of vsce that runs on Node.js 20. */
const VSCE = "@vscode/vsce@3.9.2";
const PLUGIN = "typescript-plugin-ws-close-codes";
const PICTURES = "docs/pictures";

interface Manifest {
  readonly version: string;
  readonly [field: string]: unknown;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const here = join(root, "packages/vscode");
const staged = join(here, "dist/vsix");
const packages = join(root, "packages");

function read(file: string): string {
  return readFileSync(join(here, file), "utf8");
}

function writeManifest(folder: string, manifest: object): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, undefined, 2));
}

rmSync(staged, { recursive: true, force: true });
mkdirSync(staged, { recursive: true });

for (const file of ["LICENSE", "CHANGELOG.md", "package.nls.json", "package.nls.zh-cn.json"])
  cpSync(join(here, file), join(staged, file));
cpSync(join(here, "images/icon.png"), join(staged, "images/icon.png"));
cpSync(join(here, "dist/extension.cjs"), join(staged, "dist/extension.cjs"));
cpSync(join(packages, "language-server/dist/server.cjs"), join(staged, "dist/server.cjs"));

const readme = read("README.md");
for (const [, picture = ""] of readme.matchAll(/\]\(\.\.\/\.\.\/(docs\/pictures\/[^)]+)\)/gu))
  cpSync(join(root, picture), join(staged, "images", basename(picture)));
writeFileSync(join(staged, "README.md"), readme.replaceAll(`../../${PICTURES}/`, "images/"));

const {
  devDependencies: _,
  scripts: __,
  ...manifest
} = JSON.parse(read("package.json")) as Manifest;
const plugin = JSON.parse(
  readFileSync(join(packages, "typescript-plugin/package.json"), "utf8"),
) as Manifest;
// All that is put together here goes in.
writeManifest(staged, { ...manifest, files: ["**"], dependencies: { [PLUGIN]: plugin.version } });

const installed = join(staged, "node_modules", PLUGIN);
for (const file of ["LICENSE", "schema.json", "dist/index.cjs"])
  cpSync(join(packages, "typescript-plugin", file), join(installed, file));
const { name, version, license, main } = plugin;
writeManifest(installed, { name, version, license, main });

const vsix = join(here, "dist", `ws-close-codes-vscode-${manifest.version}.vsix`);
// There is no public repository to complete links from: the pictures come along.
const options = ["--allow-missing-repository", "--no-rewrite-relative-links", "--out", vsix];
execFileSync("npx", ["--yes", VSCE, "package", ...options], { cwd: staged, stdio: "inherit" });
