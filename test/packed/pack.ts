import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What npm packs of a package of this repository. */
export interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
  /** Bytes of all files, as they are installed. */
  readonly size: number;
}

/** Packs a package, which must be built, into a folder, as it would be published. */
export async function pack(name: string, folder: string): Promise<Packed> {
  const args = ["pack", "--json", "--workspace", name, "--pack-destination", folder];
  // On Windows, npm is a batch file, which only a shell runs.
  const shell = process.platform === "win32";
  const { stdout } = await promisify(execFile)("npm", args, { cwd: root, shell });
  const [packed] = JSON.parse(stdout) as {
    filename: string;
    unpackedSize: number;
    files: { path: string }[];
  }[];
  if (!packed) throw new Error(`npm packed nothing of ${name}.`);
  return {
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path),
    size: packed.unpackedSize,
  };
}
