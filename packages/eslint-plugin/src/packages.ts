import { readFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

/** The text of the nearest package.json above a file, or above the working directory without one. */
export function nearestManifest(file: string, cwd: string): string | undefined {
  for (let folder = isAbsolute(file) ? dirname(file) : cwd; ; folder = dirname(folder)) {
    try {
      return readFileSync(join(folder, "package.json"), "utf8");
    } catch {
      if (folder === dirname(folder)) return undefined;
    }
  }
}
