import type { Kind, Node, Range, Syntax } from "../syntax.ts";
import type { Site, Slot } from "./site.ts";
import type { Sites } from "./sites.ts";

/**
 * The site and the slot under an offset; also where the code stands away from its site, as in
 * `(code = 1006) => socket.close(code)`, `const RETRY = new Set([1001])` and
 * `const code = failed ? 1011 : 1000`.
 */
export function codeAt(
  sites: Sites,
  offset: number,
): { readonly site: Site; readonly slot: Slot } | undefined {
  const near = sites.at(offset);
  if (near) return near;
  const { syntax } = sites.file;
  const node = syntax.at(offset);
  if (!node || !mayBeAway(node, syntax)) return undefined;
  for (const site of sites.withCodeElsewhere()) {
    const slot = site.slots.find(({ range }) => range.start <= offset && offset <= range.end);
    if (slot) return { site, slot };
    const named = site.slots.find(({ source }) => source === node);
    if (named) return { site, slot: { ...named, node, range: syntax.range(node), bare: true } };
  }
  return undefined;
}

/** What uses a literal where it stands, and gives it no name. */
const USERS: ReadonlySet<Kind> = new Set<Kind>([
  "binary",
  "call",
  "case",
  "member",
  "return",
  "unary",
]);

/** Few places are worth a look at the whole file: a literal that is given a name, and a name in a list. */
function mayBeAway(node: Node, syntax: Syntax): boolean {
  const parent = syntax.parent(node);
  const around = parent && syntax.kind(parent);
  if (syntax.kind(node) === "literal") return around !== undefined && !USERS.has(around);
  return around === "array" || (around === "member" && mayBeAway(parent as Node, syntax));
}

/** The entry of a table whose name stands under an offset: `KICKED` in `{ KICKED: 4003 }`. */
export function entryNamedAt(
  sites: Sites,
  offset: number,
): { readonly site: Site; readonly slot: Slot; readonly name: Range } | undefined {
  const { syntax } = sites.file;
  const name = syntax.at(offset);
  const value = name && valueNamed(name, syntax);
  const found = value && sites.at(syntax.range(value).start);
  return name && found?.site.role === "table" ? { ...found, name: syntax.range(name) } : undefined;
}

function valueNamed(name: Node, syntax: Syntax): Node | undefined {
  const owner = syntax.parent(name);
  const view = owner && syntax.look(owner);
  switch (view?.kind) {
    case "object":
      return view.properties.find(({ key }) => key === name)?.value;
    case "enum":
      return view.members.find(({ key }) => key === name)?.init;
    case "class":
      return view.members.find(({ key }) => key === name)?.value;
    case "variable":
      return view.target === name ? view.init : undefined;
    default:
      return undefined;
  }
}
