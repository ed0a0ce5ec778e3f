import type { Node, Syntax } from "../syntax.ts";
import { constantAt } from "./bindings.ts";

/** Members that change the list or the Map whose they are. */
const CHANGING: ReadonlySet<string> = new Set([
  "clear",
  "copyWithin",
  "delete",
  "fill",
  "pop",
  "push",
  "reverse",
  "set",
  "shift",
  "sort",
  "splice",
  "unshift",
]);

/** The elements of an array that the file spells out and never changes; nothing where it is not sure. */
export function spelledElements(list: Node, syntax: Syntax): readonly Node[] | undefined {
  const declared = fixed(list, syntax);
  const view = declared && syntax.look(declared);
  if (view?.kind !== "array") return undefined;
  const elements = view.elements.flatMap((one) => one ?? []);
  const isPlain = (one: Node): boolean => syntax.kind(one) !== "spread";
  return elements.length === view.elements.length && elements.every(isPlain) ? elements : undefined;
}

/** The pairs of `new Map([["lost", 1006]])`, if it is never changed. */
export function spelledEntries(
  map: Node,
  syntax: Syntax,
): readonly (readonly Node[])[] | undefined {
  const declared = fixed(map, syntax);
  const view = declared && syntax.look(declared);
  const [list] = view?.kind === "call" && view.construct ? view.args : [];
  const callee = list && view?.kind === "call" ? syntax.look(view.callee) : undefined;
  if (!list || callee?.kind !== "identifier" || callee.name !== "Map") return undefined;
  const pairs = spelledElements(list, syntax)?.map((pair) => spelledElements(pair, syntax));
  return pairs?.every((pair) => pair !== undefined) ? pairs : undefined;
}

/** The expression itself, or what a constant that nobody changes was declared with. */
function fixed(node: Node, syntax: Syntax): Node | undefined {
  if (syntax.kind(node) !== "identifier") return node;
  const constant = constantAt(node, syntax);
  if (!constant) return undefined;
  const uses = syntax.references(constant.node);
  return uses.some((use) => isChanged(use, syntax)) ? undefined : constant.init;
}

function isChanged(use: Node, syntax: Syntax): boolean {
  const member = syntax.parent(use);
  const view = member && syntax.look(member);
  if (!member || view?.kind !== "member" || view.object !== use) return false;
  if (view.name !== undefined && CHANGING.has(view.name)) return true;
  const parent = syntax.parent(member);
  const around = parent && syntax.look(parent);
  return around?.kind === "assignment" && around.target === member;
}
