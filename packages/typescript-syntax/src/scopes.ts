/**
 * What names mean in one file by its scopes alone, where no checker is at hand.
 *
 * It follows TypeScript's binder in what merges and TypeScript's checker in what is seen from where:
 * a comparison over all fixtures holds both to the same answers.
 */
import type ts from "typescript";
import type { Maybe, TypeScript } from "./views.ts";

/** The declarations, in its own file, of what an identifier stands for. */
export type Names = (identifier: ts.Identifier) => readonly ts.Declaration[];

// What a name is asked for, and what a declaration answers to.
const VALUE = 1;
const TYPE = 2;
const NAMESPACE = 4;
const ANY = VALUE | TYPE | NAMESPACE;

/** One name of a scope: all of its declarations that TypeScript merges. */
interface Entry {
  readonly declarations: ts.Declaration[];
  /** What a namespace or an enum shows to its other declarations. */
  readonly exports: Table;
}

type Table = Map<string, Entry>;

/** Where declarations go that are met on the way down. */
interface Scope {
  /** What holds `let`, classes and types. */
  readonly block: Table;
  /** What holds `var`. */
  readonly variables: Table;
  /** What holds that of a namespace which is exported. */
  readonly exports?: Table;
  /** It is only declared, and exports all. */
  readonly ambient: boolean;
}

/** @param ts - the TypeScript that made the tree, with parents set */
export function scopesOf(ts: TypeScript, sourceFile: ts.SourceFile): Names {
  const K = ts.SyntaxKind;
  const tables = new Map<ts.Node, Table>();
  const entries = new Map<ts.Node, Entry>();

  function tableOf(node: ts.Node): Table {
    const table = tables.get(node) ?? new Map<string, Entry>();
    tables.set(node, table);
    return table;
  }

  // -------------------------------------------------------------------------------------------
  // Down: who declares what where

  function meaningOf(declaration: ts.Declaration): number {
    switch (declaration.kind) {
      case K.InterfaceDeclaration:
      case K.TypeAliasDeclaration:
      case K.TypeParameter:
        return TYPE;
      case K.ClassDeclaration:
      case K.ClassExpression:
      case K.EnumMember:
        return VALUE | TYPE;
      case K.EnumDeclaration:
        return ANY;
      case K.ModuleDeclaration:
        return isInstantiated(declaration as ts.ModuleDeclaration) ? VALUE | NAMESPACE : NAMESPACE;
      case K.ImportClause:
      case K.ImportSpecifier:
      case K.NamespaceImport:
      case K.ImportEqualsDeclaration:
        return ANY;
      default:
        return VALUE;
    }
  }

  /** A namespace of types alone is no value. */
  function isInstantiated({ body }: ts.ModuleDeclaration): boolean {
    if (!body || !ts.isModuleBlock(body)) return body !== undefined;
    return body.statements.some(
      (one) =>
        !ts.isInterfaceDeclaration(one) &&
        !ts.isTypeAliasDeclaration(one) &&
        !(ts.isModuleDeclaration(one) && !isInstantiated(one)),
    );
  }

  /** Pairs of kinds, in either order, that may share a name which they both answer to. */
  function merges(a: ts.Declaration, b: ts.Declaration): boolean {
    if ((meaningOf(a) & meaningOf(b) & (VALUE | TYPE)) === 0) return true;
    const kinds = new Set([a.kind, b.kind]);
    const has = (...some: readonly ts.SyntaxKind[]): boolean => some.some((one) => kinds.has(one));
    if (has(K.ModuleDeclaration)) return !has(K.VariableDeclaration, K.BindingElement, K.Parameter);
    if (kinds.size === 1 && has(K.FunctionDeclaration, K.InterfaceDeclaration, K.EnumDeclaration))
      return true;
    if (has(K.ClassDeclaration)) return has(K.InterfaceDeclaration);
    return isVariable(a) && isVariable(b) && !(isParameter(a) && isParameter(b));
  }

  /** What is declared by `var`, and parameters, which `var` may declare again. */
  function isVariable(declaration: ts.Declaration): boolean {
    const root = rootOf(declaration);
    return ts.isParameter(root) || (ts.isVariableDeclaration(root) && !isBlockScoped(root));
  }

  const isParameter = (declaration: ts.Declaration): boolean => ts.isParameter(rootOf(declaration));

  /** The declaration that a pattern belongs to. */
  function rootOf(declaration: ts.Node): ts.Node {
    let node = declaration;
    while (ts.isBindingElement(node)) node = node.parent.parent;
    return node;
  }

  const isBlockScoped = ({ parent }: ts.VariableDeclaration): boolean =>
    ts.isCatchClause(parent) || (parent.flags & ts.NodeFlags.BlockScoped) !== 0;

  function declare(table: Table, name: string, declaration: ts.Declaration): Entry {
    const known = table.get(name);
    const fits = known?.declarations.every((one) => merges(one, declaration));
    const entry = known && fits ? known : { declarations: [], exports: new Map<string, Entry>() };
    entry.declarations.push(declaration);
    entries.set(declaration, entry);
    // The second of two that clash is known to nobody but itself.
    if (!known) table.set(name, entry);
    return entry;
  }

  /** Declares what a node declares, and says where its children do. */
  function enter(node: ts.Node, scope: Scope): Scope {
    const { name } = node as Partial<ts.NamedDeclaration>;
    const identifier = name && ts.isIdentifier(name) && name.text !== "" ? name.text : undefined;
    const into = (table: Table): Entry | undefined =>
      identifier === undefined
        ? undefined
        : (entries.get(node) ?? declare(table, identifier, node as ts.Declaration));
    const shown = isExported(node, scope) ? scope.exports : undefined;
    switch (node.kind) {
      case K.VariableDeclaration:
      case K.BindingElement: {
        const root = rootOf(node);
        const isInBlock = !ts.isVariableDeclaration(root) || isBlockScoped(root);
        into(shown ?? (isInBlock ? scope.block : scope.variables));
        return scope;
      }
      case K.Parameter:
        if (!ts.isIndexSignatureDeclaration(node.parent)) into(scope.block);
        return scope;
      case K.ImportClause:
      case K.ImportSpecifier:
      case K.NamespaceImport:
      case K.ImportEqualsDeclaration:
        into(shown ?? scope.block);
        return scope;
      case K.TypeParameter:
        into(ts.isInferTypeNode(node.parent) ? tableOf(conditionAround(node)) : scope.block);
        return scope;
      case K.EnumMember:
        into(scope.block);
        return scope;
      case K.InterfaceDeclaration:
      case K.TypeAliasDeclaration:
      case K.ClassDeclaration:
        into(shown ?? scope.block);
        return { ...scope, block: tableOf(node) };
      case K.EnumDeclaration: {
        const members = into(shown ?? scope.block)?.exports ?? tableOf(node);
        tables.set(node, members);
        return { ...scope, block: members };
      }
      case K.ModuleDeclaration: {
        const entry = isGlobalBlock(node) ? undefined : into(shown ?? scope.block);
        const own = tableOf(node);
        const ambient = scope.ambient || hasModifier(node, K.DeclareKeyword);
        return { block: own, variables: own, exports: entry?.exports ?? own, ambient };
      }
      case K.FunctionDeclaration:
        into(shown ?? scope.block);
        return functionScope(node, scope);
      case K.Block:
        // A function's body is where its parameters are.
        return ts.isFunctionLike(node.parent) || ts.isClassStaticBlockDeclaration(node.parent)
          ? scope
          : { ...scope, block: tableOf(node) };
      case K.CaseBlock:
      case K.CatchClause:
      case K.ForStatement:
      case K.ForInStatement:
      case K.ForOfStatement:
      case K.ClassExpression:
      case K.MappedType:
      case K.ConditionalType:
        return { ...scope, block: tableOf(node) };
      case K.ClassStaticBlockDeclaration:
        return functionScope(node, scope);
      default:
        return ts.isFunctionLike(node) ? functionScope(node, scope) : scope;
    }
  }

  function functionScope(node: ts.Node, { ambient }: Scope): Scope {
    const own = tableOf(node);
    return { block: own, variables: own, ambient };
  }

  /** The conditional type that an `infer` belongs to: it stands behind its `extends`. */
  function conditionAround(node: ts.Node): ts.Node {
    for (let child = node, at = node.parent as Maybe<ts.Node>; at; child = at, at = at.parent)
      if (ts.isConditionalTypeNode(at) && at.extendsType === child) return at;
    return sourceFile;
  }

  const isGlobalBlock = (node: ts.Node): boolean =>
    (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0 && ts.isModuleDeclaration(node);

  /** What a namespace shows: what it exports, and all of it where it is only declared. */
  function isExported(node: ts.Node, { ambient }: Scope): boolean {
    const root = rootOf(node);
    const statement = ts.isVariableDeclaration(root) ? root.parent.parent : root;
    if (ts.isModuleDeclaration(statement.parent)) return true;
    return (
      ts.isModuleBlock(statement.parent) && (ambient || hasModifier(statement, K.ExportKeyword))
    );
  }

  const hasModifier = (node: ts.Node, wanted: ts.SyntaxKind): boolean =>
    (node as { modifiers?: readonly ts.Node[] }).modifiers?.some(({ kind }) => kind === wanted) ??
    false;

  function childrenOf(node: ts.Node): ts.Node[] {
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      children.push(child);
    });
    // Functions are there before anything else of their block is.
    return ts.isBlock(node) || ts.isSourceFile(node) || ts.isModuleBlock(node)
      ? [
          ...children.filter((child) => ts.isFunctionDeclaration(child)),
          ...children.filter((child) => !ts.isFunctionDeclaration(child)),
        ]
      : children;
  }

  const top = tableOf(sourceFile);
  const stack: { readonly node: ts.Node; readonly scope: Scope }[] = [
    {
      node: sourceFile,
      scope: { block: top, variables: top, ambient: sourceFile.isDeclarationFile },
    },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next;
    const scope = node === sourceFile ? next.scope : enter(node, next.scope);
    stack.push(
      ...childrenOf(node)
        .map((child) => ({ node: child, scope }))
        .reverse(),
    );
  }

  // -------------------------------------------------------------------------------------------
  // Up: what a name is seen as

  /** What an identifier is asked for where it stands. */
  function meaningAt(identifier: ts.Identifier): number {
    let { parent } = identifier as { parent: ts.Node };
    const isQualified = ts.isQualifiedName(parent) || ts.isPropertyAccessExpression(parent);
    while (ts.isQualifiedName(parent)) ({ parent } = parent);
    switch (parent.kind) {
      case K.TypeReference:
      case K.ImportEqualsDeclaration:
        return isQualified ? NAMESPACE : parent.kind === K.TypeReference ? TYPE : ANY;
      case K.ExportSpecifier:
      case K.ExportAssignment:
        return ANY;
      default:
    }
    let around: ts.Node = parent;
    while (ts.isPropertyAccessExpression(around)) around = around.parent;
    if (!ts.isExpressionWithTypeArguments(around) || !ts.isHeritageClause(around.parent))
      return VALUE;
    const { token, parent: declaration } = around.parent;
    if (token === K.ExtendsKeyword && !ts.isInterfaceDeclaration(declaration)) return VALUE;
    return isQualified ? NAMESPACE : TYPE;
  }

  /** Whether what a scope holds is seen from one of its children. */
  function isSeen(entry: Entry, scope: ts.Node, child: ts.Node): boolean {
    if (ts.isConditionalTypeNode(scope))
      return child === scope.trueType || child === scope.extendsType;
    if (!ts.isFunctionLike(scope)) return true;
    const { body, name } = scope as Partial<ts.FunctionDeclaration>;
    if (child === body) return true;
    if (child === name || ts.isDecorator(child)) return false;
    // Parameters and types do not look into the body.
    return entry.declarations.some((one) => body === undefined || one.pos < body.pos);
  }

  function find(identifier: ts.Identifier): Maybe<Entry> {
    const { text } = identifier;
    const wanted = meaningAt(identifier);
    const answers = (entry: Maybe<Entry>): entry is Entry =>
      entry?.declarations.some((one) => (meaningOf(one) & wanted) !== 0) ?? false;
    for (
      let child: ts.Node = identifier, scope = identifier.parent as Maybe<ts.Node>;
      scope;
      child = scope, scope = scope.parent as Maybe<ts.Node>
    ) {
      const held = tables.get(scope)?.get(text);
      if (answers(held) && isSeen(held, scope, child)) return held;
      const exported = entries.get(scope)?.exports.get(text);
      if (ts.isModuleDeclaration(scope) && answers(exported)) return exported;
      if (
        isNamedExpression(scope) &&
        scope.name?.text === text &&
        (meaningOf(scope) & wanted) !== 0
      )
        return ownEntry(scope);
    }
    return undefined;
  }

  /** Its name is known inside of it alone. */
  const isNamedExpression = (node: ts.Node): node is ts.FunctionExpression | ts.ClassExpression =>
    ts.isFunctionExpression(node) || ts.isClassExpression(node);

  const ownEntry = (node: ts.Declaration): Entry =>
    entries.get(node) ?? declare(new Map(), "", node);

  return (identifier) => {
    const parent = identifier.parent as ts.NamedDeclaration;
    if (parent.name !== identifier) return find(identifier)?.declarations ?? [];
    const own = isNamedExpression(parent) ? ownEntry(parent) : entries.get(parent);
    return (own ?? find(identifier))?.declarations ?? [];
  };
}
