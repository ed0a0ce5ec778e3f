/**
 * The Syntax port over ESTree, as espree and typescript-eslint's parser produce it, with ESLint's
 * own scopes.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { Scope, SourceCode } from "eslint";
import {
  checkerTypes,
  type Binding,
  type Kind,
  type Literal,
  type Member,
  type Node,
  type Parameter,
  type Range,
  type Step,
  type Syntax,
  type TypeMember,
  type View,
} from "ws-close-codes-analysis";

type Tree = TSESTree.Node;
type Maybe<T> = T | null | undefined;
type TypeName = `${Tree["type"]}`;
type NodeOf<T extends TypeName> = Extract<Tree, { type: T | `${T}` }>;

/** One native type: the kinds it may look like, and how it looks. */
type Row<T extends TypeName> = readonly [
  kinds: Kind | readonly Kind[],
  view: (node: NodeOf<T>) => View,
];

type Arguments = { typeArguments?: Maybe<TSESTree.TSTypeParameterInstantiation> };

const OTHER: View = { kind: "other" };

// ---------------------------------------------------------------------------------------------
// Bare nodes: what is looked through

/** Wrappers around one node, which stands for them. */
const wrapped: { readonly [type: string]: (node: never) => Maybe<Tree> } = {
  ParenthesizedExpression: (node: { expression: Tree }) => node.expression,
  ChainExpression: (node: TSESTree.ChainExpression) => node.expression,
  TSAsExpression: (node: TSESTree.TSAsExpression) => node.expression,
  TSSatisfiesExpression: (node: TSESTree.TSSatisfiesExpression) => node.expression,
  TSTypeAssertion: (node: TSESTree.TSTypeAssertion) => node.expression,
  TSNonNullExpression: (node: TSESTree.TSNonNullExpression) => node.expression,
  TSInstantiationExpression: (node: TSESTree.TSInstantiationExpression) => node.expression,
  TSTypeAnnotation: (node: TSESTree.TSTypeAnnotation) => node.typeAnnotation,
  TSOptionalType: (node: TSESTree.TSOptionalType) => node.typeAnnotation,
  TSNamedTupleMember: (node: TSESTree.TSNamedTupleMember) => node.elementType,
  TSTypeOperator: (node: TSESTree.TSTypeOperator) =>
    node.operator === "readonly" ? node.typeAnnotation : undefined,
  ExportNamedDeclaration: (node: TSESTree.ExportNamedDeclaration) => node.declaration,
  ExportDefaultDeclaration: (node: TSESTree.ExportDefaultDeclaration) => node.declaration,
  TSExportAssignment: (node: TSESTree.TSExportAssignment) => node.expression,
  VariableDeclaration: (node: TSESTree.VariableDeclaration) => node.declarations[0],
  CatchClause: (node: TSESTree.CatchClause) => node.body,
};

/** Nodes that only hold others together: never handed out, their children belong to their parent. */
const structural: ReadonlySet<string> = new Set([
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

/** Nodes that carry the annotation and the decorators of the declaration around them. */
const targets: ReadonlySet<string> = new Set(["Identifier", "ObjectPattern", "ArrayPattern"]);

const inner = (node: Tree): Maybe<Tree> =>
  wrapped[node.type]?.(node as never) ??
  // A type is annotated where it is declared: `export {}` alone wraps nothing.
  undefined;

const isTransparent = (node: Tree): boolean =>
  structural.has(node.type) || inner(node) !== undefined;

function bare(node: Tree): Tree {
  let current = node;
  for (let next = inner(current); next; next = inner(current)) current = next;
  return current;
}

const bareList = (nodes: readonly Maybe<Tree>[]): Tree[] =>
  nodes.filter((node) => node != null).map(bare);

/** The optional fields of a view: bare, and only those that the source has. */
function given<K extends string>(fields: Record<K, Maybe<Tree>>): { [P in K]?: Node } {
  const found: { [P in K]?: Node } = {};
  for (const key in fields) if (fields[key]) found[key] = bare(fields[key]);
  return found;
}

/** A block's statements; one declaration of several variables is several of them. */
const statements = (nodes: readonly Tree[]): Tree[] =>
  nodes.flatMap((node) => {
    const declaration = node.type === "ExportNamedDeclaration" ? node.declaration : node;
    return declaration?.type === "VariableDeclaration"
      ? declaration.declarations.map(bare)
      : [bare(node)];
  });

// ---------------------------------------------------------------------------------------------
// Views

/** The name that a key spells out, computed or not. */
function nameOf(key: Tree, computed: boolean): string | undefined {
  const node = bare(key);
  if (node.type === "PrivateIdentifier") return `#${node.name}`;
  if (node.type === "Identifier") return computed ? undefined : node.name;
  if (node.type !== "Literal" || node.value === null || "regex" in node) return undefined;
  return String(node.value);
}

const typeArguments = (node: Tree): Tree[] => {
  // Named `typeParameters` before typescript-eslint 6.
  const args =
    (node as Arguments).typeArguments ??
    (node as { typeParameters?: Arguments["typeArguments"] }).typeParameters;
  return bareList(args?.params ?? []);
};

/** The identifiers that a pattern binds. */
function namesIn(target: Maybe<Tree>): Tree[] {
  switch (target?.type) {
    case "Identifier":
      return [target];
    case "ObjectPattern":
      return target.properties.flatMap((one) =>
        namesIn(one.type === "RestElement" ? one.argument : one.value),
      );
    case "ArrayPattern":
      return target.elements.flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(target.left);
    case "RestElement":
      return namesIn(target.argument);
    default:
      return [];
  }
}

/** `a.b.C` in a type or behind `implements`. */
function typeReference(name: Tree, around: Tree): View {
  const path: string[] = [];
  let node = name;
  for (;;) {
    if (node.type === "TSQualifiedName") {
      path.unshift(node.right.name);
      node = node.left;
    } else if (node.type === "MemberExpression" && node.property.type === "Identifier") {
      path.unshift(node.property.name);
      node = node.object;
    } else break;
  }
  const args = typeArguments(around);
  return node.type === "Identifier"
    ? { kind: "type-reference", path: [node.name, ...path], identifier: node, args }
    : { kind: "type-reference", path: [], identifier: undefined, args };
}

/** A parameter, or nothing for TypeScript's `this: T`, which takes no argument. */
function parameter(node: Tree): Parameter | undefined {
  let target = node;
  let initial: Tree | undefined;
  let rest = false;
  let annotation: Maybe<Tree>;
  for (;;) {
    annotation ??= (target as { typeAnnotation?: Tree }).typeAnnotation;
    if (target.type === "TSParameterProperty") target = target.parameter;
    else if (target.type === "AssignmentPattern") [initial, target] = [target.right, target.left];
    else if (target.type === "RestElement") [rest, target] = [true, target.argument];
    else break;
  }
  if (target.type === "Identifier" && target.name === "this") return undefined;
  return { target, rest, ...given({ default: initial, annotation }) };
}

const parameters = (nodes: readonly Tree[]): Parameter[] =>
  nodes.map(parameter).filter((one) => one !== undefined);

type FunctionTree =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

const functionView = (node: FunctionTree): View => ({
  kind: "function",
  name: node.id?.name,
  params: parameters(node.params),
  body: node.body ? bare(node.body) : undefined,
  arrow: node.type === "ArrowFunctionExpression",
  async: node.async,
  generator: node.generator,
  ...given({ result: node.returnType }),
  returns: () => returned(node),
});

const functionType = (node: TSESTree.TSFunctionType | TSESTree.TSMethodSignature): View => ({
  kind: "function-type",
  params: parameters(node.params),
  ...given({ result: node.returnType }),
});

const memberKinds = {
  constructor: "constructor",
  get: "getter",
  set: "setter",
  method: "method",
} as const;

function classMembers(element: TSESTree.ClassElement): Member[] {
  switch (element.type) {
    case "MethodDefinition":
    case "TSAbstractMethodDefinition": {
      const kind = memberKinds[element.kind];
      const isConstructor = kind === "constructor";
      const key = isConstructor ? undefined : bare(element.key);
      const name = isConstructor ? kind : nameOf(element.key, element.computed);
      const method: Member = { kind, name, key, static: element.static, value: element.value };
      return [method, ...(isConstructor ? parameterProperties(element.value.params) : [])];
    }
    case "PropertyDefinition":
    case "AccessorProperty":
    case "TSAbstractPropertyDefinition":
    case "TSAbstractAccessorProperty":
      return [
        {
          kind: "field",
          name: nameOf(element.key, element.computed),
          key: bare(element.key),
          static: element.static,
          ...given({ value: element.value, annotation: element.typeAnnotation }),
        },
      ];
    default:
      return [];
  }
}

function parameterProperties(params: readonly Tree[]): Member[] {
  return params.flatMap((node): Member[] => {
    const one = node.type === "TSParameterProperty" ? parameter(node) : undefined;
    const key = one?.target as Maybe<Tree>;
    if (!one || key?.type !== "Identifier") return [];
    return [
      {
        kind: "parameter",
        name: key.name,
        key,
        static: false,
        ...(one.default && { value: one.default }),
        ...(one.annotation && { annotation: one.annotation }),
      },
    ];
  });
}

const classView = (node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): View => ({
  kind: "class",
  name: node.id?.name,
  ...given({ extends: node.superClass }),
  // espree's classes have no `implements`.
  implements: (node.implements as Maybe<Tree[]>) ?? [],
  members: node.body.body.flatMap(classMembers),
});

function typeMembers(nodes: readonly TSESTree.TypeElement[]): TypeMember[] {
  return nodes.flatMap((node): TypeMember[] => {
    switch (node.type) {
      case "TSPropertySignature":
        return [{ name: nameOf(node.key, node.computed), ...given({ type: node.typeAnnotation }) }];
      case "TSMethodSignature": {
        const name = nameOf(node.key, node.computed);
        if (node.kind === "method") return [{ name, type: node }];
        const [first] = parameters(node.params);
        const type = node.kind === "set" ? first?.annotation : node.returnType;
        return [{ name, ...(type && { type: bare(type as Tree) }) }];
      }
      case "TSCallSignatureDeclaration":
        return [{ name: undefined, type: node }];
      case "TSIndexSignature":
        return [{ name: undefined, ...given({ type: node.typeAnnotation }) }];
      default:
        return [];
    }
  });
}

function literal(node: Tree): Literal | undefined {
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = literal(node.argument);
    return typeof value === "number" || typeof value === "bigint" ? -value : undefined;
  }
  if (node.type === "TemplateLiteral") return node.quasis[0]?.value.cooked;
  if (node.type !== "Literal" || "regex" in node) return undefined;
  return "bigint" in node ? BigInt(node.bigint) : (node.value as Literal);
}

const either = (operator: "?:" | "??" | "||" | "&&", a: Tree, b: Tree, test?: Tree): View => ({
  kind: "either",
  operator,
  ...given({ test }),
  arms: [bare(a), bare(b)],
});

const optionalValue = (node: { argument: Tree | null }) => given({ value: node.argument });

const block = (node: { body: readonly Tree[] }): View => ({
  kind: "block",
  statements: statements(node.body),
});

const table: { readonly [T in TypeName]?: Row<T> } = {
  Identifier: ["identifier", (n) => ({ kind: "identifier", name: n.name })],
  PrivateIdentifier: ["identifier", (n) => ({ kind: "identifier", name: `#${n.name}` })],
  ThisExpression: ["this", () => ({ kind: "this" })],
  Super: ["super", () => ({ kind: "super" })],
  Literal: [
    "literal",
    (n) => {
      const value = literal(n);
      const inMarkup = (n.parent as Maybe<Tree>)?.type === "JSXAttribute";
      return value === undefined || inMarkup ? OTHER : { kind: "literal", value };
    },
  ],
  TemplateLiteral: [
    "template",
    (n) => ({
      kind: "template",
      texts: n.quasis.map((quasi) => (quasi.value.cooked as Maybe<string>) ?? ""),
      holes: bareList(n.expressions),
    }),
  ],
  MemberExpression: [
    "member",
    (n) => ({
      kind: "member",
      object: bare(n.object),
      name: nameOf(n.property, n.computed),
      property: bare(n.property),
    }),
  ],
  TSQualifiedName: [
    "member",
    (n) => {
      let around: Tree = n;
      while (around.type === "TSQualifiedName") around = around.parent;
      if (around.type !== "TSTypeQuery") return OTHER;
      return { kind: "member", object: n.left, name: n.right.name, property: n.right };
    },
  ],
  CallExpression: [
    "call",
    (n) => ({
      kind: "call",
      callee: bare(n.callee),
      args: bareList(n.arguments),
      types: typeArguments(n),
      construct: false,
    }),
  ],
  NewExpression: [
    "call",
    (n) => ({
      kind: "call",
      callee: bare(n.callee),
      args: bareList(n.arguments),
      types: typeArguments(n),
      construct: true,
    }),
  ],
  UnaryExpression: [
    "unary",
    (n) => ({ kind: "unary", operator: n.operator, operand: bare(n.argument) }),
  ],
  UpdateExpression: [
    "unary",
    (n) => ({ kind: "unary", operator: n.operator, operand: bare(n.argument) }),
  ],
  BinaryExpression: [
    "binary",
    (n) => ({ kind: "binary", operator: n.operator, left: bare(n.left), right: bare(n.right) }),
  ],
  ConditionalExpression: ["either", (n) => either("?:", n.consequent, n.alternate, n.test)],
  LogicalExpression: ["either", (n) => either(n.operator, n.left, n.right)],
  AssignmentExpression: [
    "assignment",
    (n) => ({
      kind: "assignment",
      operator: n.operator,
      target: bare(n.left),
      value: bare(n.right),
    }),
  ],
  ObjectExpression: [
    "object",
    (n) => ({
      kind: "object",
      properties: n.properties.flatMap((one) => {
        if (one.type === "SpreadElement") return [];
        const value = bare(one.value);
        const key = one.shorthand ? value : bare(one.key);
        return [{ name: nameOf(one.key, one.computed), key, value }];
      }),
      spreads: n.properties.some((one) => one.type === "SpreadElement"),
    }),
  ],
  ArrayExpression: [
    "array",
    (n) => ({ kind: "array", elements: n.elements.map((one) => (one ? bare(one) : undefined)) }),
  ],
  FunctionDeclaration: ["function", functionView],
  FunctionExpression: ["function", functionView],
  ArrowFunctionExpression: ["function", functionView],
  TSDeclareFunction: ["function", functionView],
  TSEmptyBodyFunctionExpression: ["function", functionView],
  ClassDeclaration: ["class", classView],
  ClassExpression: ["class", classView],
  AwaitExpression: ["await", (n) => ({ kind: "await", operand: bare(n.argument) })],
  SpreadElement: ["spread", (n) => ({ kind: "spread", operand: bare(n.argument) })],
  VariableDeclarator: [
    "variable",
    (n) => ({
      kind: "variable",
      target: n.id,
      ...given({ init: n.init, annotation: n.id.typeAnnotation }),
    }),
  ],
  TSEnumDeclaration: [
    "enum",
    (n) => ({
      kind: "enum",
      name: n.id.name,
      // The members were the declaration's own before typescript-eslint 8.
      members: ((n.body as Maybe<TSESTree.TSEnumBody>) ?? n).members.map((one) => ({
        name: nameOf(one.id, false) ?? "",
        key: one.id,
        ...given({ init: one.initializer }),
      })),
    }),
  ],
  ObjectPattern: ["pattern", (n) => ({ kind: "pattern", names: namesIn(n) })],
  ArrayPattern: ["pattern", (n) => ({ kind: "pattern", names: namesIn(n) })],
  SwitchStatement: [
    "switch",
    (n) => ({
      kind: "switch",
      subject: bare(n.discriminant),
      cases: n.cases.map((node) => ({ node, ...given({ test: node.test }) })),
    }),
  ],
  SwitchCase: ["case", (n) => ({ kind: "case", ...given({ test: n.test }) })],
  ReturnStatement: ["return", (n) => ({ kind: "return", ...optionalValue(n) })],
  ThrowStatement: ["throw", (n) => ({ kind: "throw", ...optionalValue(n) })],
  BreakStatement: ["break", () => ({ kind: "break" })],
  Program: ["block", block],
  BlockStatement: ["block", block],
  StaticBlock: ["block", block],
  TSModuleBlock: ["block", block],
  ExpressionStatement: [
    "expression",
    (n) => ({ kind: "expression", expression: bare(n.expression) }),
  ],
  IfStatement: [
    "if",
    (n) => ({
      kind: "if",
      test: bare(n.test),
      then: bare(n.consequent),
      ...given({ else: n.alternate }),
    }),
  ],
  TryStatement: [
    "try",
    (n) => ({
      kind: "try",
      block: n.block,
      ...given({ handler: n.handler, finalizer: n.finalizer }),
    }),
  ],
  TSTypeReference: ["type-reference", (n) => typeReference(n.typeName, n)],
  TSClassImplements: ["type-reference", (n) => typeReference(n.expression, n)],
  TSInterfaceHeritage: ["type-reference", (n) => typeReference(n.expression, n)],
  TSImportType: [
    "type-reference",
    (n) => {
      if (n.parent.type === "TSTypeQuery") return OTHER;
      // Before `source` there was `argument`, a literal type.
      const source = "source" in n ? n.source : (n as { argument: Tree }).argument;
      const module = literal(source.type === "TSLiteralType" ? source.literal : source);
      const path = n.qualifier ? typeReference(n.qualifier, n) : undefined;
      return {
        kind: "type-reference",
        path: path?.kind === "type-reference" ? path.path : [],
        identifier: undefined,
        ...(typeof module === "string" && { module }),
        args: typeArguments(n),
      };
    },
  ],
  TSUnionType: ["type-union", (n) => ({ kind: "type-union", members: bareList(n.types) })],
  TSIntersectionType: [
    "type-intersection",
    (n) => ({ kind: "type-intersection", members: bareList(n.types) }),
  ],
  TSArrayType: ["type-array", (n) => ({ kind: "type-array", element: bare(n.elementType) })],
  TSTupleType: ["type-tuple", (n) => ({ kind: "type-tuple", elements: bareList(n.elementTypes) })],
  TSLiteralType: [
    "type-literal",
    (n) => {
      const value = literal(n.literal);
      return value === undefined ? OTHER : { kind: "type-literal", value };
    },
  ],
  TSNullKeyword: ["type-literal", () => ({ kind: "type-literal", value: null })],
  TSTypeQuery: [
    "type-query",
    (n) =>
      n.exprName.type === "TSImportType" ? OTHER : { kind: "type-query", expression: n.exprName },
  ],
  TSTypeLiteral: ["type-object", (n) => ({ kind: "type-object", members: typeMembers(n.members) })],
  TSFunctionType: ["function-type", functionType],
  TSMethodSignature: ["function-type", functionType],
  TSCallSignatureDeclaration: ["function-type", (n) => functionType(n as never)],
  TSInterfaceDeclaration: [
    "interface",
    (n) => ({
      kind: "interface",
      name: n.id.name,
      extends: n.extends,
      members: typeMembers(n.body.body),
    }),
  ],
  TSTypeAliasDeclaration: [
    "type-alias",
    (n) => ({ kind: "type-alias", name: n.id.name, type: bare(n.typeAnnotation) }),
  ],
};

const rows = table as { readonly [type: string]: Row<never> | undefined };

const look = (node: Tree): View => rows[node.type]?.[1](node as never) ?? OTHER;

// ---------------------------------------------------------------------------------------------
// The tree

const sameRange = (a: Tree, b: Tree): boolean =>
  a.range[0] === b.range[0] && a.range[1] === b.range[1];

/** Children that another node stands for, or that no other tree shows. */
function isHidden(node: Tree, key: string): boolean {
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
      return key === "source" || key === "argument";
    case "MetaProperty":
    case "TSLiteralType":
      return true;
    default:
      return false;
  }
}

const unvisited: ReadonlySet<string> = new Set(["parent", "range", "loc", "tokens", "comments"]);

const isNode = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && typeof (value as Tree).type === "string";

const nodesIn = (value: unknown): Tree[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];

/** Every native child in source order, wrappers and structure included. */
function nativeChildren(
  node: Tree,
  visitorKeys: { readonly [type: string]: readonly string[] | undefined },
): Tree[] {
  const keys = visitorKeys[node.type] ?? Object.keys(node).filter((key) => !unvisited.has(key));
  const found: Tree[] = [];
  for (const key of keys) {
    if (isHidden(node, key)) continue;
    for (const child of nodesIn(node[key as keyof Tree])) {
      if (!targets.has(child.type)) found.push(child);
      else {
        const { decorators, typeAnnotation } = child as TSESTree.Identifier;
        found.push(...nodesIn(decorators), child, ...nodesIn(typeAnnotation));
      }
    }
  }
  return found;
}

function nativeParent(node: Tree): Maybe<Tree> {
  const parent = node.parent as Maybe<Tree>;
  const hoisted = node.type === "TSTypeAnnotation" || node.type === "Decorator";
  return hoisted && parent && targets.has(parent.type) ? parent.parent : parent;
}

function parentOf(node: Tree): Tree | undefined {
  let parent = nativeParent(node);
  while (parent && isTransparent(parent)) parent = nativeParent(parent);
  return parent ?? undefined;
}

/** Where a statement keeps the statements inside it, in source order. */
const statementKeys = [
  "block",
  "handler",
  "finalizer",
  "cases",
  "body",
  "consequent",
  "alternate",
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
      const held = next as { [K in (typeof statementKeys)[number]]?: unknown };
      stack.push(...statementKeys.flatMap((key) => nodesIn(held[key])).reverse());
    }
  }
  return found;
}

// ---------------------------------------------------------------------------------------------
// Bindings

type Meaning = "value" | "type";
type Definition = Omit<Scope.Definition, "node" | "name" | "parent"> & {
  readonly name: TSESTree.Identifier;
  readonly node: Tree;
  readonly parent: Maybe<Tree>;
};

const definitionsOf = (variable: Scope.Variable): readonly Definition[] =>
  variable.defs as unknown as readonly Definition[];

/** Declarations that are known by their own node; every other is known by its name. */
const declarations: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "TSDeclareFunction",
  "ClassDeclaration",
  "ClassExpression",
  "TSEnumDeclaration",
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
]);

const isDeclaration = (definition: Definition): boolean =>
  definition.type !== "Parameter" && declarations.has(definition.node.type);

const identityOf = (definition: Definition): Tree =>
  isDeclaration(definition) ? definition.node : definition.name;

/** Which of merged declarations a name means: the lowest wins, then the first. */
const ranks: Record<Meaning, { readonly [type: string]: number | undefined }> = {
  value: {
    TSDeclareFunction: 1,
    TSModuleDeclaration: 2,
    TSInterfaceDeclaration: 3,
    TSTypeAliasDeclaration: 3,
    TSTypeParameter: 3,
  },
  type: {
    TSInterfaceDeclaration: 1,
    TSTypeAliasDeclaration: 1,
    TSModuleDeclaration: 2,
    VariableDeclarator: 3,
    FunctionDeclaration: 3,
    TSDeclareFunction: 3,
  },
};

/** `declare const WebSocket: any` at the top of a file, `declare global {}`: still the global. */
function isAmbientGlobal(definition: Definition): boolean {
  for (let node: Maybe<Tree> = definition.node; node; node = node.parent)
    if (node.type === "TSModuleDeclaration" && node.kind === "global") return true;
  if (definition.type === "Parameter") return false;
  const statement = definition.type === "Variable" ? definition.parent : definition.node;
  switch (statement?.type) {
    case "VariableDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
    case "TSModuleDeclaration":
      return statement.declare && statement.parent.type === "Program";
    default:
      return false;
  }
}

/** The way from a declaration, through its patterns, to one name. */
function wayTo(name: Tree): { path: Step[]; top: Tree; around: Tree } {
  const path: Step[] = [];
  let top = name;
  let beside: { default?: Node } = {};
  let rest: { rest?: true } = {};
  for (;;) {
    const around = top.parent as Tree;
    if (around.type === "AssignmentPattern") beside = { default: bare(around.right) };
    else if (around.type === "RestElement") rest = { rest: true };
    else if (around.type === "Property" || around.type === "ObjectPattern") {
      const key = around.type === "Property" ? nameOf(around.key, around.computed) : undefined;
      if (around.type === "Property" || rest.rest)
        path.unshift({ ...(key !== undefined && { name: key }), ...beside, ...rest });
      beside = rest = {};
    } else if (around.type === "ArrayPattern") {
      path.unshift({ index: around.elements.indexOf(top as never), ...beside, ...rest });
      beside = rest = {};
    } else if (around.type !== "TSParameterProperty") return { path, top, around };
    top = around;
  }
}

/** Every function-like node whose parameters a binding may name. */
const parameterHolders: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "TSDeclareFunction",
  "TSEmptyBodyFunctionExpression",
  "TSFunctionType",
  "TSMethodSignature",
  "TSCallSignatureDeclaration",
]);

function importBinding(definition: Definition): Binding {
  const { node, name } = definition;
  const declaration = definition.parent;
  if (node.type === "TSImportEqualsDeclaration") {
    const reference = node.moduleReference;
    return reference.type === "TSExternalModuleReference" && reference.expression.type === "Literal"
      ? {
          kind: "import",
          node: name,
          module: String(reference.expression.value),
          imported: "module.exports",
        }
      : { kind: "other", node: name };
  }
  if (declaration?.type !== "ImportDeclaration") return { kind: "other", node: name };
  const module = declaration.source.value;
  const imported =
    node.type === "ImportSpecifier"
      ? (nameOf(node.imported, false) ?? "")
      : node.type === "ImportDefaultSpecifier"
        ? "default"
        : "*";
  return { kind: "import", node: name, module, imported };
}

function variableBinding(definition: Definition, constant: boolean): Binding {
  const { name: node } = definition;
  const { path, around } = wayTo(node);
  const declaration = definition.parent;
  if (around.type !== "VariableDeclarator" || declaration?.type !== "VariableDeclaration")
    return { kind: "other", node };
  const loop = declaration.parent as Tree;
  const looped = "left" in loop && loop.left === declaration;
  const each = looped && loop.type === "ForOfStatement";
  return {
    kind: "variable",
    node,
    name: node.name,
    path,
    ...given({
      init: each ? loop.right : looped ? undefined : around.init,
      annotation: around.id.typeAnnotation,
    }),
    each,
    constant: constant || !/^(var|let)$/.test(declaration.kind),
  };
}

function parameterBinding(definition: Definition, constant: boolean): Binding {
  const { name: node } = definition;
  const { path, top, around } = wayTo(node);
  const { params = [] } = around as { params?: Tree[] };
  const holders = params.filter((one) => parameter(one) !== undefined);
  const index = holders.indexOf(top);
  const one = parameter(top);
  if (!parameterHolders.has(around.type) || !one || index < 0) return { kind: "other", node };
  const { rest, target: _, ...beside } = one;
  return {
    kind: "parameter",
    node,
    name: node.name,
    function: around,
    index,
    path,
    ...beside,
    rest,
    constant,
  };
}

/** What each identifier means, by ESLint's scopes. */
function bindings(scopes: readonly Scope.Scope[]) {
  const referring = new Map<object, Scope.Reference>();
  const declared = new Map<object, Scope.Variable>();
  const known = new Map<object, Set<Scope.Variable>>();
  for (const scope of scopes) {
    for (const reference of scope.references) referring.set(reference.identifier, reference);
    for (const variable of scope.variables) {
      for (const definition of definitionsOf(variable)) {
        declared.set(definition.name, variable);
        // A class is a variable outside and another inside itself.
        const identity = identityOf(definition);
        const variables = known.get(identity);
        if (variables) variables.add(variable);
        else known.set(identity, new Set([variable]));
      }
    }
  }

  const isConstant = (variable: Scope.Variable): boolean =>
    definitionsOf(variable).filter(({ type }) => type === "Variable" || type === "Parameter")
      .length < 2 &&
    variable.references.every(
      (reference) => !reference.isWrite() || declared.has(reference.identifier),
    );

  function binding(identifier: Node, meaning: Meaning): Binding | undefined {
    const reference = referring.get(identifier);
    const variable = declared.get(identifier) ?? reference?.resolved;
    if (!variable && !reference) return undefined;
    const rank = (one: Definition): number => ranks[meaning][one.node.type] ?? 0;
    const definition = (variable ? definitionsOf(variable) : [])
      .filter((one) => !isAmbientGlobal(one))
      .reduce<Definition | undefined>(
        (best, one) => (best && rank(best) <= rank(one) ? best : one),
        undefined,
      );
    const { name } = identifier as TSESTree.Identifier;
    if (!variable || !definition) return { kind: "global", name };
    if (isDeclaration(definition)) return { kind: "declaration", node: definition.node, name };
    switch (definition.type) {
      case "ImportBinding":
        return importBinding(definition);
      case "Variable":
        return variableBinding(definition, isConstant(variable));
      case "Parameter":
        return parameterBinding(definition, isConstant(variable));
      default:
        return { kind: "other", node: definition.name };
    }
  }

  function references(declaration: Node): Node[] {
    const found = new Set<Tree>();
    for (const variable of known.get(declaration) ?? []) {
      for (const reference of variable.references) {
        const identifier = reference.identifier as Tree;
        if (identifier.type === "Identifier" && !declared.has(identifier)) found.add(identifier);
      }
    }
    return [...found].sort((a, b) => a.range[0] - b.range[0]);
  }

  return { binding, references };
}

// ---------------------------------------------------------------------------------------------
// Types

/** What a parser that knows the types leaves for rules. */
interface TypedServices {
  readonly program?: Maybe<Parameters<typeof checkerTypes>[0]>;
  readonly esTreeNodeToTSNodeMap?: { get(node: Node): object | undefined };
}

// ---------------------------------------------------------------------------------------------

/**
 * The syntax of one file in ESLint. To be asked from within a listener: ESLint 8 and 9 give espree's
 * nodes their parents before they call the first one.
 *
 * @param options.types - use the parser's type information, where it has some.
 */
export function estreeSyntax(sourceCode: SourceCode, options: { types: boolean }): Syntax {
  const { text, visitorKeys } = sourceCode;
  const root = sourceCode.ast as unknown as Tree;
  const children = (node: Tree): Tree[] => nativeChildren(node, visitorKeys);

  /** An identifier or pattern without the annotation that its own range includes. */
  function range(node: Tree): Range {
    const [start, end] = node.range;
    if (!targets.has(node.type)) return { start, end };
    const { typeAnnotation, optional } = node as TSESTree.Identifier;
    if (!typeAnnotation && !optional) return { start, end };
    const last =
      node.type === "Identifier"
        ? sourceCode.getFirstToken(node as never)
        : typeAnnotation && sourceCode.getTokenBefore(typeAnnotation as never);
    return { start, end: last?.range[1] ?? end };
  }

  function walk(visit: (node: Node, view: View) => void, kinds: ReadonlySet<Kind>): void {
    const wanted = new Set<string>();
    for (const [type, row] of Object.entries(rows))
      if (row && [row[0]].flat().some((kind) => kinds.has(kind as Kind))) wanted.add(type);
    const everything = kinds.has("other");
    const stack = [root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (wanted.has(node.type) || (everything && !isTransparent(node))) {
        const view = look(node);
        if (kinds.has(view.kind)) visit(node, view);
      }
      for (const child of children(node).reverse()) stack.push(child);
    }
  }

  /** The children that are handed out. */
  function bareChildren(node: Tree): Tree[] {
    const found: Tree[] = [];
    const stack = children(node).reverse();
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (isTransparent(next)) stack.push(...children(next).reverse());
      else found.push(next);
    }
    return found;
  }

  function at(offset: number): Node | undefined {
    if (offset < 0 || offset > text.length) return undefined;
    let deepest = root;
    for (;;) {
      const next = bareChildren(deepest).findLast((child) => {
        const { start, end } = range(child);
        return start <= offset && offset <= end;
      });
      if (!next) return deepest;
      deepest = next;
    }
  }

  function assertion(node: Tree): Tree | undefined {
    let found: Tree | undefined;
    let child = node;
    for (let around = child.parent; around && inner(around) === child; around = child.parent) {
      if (/^TS(As|Satisfies)Expression$|^TSTypeAssertion$/.test(around.type)) {
        const type = (around as TSESTree.TSAsExpression).typeAnnotation;
        const isConst =
          type.type === "TSTypeReference" &&
          type.typeName.type === "Identifier" &&
          type.typeName.name === "const";
        if (!isConst) found = bare(type);
      }
      child = around;
    }
    return found;
  }

  let scopes: ReturnType<typeof bindings> | undefined;
  // The typings promise a manager; a parser for another language may have none.
  const manager = sourceCode.scopeManager as Maybe<Scope.ScopeManager>;
  const scoped = () => (scopes ??= bindings(manager?.scopes ?? []));

  const services = sourceCode.parserServices as Maybe<TypedServices>;
  const program = options.types ? services?.program : undefined;
  const map = services?.esTreeNodeToTSNodeMap;

  return {
    text,
    look: look as (node: Node) => View,
    parent: parentOf as (node: Node) => Node | undefined,
    range: range as (node: Node) => Range,
    walk,
    binding: (identifier, meaning) => scoped().binding(identifier, meaning),
    references: (declaration) => scoped().references(declaration),
    assertion: assertion as (node: Node) => Node | undefined,
    at,
    ...(program &&
      map && { types: checkerTypes(program, program.getTypeChecker(), (node) => map.get(node)) }),
  };
}
