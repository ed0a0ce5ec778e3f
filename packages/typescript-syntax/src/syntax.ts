/**
 * The Syntax port over TypeScript's own tree.
 */
import type ts from "typescript";
import {
  type Kind,
  type Node,
  type Range,
  type Syntax,
  type Types,
  type View,
} from "ws-close-codes-analysis";
import { bindingsOf } from "./bindings.ts";
import { checkerNames } from "./checker-names.ts";
import { checkerTypes } from "./checker-types.ts";
import { nodeFinder } from "./node-finder.ts";
import { scopesOf } from "./scopes.ts";
import { pushReversed, viewsOf, type TypeScript, type Views } from "./views.ts";

const known = new WeakMap<TypeScript, Views>();

/**
 * The syntax of one file in a TypeScript program.
 *
 * @param ts - the TypeScript that made the program, 4.9 to 6.0
 * @param options.types - answer questions about types too
 */
export function programSyntax(
  ts: TypeScript,
  sourceFile: ts.SourceFile,
  program: ts.Program,
  options: { types: boolean },
): Syntax {
  const checker = program.getTypeChecker();
  const types = options.types ? checkerTypes(program, checker, (node) => node) : undefined;
  return typescriptSyntax(ts, sourceFile, { checker, types });
}

/**
 * The syntax of one file.
 *
 * @param ts - the TypeScript that made the tree, 4.9 to 6.0
 * @param options.checker - gives the bindings; without it the file's own scopes do
 * @param options.types - who answers questions about types
 */
export function typescriptSyntax(
  ts: TypeScript,
  sourceFile: ts.SourceFile,
  { checker, types }: { checker?: ts.TypeChecker; types?: Types | undefined } = {},
): Syntax {
  const views = known.get(ts) ?? viewsOf(ts);
  known.set(ts, views);
  const { isMethod, isTransparent, look, nativeChildren, rows } = views;
  const { text } = sourceFile;

  const seen = new Map<Node, View>();
  function lookOnce(node: Node): View {
    let view = seen.get(node);
    if (!view) seen.set(node, (view = look(node as ts.Node)));
    return view;
  }

  /** A method's function begins behind its name. */
  function range(node: ts.Node): Range {
    const start = isMethod(node)
      ? (node.typeParameters ?? node.parameters).pos - 1
      : node.getStart(sourceFile);
    return { start, end: node.end };
  }

  function walk(
    visit: (node: Node, view: View) => void,
    kinds: ReadonlySet<Kind>,
    within: Node = sourceFile,
  ): void {
    const wanted = new Set<ts.SyntaxKind>();
    for (const [native, row] of rows)
      if (row.some(({ kind }) => kinds.has(kind))) wanted.add(native);
    const everything = kinds.has("other");
    const stack = [within as ts.Node];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if ((everything || wanted.has(node.kind)) && !isTransparent(node)) {
        const view = look(node);
        if (kinds.has(view.kind)) visit(node, view);
      }
      pushReversed(stack, nativeChildren(node));
    }
  }

  /** The children that are handed out. */
  function bareChildren(node: ts.Node): ts.Node[] {
    const found: ts.Node[] = [];
    const stack = nativeChildren(node).reverse();
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (isTransparent(next)) pushReversed(stack, nativeChildren(next));
      else found.push(next);
    }
    return found;
  }

  const find = nodeFinder<ts.Node>(sourceFile, bareChildren, range);

  let bindings: Pick<Syntax, "binding" | "references"> | undefined;
  const bound = () =>
    (bindings ??= bindingsOf(
      ts,
      views,
      sourceFile,
      checker ? checkerNames(ts, sourceFile, checker) : scopesOf(ts, sourceFile),
      find,
    ));

  return {
    text,
    look: lookOnce,
    kind: (node) => lookOnce(node).kind,
    parent: views.parentOf,
    range,
    walk,
    binding: (identifier, meaning) => bound().binding(identifier, meaning),
    references: (declaration) => bound().references(declaration),
    assertion: views.assertion,
    at: (offset) => (offset < 0 || offset > text.length ? undefined : find(offset)),
    ...(types && { types }),
  };
}
