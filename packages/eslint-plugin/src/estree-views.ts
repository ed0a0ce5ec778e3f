/* eslint-disable @typescript-eslint/no-unsafe-enum-comparison --
   node types are an enum in the typings, which is not imported at run time */
/**
 * ESTree nodes as the Syntax port shows them: bare, with the views of both parsers' trees.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { SourceCode } from "eslint";
import type {
  Kind,
  Literal,
  Member,
  Node,
  Parameter,
  TypeMember,
  View,
  ViewOf,
} from "ws-close-codes-analysis";

export type Tree = TSESTree.Node;
export type Maybe<T> = T | null | undefined;
export type TypeName = `${Tree["type"]}`;
type NodeOf<T extends TypeName> = Extract<Tree, { type: T | `${T}` }>;

// ---------------------------------------------------------------------------------------------
// Bare nodes: what is looked through

/** Wrappers around one node, which stands for them. */
const wrapped = {
  ChainExpression: (n) => n.expression,
  TSAsExpression: (n) => n.expression,
  TSSatisfiesExpression: (n) => n.expression,
  TSTypeAssertion: (n) => n.expression,
  TSNonNullExpression: (n) => n.expression,
  TSInstantiationExpression: (n) => n.expression,
  TSTypeAnnotation: (n) => n.typeAnnotation,
  TSOptionalType: (n) => n.typeAnnotation,
  TSNamedTupleMember: (n) => n.elementType,
  TSTypeOperator: (n) => (n.operator === "readonly" ? n.typeAnnotation : undefined),
  ExportNamedDeclaration: (n) => n.declaration,
  ExportDefaultDeclaration: (n) => n.declaration,
  TSExportAssignment: (n) => n.expression,
  VariableDeclaration: (n) => n.declarations[0],
  CatchClause: (n) => n.body,
  // Babel's, on demand.
  ParenthesizedExpression: (n: { expression: Tree }) => n.expression,
} satisfies { [T in TypeName]?: (node: NodeOf<T>) => Maybe<Tree> } & {
  ParenthesizedExpression: (node: never) => Tree;
};

/** Nodes that only hold others together: never handed out, their children are their parent's. */
const structural: ReadonlySet<string> = new Set<TypeName>([
  "AccessorProperty",
  "AssignmentPattern",
  "ClassBody",
  "Decorator",
  "MethodDefinition",
  "Property",
  "PropertyDefinition",
  "RestElement",
  "TSAbstractAccessorProperty",
  "TSAbstractMethodDefinition",
  "TSAbstractPropertyDefinition",
  "TSEnumBody",
  "TSEnumMember",
  "TSInterfaceBody",
  "TSParameterProperty",
  "TSPropertySignature",
  "TSTypeParameterDeclaration",
  "TSTypeParameterInstantiation",
  "TemplateElement",
]);

export const inner = (node: Tree): Maybe<Tree> =>
  (wrapped as Record<string, Maybe<(node: never) => Maybe<Tree>>>)[node.type]?.(node as never);

export const isTransparent = (node: Tree): boolean =>
  structural.has(node.type) || Boolean(inner(node));

export function bare(node: Tree): Tree {
  let current = node;
  for (let next = inner(current); next; next = inner(current)) current = next;
  return current;
}

export const isNode = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && typeof (value as Tree).type === "string";

/** Also of a list that this parser has not. */
const bareList = (nodes: Maybe<readonly Maybe<Tree>[]>): Tree[] =>
  (nodes ?? []).filter(isNode).map(bare);

/** The optional fields of a view: bare, and only those that the source has. */
export function given<K extends string>(fields: Record<K, Maybe<Tree>>): Partial<Record<K, Node>> {
  const found: Partial<Record<K, Node>> = {};
  for (const key in fields) if (fields[key]) found[key] = bare(fields[key]);
  return found;
}

// ---------------------------------------------------------------------------------------------
// Views

/** The name that a key spells out, computed or not. */
export function nameOf(key: Tree, computed: boolean): string | undefined {
  const node = bare(key);
  if (node.type === "PrivateIdentifier") return `#${node.name}`;
  if (node.type === "Identifier") return computed ? undefined : node.name;
  if (node.type !== "Literal" || node.value === null || "regex" in node) return undefined;
  return String(node.value);
}

export function literal(node: Tree): Literal | undefined {
  if (node.type === "TemplateLiteral") return node.quasis[0]?.value.cooked;
  if (node.type !== "Literal" || "regex" in node) return undefined;
  return "bigint" in node ? BigInt(node.bigint) : node.value;
}

/** The value of a literal type, which may be negative. */
function literalOfType({ literal: node }: TSESTree.TSLiteralType): Literal | undefined {
  if (node.type !== "UnaryExpression") return literal(node);
  const value = literal(node.argument);
  return typeof value === "number" || typeof value === "bigint" ? -value : undefined;
}

function typeArguments(node: Tree): Tree[] {
  type Arguments = Maybe<TSESTree.TSTypeParameterInstantiation>;
  // Named `typeParameters` before typescript-eslint 6.
  const now = node as { typeArguments?: Arguments; typeParameters?: Arguments };
  return bareList((now.typeArguments ?? now.typeParameters)?.params ?? []);
}

/** `a.b.C` in a type or behind `implements`. */
function typeReference(name: Maybe<Tree>, around: Tree) {
  const path: string[] = [];
  let node = name;
  for (;;) {
    if (node?.type === "TSQualifiedName") {
      path.unshift(node.right.name);
      node = node.left;
    } else if (node?.type === "MemberExpression" && node.property.type === "Identifier") {
      path.unshift(node.property.name);
      node = node.object;
    } else break;
  }
  const args = typeArguments(around);
  if (node?.type !== "Identifier") return { path: [], identifier: undefined, args };
  return { path: [node.name, ...path], identifier: node, args };
}

/** A parameter's parts, or nothing for TypeScript's `this: T`, which takes no argument. */
export function parameterParts(node: Tree) {
  let target = node;
  let initial: Maybe<Tree>;
  let rest = false;
  let annotation: Maybe<Tree>;
  for (;;) {
    annotation ??= (target as { typeAnnotation?: Tree }).typeAnnotation;
    if (target.type === "TSParameterProperty") target = target.parameter;
    else if (target.type === "AssignmentPattern") [initial, target] = [target.right, target.left];
    else if (target.type === "RestElement") [rest, target] = [true, target.argument];
    else break;
  }
  const isThis = target.type === "Identifier" && target.name === "this";
  return isThis
    ? undefined
    : { target, fields: { rest, ...given({ default: initial, annotation }) } };
}

const parameters = (nodes: Maybe<readonly Tree[]>): Parameter[] =>
  (nodes ?? [])
    .map(parameterParts)
    .filter((parts) => parts !== undefined)
    .map(({ target, fields }) => ({ target, ...fields }));

export type FunctionTree =
  | NodeOf<"FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression">
  | NodeOf<"TSDeclareFunction" | "TSEmptyBodyFunctionExpression">;

const functionFields = (node: FunctionTree) => ({
  name: node.id?.name,
  params: parameters(node.params),
  body: node.body ? bare(node.body) : undefined,
  arrow: node.type === "ArrowFunctionExpression",
  async: node.async,
  generator: node.generator,
  ...given({ result: node.returnType }),
  returns: () => returned(node),
});

/** Where a statement keeps the statements inside it, last first. */
const statementKeysReversed = [
  "alternate",
  "consequent",
  "body",
  "cases",
  "finalizer",
  "handler",
  "block",
] as const;

/** Every expression that a function itself returns. */
function returned(node: FunctionTree): Tree[] {
  if (!node.body) return [];
  if (node.body.type !== "BlockStatement") return [bare(node.body)];
  const found: Tree[] = [];
  const stack: Tree[] = [node.body];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === "ReturnStatement") found.push(...bareList([next.argument]));
    else if (!/^(Function|Class)/.test(next.type)) {
      const held = next as Partial<Record<(typeof statementKeysReversed)[number], unknown>>;
      for (const key of statementKeysReversed) pushReversed(stack, nodesIn(held[key]));
    }
  }
  return found;
}

type SignatureTree = NodeOf<"TSFunctionType" | "TSMethodSignature" | "TSCallSignatureDeclaration">;

const signatureFields = (node: SignatureTree) => ({
  params: parameters(node.params),
  ...given({ result: node.returnType }),
});

const methodKinds = {
  constructor: "constructor",
  get: "getter",
  set: "setter",
  method: "method",
} as const;

function classMember(element: TSESTree.ClassElement): Member[] {
  switch (element.type) {
    case "MethodDefinition":
    case "TSAbstractMethodDefinition": {
      const { value, key, computed, static: isStatic } = element;
      const kind = methodKinds[element.kind];
      if (kind !== "constructor")
        return [{ kind, name: nameOf(key, computed), key: bare(key), static: isStatic, value }];
      const made: Member = { kind, name: kind, key: undefined, static: false, value };
      return [made, ...value.params.flatMap(parameterProperty)];
    }
    case "PropertyDefinition":
    case "AccessorProperty":
    case "TSAbstractPropertyDefinition":
    case "TSAbstractAccessorProperty": {
      const { value, typeAnnotation: annotation, key, computed, static: isStatic } = element;
      const name = nameOf(key, computed);
      const fields = given({ value, annotation });
      return [{ kind: "field", name, key: bare(key), static: isStatic, ...fields }];
    }
    default:
      return [];
  }
}

function parameterProperty(node: Tree): Member[] {
  const parts = node.type === "TSParameterProperty" ? parameterParts(node) : undefined;
  if (parts?.target.type !== "Identifier") return [];
  const { default: value, annotation } = parts.fields;
  return [
    {
      kind: "parameter",
      name: parts.target.name,
      key: parts.target,
      static: false,
      ...(value && { value }),
      ...(annotation && { annotation }),
    },
  ];
}

const classFields = (node: NodeOf<"ClassDeclaration" | "ClassExpression">) => ({
  name: node.id?.name,
  ...given({ extends: node.superClass }),
  implements: bareList(node.implements),
  members: node.body.body.flatMap(classMember),
});

function typeMember(node: TSESTree.TypeElement): TypeMember[] {
  switch (node.type) {
    case "TSPropertySignature":
      return [{ name: nameOf(node.key, node.computed), ...given({ type: node.typeAnnotation }) }];
    case "TSMethodSignature": {
      const name = nameOf(node.key, node.computed);
      if (node.kind === "method") return [{ name, type: node }];
      const [first] = parameters(node.params);
      const type = node.kind === "set" ? first?.annotation : signatureFields(node).result;
      return [{ name, ...(type && { type }) }];
    }
    case "TSCallSignatureDeclaration":
      return [{ name: undefined, type: node }];
    case "TSIndexSignature":
      return [{ name: undefined, ...given({ type: node.typeAnnotation }), every: true }];
    default:
      return [];
  }
}

/** The identifiers that a pattern binds or assigns to, in source order. */
function namesIn(pattern: Tree): Tree[] {
  const names: Tree[] = [];
  const stack = [pattern];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const node = bare(next);
    if (node.type === "Identifier") names.push(node);
    else if (node.type === "ObjectPattern") pushReversed(stack, node.properties);
    else if (node.type === "ArrayPattern") pushReversed(stack, nodesIn(node.elements));
    else if (node.type === "AssignmentPattern") stack.push(node.left);
    else if (node.type === "RestElement") stack.push(node.argument);
    else if (node.type === "Property") stack.push(node.value);
  }
  return names;
}

/** The members were the declaration's own before typescript-eslint 8. */
const enumMembers = (node: TSESTree.TSEnumDeclaration): readonly TSESTree.TSEnumMember[] =>
  ("body" in node ? node.body : (node as TSESTree.TSEnumBody)).members;

const patternFields = (node: Tree) => ({ names: namesIn(node) });

const callFields = (node: NodeOf<"CallExpression" | "NewExpression">) => ({
  callee: bare(node.callee),
  args: bareList(node.arguments),
  types: typeArguments(node),
  construct: node.type === "NewExpression",
});

const unaryFields = (node: NodeOf<"UnaryExpression" | "UpdateExpression">) => ({
  operator: node.operator,
  operand: bare(node.argument),
});

const operand = (node: { argument: Tree }) => ({ operand: bare(node.argument) });

/** One declaration of several variables is several statements. */
function statements(node: Tree): readonly Tree[] {
  const declaration = node.type === "ExportNamedDeclaration" ? node.declaration : node;
  if (declaration?.type !== "VariableDeclaration") return [bare(node)];
  return declaration.declarations;
}

const blockFields = ({ body }: { body: readonly Tree[] }) => ({
  statements: body.flatMap(statements),
});

function property(node: TSESTree.ObjectLiteralElement) {
  if (node.type === "SpreadElement") return [];
  const value = bare(node.value);
  const key = node.shorthand ? value : bare(node.key);
  return [{ name: nameOf(node.key, node.computed), key, value }];
}

/** What a kind of view shows, or nothing where the native node is no such thing after all. */
type Fields<K extends Kind> = Omit<ViewOf<K>, "kind"> | undefined;
type Table = {
  readonly [K in Kind]?: { readonly [T in TypeName]?: (node: NodeOf<T>) => Fields<K> };
};

const table: Table = {
  identifier: {
    Identifier: (n) => ({ name: n.name }),
    PrivateIdentifier: (n) => ({ name: `#${n.name}` }),
  },
  this: { ThisExpression: () => ({}) },
  super: { Super: () => ({}) },
  literal: {
    Literal: (n) => {
      const value = literal(n);
      const inMarkup = (n.parent as Maybe<Tree>)?.type === "JSXAttribute";
      return value === undefined || inMarkup ? undefined : { value };
    },
  },
  template: {
    TemplateLiteral: (n) => ({
      texts: n.quasis.map((quasi) => (quasi.value.cooked as Maybe<string>) ?? ""),
      holes: bareList(n.expressions),
    }),
  },
  member: {
    MemberExpression: (n) => ({
      object: bare(n.object),
      name: nameOf(n.property, n.computed),
      property: bare(n.property),
    }),
    TSQualifiedName: (n) => {
      let around: Tree = n;
      while (around.type === "TSQualifiedName") around = around.parent;
      if (around.type !== "TSTypeQuery") return undefined;
      return { object: n.left, name: n.right.name, property: n.right };
    },
  },
  call: { CallExpression: callFields, NewExpression: callFields },
  unary: { UnaryExpression: unaryFields, UpdateExpression: unaryFields },
  binary: {
    BinaryExpression: (n) => ({
      operator: n.operator,
      left: bare(n.left),
      right: bare(n.right),
    }),
  },
  either: {
    ConditionalExpression: (n) => ({
      operator: "?:",
      test: bare(n.test),
      arms: [bare(n.consequent), bare(n.alternate)],
    }),
    LogicalExpression: (n) => ({ operator: n.operator, arms: [bare(n.left), bare(n.right)] }),
  },
  assignment: {
    AssignmentExpression: (n) => ({
      operator: n.operator,
      target: bare(n.left),
      value: bare(n.right),
    }),
  },
  object: {
    ObjectExpression: (n) => ({
      properties: n.properties.flatMap(property),
      spreads: n.properties.some((one) => one.type === "SpreadElement"),
    }),
  },
  array: {
    ArrayExpression: (n) => ({ elements: n.elements.map((one) => (one ? bare(one) : undefined)) }),
  },
  function: {
    FunctionDeclaration: functionFields,
    FunctionExpression: functionFields,
    ArrowFunctionExpression: functionFields,
    TSDeclareFunction: functionFields,
    TSEmptyBodyFunctionExpression: functionFields,
  },
  class: { ClassDeclaration: classFields, ClassExpression: classFields },
  await: { AwaitExpression: operand },
  spread: { SpreadElement: operand },
  variable: {
    VariableDeclarator: (n) => ({
      target: n.id,
      ...given({ init: n.init, annotation: n.id.typeAnnotation }),
    }),
  },
  enum: {
    TSEnumDeclaration: (n) => ({
      name: n.id.name,
      members: enumMembers(n).map((one) => ({
        name: nameOf(one.id, false) ?? "",
        key: one.id,
        ...given({ init: one.initializer }),
      })),
    }),
  },
  pattern: { ObjectPattern: patternFields, ArrayPattern: patternFields },
  switch: {
    SwitchStatement: (n) => ({
      subject: bare(n.discriminant),
      cases: n.cases.map((node) => ({ node, ...given({ test: node.test }) })),
    }),
  },
  case: { SwitchCase: (n) => given({ test: n.test }) },
  return: { ReturnStatement: (n) => given({ value: n.argument }) },
  throw: { ThrowStatement: (n) => given({ value: n.argument }) },
  break: { BreakStatement: () => ({}) },
  block: {
    Program: blockFields,
    BlockStatement: blockFields,
    StaticBlock: blockFields,
    TSModuleBlock: blockFields,
  },
  expression: { ExpressionStatement: (n) => ({ expression: bare(n.expression) }) },
  if: {
    IfStatement: (n) => ({
      test: bare(n.test),
      then: bare(n.consequent),
      ...given({ else: n.alternate }),
    }),
  },
  try: {
    TryStatement: (n) => ({
      block: n.block,
      ...given({ handler: n.handler, finalizer: n.finalizer }),
    }),
  },
  "type-reference": {
    TSTypeReference: (n) => typeReference(n.typeName, n),
    TSClassImplements: (n) => typeReference(n.expression, n),
    TSInterfaceHeritage: (n) => typeReference(n.expression, n),
    TSImportType: (n) => {
      if (n.parent.type === "TSTypeQuery") return undefined;
      // Before `source` there was `argument`, a literal type; no literal, where it is a mistake.
      const { source, argument } = n as { source?: Tree; argument?: Tree };
      const written = source ?? (argument?.type === "TSLiteralType" ? argument.literal : undefined);
      const module = written && literal(written);
      return {
        ...typeReference(n.qualifier, n),
        identifier: undefined,
        ...(typeof module === "string" && { module }),
      };
    },
  },
  "type-union": { TSUnionType: (n) => ({ members: bareList(n.types) }) },
  "type-intersection": { TSIntersectionType: (n) => ({ members: bareList(n.types) }) },
  "type-array": { TSArrayType: (n) => ({ element: bare(n.elementType) }) },
  "type-tuple": { TSTupleType: (n) => ({ elements: bareList(n.elementTypes) }) },
  "type-literal": {
    TSLiteralType: (n) => {
      const value = literalOfType(n);
      return value === undefined ? undefined : { value };
    },
    TSNullKeyword: () => ({ value: null }),
  },
  "type-query": {
    TSTypeQuery: (n) =>
      n.exprName.type === "TSImportType" ? undefined : { expression: n.exprName },
  },
  "type-object": { TSTypeLiteral: (n) => ({ members: n.members.flatMap(typeMember) }) },
  "function-type": {
    TSFunctionType: signatureFields,
    TSMethodSignature: signatureFields,
    TSCallSignatureDeclaration: signatureFields,
  },
  interface: {
    TSInterfaceDeclaration: (n) => ({
      name: n.id.name,
      extends: bareList(n.extends),
      members: n.body.body.flatMap(typeMember),
    }),
  },
  "type-alias": {
    TSTypeAliasDeclaration: (n) => ({ name: n.id.name, type: bare(n.typeAnnotation) }),
  },
};

/** The same by native type, which has one kind each. */
export const rows: ReadonlyMap<string, Row> = new Map(
  Object.entries(table).flatMap(([kind, byType]) =>
    Object.entries(byType).map(([type, fields]): [string, Row] => [
      type,
      { kind: kind as Kind, fields },
    ]),
  ),
);

interface Row {
  readonly kind: Kind;
  readonly fields: (node: never) => { kind?: Kind } | undefined;
}

const OTHER: View = { kind: "other" };

/** Those that are of no kind after all where their fields are missing. */
const unsure: ReadonlySet<string> = new Set<TypeName>([
  "Literal",
  "TSImportType",
  "TSLiteralType",
  "TSQualifiedName",
  "TSTypeQuery",
]);

/** The kind of a node's view, where its type alone tells it. */
export function kindOf({ type }: Tree): Kind | undefined {
  return unsure.has(type) ? undefined : (rows.get(type)?.kind ?? "other");
}

export function look(node: Tree): View {
  const row = rows.get(node.type);
  const view = row?.fields(node as never);
  if (!row || !view) return OTHER;
  // Cheaper than a copy.
  view.kind = row.kind;
  return view as View;
}

// ---------------------------------------------------------------------------------------------
// The tree

const nodesIn = (value: unknown): Tree[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];

/** Puts nodes on a stack so that the first comes off first; any number of them. */
export function pushReversed(stack: Tree[], nodes: readonly Tree[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node) stack.push(node);
  }
}

const sameRange = (a: Tree, b: Tree): boolean =>
  a.range[0] === b.range[0] && a.range[1] === b.range[1];

/** Nodes whose annotation and decorators belong to the declaration around them. */
export const targets: ReadonlySet<string> = new Set<TypeName>([
  "Identifier",
  "ObjectPattern",
  "ArrayPattern",
]);

/** Children that another node stands for, or that no other tree shows. */
export function isHidden(node: Tree, key: string): boolean {
  switch (node.type) {
    case "Identifier":
    case "ObjectPattern":
    case "ArrayPattern":
      return key === "typeAnnotation" || key === "decorators";
    case "Property":
      return key === "key" && node.shorthand;
    case "ImportSpecifier":
      return key === "imported" && sameRange(node.imported, node.local);
    case "ExportSpecifier":
      return key === "exported" && sameRange(node.exported, node.local);
    case "MethodDefinition":
      return key === "key" && node.kind === "constructor";
    case "TSImportType":
      return key === "source" || key === "argument" || key === "options";
    case "MetaProperty":
    case "TSLiteralType":
      return true;
    default:
      return false;
  }
}

const unvisited: ReadonlySet<string> = new Set(["parent", "range", "loc", "tokens", "comments"]);

/** Where a node keeps its children, in source order. */
export const keysOf = (node: Tree, visitorKeys: SourceCode["visitorKeys"]): readonly string[] =>
  (visitorKeys[node.type] as Maybe<readonly string[]>) ??
  Object.keys(node).filter((key) => !unvisited.has(key));

/** Every native child in source order, wrappers and structure included. */
export function nativeChildren(node: Tree, visitorKeys: SourceCode["visitorKeys"]): Tree[] {
  const found: Tree[] = [];
  for (const key of keysOf(node, visitorKeys)) {
    if (isHidden(node, key)) continue;
    const value: unknown = node[key as keyof Tree];
    if (isNode(value)) addChild(found, value);
    else if (Array.isArray(value)) for (const one of value) if (isNode(one)) addChild(found, one);
  }
  return found;
}

function addChild(found: Tree[], child: Tree): void {
  if (!targets.has(child.type)) {
    found.push(child);
    return;
  }
  const { decorators, typeAnnotation } = child as Partial<TSESTree.Identifier>;
  if (decorators) found.push(...decorators);
  found.push(child);
  if (typeAnnotation) found.push(typeAnnotation);
}

function nativeParent(node: Tree): Maybe<Tree> {
  const parent = node.parent as Maybe<Tree>;
  const hoisted = node.type === "TSTypeAnnotation" || node.type === "Decorator";
  return hoisted && parent && targets.has(parent.type) ? parent.parent : parent;
}

export function parentOf(node: Tree): Tree | undefined {
  let parent = nativeParent(node);
  while (parent && isTransparent(parent)) parent = nativeParent(parent);
  return parent ?? undefined;
}

/** The type that is asserted around an expression, `as const` left aside. */
export function assertion(node: Tree): Tree | undefined {
  let found: Tree | undefined;
  let child = node;
  for (let around = child.parent; around && inner(around) === child; around = child.parent) {
    if (/^TS(As|Satisfies)Expression$|^TSTypeAssertion$/.test(around.type)) {
      const type = bare((around as TSESTree.TSAsExpression).typeAnnotation);
      const name = type.type === "TSTypeReference" ? type.typeName : undefined;
      if (name?.type !== "Identifier" || name.name !== "const") found = type;
    }
    child = around;
  }
  return found;
}
