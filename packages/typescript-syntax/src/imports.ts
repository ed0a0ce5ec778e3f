import type ts from "typescript";
import type { ImportedName, Imports, ImportStatement, Range } from "ws-close-codes-analysis";
import type { TypeScript } from "./views.ts";

/** The modules that a file imports or requires, as it writes them. */
export function importedModules(typescript: TypeScript, sourceFile: ts.SourceFile): string[] {
  return typescript
    .preProcessFile(sourceFile.text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

/** The modules of packages among the files of a program, such as `graphql-ws/dist/common.d.ts`. */
export function packageModules(files: readonly string[]): string[] {
  const folder = "/node_modules/";
  return files.flatMap((file) => {
    const at = file.lastIndexOf(folder);
    return at === -1 ? [] : [file.slice(at + folder.length)];
  });
}

/** The import statements of a file, and `require` at its top level. */
export function importsOf(typescript: TypeScript, sourceFile: ts.SourceFile): Imports {
  const statements = sourceFile.statements.flatMap(
    (statement) => importStatement(typescript, statement, sourceFile) ?? [],
  );
  const isModule =
    sourceFile.statements.some((statement) => isModuleSyntax(typescript, statement)) ||
    (statements.length === 0 && !isCommonJs(sourceFile));
  return {
    system: isModule ? "esm" : "commonjs",
    statements,
    start: startOf(typescript, sourceFile),
  };
}

function isModuleSyntax(typescript: TypeScript, statement: ts.Statement): boolean {
  return (
    typescript.isImportDeclaration(statement) ||
    typescript.isImportEqualsDeclaration(statement) ||
    typescript.isExportDeclaration(statement) ||
    typescript.isExportAssignment(statement) ||
    (typescript.canHaveModifiers(statement) &&
      (typescript.getModifiers(statement) ?? []).some(
        ({ kind }) => kind === typescript.SyntaxKind.ExportKeyword,
      ))
  );
}

function isCommonJs({ fileName, text }: ts.SourceFile): boolean {
  return /\.c[jt]s$/u.test(fileName) || /\b(?:module\.exports|require\()/u.test(text);
}

function importStatement(
  typescript: TypeScript,
  statement: ts.Statement,
  sourceFile: ts.SourceFile,
): ImportStatement | undefined {
  const range = rangeOf(statement, sourceFile);
  if (typescript.isImportDeclaration(statement)) {
    const { importClause, moduleSpecifier } = statement;
    if (!typescript.isStringLiteral(moduleSpecifier)) return undefined;
    return {
      range,
      module: moduleSpecifier.text,
      typeOnly: importClause?.isTypeOnly ?? false,
      names: importClause ? clauseNames(typescript, importClause, sourceFile) : [],
    };
  }
  if (!typescript.isVariableStatement(statement)) return undefined;
  const [declaration, ...others] = statement.declarationList.declarations;
  const module = declaration && required(typescript, declaration.initializer);
  if (!declaration || module === undefined || others.length > 0) return undefined;
  const names = requiredNames(typescript, declaration.name, sourceFile);
  return { range, module, typeOnly: false, names };
}

function clauseNames(
  typescript: TypeScript,
  clause: ts.ImportClause,
  sourceFile: ts.SourceFile,
): readonly ImportedName[] {
  const { name, namedBindings } = clause;
  const named = (node: ts.Node, local: ts.Identifier, imported: string, typeOnly = false) => ({
    imported,
    local: local.text,
    node: local,
    typeOnly,
    range: rangeOf(node, sourceFile),
  });
  return [
    ...(name ? [named(name, name, "default")] : []),
    ...(!namedBindings
      ? []
      : typescript.isNamespaceImport(namedBindings)
        ? [named(namedBindings, namedBindings.name, "*")]
        : namedBindings.elements.map((element) =>
            named(
              element,
              element.name,
              (element.propertyName ?? element.name).text,
              element.isTypeOnly,
            ),
          )),
  ];
}

/** `require("m")`: the module. */
function required(typescript: TypeScript, init: ts.Expression | undefined): string | undefined {
  if (!init || !typescript.isCallExpression(init)) return undefined;
  const [source] = init.arguments;
  return typescript.isIdentifier(init.expression) &&
    init.expression.text === "require" &&
    source &&
    typescript.isStringLiteral(source)
    ? source.text
    : undefined;
}

/** The names of `{ a, b: c }`; none for a pattern that says more. */
function requiredNames(
  typescript: TypeScript,
  name: ts.BindingName,
  sourceFile: ts.SourceFile,
): readonly ImportedName[] {
  const typeOnly = false;
  if (typescript.isIdentifier(name)) {
    const range = rangeOf(name, sourceFile);
    return [{ imported: "module.exports", local: name.text, typeOnly, range }];
  }
  if (!typescript.isObjectBindingPattern(name)) return [];
  const names = name.elements.flatMap((element): ImportedName | [] => {
    const { propertyName = element.name, dotDotDotToken, initializer } = element;
    if (dotDotDotToken || initializer) return [];
    if (!typescript.isIdentifier(element.name) || !typescript.isIdentifier(propertyName)) return [];
    const { name: local } = element;
    const range = rangeOf(element, sourceFile);
    return { imported: propertyName.text, local: local.text, node: local, typeOnly, range };
  });
  return names.length === name.elements.length ? names : [];
}

/** Where the first statement begins that is no directive, with the documentation above it. */
function startOf(typescript: TypeScript, sourceFile: ts.SourceFile): number {
  const { text, statements } = sourceFile;
  const first = statements.find(
    (statement) =>
      !(
        typescript.isExpressionStatement(statement) &&
        typescript.isStringLiteral(statement.expression)
      ),
  );
  if (!first) return text.length;
  const start = first.getStart(sourceFile);
  const comment = typescript.getLeadingCommentRanges(text, first.pos)?.at(-1);
  const documents = comment && text.startsWith("/**", comment.pos);
  const adjacent = comment && !/\n[^\n]*\n/u.test(text.slice(comment.end, start));
  return documents && adjacent ? comment.pos : start;
}

function rangeOf(node: ts.Node, sourceFile: ts.SourceFile): Range {
  return { start: node.getStart(sourceFile), end: node.end };
}
