import type { Site, Slot } from "./site.ts";
import type { Sites } from "./sites.ts";

/**
 * The site and the slot under an offset; also where the code stands away from its site, as in
 * `(code = 1006) => socket.close(code)` and `const RETRY = new Set([1001])`.
 */
export function codeAt(
  sites: Sites,
  offset: number,
): { readonly site: Site; readonly slot: Slot } | undefined {
  const near = sites.at(offset);
  if (near) return near;
  const { syntax } = sites.file;
  const node = syntax.at(offset);
  // Only a literal is worth a look at the whole file.
  if (!node || syntax.look(node).kind !== "literal") return undefined;
  for (const site of sites.all()) {
    const slot = site.slots.find(({ range }) => range.start <= offset && offset <= range.end);
    if (slot) return { site, slot };
  }
  return undefined;
}
