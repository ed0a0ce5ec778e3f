/* eslint-disable @typescript-eslint/no-unsafe-enum-comparison --
   node types are an enum in the typings, which is not imported at run time */
/**
 * The Syntax port over ESTree, as espree and typescript-eslint's parser produce it, with ESLint's
 * own scopes.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { SourceCode } from "eslint";
import { type Kind, type Node, type Range, type Syntax, type View } from "ws-close-codes-analysis";
import { checkerTypes, type Program } from "ws-close-codes-typescript-syntax";
import { bindingsOf } from "./estree-bindings.ts";
import {
  assertion,
  isHidden,
  isNode,
  isTransparent,
  keysOf,
  lastBeginning,
  look,
  nativeChildren,
  parentOf,
  pushReversed,
  rows,
  targets,
  type Maybe,
  type Tree,
} from "./estree-views.ts";

/** What a parser that knows the types leaves for rules. */
interface TypedServices {
  readonly program?: Maybe<Program>;
  readonly esTreeNodeToTSNodeMap?: { get(node: Node): object | undefined };
}

/**
 * The syntax of one file in ESLint. To be asked from within a listener: espree's nodes get their
 * parents from ESLint, just before it calls the first one.
 *
 * @param options.types - use the parser's type information, where it has some
 */
export function estreeSyntax(sourceCode: SourceCode, options: { types: boolean }): Syntax {
  const { text, visitorKeys } = sourceCode;
  const root = sourceCode.ast as unknown as Tree;
  const children = (node: Tree): Tree[] => nativeChildren(node, visitorKeys);

  /** A name or a pattern stands without the annotation that its own range includes. */
  function range(node: Tree): Range {
    const [start, end] = node.range;
    const { typeAnnotation, optional } = node as Partial<TSESTree.Identifier>;
    if (!targets.has(node.type) || !(typeAnnotation || optional)) return { start, end };
    const last =
      node.type === "Identifier"
        ? sourceCode.getFirstToken(node)
        : sourceCode.getTokenBefore(typeAnnotation as never);
    return { start, end: last?.range[1] ?? end };
  }

  function walk(
    visit: (node: Node, view: View) => void,
    kinds: ReadonlySet<Kind>,
    within: Node = root,
  ): void {
    const wanted = new Set<string>();
    for (const [type, { kind }] of rows) if (kinds.has(kind)) wanted.add(type);
    const everything = kinds.has("other");
    const stack = [within as Tree];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (wanted.has(node.type) || (everything && !isTransparent(node))) {
        const view = look(node);
        if (kinds.has(view.kind)) visit(node, view);
      }
      pushReversed(stack, children(node));
    }
  }

  let latest = root;

  /**
   * Looks only at what lies on the way, most of a file's nodes being never asked for, and begins where
   * it was last: who asks, goes through the text.
   */
  function nodeAt(offset: number): Tree {
    let deepest = latest;
    while (deepest !== root && !holdsInside(deepest, offset)) deepest = parentOf(deepest) ?? root;
    const open = [deepest];
    for (let node = open.pop(); node; node = open.pop()) {
      if (!isTransparent(node)) {
        deepest = node;
        open.length = 0;
      }
      pushTouching(open, node, offset);
    }
    latest = deepest;
    return deepest;
  }

  /** Whether no other node can hold the offset, but those inside this one and around it. */
  function holdsInside(node: Tree, offset: number): boolean {
    const [start, end] = node.range;
    return start < offset && offset < end && !targets.has(node.type);
  }

  /** Puts the children that hold an offset on a stack, what begins there on top. */
  function pushTouching(open: Tree[], node: Tree, offset: number): void {
    for (const key of keysOf(node, visitorKeys)) {
      const value: unknown = node[key as keyof Tree];
      if (!Array.isArray(value)) {
        if (isNode(value) && touches(value, offset) && !isHidden(node, key))
          pushTouched(open, value, offset);
        continue;
      }
      const last = lastBeginning(value, offset);
      for (let at = Math.max(last - 1, 0); at <= last; at++) {
        const child: unknown = value[at];
        if (isNode(child) && touches(child, offset)) pushTouched(open, child, offset);
      }
      // Decorators stand before the parameter whose they are.
      if (key === "params") pushDecorators(open, value[last + 1], offset);
    }
  }

  function pushTouched(open: Tree[], node: Tree, offset: number): void {
    const { typeAnnotation } = node as Partial<TSESTree.Identifier>;
    const isBehindName = targets.has(node.type) && offset > range(node).end;
    if (!isBehindName) open.push(node);
    else if (typeAnnotation) open.push(typeAnnotation);
  }

  function pushDecorators(open: Tree[], parameter: unknown, offset: number): void {
    if (!isNode(parameter)) return;
    const { decorators } = parameter as Partial<TSESTree.Identifier>;
    for (const decorator of decorators ?? []) if (touches(decorator, offset)) open.push(decorator);
  }

  function touches({ range }: Tree, offset: number): boolean {
    return range[0] <= offset && offset <= range[1];
  }

  const bindings = bindingsOf((node) => sourceCode.getScope(node as never));

  const services = sourceCode.parserServices as TypedServices;
  const { program, esTreeNodeToTSNodeMap: nodes } = services;
  const types =
    options.types && program && nodes
      ? checkerTypes(program, program.getTypeChecker(), (node) => nodes.get(node))
      : undefined;

  return {
    text,
    look,
    parent: parentOf,
    range,
    walk,
    ...bindings,
    assertion,
    at: (offset) => (offset < 0 || offset > text.length ? undefined : nodeAt(offset)),
    ...(types && { types }),
  };
}
