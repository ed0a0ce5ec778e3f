/**
 * The port's type questions, answered by the API that TypeScript 7 has for other processes.
 *
 * Nothing here imports TypeScript: the interfaces below name what is asked of the API, which is the
 * same in 7.0 (`typescript/unstable/sync`) and 7.1 (`typescript/sync`). The tree is our own; what is
 * asked about is looked for in TypeScript's by its place and its kind.
 */
import type ts from "typescript";
import type { Node, TypeFact, Types } from "ws-close-codes-analysis";
import type { Maybe, TypeScript } from "./views.ts";

interface ApiNode {
  readonly kind: number;
  readonly pos: number;
  readonly end: number;
  readonly name?: { readonly text?: string };
  readonly heritageClauses?: readonly { readonly types: readonly ApiNode[] }[];
  forEachChild(visit: (child: ApiNode) => unknown): unknown;
}

/** A declaration in any file; `resolve` fetches the whole of that file. */
interface NodeHandle {
  readonly kind: number;
  readonly path: string;
  resolve(): ApiNode | undefined;
}

interface ApiSymbol {
  readonly id: number;
  readonly name: string;
  readonly declarations: readonly NodeHandle[];
}

interface ApiType {
  readonly value?: unknown;
  getSymbol(): ApiSymbol | undefined;
  getAliasSymbol(): ApiSymbol | undefined;
  getTarget(): ApiType;
  getTypes(): readonly ApiType[] | undefined;
  isClassOrInterface(): boolean;
  isTypeReference(): boolean;
  isUnionType(): boolean;
  isIntersectionType(): boolean;
}

/** What is asked of the API's `Checker`. */
export interface ApiChecker {
  getTypeAtLocation(node: never): ApiType | undefined;
  getBaseTypes(type: never): readonly ApiType[];
  getBaseConstraintOfType(type: never): ApiType | undefined;
  getPropertiesOfType(type: never): readonly ApiSymbol[];
  getTypeOfSymbol(symbol: never): ApiType | undefined;
  getResolvedSignature(node: never): { getParameters(): readonly ApiSymbol[] } | undefined;
  resolveName(name: string, meaning: number): ApiSymbol | undefined;
}

/** What is asked of the API's `Project`. */
export interface ApiProject {
  readonly program: {
    getSourceFile(file: string): object | undefined;
    getSourceFileNames(): readonly string[];
  };
  readonly checker: ApiChecker;
}

/** The enums of the API: the numbers of one version are not those of another. */
export interface ApiEnums {
  readonly SyntaxKind: Readonly<Record<string, number | string>>;
  readonly SymbolFlags: Readonly<Record<string, number | string>>;
}

/** How far a type's bases are followed: more is generated code. */
const MAX_BASES = 32;

/** How many members of an object are looked at: each is a question to another process. */
const MAX_MEMBERS = 256;

/**
 * @param ts - the TypeScript whose parser made the tree
 * @param project - the project of a snapshot that has the same text of the file
 */
export function apiTypes(
  ts: TypeScript,
  fileName: string,
  project: ApiProject,
  { SyntaxKind, SymbolFlags }: ApiEnums,
): Types {
  const { program, checker } = project;
  const root = program.getSourceFile(fileName) as ApiNode | undefined;
  const facts = new Map<number, TypeFact>();
  const type = Number(SymbolFlags["Type"]);
  const classes: ReadonlySet<unknown> = new Set([
    SyntaxKind["ClassDeclaration"],
    SyntaxKind["ClassExpression"],
  ]);

  /** The same node in TypeScript's tree. */
  function sameAs(node: Node): ApiNode | undefined {
    const { pos, end, kind } = node as ts.Node;
    const wanted = SyntaxKind[ts.SyntaxKind[kind]];
    for (let at = root; at;) {
      if (at.pos === pos && at.end === end && at.kind === wanted) return at;
      let next: ApiNode | undefined;
      at.forEachChild((child) => {
        if (child.pos <= pos && end <= child.end && child.end > child.pos) next ??= child;
      });
      at = next;
    }
    return undefined;
  }

  const typeAt = (node: Node): ApiType | undefined => {
    const found = sameAs(node);
    return found && checker.getTypeAtLocation(found as never);
  };

  /** The types that an expression of this type may be, one by one. */
  function flat(type: Maybe<ApiType>): ApiType[] {
    const found: ApiType[] = [];
    const stack = type ? [type] : [];
    for (let next = stack.pop(); next; next = stack.pop()) {
      // What `T extends WebSocket` and `this` are at least.
      const least = checker.getBaseConstraintOfType(next as never) ?? next;
      if (least.isUnionType() || least.isIntersectionType())
        stack.push(...(least.getTypes() ?? []).toReversed());
      else found.push(least);
    }
    return found;
  }

  /** The class or interface, without its type arguments. */
  function declared(type: ApiType): ApiType | undefined {
    if (type.isClassOrInterface()) return type;
    const target = type.isTypeReference() ? type.getTarget() : undefined;
    return target?.isClassOrInterface() ? target : undefined;
  }

  const symbolOf = (type: ApiType): ApiSymbol | undefined =>
    declared(type)?.getSymbol() ?? type.getAliasSymbol();

  function basesOf(type: ApiType, symbol: ApiSymbol): TypeFact[] {
    const found = new Map<number, TypeFact>();
    const queue = [type];
    for (const next of queue) {
      const base = declared(next);
      const extended = base ? checker.getBaseTypes(base as never) : [];
      for (const one of [...extended, ...implemented(base)].flatMap(flat)) {
        const fact = factOf(one);
        const key = symbolOf(one)?.id;
        if (!fact || key === undefined || key === symbol.id || found.has(key)) continue;
        if (found.size >= MAX_BASES) return [...found.values()];
        found.set(key, fact);
        queue.push(one);
      }
    }
    return [...found.values()];
  }

  /** What a class names behind `implements` is in its tree alone. */
  function implemented(type: Maybe<ApiType>): ApiType[] {
    return (type?.getSymbol()?.declarations ?? [])
      .filter(({ kind }) => classes.has(kind))
      .flatMap((declaration) => declaration.resolve()?.heritageClauses ?? [])
      .flatMap((clause) => clause.types)
      .flatMap((node) => checker.getTypeAtLocation(node as never) ?? []);
  }

  /** A class that is exported as `default` goes by its own name. */
  const nameOf = ({ name, declarations }: ApiSymbol): string =>
    name === "default" ? (declarations[0]?.resolve()?.name?.text ?? name) : name;

  function factOf(one: ApiType): TypeFact | undefined {
    const symbol = symbolOf(one);
    if (!symbol) return undefined;
    const known = facts.get(symbol.id);
    if (known) return known;
    let bases: readonly TypeFact[] | undefined;
    const fact: TypeFact = {
      name: nameOf(symbol),
      files: [...new Set(symbol.declarations.map(({ path }) => path.replaceAll("\\", "/")))],
      global: checker.resolveName(symbol.name, type)?.id === symbol.id,
      get bases() {
        return (bases ??= basesOf(one, symbol));
      },
    };
    facts.set(symbol.id, fact);
    return fact;
  }

  const constantOf = (type: Maybe<ApiType>): string | number | undefined => {
    const value = type?.value;
    return typeof value === "number" || typeof value === "string" ? value : undefined;
  };

  return {
    of(node) {
      const named = flat(typeAt(node)).map(factOf);
      return [...new Set(named)].filter((fact) => fact !== undefined);
    },
    constant: (node) => constantOf(typeAt(node)),
    members(node) {
      const members = new Map<string, string | number>();
      const type = typeAt(node);
      if (!type) return members;
      for (const symbol of checker.getPropertiesOfType(type as never).slice(0, MAX_MEMBERS)) {
        const value = constantOf(checker.getTypeOfSymbol(symbol as never));
        if (value !== undefined) members.set(symbol.name, value);
      }
      return members;
    },
    parameters(call) {
      const found = sameAs(call);
      const signature = found && checker.getResolvedSignature(found as never);
      return (signature?.getParameters() ?? []).map(({ name }) => name);
    },
    files: () =>
      program
        .getSourceFileNames()
        .filter((file) => /\.d\.[cm]?ts$/u.test(file))
        .map((file) => file.replaceAll("\\", "/")),
  };
}
