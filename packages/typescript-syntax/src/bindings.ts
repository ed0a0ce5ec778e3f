/**
 * What identifiers mean, as the Syntax port wants to know it.
 */
import type ts from "typescript";
import type { Binding, Node, Step, Syntax } from "ws-close-codes-analysis";
import type { Names } from "./scopes.ts";
import type { Maybe, TypeScript, Views } from "./views.ts";

type Meaning = "value" | "type";

/** How many names are searched for in a file before it is walked. */
const MAX_SEARCHES = 8;
/** How many places of a name are looked at. */
const MAX_PLACES = 100;

/** A declaration by an identifier. */
type Named = ts.NamedDeclaration & { readonly name: ts.Identifier };

/**
 * What each identifier of a file means.
 *
 * @param names - who declares what: the checker, or the file's own scopes
 * @param at - finds the node at an offset
 */
export function bindingsOf(
  ts: TypeScript,
  views: Views,
  sourceFile: ts.SourceFile,
  names: Names,
  at: (offset: number) => ts.Node,
): Pick<Syntax, "binding" | "references"> {
  const K = ts.SyntaxKind;
  const { given, has, isPattern, kindSet, nameOf } = views;

  /** Declarations that are known by their own node; every other is known by its name. */
  const knownByNode = kindSet(
    "FunctionDeclaration",
    "FunctionExpression",
    "ClassDeclaration",
    "ClassExpression",
    "EnumDeclaration",
    "InterfaceDeclaration",
    "TypeAliasDeclaration",
  );
  const importing = kindSet(
    "ImportClause",
    "NamespaceImport",
    "ImportSpecifier",
    "ImportEqualsDeclaration",
  );
  const knownByName = kindSet(
    "VariableDeclaration",
    "BindingElement",
    "Parameter",
    "ModuleDeclaration",
    "TypeParameter",
    "EnumMember",
  );

  function isNamed(node: Maybe<ts.Node>): node is Named {
    if (!node || !(node as Partial<Named>).name) return false;
    // `[key: string]` and `global {}` declare nothing that could be referred to.
    if (ts.isParameter(node)) return !ts.isIndexSignatureDeclaration(node.parent);
    if (ts.isModuleDeclaration(node)) return !isGlobalBlock(node);
    return knownByNode.has(node.kind) || knownByName.has(node.kind) || importing.has(node.kind);
  }

  const isGlobalBlock = (node: ts.Node): boolean =>
    ts.isModuleDeclaration(node) && (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;

  const declares = (identifier: ts.Identifier): boolean =>
    isNamed(identifier.parent) &&
    identifier.parent.name === identifier &&
    identifier.text !== "this";

  /** Whether an identifier refers to a name in scope, and is no member's name and no label. */
  function refers(identifier: ts.Identifier): boolean {
    const { parent } = identifier;
    if (views.look(identifier).kind !== "identifier") return false;
    if (ts.isQualifiedName(parent)) {
      let around: ts.Node = parent;
      while (ts.isQualifiedName(around)) around = around.parent;
      return parent.left === identifier && !ts.isImportTypeNode(around);
    }
    if (ts.isImportTypeNode(parent) || ts.isConstTypeReference(parent)) return false;
    if (ts.isShorthandPropertyAssignment(parent)) return true;
    if (ts.isExportSpecifier(parent)) {
      const isLocal = parent.parent.parent.moduleSpecifier === undefined;
      return isLocal && (parent.propertyName ?? parent.name) === identifier;
    }
    type Part = "name" | "propertyName" | "label";
    const { name, propertyName, label } = parent as Partial<Record<Part, ts.Node>>;
    return name !== identifier && propertyName !== identifier && label !== identifier;
  }

  /** `declare const WebSocket: any` at the top of a file, `declare global {}`: still the global. */
  function isAmbientGlobal(declaration: ts.Node): boolean {
    for (let node: Maybe<ts.Node> = declaration; node; node = node.parent as Maybe<ts.Node>)
      if (isGlobalBlock(node)) return true;
    const statement = ts.isVariableDeclaration(declaration)
      ? declaration.parent.parent
      : declaration;
    const isAmbient =
      ts.isVariableStatement(statement) ||
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isModuleDeclaration(statement);
    return (
      isAmbient &&
      ts.isSourceFile(statement.parent) &&
      has(statement, K.DeclareKeyword) &&
      !has(statement, K.ExportKeyword)
    );
  }

  /** `declare const ws: WebSocket` at the top of a file. */
  function ambientType(declaration: Maybe<ts.Node>): Maybe<ts.TypeNode> {
    if (!declaration || !ts.isVariableDeclaration(declaration)) return undefined;
    return ts.isSourceFile(declaration.parent.parent.parent) ? declaration.type : undefined;
  }

  const declarations = new Map<ts.Identifier, readonly Named[]>();
  function declarationsOf(identifier: ts.Identifier): readonly Named[] {
    const known = declarations.get(identifier);
    if (known) return known;
    const found = names(identifier)
      .filter((one) => isNamed(one))
      .sort((a, b) => a.pos - b.pos);
    declarations.set(identifier, found);
    return found;
  }

  /** Which of merged declarations a name means: the lowest wins, then the first. */
  function rank(declaration: ts.Node, meaning: Meaning): number {
    const isValue = meaning === "value";
    switch (declaration.kind) {
      case K.InterfaceDeclaration:
      case K.TypeAliasDeclaration:
        return isValue ? 3 : 1;
      case K.ModuleDeclaration:
        return 2;
      case K.FunctionDeclaration:
        return isValue ? Number(!(declaration as ts.FunctionDeclaration).body) : 3;
      case K.VariableDeclaration:
        return isValue ? 0 : 3;
      default:
        return 0;
    }
  }

  /** Whether an identifier is assigned to where it stands. */
  function isWritten(identifier: ts.Node): boolean {
    let node = identifier;
    while (views.inner(node.parent) === node) node = node.parent;
    const { parent } = node;
    if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
      return parent.operator === K.PlusPlusToken || parent.operator === K.MinusMinusToken;
    if (ts.isBinaryExpression(parent) && parent.left === node)
      return views.isAssigning(parent.operatorToken.kind);
    return isPattern(node);
  }

  /** The way from a declaration, through its patterns, to one name. */
  function wayTo(declaration: ts.Node): { path: Step[]; around: ts.Node } {
    const path: Step[] = [];
    let around = declaration;
    while (ts.isBindingElement(around)) {
      const pattern: ts.BindingPattern = around.parent;
      const rest = around.dotDotDotToken ? ({ rest: true } as const) : {};
      const beside = { ...given({ default: around.initializer }), ...rest };
      const name = around.dotDotDotToken ? undefined : nameOf(around.propertyName ?? around.name);
      if (ts.isArrayBindingPattern(pattern))
        path.unshift({ index: pattern.elements.indexOf(around), ...beside });
      else path.unshift({ ...(name !== undefined && { name }), ...beside });
      around = pattern.parent;
    }
    return { path, around };
  }

  function importBinding(declaration: Named): Binding {
    const node = declaration.name;
    let around: ts.Node = declaration;
    while (!ts.isImportDeclaration(around) && !ts.isImportEqualsDeclaration(around))
      around = around.parent;
    const specifier = ts.isImportDeclaration(around)
      ? around.moduleSpecifier
      : ts.isExternalModuleReference(around.moduleReference)
        ? around.moduleReference.expression
        : undefined;
    if (!specifier || !ts.isStringLiteralLike(specifier)) return { kind: "other" };
    const module = specifier.text;
    if (ts.isImportSpecifier(declaration)) {
      const imported = nameOf(declaration.propertyName ?? node) ?? "";
      return { kind: "import", node, module, imported };
    }
    if (ts.isImportClause(declaration))
      return { kind: "import", node, module, imported: "default" };
    const imported = ts.isNamespaceImport(declaration) ? "*" : "module.exports";
    return { kind: "import", node, module, imported };
  }

  /** What a name means that a variable's declaration binds, or a parameter's. */
  function patternBinding(declaration: Named, isConstant: () => boolean): Binding {
    const { name: node } = declaration;
    const { path, around } = wayTo(declaration);
    if (ts.isParameter(around)) {
      const index = views.parameters(around.parent).indexOf(around);
      if (index < 0 || !views.look(around.parent).kind.startsWith("function"))
        return { kind: "other" };
      return {
        kind: "parameter",
        node,
        name: node.text,
        function: around.parent,
        index,
        path,
        ...views.parameterFields(around),
        // Few ask for it, and it takes a walk over the function.
        get constant() {
          return isConstant();
        },
      };
    }
    if (!ts.isVariableDeclaration(around) || ts.isCatchClause(around.parent))
      return { kind: "other" };
    const { parent: list, type: annotation } = around;
    const each = ts.isForOfStatement(list.parent);
    const looped = ts.isForInStatement(list.parent) ? undefined : around.initializer;
    const init = ts.isForOfStatement(list.parent) ? list.parent.expression : looped;
    // `using` and `await using` are among the block-scoped that are not `let`.
    const fixed = list.flags & ts.NodeFlags.BlockScoped & ~ts.NodeFlags.Let;
    return {
      kind: "variable",
      node,
      name: node.text,
      path,
      ...given({ init, annotation }),
      each,
      constant: fixed !== 0 || isConstant(),
    };
  }

  function toBinding(declaration: Named, isConstant: () => boolean): Binding {
    const { kind, name } = declaration;
    if (knownByNode.has(kind)) return { kind: "declaration", node: declaration, name: name.text };
    if (importing.has(kind)) return importBinding(declaration);
    if (kind === K.EnumMember) return { kind: "other", node: views.keyOf(name) };
    return patternBinding(declaration, isConstant);
  }

  const made = new Map<ts.Node, Binding>();
  function binding(node: Node, meaning: Meaning): Binding | undefined {
    const identifier = node as ts.Identifier;
    if (!ts.isIdentifier(identifier) || !(declares(identifier) || refers(identifier)))
      return undefined;
    const all = declarationsOf(identifier);
    const own = all.filter((one) => !isAmbientGlobal(one));
    const [declaration] = own.toSorted((a, b) => rank(a, meaning) - rank(b, meaning));
    if (!declaration) {
      return {
        kind: "global",
        name: identifier.text,
        ...given({ annotation: meaning === "value" ? ambientType(all[0]) : undefined }),
      };
    }
    const isConstant = (): boolean =>
      own.filter((one) => /^(Variable|Binding|Param)/.test(K[one.kind])).length < 2 &&
      !referring(declaration).some(isWritten);
    const found = made.get(declaration) ?? toBinding(declaration, isConstant);
    made.set(declaration, found);
    return found;
  }

  const refersTo = (node: ts.Node): node is ts.Identifier =>
    ts.isIdentifier(node) && !declares(node) && refers(node);

  /** Every identifier inside of a node that refers to something, by name. */
  function indexOf(within: ts.Node): Map<string, ts.Identifier[]> {
    const found: ts.Identifier[] = [];
    const stack = [within];
    for (let node = stack.pop(); node; node = stack.pop())
      ts.forEachChild(node, (child) => {
        if (!ts.isIdentifier(child)) stack.push(child);
        else if (refersTo(child)) found.push(child);
      });
    const index = new Map<string, ts.Identifier[]>();
    for (const identifier of found.sort((a, b) => a.pos - b.pos)) {
      const others = index.get(identifier.text);
      if (others) others.push(identifier);
      else index.set(identifier.text, [identifier]);
    }
    return index;
  }

  /** The same of one name in the file, by its text; nothing where that tells little of where it stands. */
  function search(name: string): ts.Identifier[] | undefined {
    const { text } = sourceFile;
    if (text.includes("\\u")) return undefined;
    const escaped = name.replaceAll("$", String.raw`\$`);
    const places = text.matchAll(new RegExp(String.raw`(?<![\w$])${escaped}(?![\w$])`, "g"));
    const found: ts.Identifier[] = [];
    let looked = 0;
    for (const { index } of places) {
      if (++looked > MAX_PLACES) return undefined;
      const node = at(index);
      // Some that only hold the name are among them; they have other declarations.
      if (refersTo(node)) found.push(node);
    }
    return found;
  }

  const indexes = new Map<ts.Node, Map<string, ts.Identifier[]>>();
  let searches = 0;
  /** A hover asks for a name or two of the file, which are quickly found; whoever asks for more gets an index. */
  function named(name: string, within: ts.Node): readonly ts.Identifier[] {
    let index = indexes.get(within);
    const isSearched = !index && within === sourceFile && searches++ < MAX_SEARCHES;
    const found = isSearched ? search(name) : undefined;
    if (found) return found;
    if (!index) indexes.set(within, (index = indexOf(within)));
    return index.get(name) ?? [];
  }

  /**
   * The outermost function around a declaration, or the file: it is named nowhere else. The outermost,
   * so that no node is walked more than twice. A type has no body: `infer` is seen outside of its own.
   */
  function seenIn(declaration: ts.Node): ts.Node {
    let outermost: ts.Node = sourceFile;
    for (let at = views.parentOf(declaration); at; at = views.parentOf(at))
      if (ts.isFunctionLike(at) && (at as ts.FunctionLikeDeclaration).body) outermost = at;
    return outermost;
  }

  type Referring = Map<Named, ts.Identifier[]>;

  /** By name and declaration: in a bundle a thousand declarations are called `t`. */
  const referred = new Map<ts.Node, Map<string, Referring>>();
  function referring(declaration: Named): readonly ts.Identifier[] {
    const { text } = declaration.name as { text?: string };
    // A pattern and a computed name have none.
    if (text === undefined) return [];
    const within = seenIn(declaration);
    const byName = referred.get(within) ?? new Map<string, Referring>();
    referred.set(within, byName);
    let byDeclaration = byName.get(text);
    if (!byDeclaration) {
      byName.set(text, (byDeclaration = new Map()));
      for (const identifier of named(text, within))
        for (const one of new Set(declarationsOf(identifier))) {
          const others = byDeclaration.get(one);
          if (others) others.push(identifier);
          else byDeclaration.set(one, [identifier]);
        }
    }
    return byDeclaration.get(declaration) ?? [];
  }

  return {
    binding,
    references(node) {
      const declared = node as ts.Node;
      const declaration = knownByNode.has(declared.kind) ? declared : declared.parent;
      if (!isNamed(declaration)) return [];
      return declaration === node || declaration.name === node ? referring(declaration) : [];
    },
  };
}
