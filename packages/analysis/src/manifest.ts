const LISTS = [
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
] as const;

/**
 * Whether files beside a package.json may import a module: it lists the module's package, or is it. A
 * subpath import (`#codes`) and a path alias (`@/codes`, `~/codes`) are the project's own business,
 * and listed; a relative path is not, for it leads elsewhere from every file.
 *
 * @param manifest the text of package.json; what cannot be read lists nothing
 */
export function isListed(module: string, manifest: string | undefined): boolean {
  if (/^(?:#|@\/|~)/u.test(module)) return true;
  if (/^[./]/u.test(module) || manifest === undefined) return false;
  const [scope = "", name = ""] = module.split("/");
  return packagesOf(manifest).has(scope.startsWith("@") ? `${scope}/${name}` : scope);
}

function packagesOf(text: string): ReadonlySet<unknown> {
  try {
    const manifest = (JSON.parse(text) ?? {}) as Record<string, unknown>;
    return new Set([
      manifest["name"],
      ...LISTS.flatMap((list) => Object.keys(manifest[list] ?? {})),
    ]);
  } catch {
    return new Set();
  }
}
