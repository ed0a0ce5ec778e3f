import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** The plugin's name, as tsconfig.json has it. */
export const PLUGIN = "typescript-plugin-ws-close-codes";

/** How the plugin comes into tsserver: named by the editor, or by tsconfig.json. */
export type Loading = "global" | "tsconfig";

/** A folder outside of the repository in which the packed plugin is installed. */
export class Project {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<Project> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-")));
    const installed = join(folder, "editor", "node_modules", PLUGIN);
    await mkdir(installed, { recursive: true });
    const { stdout } = await run(
      "npm",
      ["pack", "--json", "--workspace", PLUGIN, "--pack-destination", folder],
      { cwd: root },
    );
    const [{ filename } = { filename: "" }] = JSON.parse(stdout) as { filename: string }[];
    await run("tar", ["-xzf", join(folder, filename), "--strip-components=1", "-C", installed]);
    return new Project(folder);
  }

  /**
   * Lays out a program with a tsconfig.json of its own, with the plugin and this repository's types
   * of `ws` and Node.js in its `node_modules`.
   *
   * @param files texts by name; tsserver counts a file to a tsconfig.json only if it is on the disk
   */
  async program(
    name: string,
    tsconfig: object,
    files: Readonly<Record<string, string>>,
  ): Promise<void> {
    const modules = join(this.folder, name, "node_modules");
    await mkdir(join(modules, "@types"), { recursive: true });
    const installed = join(this.folder, "editor", "node_modules", PLUGIN);
    await symlink(installed, join(modules, PLUGIN), "dir");
    for (const types of ["@types/node", "@types/ws", "undici-types"])
      await symlink(join(root, "node_modules", types), join(modules, types), "dir");
    await writeFile(join(this.folder, name, "tsconfig.json"), JSON.stringify(tsconfig));
    for (const [file, text] of Object.entries(files)) await writeFile(this.file(name, file), text);
  }

  file(program: string, name: string): string {
    return join(this.folder, program, name);
  }

  /** What an editor starts tsserver with. */
  args(...loadings: readonly Loading[]): readonly string[] {
    return loadings.flatMap((loading) =>
      loading === "global"
        ? ["--globalPlugins", PLUGIN, "--pluginProbeLocations", join(this.folder, "editor")]
        : ["--allowLocalPluginLoads"],
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
