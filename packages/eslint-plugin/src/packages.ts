import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

/** What one package.json lists, as it was when it was read. */
interface Manifest {
  readonly modified: number;
  readonly packages: ReadonlySet<string>;
}

const manifests = new Map<string, Manifest>();

const LISTS = [
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
] as const;

/**
 * Whether the nearest package.json above a file lists the package of a module. A subpath import
 * (`#codes`) and a path alias (`@/codes`, `~/codes`) are the project's own business, and listed; a
 * relative path is not, for it leads elsewhere from every file.
 */
export function isInstalled(module: string, file: string, cwd: string): boolean {
  if (/^(?:#|@\/|~)/u.test(module)) return true;
  if (/^[./]/u.test(module)) return false;
  const [scope = "", name = ""] = module.split("/");
  const wanted = scope.startsWith("@") ? `${scope}/${name}` : scope;
  return nearestPackages(isAbsolute(file) ? dirname(file) : cwd).has(wanted);
}

function nearestPackages(start: string): ReadonlySet<string> {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = packagesIn(join(folder, "package.json"));
    if (found) return found;
    if (folder === dirname(folder)) return new Set();
  }
}

/** Nothing where there is no such file; nothing is listed in one that cannot be read. */
function packagesIn(path: string): ReadonlySet<string> | undefined {
  const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined) return undefined;
  const known = manifests.get(path);
  if (known?.modified === modified) return known.packages;
  const packages = new Set(listed(path));
  manifests.set(path, { modified, packages });
  return packages;
}

function listed(path: string): readonly string[] {
  try {
    const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    const own = typeof manifest["name"] === "string" ? [manifest["name"]] : [];
    return [...own, ...LISTS.flatMap((list) => Object.keys(manifest[list] ?? {}))];
  } catch {
    return [];
  }
}
