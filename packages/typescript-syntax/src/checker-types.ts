/**
 * The port's type questions, answered by TypeScript's checker in either host.
 *
 * Nothing here imports TypeScript: the interfaces below name the few methods that are asked, all of
 * them public and equal from 4.9 to 6.0, so that no numeric flag is needed.
 */
import type { Node, TypeFact, Types } from "ws-close-codes-analysis";

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

/** How far a type's bases are followed: more is generated code. */
const MAX_BASES = 32;

/** How many members of an object are looked at, for the same reason. */
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
  const facts = new WeakMap<TypeSymbol, TypeFact>();

  const typeAt = (node: TypeScriptNode): Type => checker.getTypeAtLocation(node as never) as Type;

  /** The types that an expression of this type may be, one by one. */
  function flat(type: Type): Type[] {
    const found: Type[] = [];
    const stack = [type];
    for (let next = stack.pop(); next; next = stack.pop()) {
      // What `T extends WebSocket` and `this` are at least.
      const least = (checker.getBaseConstraintOfType(next as never) ?? next) as Type;
      if (least.isUnionOrIntersection()) stack.push(...(least.types ?? []).toReversed());
      else found.push(least);
    }
    return found;
  }

  /** The class or interface, without its type arguments. */
  const declared = (type: Type): Type | undefined =>
    [type, type.target].find((one) => one?.isClassOrInterface());

  function symbolOf(type: Type): TypeSymbol | undefined {
    return declared(type)?.symbol ?? type.aliasSymbol;
  }

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

  function basesOf(type: Type, symbol: TypeSymbol): TypeFact[] {
    const found = new Map<TypeSymbol, TypeFact>();
    const queue = [type];
    for (const next of queue) {
      const base = declared(next);
      const extended = base ? (checker.getBaseTypes(base as never) as Type[]) : [];
      const named = (base?.symbol?.declarations ?? [])
        .flatMap((declaration) => declaration.heritageClauses ?? [])
        .flatMap((clause) => clause.types.map(typeAt));
      for (const one of [...extended, ...named].flatMap(flat)) {
        const fact = factOf(one);
        const key = symbolOf(one);
        if (!fact || !key || key === symbol || found.has(key)) continue;
        if (found.size >= MAX_BASES) return [...found.values()];
        found.set(key, fact);
        queue.push(one);
      }
    }
    return [...found.values()];
  }

  function factOf(type: Type): TypeFact | undefined {
    const symbol = symbolOf(type);
    if (!symbol) return undefined;
    const known = facts.get(symbol);
    if (known) return known;
    const declarations = symbol.declarations ?? [];
    let bases: readonly TypeFact[] | undefined;
    const fact: TypeFact = {
      name: nameOf(symbol),
      files: [
        ...new Set(declarations.map((one) => one.getSourceFile().fileName.replaceAll("\\", "/"))),
      ],
      global: declarations.some(isGlobal),
      get bases() {
        return (bases ??= basesOf(type, symbol));
      },
    };
    facts.set(symbol, fact);
    return fact;
  }

  return {
    of(node) {
      const found = toTypeScriptNode(node);
      if (!found) return [];
      const named = flat(typeAt(found)).map(factOf);
      return [...new Set(named)].filter((fact) => fact !== undefined);
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

/** One list a program, so that what is found out about it can be remembered. */
const listed = new WeakMap<Program, readonly string[]>();

function declarationFiles(program: Program): readonly string[] {
  let files = listed.get(program);
  if (!files) {
    files = program
      .getSourceFiles()
      .filter((file) => file.isDeclarationFile)
      .map((file) => file.fileName.replaceAll("\\", "/"));
    listed.set(program, files);
  }
  return files;
}
