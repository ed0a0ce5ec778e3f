/**
 * What names mean in one file by the checker's symbols.
 */
import type ts from "typescript";
import type { Names } from "./scopes.ts";
import type { Maybe, TypeScript } from "./views.ts";

/** @param checker - of a program that holds the file */
export function checkerNames(
  ts: TypeScript,
  sourceFile: ts.SourceFile,
  checker: ts.TypeChecker,
): Names {
  /** In JavaScript `F.prototype = {}` declares a member, and that is what the checker names. */
  const isAssignedMember = (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) &&
    ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    (node.flags & ts.NodeFlags.JavaScriptFile) !== 0;

  function symbolOf(identifier: ts.Identifier): Maybe<ts.Symbol> {
    const { parent } = identifier;
    if (ts.isShorthandPropertyAssignment(parent) && parent.name === identifier)
      return checker.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
    return isAssignedMember(parent)
      ? checker.getExportSpecifierLocalTargetSymbol(identifier)
      : checker.getSymbolAtLocation(identifier);
  }

  /**
   * What a script declares at its top level, by name. Internal to TypeScript, present from 4.9 to 6.0:
   * where several scripts of a program declare a name, the checker knows only the first.
   */
  const ownNames = ts.isExternalModule(sourceFile)
    ? undefined
    : (sourceFile as { locals?: ReadonlyMap<ts.__String, ts.Symbol> }).locals;

  const inFile = (symbol: Maybe<ts.Symbol>): readonly ts.Declaration[] =>
    (symbol?.declarations ?? []).filter((one) => one.getSourceFile() === sourceFile);

  return (identifier) => {
    const found = symbolOf(identifier);
    const own = inFile(found);
    return found && own.length === 0 ? inFile(ownNames?.get(identifier.escapedText)) : own;
  };
}
