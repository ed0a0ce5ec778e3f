/**
 * Finds nodes in ESTree by where they stand.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { SourceCode } from "eslint";
import type { Range } from "ws-close-codes-analysis";
import {
  isHidden,
  isNode,
  isTransparent,
  keysOf,
  parentOf,
  targets,
  type Tree,
} from "./estree-views.ts";

/** The nodes of a file, and where they stand. */
interface NodesInText {
  readonly root: Tree;
  readonly visitorKeys: SourceCode["visitorKeys"];
  /** Where a node stands, without the annotation that its own range includes. */
  range(node: Tree): Range;
}

/**
 * Finds the deepest bare node whose range holds an offset, its end included; what ends there gives way
 * to what begins there. Looks only at what lies on the way, most of a file's nodes being never asked
 * for, and begins where it was last: who asks, goes through the text.
 */
export class NodeFinder {
  readonly #syntax: NodesInText;
  readonly #open: Tree[] = [];
  #latest: Tree;

  constructor(syntax: NodesInText) {
    this.#syntax = syntax;
    this.#latest = syntax.root;
  }

  at(offset: number): Tree {
    const { root } = this.#syntax;
    let deepest = this.#latest;
    while (deepest !== root && !holdsInside(deepest, offset)) deepest = parentOf(deepest) ?? root;
    const open = this.#open;
    for (let node: Tree | undefined = deepest; node; node = open.pop()) {
      if (!isTransparent(node)) {
        deepest = node;
        open.length = 0;
      }
      this.#pushTouching(open, node, offset);
    }
    return (this.#latest = deepest);
  }

  /** Puts the children that hold an offset on a stack, what begins there on top. */
  #pushTouching(open: Tree[], node: Tree, offset: number): void {
    for (const key of keysOf(node, this.#syntax.visitorKeys)) {
      const value: unknown = node[key as keyof Tree];
      if (!Array.isArray(value)) {
        if (isNode(value) && touches(value, offset) && !isHidden(node, key))
          this.#pushTouched(open, value, offset);
        continue;
      }
      const last = lastBeginning(value, offset);
      for (let at = Math.max(last - 1, 0); at <= last; at++) {
        const child: unknown = value[at];
        if (isNode(child) && touches(child, offset)) this.#pushTouched(open, child, offset);
      }
      // Decorators stand before the parameter whose they are.
      if (key === "params") pushDecorators(open, value[last + 1], offset);
    }
  }

  #pushTouched(open: Tree[], node: Tree, offset: number): void {
    const { typeAnnotation } = node as Partial<TSESTree.Identifier>;
    const isBehindName = targets.has(node.type) && offset > this.#syntax.range(node).end;
    if (!isBehindName) open.push(node);
    else if (typeAnnotation) open.push(typeAnnotation);
  }
}

/** Whether no other node can hold the offset, but those inside this one and around it. */
function holdsInside(node: Tree, offset: number): boolean {
  const [start, end] = node.range;
  return start < offset && offset < end && !targets.has(node.type);
}

function pushDecorators(open: Tree[], parameter: unknown, offset: number): void {
  if (!isNode(parameter)) return;
  const { decorators } = parameter as Partial<TSESTree.Identifier>;
  for (const decorator of decorators ?? []) if (touches(decorator, offset)) open.push(decorator);
}

function touches({ range }: Tree, offset: number): boolean {
  return range[0] <= offset && offset <= range[1];
}

/** The index of the last of a list's nodes that begins at an offset or before it; -1 for none. */
function lastBeginning(list: readonly unknown[], offset: number): number {
  let [found, low, high] = [-1, 0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // `[, , a]` has holes.
    let at = middle;
    while (at > low && !isNode(list[at])) at--;
    const node = list[at];
    if (!isNode(node) || node.range[0] <= offset) {
      if (isNode(node)) found = at;
      low = middle + 1;
    } else high = at;
  }
  return found;
}
