/**
 * TypeScript's nodes, whole or broken, as the Syntax port shows them.
 */
import type ts from "typescript";
import type {
  Kind,
  Literal,
  Member,
  Node,
  Parameter,
  TypeMember,
  View,
  ViewOf,
} from "ws-close-codes-analysis";

/** What the adapter asks of TypeScript. */
export type TypeScript = Pick<
  typeof ts,
  | "NodeFlags"
  | "SyntaxKind"
  | "canHaveModifiers"
  | "forEachChild"
  | "getLeadingCommentRanges"
  | "getModifiers"
  | "isArrayBindingPattern"
  | "isArrayLiteralExpression"
  | "isArrowFunction"
  | "isAsExpression"
  | "isBinaryExpression"
  | "isBindingElement"
  | "isBlock"
  | "isCallExpression"
  | "isCallSignatureDeclaration"
  | "isCaseClause"
  | "isCatchClause"
  | "isClassDeclaration"
  | "isClassExpression"
  | "isClassStaticBlockDeclaration"
  | "isComputedPropertyName"
  | "isConditionalTypeNode"
  | "isConstTypeReference"
  | "isConstructorDeclaration"
  | "isDecorator"
  | "isExportAssignment"
  | "isExportDeclaration"
  | "isExportSpecifier"
  | "isExpressionStatement"
  | "isExpressionWithTypeArguments"
  | "isExternalModule"
  | "isExternalModuleReference"
  | "isForInStatement"
  | "isForOfStatement"
  | "isFunctionDeclaration"
  | "isFunctionExpression"
  | "isFunctionLike"
  | "isGetAccessor"
  | "isHeritageClause"
  | "isIdentifier"
  | "isImportClause"
  | "isImportDeclaration"
  | "isImportEqualsDeclaration"
  | "isImportSpecifier"
  | "isImportTypeNode"
  | "isIndexSignatureDeclaration"
  | "isInferTypeNode"
  | "isInterfaceDeclaration"
  | "isJsxAttribute"
  | "isLiteralTypeNode"
  | "isMethodDeclaration"
  | "isMethodSignature"
  | "isModifier"
  | "isModuleBlock"
  | "isModuleDeclaration"
  | "isNamespaceImport"
  | "isNewExpression"
  | "isObjectBindingPattern"
  | "isObjectLiteralExpression"
  | "isParameter"
  | "isPostfixUnaryExpression"
  | "isPrefixUnaryExpression"
  | "isPrivateIdentifier"
  | "isPropertyAccessExpression"
  | "isPropertyAssignment"
  | "isPropertyDeclaration"
  | "isPropertySignature"
  | "isQualifiedName"
  | "isReturnStatement"
  | "isSatisfiesExpression"
  | "isSetAccessor"
  | "isShorthandPropertyAssignment"
  | "isSourceFile"
  | "isSpreadAssignment"
  | "isSpreadElement"
  | "isStringLiteral"
  | "isStringLiteralLike"
  | "isTemplateLiteral"
  | "isTypeAliasDeclaration"
  | "isTypeAssertionExpression"
  | "isTypeLiteralNode"
  | "isTypeQueryNode"
  | "isVariableDeclaration"
  | "isVariableStatement"
  | "preProcessFile"
  | "tokenToString"
>;
export type Maybe<T> = T | undefined;
export type Views = ReturnType<typeof viewsOf>;

type FunctionTree = ts.SignatureDeclaration & { readonly body?: ts.Node };
type MethodTree = (ts.MethodDeclaration | ts.AccessorDeclaration) & {
  readonly parent: ts.ClassLikeDeclaration | ts.ObjectLiteralExpression;
};
type KindName = keyof typeof ts.SyntaxKind;

/** What a kind of view shows, or nothing where the native node is no such thing after all. */
type Fields<K extends Kind> = Omit<ViewOf<K>, "kind"> | undefined;
type Table = {
  readonly [K in Kind]?: Readonly<Partial<Record<KindName, (node: never) => Fields<K>>>>;
};

const OTHER: View = { kind: "other" };

/** Puts nodes on a stack so that the first comes off first; any number of them. */
export function pushReversed(stack: ts.Node[], nodes: readonly ts.Node[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node) stack.push(node);
  }
}

/** @param ts - the TypeScript that makes the trees, 4.9 to 6.0 */
export function viewsOf(ts: TypeScript) {
  const K = ts.SyntaxKind;
  const kindSet = (...names: KindName[]): ReadonlySet<ts.SyntaxKind> =>
    new Set(names.map((name) => K[name]));

  // -------------------------------------------------------------------------------------------
  // Bare nodes: what is looked through

  /** What the parser put where the source is unfinished. */
  const isMissing = (node: ts.Node): boolean => node.pos === node.end && node.kind !== K.SourceFile;

  const isTypeMember = (node: ts.Node): boolean =>
    ts.isInterfaceDeclaration(node.parent) || ts.isTypeLiteralNode(node.parent);

  const methods = kindSet("MethodDeclaration", "GetAccessor", "SetAccessor");
  /** A member and its function in one node, where other trees have two. */
  const isMethod = (node: ts.Node): node is MethodTree =>
    methods.has(node.kind) && (node.kind === K.MethodDeclaration || !isTypeMember(node));

  /** Behind `implements`, or behind an interface's `extends`; behind a class's is an expression. */
  const isTypeHeritage = (node: ts.ExpressionWithTypeArguments): boolean =>
    ts.isHeritageClause(node.parent) &&
    (node.parent.token === K.ImplementsKeyword || ts.isInterfaceDeclaration(node.parent.parent));

  const wrapped: Readonly<Partial<Record<KindName, (node: never) => Maybe<ts.Node>>>> = {
    ParenthesizedExpression: (n: ts.ParenthesizedExpression) => n.expression,
    AsExpression: (n: ts.AsExpression) => n.expression,
    SatisfiesExpression: (n: ts.SatisfiesExpression) => n.expression,
    TypeAssertionExpression: (n: ts.TypeAssertion) => n.expression,
    NonNullExpression: (n: ts.NonNullExpression) => n.expression,
    ExpressionWithTypeArguments: (n: ts.ExpressionWithTypeArguments) =>
      isTypeHeritage(n) ? undefined : n.expression,
    ParenthesizedType: (n: ts.ParenthesizedTypeNode) => n.type,
    OptionalType: (n: ts.OptionalTypeNode) => n.type,
    NamedTupleMember: (n: ts.NamedTupleMember) => (n.dotDotDotToken ? undefined : n.type),
    TypeOperator: (n: ts.TypeOperatorNode) =>
      n.operator === K.ReadonlyKeyword ? n.type : undefined,
    ExportAssignment: (n: ts.ExportAssignment) => n.expression,
    VariableStatement: (n: ts.VariableStatement) => n.declarationList,
    VariableDeclarationList: (n: ts.VariableDeclarationList) => n.declarations[0],
    CatchClause: (n: ts.CatchClause) => n.block,
    ClassStaticBlockDeclaration: (n: ts.ClassStaticBlockDeclaration) => n.body,
  };
  /** Wrappers around one node, which stands for them. */
  const wrappers = new Map(
    Object.entries(wrapped).map(([name, unwrap]) => [K[name as KindName], unwrap]),
  );

  /** Nodes that only hold others together: never handed out, their children are their parent's. */
  const structural = kindSet(
    "BindingElement",
    "CaseBlock",
    "ComputedPropertyName",
    "Decorator",
    "EnumMember",
    "HeritageClause",
    "Parameter",
    "PropertyAssignment",
    "PropertyDeclaration",
    "PropertySignature",
    "ShorthandPropertyAssignment",
    "TemplateSpan",
    "TemplateLiteralTypeSpan",
  );

  const inner = (node: ts.Node): Maybe<ts.Node> => wrappers.get(node.kind)?.(node as never);

  /** What holds a part of a literal that may turn out to be a pattern. */
  const holdsPatternPart = kindSet(
    "ArrayLiteralExpression",
    "ObjectLiteralExpression",
    "SpreadAssignment",
    "SpreadElement",
  );

  /** Whether a node is, or is part of, what is assigned to: `{ a, b: [c] }` in `({ … } = x)`. */
  function isPattern(node: ts.Node): boolean {
    for (let child = node; ; child = child.parent) {
      const around = child.parent as Maybe<ts.Node>;
      if (!around) return false;
      if (ts.isBinaryExpression(around))
        return around.operatorToken.kind === K.EqualsToken && around.left === child;
      if (ts.isForInStatement(around) || ts.isForOfStatement(around))
        return around.initializer === child;
      const isPart = ts.isPropertyAssignment(around)
        ? around.initializer === child
        : ts.isShorthandPropertyAssignment(around)
          ? around.name === child
          : holdsPatternPart.has(around.kind) || inner(around) === child;
      if (!isPart) return false;
    }
  }

  /** `= 1000` in `[code = 1000] = list`. */
  const isPatternDefault = (node: ts.BinaryExpression): boolean =>
    node.operatorToken.kind === K.EqualsToken &&
    (ts.isArrayLiteralExpression(node.parent) || ts.isPropertyAssignment(node.parent)) &&
    isPattern(node.parent);

  function isTransparent(node: ts.Node): boolean {
    if (structural.has(node.kind) || inner(node)) return true;
    if (ts.isBinaryExpression(node)) return isPatternDefault(node);
    if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node)) return isPattern(node);
    return ts.isVariableDeclaration(node) && ts.isCatchClause(node.parent);
  }

  function bare(node: ts.Node): ts.Node {
    let current = node;
    for (let next = inner(current); next; next = inner(current)) current = next;
    return current;
  }

  const bareList = (nodes: readonly ts.Node[] = []): ts.Node[] =>
    nodes.filter((node) => !isMissing(node)).map(bare);

  /** The optional fields of a view: bare, and only those that the source has. */
  function given<P extends string>(fields: Record<P, Maybe<ts.Node>>): Partial<Record<P, Node>> {
    const found: Partial<Record<P, Node>> = {};
    for (const key in fields) {
      const node = fields[key];
      if (node && !isMissing(node)) found[key] = bare(node);
    }
    return found;
  }

  // -------------------------------------------------------------------------------------------
  // Views

  function literal(node: ts.Node): Literal | undefined {
    switch (node.kind) {
      case K.NumericLiteral:
        return Number((node as ts.NumericLiteral).text);
      case K.BigIntLiteral:
        return BigInt((node as ts.BigIntLiteral).text.slice(0, -1));
      case K.StringLiteral:
      case K.NoSubstitutionTemplateLiteral:
        return (node as ts.LiteralLikeNode).text;
      case K.TrueKeyword:
        return true;
      case K.FalseKeyword:
        return false;
      case K.NullKeyword:
        return null;
      default:
        return undefined;
    }
  }

  /** The value of a literal type, which may be negative. */
  function literalOfType({ literal: node }: ts.LiteralTypeNode): Literal | undefined {
    if (!ts.isPrefixUnaryExpression(node)) return literal(node);
    const value = literal(node.operand);
    return typeof value === "number" || typeof value === "bigint" ? -value : undefined;
  }

  /** The node that spells a key: `a`, `"a"`, or the expression in brackets. */
  const keyOf = (key: ts.Node): ts.Node =>
    bare(ts.isComputedPropertyName(key) ? key.expression : key);

  /** The name that an expression in brackets spells out. */
  function spelledName(key: ts.Node): string | undefined {
    const value = ts.isTemplateLiteral(key) ? undefined : literal(key);
    return value === undefined || value === null ? undefined : String(value);
  }

  /** The name that a key spells out, computed or not. */
  function nameOf(key: Maybe<ts.Node>): string | undefined {
    if (!key || isMissing(key)) return undefined;
    return ts.isIdentifier(key) || ts.isPrivateIdentifier(key) ? key.text : spelledName(keyOf(key));
  }

  /** `a.b.C` in a type or behind `implements`. */
  function typeReference(name: Maybe<ts.Node>, types: Maybe<readonly ts.Node[]>) {
    const path: string[] = [];
    let node = name;
    for (;;) {
      if (node && ts.isQualifiedName(node)) {
        path.unshift(node.right.text);
        node = node.left;
      } else if (node && ts.isPropertyAccessExpression(node)) {
        path.unshift(node.name.text);
        node = node.expression;
      } else break;
    }
    const args = bareList(types);
    if (!node || !ts.isIdentifier(node) || isMissing(node))
      return { path: [], identifier: undefined, args };
    return { path: [node.text, ...path], identifier: node, args };
  }

  const has = (node: ts.Node, modifier: ts.SyntaxKind): boolean =>
    (node as { modifiers?: readonly ts.Node[] }).modifiers?.some((one) => one.kind === modifier) ??
    false;

  /** The parameters, without TypeScript's `this: T`, which takes no argument. */
  const parameters = (node: ts.SignatureDeclaration): ts.ParameterDeclaration[] =>
    (node.parameters as readonly ts.ParameterDeclaration[]).filter(
      ({ name }) => !ts.isIdentifier(name) || name.text !== "this",
    );

  const parameterFields = (node: ts.ParameterDeclaration): Omit<Parameter, "target"> => ({
    rest: node.dotDotDotToken !== undefined,
    ...given({ default: node.initializer, annotation: node.type }),
  });

  const signatureFields = (node: ts.SignatureDeclaration) => ({
    params: parameters(node).map((one) => ({ target: one.name, ...parameterFields(one) })),
    ...given({ result: node.type }),
  });

  const functionFields = (node: FunctionTree) => ({
    ...signatureFields(node),
    name: isMethod(node) ? undefined : nameOf(node.name),
    body: node.body && bare(node.body),
    arrow: ts.isArrowFunction(node),
    async: has(node, K.AsyncKeyword),
    generator: (node as { asteriskToken?: object }).asteriskToken !== undefined,
    returns: () => returned(node),
  });

  /** Statements that hold statements: where a function's own `return` may stand. */
  const holdsStatements = kindSet(
    "Block",
    "IfStatement",
    "DoStatement",
    "WhileStatement",
    "ForStatement",
    "ForInStatement",
    "ForOfStatement",
    "WithStatement",
    "SwitchStatement",
    "CaseBlock",
    "CaseClause",
    "DefaultClause",
    "LabeledStatement",
    "TryStatement",
    "CatchClause",
  );

  /** Every expression that a function itself returns. */
  function returned({ body }: FunctionTree): ts.Node[] {
    if (!body) return [];
    if (!ts.isBlock(body)) return bareList([body]);
    const found: ts.Node[] = [];
    const stack: ts.Node[] = [body];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (ts.isReturnStatement(next)) found.push(...bareList(next.expression && [next.expression]));
      else if (holdsStatements.has(next.kind)) pushReversed(stack, nativeChildren(next));
    }
    return found;
  }

  function classMember(element: ts.ClassElement): Member[] {
    if (ts.isConstructorDeclaration(element)) {
      const name = "constructor";
      const made: Member = { kind: name, name, key: undefined, static: false, value: element };
      return [made, ...element.parameters.flatMap(parameterProperty)];
    }
    if (!ts.isPropertyDeclaration(element) && !isMethod(element)) return [];
    const name = nameOf(element.name);
    const member = { name, key: keyOf(element.name), static: has(element, K.StaticKeyword) };
    if (ts.isPropertyDeclaration(element)) {
      const { initializer: value, type: annotation } = element;
      return [{ kind: "field", ...member, ...given({ value, annotation }) }];
    }
    if (ts.isMethodDeclaration(element)) return [{ kind: "method", ...member, value: element }];
    return [{ kind: ts.isGetAccessor(element) ? "getter" : "setter", ...member, value: element }];
  }

  function parameterProperty(node: ts.ParameterDeclaration): Member[] {
    const { name: key, initializer: value, type: annotation } = node;
    if (!ts.isIdentifier(key) || !node.modifiers?.some((one) => ts.isModifier(one))) return [];
    const fields = given({ value, annotation });
    return [{ kind: "parameter", name: key.text, key, static: false, ...fields }];
  }

  const heritage = (
    node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration,
    token: ts.SyntaxKind,
  ): ts.Node[] =>
    (node.heritageClauses ?? []).flatMap((clause) =>
      clause.token === token ? [...clause.types] : [],
    );

  const classFields = (node: ts.ClassLikeDeclaration) => ({
    name: nameOf(node.name),
    ...given({ extends: heritage(node, K.ExtendsKeyword)[0] }),
    implements: heritage(node, K.ImplementsKeyword),
    members: node.members.flatMap(classMember),
  });

  function typeMember(node: ts.TypeElement): TypeMember[] {
    const name = nameOf(node.name);
    if (ts.isMethodSignature(node) || ts.isCallSignatureDeclaration(node))
      return [{ name, type: node }];
    if (ts.isSetAccessor(node)) return [{ name, ...given({ type: node.parameters[0]?.type }) }];
    if (ts.isIndexSignatureDeclaration(node))
      return [{ name, ...given({ type: node.type }), every: true }];
    return ts.isPropertySignature(node) || ts.isGetAccessor(node)
      ? [{ name, ...given({ type: node.type }) }]
      : [];
  }

  function propertyOf(node: ts.ObjectLiteralElementLike) {
    if (ts.isSpreadAssignment(node)) return [];
    const key = keyOf(node.name);
    const name = nameOf(node.name);
    if (ts.isShorthandPropertyAssignment(node)) return [{ name, key, value: key }];
    return [{ name, key, value: ts.isPropertyAssignment(node) ? bare(node.initializer) : node }];
  }

  /** The identifiers that a pattern binds or assigns to, in source order. */
  function namesIn(pattern: ts.Node): ts.Node[] {
    const names: ts.Node[] = [];
    const stack = [pattern];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const node = bare(next);
      if (isMissing(node)) continue;
      if (ts.isIdentifier(node)) names.push(node);
      else if (ts.isBindingElement(node) || ts.isShorthandPropertyAssignment(node))
        stack.push(node.name);
      else if (ts.isPropertyAssignment(node)) stack.push(node.initializer);
      else if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node)) stack.push(node.expression);
      else if (ts.isBinaryExpression(node)) stack.push(node.left);
      else if (ts.isObjectLiteralExpression(node)) pushReversed(stack, node.properties);
      else if (
        ts.isArrayLiteralExpression(node) ||
        ts.isObjectBindingPattern(node) ||
        ts.isArrayBindingPattern(node)
      )
        pushReversed(stack, node.elements);
    }
    return names;
  }

  const patternFields = (node: ts.Node) => ({ names: namesIn(node) });
  const assignedPattern = (node: ts.Node) => (isPattern(node) ? patternFields(node) : undefined);

  const memberFields = (object: ts.Node, property: ts.Node, name: string | undefined) => ({
    object: bare(object),
    name,
    property: bare(property),
  });

  const callFields = (node: ts.CallExpression | ts.NewExpression) =>
    node.expression.kind === K.ImportKeyword
      ? undefined
      : {
          callee: bare(node.expression),
          args: bareList(node.arguments),
          types: bareList(node.typeArguments),
          construct: ts.isNewExpression(node),
        };

  const operatorOf = (token: ts.SyntaxKind): string => ts.tokenToString(token) ?? "";
  const isAssigning = (operator: ts.SyntaxKind): boolean =>
    operator >= K.FirstAssignment && operator <= K.LastAssignment;
  const logical = kindSet("BarBarToken", "AmpersandAmpersandToken", "QuestionQuestionToken");

  const unaryFields = (operator: ts.SyntaxKind, operand: ts.Node) => ({
    operator: operatorOf(operator),
    operand: bare(operand),
  });
  const fixUnary = (n: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression) =>
    unaryFields(n.operator, n.operand);

  function literalFields(node: ts.Node) {
    const value = literal(node);
    return value === undefined || ts.isJsxAttribute(node.parent) ? undefined : { value };
  }

  const operand = (node: { expression: ts.Node }) => ({ operand: bare(node.expression) });
  const valueFields = (node: { expression?: ts.Node }) => given({ value: node.expression });

  /** One declaration of several variables is several statements. */
  const blockFields = ({ statements }: { statements: readonly ts.Node[] }) => ({
    statements: statements.flatMap((node): readonly ts.Node[] =>
      ts.isVariableStatement(node) ? node.declarationList.declarations : [bare(node)],
    ),
  });

  const tags = kindSet(
    "JsxAttribute",
    "JsxClosingElement",
    "JsxNamespacedName",
    "JsxOpeningElement",
    "JsxSelfClosingElement",
  );
  /** Names in JSX are another kind of node in other trees. */
  function isInTag(node: ts.Node): boolean {
    let around = node.parent;
    while (around.kind === K.PropertyAccessExpression) around = around.parent;
    return tags.has(around.kind);
  }

  function isQuery(node: ts.QualifiedName): boolean {
    let around: ts.Node = node;
    while (ts.isQualifiedName(around)) around = around.parent;
    return ts.isTypeQueryNode(around);
  }

  /** The `this` of `typeof this.socket` is an identifier here. */
  const isThis = (node: ts.Identifier): boolean =>
    node.text === "this" &&
    (ts.isTypeQueryNode(node.parent) ||
      (ts.isQualifiedName(node.parent) && node.parent.left === node));

  const table: Table = {
    identifier: {
      Identifier: (n: ts.Identifier) =>
        isMissing(n) || isThis(n) || isInTag(n) ? undefined : { name: n.text },
      PrivateIdentifier: (n: ts.PrivateIdentifier) => ({ name: n.text }),
    },
    this: {
      ThisKeyword: (n: ts.ThisExpression) => (isInTag(n) ? undefined : {}),
      Identifier: (n: ts.Identifier) => (isThis(n) ? {} : undefined),
    },
    super: { SuperKeyword: () => ({}) },
    literal: {
      NumericLiteral: literalFields,
      BigIntLiteral: literalFields,
      StringLiteral: literalFields,
      TrueKeyword: literalFields,
      FalseKeyword: literalFields,
      NullKeyword: literalFields,
    },
    template: {
      NoSubstitutionTemplateLiteral: (n: ts.NoSubstitutionTemplateLiteral) => ({
        texts: [n.text],
        holes: [],
      }),
      TemplateExpression: (n: ts.TemplateExpression) => ({
        texts: [n.head.text, ...n.templateSpans.map((span) => span.literal.text)],
        holes: n.templateSpans.map((span) => bare(span.expression)),
      }),
    },
    member: {
      PropertyAccessExpression: (n: ts.PropertyAccessExpression) =>
        isInTag(n) ? undefined : memberFields(n.expression, n.name, nameOf(n.name)),
      ElementAccessExpression: (n: ts.ElementAccessExpression) => {
        const key = bare(n.argumentExpression);
        return memberFields(n.expression, key, spelledName(key));
      },
      QualifiedName: (n: ts.QualifiedName) =>
        isQuery(n) ? memberFields(n.left, n.right, nameOf(n.right)) : undefined,
    },
    call: { CallExpression: callFields, NewExpression: callFields },
    unary: {
      PrefixUnaryExpression: fixUnary,
      PostfixUnaryExpression: fixUnary,
      TypeOfExpression: (n: ts.TypeOfExpression) => unaryFields(K.TypeOfKeyword, n.expression),
      VoidExpression: (n: ts.VoidExpression) => unaryFields(K.VoidKeyword, n.expression),
      DeleteExpression: (n: ts.DeleteExpression) => unaryFields(K.DeleteKeyword, n.expression),
    },
    binary: {
      BinaryExpression: ({ left, operatorToken: { kind }, right }: ts.BinaryExpression) =>
        kind === K.CommaToken || logical.has(kind) || isAssigning(kind)
          ? undefined
          : {
              operator: operatorOf(kind),
              left: bare(left),
              right: isMissing(bare(right)) ? undefined : bare(right),
            },
    },
    either: {
      ConditionalExpression: (n: ts.ConditionalExpression) => ({
        operator: "?:",
        test: bare(n.condition),
        arms: [bare(n.whenTrue), bare(n.whenFalse)],
      }),
      BinaryExpression: ({ left, operatorToken: { kind }, right }: ts.BinaryExpression) =>
        logical.has(kind)
          ? { operator: operatorOf(kind) as "||", arms: [bare(left), bare(right)] }
          : undefined,
    },
    assignment: {
      BinaryExpression: ({ left, operatorToken: { kind }, right }: ts.BinaryExpression) =>
        isAssigning(kind)
          ? { operator: operatorOf(kind), target: bare(left), value: bare(right) }
          : undefined,
    },
    object: {
      ObjectLiteralExpression: (n: ts.ObjectLiteralExpression) =>
        isPattern(n)
          ? undefined
          : {
              properties: n.properties.flatMap(propertyOf),
              spreads: n.properties.some((one) => ts.isSpreadAssignment(one)),
            },
    },
    array: {
      ArrayLiteralExpression: (n: ts.ArrayLiteralExpression) =>
        isPattern(n)
          ? undefined
          : { elements: n.elements.map((one) => (isMissing(one) ? undefined : bare(one))) },
    },
    function: {
      FunctionDeclaration: functionFields,
      FunctionExpression: functionFields,
      ArrowFunction: functionFields,
      MethodDeclaration: functionFields,
      Constructor: functionFields,
      GetAccessor: (n: ts.AccessorDeclaration) => (isMethod(n) ? functionFields(n) : undefined),
      SetAccessor: (n: ts.AccessorDeclaration) => (isMethod(n) ? functionFields(n) : undefined),
    },
    class: { ClassDeclaration: classFields, ClassExpression: classFields },
    await: { AwaitExpression: operand },
    spread: { SpreadElement: operand, SpreadAssignment: operand },
    variable: {
      VariableDeclaration: (n: ts.VariableDeclaration) => ({
        target: n.name,
        ...given({ init: n.initializer, annotation: n.type }),
      }),
    },
    enum: {
      EnumDeclaration: (n: ts.EnumDeclaration) => ({
        name: n.name.text,
        members: n.members.map((one) => ({
          name: nameOf(one.name) ?? "",
          key: keyOf(one.name),
          ...given({ init: one.initializer }),
        })),
      }),
    },
    pattern: {
      ObjectBindingPattern: patternFields,
      ArrayBindingPattern: patternFields,
      ObjectLiteralExpression: assignedPattern,
      ArrayLiteralExpression: assignedPattern,
    },
    switch: {
      SwitchStatement: (n: ts.SwitchStatement) => ({
        subject: bare(n.expression),
        cases: n.caseBlock.clauses.map((node) => ({
          node,
          ...(ts.isCaseClause(node) && given({ test: node.expression })),
        })),
      }),
    },
    case: {
      CaseClause: (n: ts.CaseClause) => given({ test: n.expression }),
      DefaultClause: () => ({}),
    },
    return: { ReturnStatement: valueFields },
    throw: { ThrowStatement: valueFields },
    break: { BreakStatement: () => ({}) },
    block: { SourceFile: blockFields, Block: blockFields, ModuleBlock: blockFields },
    expression: {
      ExpressionStatement: (n: ts.ExpressionStatement) => ({ expression: bare(n.expression) }),
    },
    if: {
      IfStatement: (n: ts.IfStatement) => ({
        test: bare(n.expression),
        then: bare(n.thenStatement),
        ...given({ else: n.elseStatement }),
      }),
    },
    try: {
      TryStatement: (n: ts.TryStatement) => ({
        block: n.tryBlock,
        ...given({ handler: n.catchClause, finalizer: n.finallyBlock }),
      }),
    },
    "type-reference": {
      TypeReference: (n: ts.TypeReferenceNode) => typeReference(n.typeName, n.typeArguments),
      ExpressionWithTypeArguments: (n: ts.ExpressionWithTypeArguments) =>
        isTypeHeritage(n) ? typeReference(n.expression, n.typeArguments) : undefined,
      ImportType: (n: ts.ImportTypeNode) => {
        if (n.isTypeOf) return undefined;
        const module = ts.isLiteralTypeNode(n.argument) && literal(n.argument.literal);
        return {
          ...typeReference(n.qualifier, n.typeArguments),
          identifier: undefined,
          ...(typeof module === "string" && { module }),
        };
      },
    },
    "type-union": { UnionType: (n: ts.UnionTypeNode) => ({ members: bareList(n.types) }) },
    "type-intersection": {
      IntersectionType: (n: ts.IntersectionTypeNode) => ({ members: bareList(n.types) }),
    },
    "type-array": { ArrayType: (n: ts.ArrayTypeNode) => ({ element: bare(n.elementType) }) },
    "type-tuple": { TupleType: (n: ts.TupleTypeNode) => ({ elements: bareList(n.elements) }) },
    "type-literal": {
      LiteralType: (n: ts.LiteralTypeNode) => {
        const value = literalOfType(n);
        return value === undefined ? undefined : { value };
      },
    },
    "type-query": { TypeQuery: (n: ts.TypeQueryNode) => ({ expression: n.exprName }) },
    "type-object": {
      TypeLiteral: (n: ts.TypeLiteralNode) => ({ members: n.members.flatMap(typeMember) }),
    },
    "function-type": {
      FunctionType: signatureFields,
      MethodSignature: signatureFields,
      CallSignature: signatureFields,
      GetAccessor: (n: ts.AccessorDeclaration) => (isMethod(n) ? undefined : signatureFields(n)),
      SetAccessor: (n: ts.AccessorDeclaration) => (isMethod(n) ? undefined : signatureFields(n)),
    },
    interface: {
      InterfaceDeclaration: (n: ts.InterfaceDeclaration) => ({
        name: n.name.text,
        extends: heritage(n, K.ExtendsKeyword),
        members: n.members.flatMap(typeMember),
      }),
    },
    "type-alias": {
      TypeAliasDeclaration: (n: ts.TypeAliasDeclaration) => ({
        name: n.name.text,
        type: bare(n.type),
      }),
    },
  };

  /** The same by native kind: what such a node may look like. */
  interface Row {
    readonly kind: Kind;
    readonly fields: (node: never) => object | undefined;
  }
  const rows = new Map<ts.SyntaxKind, Row[]>();
  for (const [kind, byName] of Object.entries(table)) {
    for (const [name, fields] of Object.entries(byName)) {
      const native = K[name as KindName];
      rows.set(native, [...(rows.get(native) ?? []), { kind: kind as Kind, fields }]);
    }
  }

  function look(node: ts.Node): View {
    for (const { kind, fields } of rows.get(node.kind) ?? []) {
      const found = fields(node as never);
      if (found) return { kind, ...found } as View;
    }
    return OTHER;
  }

  // -------------------------------------------------------------------------------------------
  // The tree

  /** Keywords and tokens that are no nodes in other trees, punctuation apart. */
  const marks = kindSet(
    "AbstractKeyword",
    "AccessorKeyword",
    "AssertsKeyword",
    "AsyncKeyword",
    "AwaitKeyword",
    "ConstKeyword",
    "DeclareKeyword",
    "DefaultKeyword",
    "EndOfFileToken",
    "ExportKeyword",
    "ImportKeyword",
    "InKeyword",
    "InstanceOfKeyword",
    "OmittedExpression",
    "OutKeyword",
    "OverrideKeyword",
    "PrivateKeyword",
    "ProtectedKeyword",
    "PublicKeyword",
    "ReadonlyKeyword",
    "StaticKeyword",
    "TemplateHead",
    "TemplateMiddle",
    "TemplateTail",
  );
  const isMark = (node: ts.Node): boolean =>
    (node.kind >= K.FirstPunctuation && node.kind <= K.LastPunctuation) || marks.has(node.kind);

  /** Nodes that say themselves all that their children do. */
  const closed = kindSet("LiteralType", "MetaProperty");

  /** Of `import("m", { with: {} }).A<B>` only `A` and `B` are shown. */
  const isNamedBy = (node: ts.ImportTypeNode, child: ts.Node): boolean =>
    child === node.qualifier || (node.typeArguments?.some((one) => one === child) ?? false);

  /** Every native child in source order, wrappers and structure included. */
  function nativeChildren(node: ts.Node): ts.Node[] {
    const found: ts.Node[] = [];
    if (closed.has(node.kind)) return found;
    const isInMethod = isMethod(node);
    ts.forEachChild(node, (child) => {
      if (isMark(child) || (ts.isImportTypeNode(node) && !isNamedBy(node, child))) return;
      // A method's name stands beside its function, not inside it.
      if (isInMethod && (child === node.name || ts.isDecorator(child))) return;
      if (isMethod(child)) {
        for (const one of child.modifiers ?? []) if (ts.isDecorator(one)) found.push(one);
        found.push(child.name);
      }
      found.push(child);
    });
    return found;
  }

  function nativeParent(node: ts.Node): Maybe<ts.Node> {
    const parent = node.parent as Maybe<ts.Node>;
    const isBeside = parent && isMethod(parent) && (parent.name === node || ts.isDecorator(node));
    return isBeside ? parent.parent : parent;
  }

  function parentOf(node: ts.Node): Maybe<ts.Node> {
    let parent = nativeParent(node);
    while (parent && isTransparent(parent)) parent = nativeParent(parent);
    return parent;
  }

  /** The type that is asserted around an expression, `as const` left aside. */
  function assertion(node: ts.Node): Maybe<ts.Node> {
    let found: Maybe<ts.Node>;
    let child = node;
    for (;;) {
      const around = child.parent as Maybe<ts.Node>;
      if (!around || inner(around) !== child) return found;
      const isAssertion =
        ts.isAsExpression(around) ||
        ts.isTypeAssertionExpression(around) ||
        ts.isSatisfiesExpression(around);
      if (isAssertion && !ts.isConstTypeReference(around.type)) found = bare(around.type);
      child = around;
    }
  }

  return {
    assertion,
    given,
    has,
    inner,
    isAssigning,
    isInTag,
    isMethod,
    isMissing,
    isPattern,
    isTransparent,
    keyOf,
    kindSet,
    look,
    nameOf,
    nativeChildren,
    parameters,
    parameterFields,
    parentOf,
    rows,
  };
}
