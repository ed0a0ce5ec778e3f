/* eslint-disable @typescript-eslint/no-unsafe-enum-comparison --
   node types are an enum in the typings, which is not imported at run time */
/**
 * The Syntax port over ESTree, as espree and typescript-eslint's parser produce it, with ESLint's
 * own scopes.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { SourceCode } from "eslint";
import type { Binding, Kind, Node, Range, Syntax, Types, View } from "ws-close-codes-analysis";
import { checkerTypes, type Program } from "ws-close-codes-typescript-syntax";
import { EstreeBindings } from "./estree-bindings.ts";
import { NodeFinder } from "./estree-node-finder.ts";
import {
  assertion,
  isTransparent,
  kindOf,
  look,
  nativeChildren,
  parentOf,
  pushReversed,
  rows,
  targets,
  type Maybe,
  type Tree,
  type TypeName,
} from "./estree-views.ts";

/** What a parser that knows the types leaves for rules. */
interface TypedServices {
  readonly program: Program;
  readonly esTreeNodeToTSNodeMap: { get(node: Node): object | undefined };
}

function typedServices({ parserServices }: SourceCode): TypedServices | undefined {
  const services = parserServices as { [K in keyof TypedServices]?: Maybe<TypedServices[K]> };
  const isTyped = services.program && services.esTreeNodeToTSNodeMap;
  return isTyped ? (services as TypedServices) : undefined;
}

/** Those whose views are as quick to make as to find again in the table of a large file. */
const quick: ReadonlySet<string> = new Set<TypeName>([
  "BinaryExpression",
  "Identifier",
  "Literal",
  "MemberExpression",
  "ThisExpression",
]);

/** Whether the parser of a file knows its types. */
export function knowsTypes(sourceCode: SourceCode): boolean {
  return typedServices(sourceCode) !== undefined;
}

/**
 * The syntax of one file in ESLint. To be asked from within a listener: espree's nodes get their
 * parents from ESLint, just before it calls the first one.
 *
 * A class, for V8 drops what it has optimised with the last function that runs it, and closures would
 * go with each file.
 */
export class EstreeSyntax implements Syntax {
  readonly text: string;
  readonly root: Tree;
  readonly visitorKeys: SourceCode["visitorKeys"];
  readonly types?: Types;
  readonly #sourceCode: SourceCode;
  readonly #finder: NodeFinder;
  readonly #bindings: EstreeBindings;
  readonly #views = new Map<Tree, View>();

  /** @param options.types - use the parser's type information, where it has some */
  constructor(sourceCode: SourceCode, options: { types: boolean }) {
    this.text = sourceCode.text;
    this.#sourceCode = sourceCode;
    this.root = sourceCode.ast as unknown as Tree;
    this.visitorKeys = sourceCode.visitorKeys;
    this.#finder = new NodeFinder(this);
    this.#bindings = new EstreeBindings(sourceCode);
    const typed = options.types ? typedServices(sourceCode) : undefined;
    if (!typed) return;
    const { program, esTreeNodeToTSNodeMap: nodes } = typed;
    this.types = checkerTypes(program, program.getTypeChecker(), (node) => nodes.get(node));
  }

  look(node: Tree): View {
    if (quick.has(node.type)) return look(node);
    let view = this.#views.get(node);
    if (!view) this.#views.set(node, (view = look(node)));
    return view;
  }

  kind(node: Tree): Kind {
    return kindOf(node) ?? this.look(node).kind;
  }

  parent(node: Tree): Tree | undefined {
    return parentOf(node);
  }

  /** A name or a pattern stands without the annotation that its own range includes. */
  range(node: Tree): Range {
    const [start, end] = node.range;
    const { typeAnnotation, optional } = node as Partial<TSESTree.Identifier>;
    if (!targets.has(node.type) || !(typeAnnotation || optional)) return { start, end };
    const last =
      node.type === "Identifier"
        ? this.#sourceCode.getFirstToken(node)
        : this.#sourceCode.getTokenBefore(typeAnnotation as never);
    return { start, end: last?.range[1] ?? end };
  }

  walk(
    visit: (node: Node, view: View) => void,
    kinds: ReadonlySet<Kind>,
    within: Tree = this.root,
  ): void {
    const wanted = new Set<string>();
    for (const [type, { kind }] of rows) if (kinds.has(kind)) wanted.add(type);
    const everything = kinds.has("other");
    const stack = [within];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (wanted.has(node.type) || (everything && !isTransparent(node))) {
        const view = look(node);
        if (kinds.has(view.kind)) visit(node, view);
      }
      pushReversed(stack, nativeChildren(node, this.visitorKeys));
    }
  }

  binding(node: Tree, meaning: "value" | "type"): Binding | undefined {
    return this.#bindings.binding(node as TSESTree.Identifier, meaning);
  }

  references(declaration: Tree): readonly Tree[] {
    return this.#bindings.references(declaration);
  }

  assertion(node: Tree): Tree | undefined {
    return assertion(node);
  }

  at(offset: number): Tree | undefined {
    return offset < 0 || offset > this.text.length ? undefined : this.#finder.at(offset);
  }
}
