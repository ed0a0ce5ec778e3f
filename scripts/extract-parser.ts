/**
 * Cuts TypeScript's parser out of TypeScript, for a bundle that must not be 9 MB.
 *
 * TypeScript 6 is one script, and the last that is written in JavaScript: bundlers can take nothing
 * out of it. Here everything stays that is named by what stays; names are not resolved, so that too
 * much may stay and never too little.
 */
import ts from "typescript";

/** What the parser says of broken code is shown to nobody: it needs no 500 kB of messages. */
const SILENCED = "Diagnostics";
const silence = `var ${SILENCED} = new Proxy({}, {
  get: (_, key) => ({ code: 0, category: 1, key, message: key }),
});`;

/** What TypeScript's service gives to nodes, and its parser alone does not. */
const SUPPLEMENTED = ["getTokenPosOfNode", "idText", "objectAllocator"];
const supplement = `
class PrivateIdentifierNode extends objectAllocator.getNodeConstructor() {}
objectAllocator.getPrivateIdentifierConstructor = () => PrivateIdentifierNode;
for (const kind of ["Node", "Token", "Identifier"])
  objectAllocator["get" + kind + "Constructor"]().prototype.getStart = function (sourceFile) {
    return getTokenPosOfNode(this, sourceFile);
  };
for (const kind of ["Identifier", "PrivateIdentifier"])
  Object.defineProperty(objectAllocator["get" + kind + "Constructor"]().prototype, "text", {
    get() {
      return idText(this);
    },
  });
`;

/**
 * @param code the text of `typescript/lib/typescript.js`
 * @param wanted the names of what has to be there
 * @returns an ECMAScript module that exports them
 */
export function extractParser(code: string, wanted: readonly string[]): string {
  const file = ts.createSourceFile("typescript.js", code, ts.ScriptTarget.Latest, true);
  const statements = wrappedIn(file);
  const byName = new Map<string, ts.Statement[]>();
  for (const statement of statements)
    for (const name of namesOf(statement))
      byName.set(name, [...(byName.get(name) ?? []), statement]);

  const kept = new Set<ts.Statement>();
  const names = new Set([...wanted, ...SUPPLEMENTED]);
  for (const name of names) {
    const found = byName.get(name);
    if (!found) continue;
    for (const statement of found) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      if (name !== SILENCED) for (const one of mentionedIn(statement)) names.add(one);
    }
  }
  const missing = wanted.filter((name) => !byName.has(name));
  if (missing.length > 0) throw new Error(`TypeScript has no ${missing.join(", ")}.`);
  const texts = statements
    .filter((statement) => kept.has(statement))
    .map((one) => (namesOf(one).includes(SILENCED) ? silence : one.getText(file)));
  return `${texts.join("\n")}${supplement}export { ${wanted.join(", ")} };\n`;
}

/** The statements of the one function that is around everything: `((module) => { … })(…)`. */
function wrappedIn(file: ts.SourceFile): readonly ts.Statement[] {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    const { expression: call } = statement;
    if (!ts.isCallExpression(call) || !ts.isParenthesizedExpression(call.expression)) continue;
    const around = call.expression.expression;
    if (ts.isArrowFunction(around) && ts.isBlock(around.body)) return around.body.statements;
  }
  throw new Error("TypeScript is written otherwise than it was.");
}

/** What a statement declares, or makes more of: `(X => { … })(X || (X = {}))`, `X.y = 1`. */
function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name ? [statement.name.text] : [];
  if (!ts.isExpressionStatement(statement)) return [];
  const { expression } = statement;
  const argument = ts.isCallExpression(expression) ? expression.arguments[0] : expression;
  let target = argument && ts.isBinaryExpression(argument) ? argument.left : undefined;
  while (target && (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)))
    target = target.expression;
  return target && ts.isIdentifier(target) ? [target.text] : [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isBindingElement(one) ? boundNames(one.name) : []));
}

function mentionedIn(statement: ts.Statement): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMember(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) &&
    parent.name === node
  );
}
