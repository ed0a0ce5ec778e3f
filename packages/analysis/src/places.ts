import type { Kind, Node, Syntax, ViewOf } from "./syntax.ts";

/** The view of a node that is of a kind; of others none is made, for a view costs more than a kind. */
export function viewOf<K extends Kind>(
  node: Node | undefined,
  kind: K,
  syntax: Syntax,
): ViewOf<K> | undefined {
  return node && syntax.kind(node) === kind ? (syntax.look(node) as ViewOf<K>) : undefined;
}

/** What the file has at a node, as it is written. */
export function textOf(node: Node, syntax: Syntax): string {
  const { start, end } = syntax.range(node);
  return syntax.text.slice(start, end);
}

/** Whether a node stands in another, or is it. */
export function isInside(node: Node, outer: Node, syntax: Syntax): boolean {
  for (let at: Node | undefined = node; at; at = syntax.parent(at)) if (at === outer) return true;
  return false;
}

/** The nearest function that a node stands in, or is. */
export function functionAround(node: Node, syntax: Syntax): Node | undefined {
  let at: Node | undefined = node;
  while (at && syntax.kind(at) !== "function") at = syntax.parent(at);
  return at;
}
