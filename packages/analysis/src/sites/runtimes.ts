import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Library, Runtime } from "../catalogue/library.ts";
import type { Settings } from "../settings.ts";
import type { Syntax } from "../syntax.ts";

/**
 * The runtimes that a file shows: by the settings, by a global or an import of its own, by the
 * declaration files of its program. Empty for a program that shows none.
 */
export function runtimesOf(
  syntax: Syntax,
  catalogue: Catalogue,
  { runtime }: Settings,
): ReadonlySet<Runtime> {
  if (runtime !== "auto") return new Set([runtime]);
  const shown = new Set<Runtime>();
  const files = syntax.types?.files() ?? [];
  for (const library of catalogue.libraries) {
    if (library.runtime === undefined || shown.has(library.runtime)) continue;
    const globals = Object.keys(library.globals ?? {});
    const visible =
      globals.some((name) => new RegExp(String.raw`\b${name}\b`).test(syntax.text)) ||
      (library.modules ?? []).some((module) => mentions(syntax.text, module)) ||
      isDeclaredIn(files, library);
    if (visible) shown.add(library.runtime);
  }
  return shown;
}

/** Whether the text has an import specifier; a mention in a comment only makes us more careful. */
function mentions(text: string, module: string): boolean {
  return text.includes(`"${module}"`) || text.includes(`'${module}'`);
}

/** A program has thousands of files, and answers for each of them the same. */
const declared = new WeakMap<readonly string[], Map<Library, boolean>>();

function isDeclaredIn(files: readonly string[], library: Library): boolean {
  const known = declared.get(files) ?? new Map<Library, boolean>();
  declared.set(files, known);
  const answer = known.get(library) ?? files.some((file) => declares(library.types ?? {}, file));
  known.set(library, answer);
  return answer;
}

function declares(
  types: NonNullable<Catalogue["libraries"][number]["types"]>,
  file: string,
): boolean {
  return Object.values(types).some(({ declared }) =>
    (declared ?? []).some((specifier) => {
      if (specifier.from === "package") return file.includes(`/node_modules/${specifier.package}/`);
      return (
        specifier.from === "file" &&
        specifier.path !== undefined &&
        file.endsWith(`/${specifier.path}`)
      );
    }),
  );
}
