/* eslint-disable @typescript-eslint/no-unsafe-enum-comparison --
   node types are an enum in the typings, which is not imported at run time */
import type { TSESTree } from "@typescript-eslint/types";
import type { Linter, SourceCode } from "eslint";
import type { ImportedName, Imports, ImportStatement, Range } from "ws-close-codes-analysis";

type Statement = TSESTree.ProgramStatement;

/** A component of Svelte is a program of elements, with its statements in those of `<script>`. */
type TopLevel =
  | Statement
  | { readonly type: "SvelteScriptElement"; readonly body: Statement[] }
  | { readonly type: "SvelteElement" };

/**
 * The import statements of a file, and `require` at its top level.
 *
 * @param languageOptions - as what the user has the file parsed: a page's script has no place for a first one
 */
export function importsOf(
  sourceCode: SourceCode,
  { sourceType, parser }: Linter.LanguageOptions,
): Imports {
  const body = (sourceCode.ast.body as unknown as readonly TopLevel[]).flatMap(statementsOf);
  const statements = body.flatMap((one) => importStatement(one) ?? []);
  const isModule =
    body.some(({ type }) => /^(?:Import|Export|TSImportEquals|TSExportAssignment)/u.test(type)) ||
    (sourceCode.ast.sourceType === "module" && statements.length === 0);
  // Oxlint takes every text for a script that neither imports nor exports.
  const isGuessed = (parser as { readonly name?: unknown } | undefined)?.name === "oxlint";
  const isPageScript =
    sourceType === "script" &&
    !isGuessed &&
    !/\b(?:exports|module|require)\b/u.test(sourceCode.text);
  const start = isPageScript ? undefined : startOf(body, sourceCode);
  const system = isModule ? "esm" : "commonjs";
  return { system, statements, ...(start !== undefined && { start }) };
}

function statementsOf(node: TopLevel): readonly Statement[] {
  if (node.type === "SvelteScriptElement") return node.body;
  return isElement(node) ? [] : [node];
}

const isElement = (node: TopLevel): node is Exclude<TopLevel, Statement> =>
  node.type.startsWith("Svelte");

function importStatement(node: Statement): ImportStatement | undefined {
  const statement = { range: rangeOf(node), typeOnly: false };
  switch (node.type) {
    case "ImportDeclaration":
      return {
        ...statement,
        module: node.source.value,
        typeOnly: node.importKind === "type",
        names: node.specifiers.map(importedName),
      };
    case "VariableDeclaration": {
      const [{ id, init } = {}, ...others] = node.declarations;
      const module = init ? required(init) : undefined;
      if (!id || module === undefined || others.length > 0) return undefined;
      return { ...statement, module, names: requiredNames(id) };
    }
    default:
      return undefined;
  }
}

function importedName(node: TSESTree.ImportClause): ImportedName {
  const { local } = node;
  const name = { local: local.name, node: local, typeOnly: false, range: rangeOf(node) };
  if (node.type === "ImportDefaultSpecifier") return { ...name, imported: "default" };
  if (node.type === "ImportNamespaceSpecifier") return { ...name, imported: "*" };
  const { imported } = node;
  return {
    ...name,
    imported: imported.type === "Identifier" ? imported.name : imported.value,
    typeOnly: node.importKind === "type",
  };
}

/** `require("m")`: the module. */
function required(init: TSESTree.Expression): string | undefined {
  if (init.type !== "CallExpression" || init.callee.type !== "Identifier") return undefined;
  const [source] = init.arguments;
  return init.callee.name === "require" &&
    source?.type === "Literal" &&
    typeof source.value === "string"
    ? source.value
    : undefined;
}

/** The names of `{ a, b: c }`; none for a pattern that says more. */
function requiredNames(id: TSESTree.BindingName): readonly ImportedName[] {
  if (id.type === "Identifier")
    return [{ imported: "module.exports", local: id.name, typeOnly: false, range: rangeOf(id) }];
  if (id.type !== "ObjectPattern") return [];
  const names = id.properties.flatMap((property) =>
    property.type === "Property" &&
    property.key.type === "Identifier" &&
    !property.computed &&
    property.value.type === "Identifier"
      ? [
          {
            imported: property.key.name,
            local: property.value.name,
            node: property.value,
            typeOnly: false,
            range: rangeOf(property),
          },
        ]
      : [],
  );
  return names.length === id.properties.length ? names : [];
}

/** Where the first statement begins that is no directive, with the documentation above it. */
function startOf(body: readonly Statement[], sourceCode: SourceCode): number | undefined {
  const first = body.find((node) => !("directive" in node) || node.directive === undefined);
  if (!first) return undefined;
  const comment = sourceCode.getCommentsBefore(first as never).at(-1);
  const documents = comment?.type === "Block" && comment.value.startsWith("*");
  const adjacent = comment?.loc && comment.loc.end.line + 1 >= first.loc.start.line;
  return documents && adjacent && comment.range ? comment.range[0] : first.range[0];
}

function rangeOf({ range: [start, end] }: TSESTree.Node): Range {
  return { start, end };
}
