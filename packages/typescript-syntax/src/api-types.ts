/**
 * The port's type questions, answered by the API that TypeScript 7 has for other processes.
 *
 * Nothing here imports TypeScript: the interfaces below name what is asked of the API, which is the
 * same in 7.0 (`typescript/unstable/sync`) and 7.1 (`typescript/sync`). The tree is our own; what is
 * asked about is looked for in TypeScript's by its place and its kind.
 */
import type ts from "typescript";
import type { Node, Types } from "ws-close-codes-analysis";
import { typeFacts } from "./type-facts.ts";
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

  /** What a class names behind `implements` is in its tree alone. */
  const implemented = (type: ApiType): readonly ApiType[] =>
    (type.getSymbol()?.declarations ?? [])
      .filter(({ kind }) => classes.has(kind))
      .flatMap((declaration) => declaration.resolve()?.heritageClauses ?? [])
      .flatMap((clause) => clause.types)
      .flatMap((node) => checker.getTypeAtLocation(node as never) ?? []);

  const factsOf = typeFacts<ApiType, ApiSymbol>({
    constraintOf: (type) => checker.getBaseConstraintOfType(type as never),
    membersOf: (type) =>
      type.isUnionType() || type.isIntersectionType() ? (type.getTypes() ?? []) : undefined,
    declared(type) {
      if (type.isClassOrInterface()) return type;
      const target = type.isTypeReference() ? type.getTarget() : undefined;
      return target?.isClassOrInterface() ? target : undefined;
    },
    symbolOf: (type) => type.getSymbol(),
    aliasOf: (type) => type.getAliasSymbol(),
    basesOf: (type) => [...checker.getBaseTypes(type as never), ...implemented(type)],
    keyOf: ({ id }) => id,
    // A class that is exported as `default` goes by its own name.
    nameOf: ({ name, declarations }) =>
      name === "default" ? (declarations[0]?.resolve()?.name?.text ?? name) : name,
    filesOf: ({ declarations }) => declarations.map(({ path }) => path),
    isGlobal: ({ name, id }) => checker.resolveName(name, type)?.id === id,
  });

  const constantOf = (type: Maybe<ApiType>): string | number | undefined => {
    const value = type?.value;
    return typeof value === "number" || typeof value === "string" ? value : undefined;
  };

  return {
    of: (node) => factsOf(typeAt(node)),
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
