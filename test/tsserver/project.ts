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
export type Loading = "global" | "tsconfig" | "none";

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
   * A folder with a tsconfig.json of its own.
   *
   * @param types packages of this repository's `node_modules` that the program may import
   */
  async program(
    name: string,
    tsconfig: object,
    types: readonly string[] = ["@types/node", "@types/ws", "undici-types"],
  ): Promise<string> {
    const folder = join(this.folder, name);
    const modules = join(folder, "node_modules");
    for (const each of types) {
      await mkdir(join(modules, each, ".."), { recursive: true });
      await symlink(join(root, "node_modules", each), join(modules, each), "dir");
    }
    await mkdir(modules, { recursive: true });
    await symlink(
      join(this.folder, "editor", "node_modules", PLUGIN),
      join(modules, PLUGIN),
      "dir",
    );
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
    return folder;
  }

  /** What an editor starts tsserver with. */
  args(loading: Loading): readonly string[] {
    switch (loading) {
      case "global":
        return ["--globalPlugins", PLUGIN, "--pluginProbeLocations", join(this.folder, "editor")];
      case "tsconfig":
        return ["--allowLocalPluginLoads"];
      case "none":
        return [];
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
