/* eslint-disable @typescript-eslint/no-unsafe-enum-comparison --
   node types are an enum in the typings, which is not imported at run time */
/**
 * What identifiers mean, by ESLint's scopes.
 */
import type { TSESTree } from "@typescript-eslint/types";
import type { Scope, SourceCode } from "eslint";
import type { Binding, Step } from "ws-close-codes-analysis";
import {
  bare,
  given,
  literal,
  nameOf,
  parameterParts,
  rows,
  type FunctionTree,
  type Maybe,
  type Tree,
  type TypeName,
} from "./estree-views.ts";

type Meaning = "value" | "type";

/** ESLint's definition of a variable, with the nodes of every parser. */
interface Definition {
  readonly type: string;
  readonly name: TSESTree.Identifier;
  readonly node: Tree;
  readonly parent: Maybe<Tree>;
}

const definitionsOf = (variable: Scope.Variable): readonly Definition[] =>
  variable.defs as unknown as readonly Definition[];

/** Declarations that are known by their own node; every other is known by its name. */
const isDeclaration = ({ type, node }: Definition): boolean =>
  /^(ClassName|FunctionName|TSEnumName)$/.test(type) ||
  node.type === "TSInterfaceDeclaration" ||
  node.type === "TSTypeAliasDeclaration";

const identityOf = (definition: Definition): Tree =>
  isDeclaration(definition) ? definition.node : definition.name;

/** Which of merged declarations a name means: the lowest wins, then the first. */
const ranks: Record<Meaning, Readonly<Partial<Record<TypeName, number>>>> = {
  value: {
    TSDeclareFunction: 1,
    TSModuleDeclaration: 2,
    TSInterfaceDeclaration: 3,
    TSTypeAliasDeclaration: 3,
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

/** Which of several definitions a name means; nothing where all of them speak of a global. */
function meant(definitions: readonly Definition[], meaning: Meaning): Definition | undefined {
  const rank = ({ node }: Definition): number => ranks[meaning][node.type] ?? 0;
  let best: Definition | undefined;
  for (const one of definitions) {
    if (isAmbientGlobal(one)) continue;
    const order = best ? rank(one) - rank(best) || inSourceOrder(one.name, best.name) : -1;
    if (order < 0) best = one;
  }
  return best;
}

const inSourceOrder = (a: Tree, b: Tree): number => a.range[0] - b.range[0];

/** `declare const WebSocket: any` at the top of a file, `declare global {}`: still the global. */
function isAmbientGlobal({ type, node, parent }: Definition): boolean {
  for (let around: Maybe<Tree> = node; around; around = around.parent)
    if (around.type === "TSModuleDeclaration" && around.kind === "global") return true;
  const statement = type === "Variable" ? parent : type === "Parameter" ? undefined : node;
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

/** `declare const ws: WebSocket` at the top of a file. */
function ambientType(definition: Maybe<Definition>): Maybe<TSESTree.TSTypeAnnotation> {
  if (definition?.node.type !== "VariableDeclarator") return undefined;
  return definition.parent?.parent?.type === "Program"
    ? definition.node.id.typeAnnotation
    : undefined;
}

/** The way from a declaration, through its patterns, to one name. */
function wayTo(name: Tree): { path: Step[]; top: Tree; around: Maybe<Tree> } {
  const path: Step[] = [];
  let top = name;
  let beside: Step = {};
  for (let around = top.parent; around; around = top.parent) {
    if (around.type === "AssignmentPattern") beside = { default: bare(around.right) };
    else if (around.type === "RestElement") beside = { rest: true };
    else if (around.type === "Property") {
      const key = nameOf(around.key, around.computed);
      path.unshift({ ...(key !== undefined && { name: key }), ...beside });
    } else if (around.type === "ArrayPattern") {
      path.unshift({ index: around.elements.indexOf(top as never), ...beside });
    } else if (around.type === "ObjectPattern") {
      if (top.type === "RestElement") path.unshift(beside);
    } else if (around.type !== "TSParameterProperty") return { path, top, around };
    if (around.type.endsWith("Pattern") && around.type !== "AssignmentPattern") beside = {};
    top = around;
  }
  return { path, top, around: undefined };
}

function importBinding({ name: node, node: specifier, parent }: Definition): Binding {
  const required =
    specifier.type === "TSImportEqualsDeclaration" &&
    specifier.moduleReference.type === "TSExternalModuleReference"
      ? literal(specifier.moduleReference.expression)
      : undefined;
  if (typeof required === "string")
    return { kind: "import", node, module: required, imported: "module.exports" };
  if (parent?.type !== "ImportDeclaration") return { kind: "other" };
  const { value: module } = parent.source;
  if (specifier.type === "ImportSpecifier")
    return { kind: "import", node, module, imported: nameOf(specifier.imported, false) ?? "" };
  const imported = specifier.type === "ImportDefaultSpecifier" ? "default" : "*";
  return { kind: "import", node, module, imported };
}

function variableBinding({ name: node, parent: list }: Definition, constant: boolean): Binding {
  const { path, around } = wayTo(node);
  if (around?.type !== "VariableDeclarator" || list?.type !== "VariableDeclaration")
    return { kind: "other" };
  const loop = list.parent;
  const looped = "left" in loop && loop.left === list;
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
    constant: constant || !/^(var|let)$/.test(list.kind),
  };
}

/** Functions, and signatures that look like `function-type`. */
const holdsParameters = (node: Tree): boolean => {
  const { kind } = rows.get(node.type) ?? {};
  return kind === "function" || kind === "function-type";
};

function parameterBinding({ name: node }: Definition, constant: boolean): Binding {
  const { path, top, around } = wayTo(node);
  if (!around || !holdsParameters(around)) return { kind: "other" };
  const { params } = around as FunctionTree;
  const index = params.filter(parameterParts).indexOf(top as TSESTree.Parameter);
  const { fields } = parameterParts(top) ?? {};
  if (!fields || index < 0) return { kind: "other" };
  const { name } = node;
  return { kind: "parameter", node, name, function: around, index, path, ...fields, constant };
}

/** `x as const`, `function (this: T)`: identifiers to typescript-eslint that mean nothing. */
const keywords: ReadonlySet<string> = new Set(["const", "this"]);

/** The declared names are identifiers; those of an enum's members may be texts. */
const nameIn = (name: Tree): string =>
  name.type === "Literal" ? String(name.value) : (name as TSESTree.Identifier).name;

/** The variables that a name may mean in a scope, from the inside out. */
function* variablesOf(name: string, innermost: Maybe<Scope.Scope>): Generator<Scope.Variable> {
  for (let scope = innermost; scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) yield variable;
  }
}

/** Where names are used, and none is declared. */
const uses: readonly TypeName[] = [
  "AssignmentExpression",
  "AwaitExpression",
  "BinaryExpression",
  "CallExpression",
  "ConditionalExpression",
  "ExpressionStatement",
  "IfStatement",
  "LogicalExpression",
  "MemberExpression",
  "NewExpression",
  "ReturnStatement",
];
const declaresNone: ReadonlySet<Maybe<string>> = new Set(uses);

/** Nodes that share the scope of the one around them, where that is one of these as well. */
const scopeless: ReadonlySet<string> = new Set<TypeName>([
  ...uses,
  "Identifier",
  "ObjectExpression",
  "Property",
  "VariableDeclaration",
  "VariableDeclarator",
]);

/** The outermost node that surely has the same scope: ESLint looks at every node on its way, and in a table. */
function outermostInScope(node: Tree): Tree {
  let at = node;
  if (!scopeless.has(at.type)) return at;
  for (let around = at.parent as Maybe<Tree>; around && scopeless.has(around.type);)
    around = (at = around).parent;
  return at;
}

/** So many references are looked through; of more a table is made. */
const FEW = 16;

/** What is declared where this very identifier stands. */
function declared(identifier: Tree, scope: Maybe<Scope.Scope>): Scope.Variable | undefined {
  if (declaresNone.has((identifier.parent as Maybe<Tree>)?.type)) return undefined;
  let outermost: Scope.Variable | undefined;
  // An enum or a class is known inside itself once more.
  for (const variable of variablesOf(nameIn(identifier), scope))
    if (definitionsOf(variable).some(({ name }) => name === identifier)) outermost = variable;
  return outermost;
}

function isConstant(variable: Scope.Variable): boolean {
  const values = definitionsOf(variable).filter(({ type }) => /^(Variable|Param)/.test(type));
  const writes = variable.references.filter((reference) => reference.isWrite());
  return (
    values.length < 2 && writes.every(({ identifier, from }) => declared(identifier as Tree, from))
  );
}

function toBinding(definition: Definition, variable: Scope.Variable): Binding {
  const { type, node, name } = definition;
  if (isDeclaration(definition)) return { kind: "declaration", node, name: name.name };
  if (type === "ImportBinding") return importBinding(definition);
  if (type === "Variable") return variableBinding(definition, isConstant(variable));
  if (type === "Parameter") return parameterBinding(definition, isConstant(variable));
  return node.type === "TSEnumMember" ? { kind: "other", node: name } : { kind: "other" };
}

/**
 * What each identifier of a file means. Looks only at the scopes around what it is asked for: most of
 * a file's identifiers are never asked for.
 */
export class EstreeBindings {
  readonly #sourceCode: SourceCode;
  readonly #referring = new Map<Scope.Scope, ReadonlyMap<object, Scope.Reference>>();
  readonly #made = new Map<Definition, Binding>();
  readonly #uses = new Map<Tree, readonly Tree[]>();
  readonly #known = {
    value: new Map<Tree, Binding | null>(),
    type: new Map<Tree, Binding | null>(),
  };

  constructor(sourceCode: SourceCode) {
    this.#sourceCode = sourceCode;
  }

  binding(identifier: TSESTree.Identifier, meaning: Meaning): Binding | undefined {
    const known = this.#known[meaning];
    let binding = known.get(identifier);
    if (binding === undefined)
      known.set(identifier, (binding = this.#find(identifier, meaning) ?? null));
    return binding ?? undefined;
  }

  #find(identifier: TSESTree.Identifier, meaning: Meaning): Binding | undefined {
    const scope = this.#scopeAt(identifier);
    const own = declared(identifier, scope);
    const reference = own ? undefined : this.#referenceOf(identifier, scope);
    const variable = own ?? reference?.resolved;
    const { name } = identifier;
    if ((!variable && !reference) || keywords.has(name)) return undefined;
    const definitions = variable ? definitionsOf(variable) : [];
    const definition = meant(definitions, meaning);
    if (!variable || !definition) {
      const annotation = meaning === "value" ? ambientType(definitions[0]) : undefined;
      return { kind: "global", name, ...given({ annotation }) };
    }
    const binding = this.#made.get(definition) ?? toBinding(definition, variable);
    this.#made.set(definition, binding);
    return binding;
  }

  references(declaration: Tree): readonly Tree[] {
    let uses = this.#uses.get(declaration);
    if (!uses) this.#uses.set(declaration, (uses = this.#usesOf(declaration)));
    return uses;
  }

  #usesOf(declaration: Tree): readonly Tree[] {
    const name = ("id" in declaration ? declaration.id : undefined) ?? declaration;
    const found = new Set<Tree>();
    for (const variable of variablesOf(nameIn(name), this.#scopeAt(name))) {
      if (!definitionsOf(variable).some((one) => identityOf(one) === declaration)) continue;
      for (const { identifier, from } of variable.references) {
        const use = identifier as Tree;
        if (use.type === "Identifier" && !declared(use, from)) found.add(use);
      }
    }
    return [...found].sort(inSourceOrder);
  }

  #scopeAt(node: Tree): Maybe<Scope.Scope> {
    return this.#sourceCode.getScope(outermostInScope(node) as never);
  }

  #referenceOf(identifier: Tree, innermost: Maybe<Scope.Scope>): Scope.Reference | undefined {
    for (let scope = innermost; scope; scope = scope.upper) {
      const reference =
        scope.references.length < FEW
          ? scope.references.find((one) => one.identifier === identifier)
          : this.#referencesIn(scope).get(identifier);
      if (reference) return reference;
    }
    return undefined;
  }

  #referencesIn(scope: Scope.Scope): ReadonlyMap<object, Scope.Reference> {
    let found = this.#referring.get(scope);
    if (!found) {
      found = new Map(scope.references.map((one) => [one.identifier, one]));
      this.#referring.set(scope, found);
    }
    return found;
  }
}
