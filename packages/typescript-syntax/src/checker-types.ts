/**
 * The port's type questions, answered by TypeScript's checker in either host.
 *
 * Nothing here imports TypeScript: the interfaces below name the few methods that are asked, all of
 * them public and equal from 4.9 to 6.0, so that no numeric flag is needed.
 */
import type { Node, Types } from "ws-close-codes-analysis";
import { typeFacts } from "./type-facts.ts";

/** A node of TypeScript's tree. */
type TypeScriptNode = object;

interface SourceFile {
  readonly fileName: string;
  readonly isDeclarationFile: boolean;
}

interface Declaration {
  readonly parent?: Declaration;
  readonly name?: object;
  readonly body?: object;
  readonly parameters?: unknown;
  readonly heritageClauses?: readonly { readonly types: readonly TypeScriptNode[] }[];
  getSourceFile(): SourceFile;
}

interface TypeSymbol {
  readonly name: string;
  readonly declarations?: readonly Declaration[] | undefined;
  readonly valueDeclaration?: Declaration | undefined;
}

interface Type {
  readonly symbol?: TypeSymbol | undefined;
  readonly aliasSymbol?: TypeSymbol | undefined;
  /** A reference to a generic type: the type itself. */
  readonly target?: Type;
  /** The members of a union or an intersection. */
  readonly types?: readonly Type[];
  /** The value of a literal type. */
  readonly value?: unknown;
  isUnionOrIntersection(): boolean;
  isClassOrInterface(): boolean;
}

/** What is asked of `ts.TypeChecker`. */
export interface Checker {
  getTypeAtLocation(node: never): object;
  getSymbolAtLocation(node: never): object | undefined;
  getBaseTypes(type: never): readonly object[];
  getBaseConstraintOfType(type: never): object | undefined;
  getConstantValue(node: never): string | number | undefined;
  getPropertiesOfType(type: never): readonly object[];
  getResolvedSignature(node: never): { readonly parameters: readonly object[] } | undefined;
  getTypeOfSymbolAtLocation(symbol: never, node: never): object;
}

/** What is asked of `ts.Program`. */
export interface Program {
  getSourceFiles(): readonly SourceFile[];
  getTypeChecker(): Checker;
}

/** How many members of an object are looked at: more is generated code. */
const MAX_MEMBERS = 1024;

/** A class that is exported as `default` goes by its own name. */
function nameOf({ name, declarations = [] }: TypeSymbol): string {
  if (name !== "default") return name;
  const own = declarations.map((one) => one.name as { escapedText?: string } | undefined);
  return own.find((one) => one?.escapedText !== undefined)?.escapedText ?? name;
}

/**
 * @param toTypeScriptNode - the node of TypeScript's own tree for a node of the host's.
 */
export function checkerTypes(
  program: Program,
  checker: Checker,
  toTypeScriptNode: (node: Node) => TypeScriptNode | undefined,
): Types {
  const typeAt = (node: TypeScriptNode): Type => checker.getTypeAtLocation(node as never) as Type;

  function isGlobal(declaration: Declaration): boolean {
    const file = declaration.getSourceFile();
    let around = declaration.parent;
    for (; around && around !== (file as object); around = around.parent) {
      if (!around.body || !around.name || around.parameters) continue;
      const { escapedText } = around.name as { escapedText?: string };
      // `declare global {}` is global in a module too; `declare module "ws" {}` is one.
      if (escapedText === "global") return true;
      if (escapedText === undefined) return false;
    }
    return checker.getSymbolAtLocation(file as never) === undefined;
  }

  const factsOf = typeFacts<Type, TypeSymbol>({
    constraintOf: (type) => checker.getBaseConstraintOfType(type as never) as Type | undefined,
    membersOf: (type) => (type.isUnionOrIntersection() ? type.types : undefined),
    declared: (type) => [type, type.target].find((one) => one?.isClassOrInterface()),
    symbolOf: ({ symbol }) => symbol,
    aliasOf: ({ aliasSymbol }) => aliasSymbol,
    basesOf: (type) => [
      ...(checker.getBaseTypes(type as never) as Type[]),
      ...(type.symbol?.declarations ?? [])
        .flatMap((declaration) => declaration.heritageClauses ?? [])
        .flatMap((clause) => clause.types.map(typeAt)),
    ],
    keyOf: (symbol) => symbol,
    nameOf,
    filesOf: ({ declarations = [] }) => declarations.map((one) => one.getSourceFile().fileName),
    isGlobal: ({ declarations = [] }) => declarations.some(isGlobal),
  });

  return {
    of(node) {
      const found = toTypeScriptNode(node);
      return factsOf(found && typeAt(found));
    },
    constant(node) {
      const found = toTypeScriptNode(node);
      if (!found) return undefined;
      const { value } = typeAt(found);
      if (typeof value === "number" || typeof value === "string") return value;
      // Before TypeScript 5.0 a computed enum member had no type of its own.
      const member = checker.getSymbolAtLocation(found as never) as TypeSymbol | undefined;
      const declaration = member?.valueDeclaration;
      return declaration && checker.getConstantValue(declaration as never);
    },
    members(node) {
      const found = toTypeScriptNode(node);
      const members = new Map<string, string | number>();
      if (!found) return members;
      for (const symbol of checker.getPropertiesOfType(typeAt(found) as never) as TypeSymbol[]) {
        if (members.size >= MAX_MEMBERS) break;
        const type = checker.getTypeOfSymbolAtLocation(symbol as never, found as never) as Type;
        const { value } = type;
        if (typeof value === "number" || typeof value === "string") members.set(symbol.name, value);
      }
      return members;
    },
    parameters(call) {
      const found = toTypeScriptNode(call);
      const signature = found && checker.getResolvedSignature(found as never);
      return (signature?.parameters ?? []).map((parameter) => (parameter as TypeSymbol).name);
    },
    files: () => declarationFiles(program),
  };
}

/** One list a program, and one for all programs that hold the same: what is found out about it is remembered. */
const listed = new WeakMap<Program, readonly string[]>();
let latest: readonly string[] = [];

function declarationFiles(program: Program): readonly string[] {
  let files = listed.get(program);
  if (!files) {
    const found = program
      .getSourceFiles()
      .filter((file) => file.isDeclarationFile)
      .map(({ fileName }) => fileName);
    // An edit makes a new program, mostly of the same files. TypeScript names them with slashes everywhere.
    files = isSame(found, latest) ? latest : found;
    listed.set(program, (latest = files));
  }
  return files;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each, i) => each === others[i]);
