import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A TypeScript that is installed somewhere. */
export interface TypeScriptPackage {
  readonly folder: string;
  readonly version: string;
  /** Modules of its API by their names, as absolute paths; 7.0 has them all below `unstable`. */
  readonly api: Readonly<Record<"sync" | "ast" | "fs", string>> | undefined;
}

/** The TypeScript that a file of a folder would import; nothing where none is installed. */
export function typescriptOf(folder: string): TypeScriptPackage | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = typescriptIn(join(at, "node_modules", "typescript"));
    if (found || at === dirname(at)) return found;
  }
}

/** The TypeScript of a package's folder. */
export function typescriptIn(folder: string): TypeScriptPackage | undefined {
  try {
    const { version, exports = {} } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as { version: string; exports?: Readonly<Record<string, unknown>> };
    const module = (name: string): string | undefined => {
      const target = exports[`./${name}`] ?? exports[`./unstable/${name}`];
      return typeof target === "string" ? join(folder, target) : undefined;
    };
    const [sync, ast, fs] = [module("sync"), module("ast"), module("fs")];
    return { folder, version, api: sync && ast && fs ? { sync, ast, fs } : undefined };
  } catch {
    return undefined;
  }
}

/** Whether its tsserver loads plugins. */
export function hasTsserver({ version }: TypeScriptPackage): boolean {
  return Number.parseInt(version, 10) < 7;
}
