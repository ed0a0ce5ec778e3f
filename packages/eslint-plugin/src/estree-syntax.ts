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
import { nodeFinder } from "./estree-node-finder.ts";
import {
  assertion,
  isTransparent,
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

  const nodeAt = nodeFinder(root, visitorKeys, range);

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
