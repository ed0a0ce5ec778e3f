/**
 * The Syntax port over TypeScript's own tree, whole or broken, with the checker's symbols.
 */
import type ts from "typescript";
import {
  checkerTypes,
  type Binding,
  type Kind,
  type Literal,
  type Member,
  type Node,
  type Parameter,
  type Step,
  type Syntax,
  type TypeMember,
  type View,
} from "ws-close-codes-analysis";

type TypeScript = typeof ts;
type Maybe<T> = T | undefined;
type Meaning = "value" | "type";
type FunctionTree = ts.SignatureDeclaration & { readonly body?: ts.Node };
type ClassTree = ts.ClassLikeDeclaration;

const OTHER: View = { kind: "other" };

/** How one kind of native node looks. */
function syntaxOf(ts: TypeScript) {
  const K = ts.SyntaxKind;

  // -------------------------------------------------------------------------------------------
  // Bare nodes: what is looked through

  const isMissing = (node: ts.Node): boolean =>
    node.pos === node.end && node.kind !== K.EndOfFileToken && node.kind !== K.SourceFile;

  const isTypeMember = (node: ts.Node): boolean =>
    ts.isInterfaceDeclaration(node.parent) || ts.isTypeLiteralNode(node.parent);

  /** A method or an accessor of a class or an object: a member and its function in one node. */
  const isMethod = (node: ts.Node): node is ts.MethodDeclaration | ts.AccessorDeclaration =>
    ts.isMethodDeclaration(node) || (ts.isAccessor(node) && !isTypeMember(node));

  const isTypeHeritage = (node: ts.ExpressionWithTypeArguments): boolean =>
    ts.isHeritageClause(node.parent) &&
    (node.parent.token === K.ImplementsKeyword || ts.isInterfaceDeclaration(node.parent.parent));

  /** `{ a, b: [c] }` and `[x]` where they are assigned to. */
  function isPattern(node: ts.Node): boolean {
    for (let child = node, around = node.parent as Maybe<ts.Node>; around;) {
      if (ts.isBinaryExpression(around) && around.operatorToken.kind === K.EqualsToken) {
        return around.left === child;
      } else if (ts.isForInStatement(around) || ts.isForOfStatement(around)) {
        return around.initializer === child;
      } else if (ts.isPropertyAssignment(around)) {
        if (around.initializer !== child) return false;
      } else if (
        !ts.isParenthesizedExpression(around) &&
        !ts.isSpreadElement(around) &&
        !ts.isSpreadAssignment(around) &&
        !ts.isShorthandPropertyAssignment(around) &&
        !ts.isArrayLiteralExpression(around) &&
        !ts.isObjectLiteralExpression(around)
      ) {
        return false;
      }
      [child, around] = [around, around.parent];
    }
    return false;
  }

  /** `= 1000` in `[code = 1000] = list`. */
  const isPatternDefault = (node: ts.BinaryExpression): boolean =>
    node.operatorToken.kind === K.EqualsToken &&
    (ts.isArrayLiteralExpression(node.parent) || ts.isPropertyAssignment(node.parent)) &&
    isPattern(node.parent);

  /** Wrappers around one node, which stands for them. */
  const wrapped = new Map<ts.SyntaxKind, (node: never) => Maybe<ts.Node>>([
    [K.ParenthesizedExpression, (n: ts.ParenthesizedExpression) => n.expression],
    [K.AsExpression, (n: ts.AsExpression) => n.expression],
    [K.SatisfiesExpression, (n: ts.SatisfiesExpression) => n.expression],
    [K.TypeAssertionExpression, (n: ts.TypeAssertion) => n.expression],
    [K.NonNullExpression, (n: ts.NonNullExpression) => n.expression],
    [
      K.ExpressionWithTypeArguments,
      (n: ts.ExpressionWithTypeArguments) => (isTypeHeritage(n) ? undefined : n.expression),
    ],
    [K.ParenthesizedType, (n: ts.ParenthesizedTypeNode) => n.type],
    [K.OptionalType, (n: ts.OptionalTypeNode) => n.type],
    [K.NamedTupleMember, (n: ts.NamedTupleMember) => (n.dotDotDotToken ? undefined : n.type)],
    [
      K.TypeOperator,
      (n: ts.TypeOperatorNode) => (n.operator === K.ReadonlyKeyword ? n.type : undefined),
    ],
    [K.ExportAssignment, (n: ts.ExportAssignment) => n.expression],
    [K.VariableStatement, (n: ts.VariableStatement) => n.declarationList],
    [K.VariableDeclarationList, (n: ts.VariableDeclarationList) => n.declarations[0]],
    [K.CatchClause, (n: ts.CatchClause) => n.block],
    [K.ClassStaticBlockDeclaration, (n: ts.ClassStaticBlockDeclaration) => n.body],
  ]);

  /** Nodes that only hold others together: never handed out, their children belong to their parent. */
  const structural: ReadonlySet<ts.SyntaxKind> = new Set([
    K.BindingElement,
    K.CaseBlock,
    K.ComputedPropertyName,
    K.Decorator,
    K.EnumMember,
    K.HeritageClause,
    K.Parameter,
    K.PropertyAssignment,
    K.PropertyDeclaration,
    K.PropertySignature,
    K.ShorthandPropertyAssignment,
    K.TemplateSpan,
    K.TemplateLiteralTypeSpan,
  ]);

  const inner = (node: ts.Node): Maybe<ts.Node> => wrapped.get(node.kind)?.(node as never);

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

  const bareList = (nodes: Maybe<readonly ts.Node[]>): ts.Node[] =>
    (nodes ?? []).filter((node) => !isMissing(node)).map(bare);

  /** The optional fields of a view: bare, and only those that the source has. */
  function given<P extends string>(fields: Record<P, Maybe<ts.Node>>): { [K in P]?: Node } {
    const found: { [K in P]?: Node } = {};
    for (const key in fields) {
      const node = fields[key];
      if (node && !isMissing(node)) found[key] = bare(node);
    }
    return found;
  }

  /** A block's statements; one declaration of several variables is several of them. */
  const statements = (nodes: readonly ts.Node[]): ts.Node[] =>
    nodes.flatMap((node) =>
      ts.isVariableStatement(node) ? [...node.declarationList.declarations] : [bare(node)],
    );

  // -------------------------------------------------------------------------------------------
  // Views

  /** The name that a key spells out, computed or not. */
  function nameOf(key: Maybe<ts.Node>): string | undefined {
    if (!key || isMissing(key)) return undefined;
    if (ts.isIdentifier(key) || ts.isPrivateIdentifier(key)) return key.text;
    return spelledName(ts.isComputedPropertyName(key) ? key.expression : key);
  }

  function spelledName(key: ts.Node): string | undefined {
    const value = literal(bare(key));
    return ts.isTemplateLiteral(bare(key)) || value === undefined || value === null
      ? undefined
      : String(value);
  }

  /** The node that spells a key: `a`, `"a"`, or the expression in brackets. */
  const keyOf = (key: ts.Node): ts.Node =>
    bare(ts.isComputedPropertyName(key) ? key.expression : key);

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
      case K.PrefixUnaryExpression: {
        const { operator, operand } = node as ts.PrefixUnaryExpression;
        const value = operator === K.MinusToken ? literal(operand) : undefined;
        return typeof value === "number" || typeof value === "bigint" ? -value : undefined;
      }
      default:
        return undefined;
    }
  }

  /** `a.b.C` in a type or behind `implements`. */
  function typeReference(name: Maybe<ts.Node>, args: Maybe<readonly ts.Node[]>): View {
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
    return node && ts.isIdentifier(node) && !isMissing(node)
      ? {
          kind: "type-reference",
          path: [node.text, ...path],
          identifier: node,
          args: bareList(args),
        }
      : { kind: "type-reference", path: [], identifier: undefined, args: bareList(args) };
  }

  const isThisParameter = (node: ts.Node): boolean =>
    ts.isParameter(node) && ts.isIdentifier(node.name) && node.name.text === "this";

  /** The parameters, without TypeScript's `this: T`, which takes no argument. */
  const parameters = (node: ts.SignatureDeclaration): ts.ParameterDeclaration[] =>
    (node.parameters as readonly ts.ParameterDeclaration[]).filter((one) => !isThisParameter(one));

  const parameterView = (node: ts.ParameterDeclaration): Parameter => ({
    target: node.name,
    rest: node.dotDotDotToken !== undefined,
    ...given({ default: node.initializer, annotation: node.type }),
  });

  const has = (node: ts.Node, modifier: ts.SyntaxKind): boolean =>
    (node as { modifiers?: readonly ts.Node[] }).modifiers?.some((one) => one.kind === modifier) ??
    false;

  const functionView = (node: FunctionTree): View =>
    ts.isAccessor(node) && isTypeMember(node)
      ? functionType(node)
      : {
          kind: "function",
          name: isMethod(node) ? undefined : nameOf(node.name),
          params: parameters(node).map(parameterView),
          body: node.body && bare(node.body),
          arrow: ts.isArrowFunction(node),
          async: has(node, K.AsyncKeyword),
          generator: (node as { asteriskToken?: object }).asteriskToken !== undefined,
          ...given({ result: node.type }),
          returns: () => returned(node),
        };

  const functionType = (node: ts.SignatureDeclaration): View => ({
    kind: "function-type",
    params: parameters(node).map(parameterView),
    ...given({ result: node.type }),
  });

  /** Every expression that a function itself returns. */
  function returned(node: FunctionTree): ts.Node[] {
    if (!node.body) return [];
    if (!ts.isBlock(node.body)) return [bare(node.body)];
    const found: ts.Node[] = [];
    const stack: ts.Node[] = [node.body];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (ts.isReturnStatement(next)) found.push(...bareList(next.expression && [next.expression]));
      else if (holdsStatements.has(next.kind)) stack.push(...nativeChildren(next).reverse());
    }
    return found;
  }

  const holdsStatements: ReadonlySet<ts.SyntaxKind> = new Set([
    K.Block,
    K.IfStatement,
    K.DoStatement,
    K.WhileStatement,
    K.ForStatement,
    K.ForInStatement,
    K.ForOfStatement,
    K.WithStatement,
    K.SwitchStatement,
    K.CaseBlock,
    K.CaseClause,
    K.DefaultClause,
    K.LabeledStatement,
    K.TryStatement,
    K.CatchClause,
  ]);

  function classMembers(element: ts.ClassElement): Member[] {
    const isStatic = has(element, K.StaticKeyword);
    if (ts.isConstructorDeclaration(element)) {
      const made: Member = {
        kind: "constructor",
        name: "constructor",
        key: undefined,
        static: false,
        value: element,
      };
      return [made, ...element.parameters.flatMap(parameterProperty)];
    }
    if (ts.isPropertyDeclaration(element)) {
      return [
        {
          kind: "field",
          name: nameOf(element.name),
          key: keyOf(element.name),
          static: isStatic,
          ...given({ value: element.initializer, annotation: element.type }),
        },
      ];
    }
    if (!isMethod(element)) return [];
    const kind = ts.isMethodDeclaration(element)
      ? "method"
      : ts.isGetAccessor(element)
        ? "getter"
        : "setter";
    return [
      {
        kind,
        name: nameOf(element.name),
        key: keyOf(element.name),
        static: isStatic,
        value: element,
      },
    ];
  }

  function parameterProperty(node: ts.ParameterDeclaration): Member[] {
    if (!ts.isIdentifier(node.name) || !node.modifiers?.some((one) => ts.isModifier(one)))
      return [];
    return [
      {
        kind: "parameter",
        name: node.name.text,
        key: node.name,
        static: false,
        ...given({ value: node.initializer, annotation: node.type }),
      },
    ];
  }

  const heritage = (node: ClassTree | ts.InterfaceDeclaration, token: ts.SyntaxKind): ts.Node[] =>
    (node.heritageClauses ?? [])
      .filter((clause) => clause.token === token)
      .flatMap((clause) => [...clause.types]);

  const classView = (node: ClassTree): View => ({
    kind: "class",
    name: nameOf(node.name),
    ...given({ extends: heritage(node, K.ExtendsKeyword)[0] }),
    implements: heritage(node, K.ImplementsKeyword),
    members: node.members.flatMap(classMembers),
  });

  function typeMember(node: ts.TypeElement): TypeMember[] {
    const name = nameOf(node.name);
    if (ts.isMethodSignature(node) || ts.isCallSignatureDeclaration(node))
      return [{ name, type: node }];
    if (
      ts.isPropertySignature(node) ||
      ts.isIndexSignatureDeclaration(node) ||
      ts.isGetAccessor(node)
    )
      return [{ name, ...given({ type: node.type }) }];
    if (ts.isSetAccessor(node)) return [{ name, ...given({ type: parameters(node)[0]?.type }) }];
    return [];
  }

  /** The identifiers that a pattern binds or assigns to. */
  function namesIn(target: ts.Node): ts.Node[] {
    if (ts.isIdentifier(target)) return [target];
    if (ts.isObjectBindingPattern(target) || ts.isArrayBindingPattern(target))
      return target.elements.flatMap((one) =>
        ts.isOmittedExpression(one) ? [] : namesIn(one.name),
      );
    if (ts.isObjectLiteralExpression(target))
      return target.properties.flatMap((one) => {
        if (ts.isShorthandPropertyAssignment(one)) return [one.name];
        if (ts.isPropertyAssignment(one)) return namesIn(one.initializer);
        return ts.isSpreadAssignment(one) ? namesIn(one.expression) : [];
      });
    if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap(namesIn);
    if (ts.isSpreadElement(target)) return namesIn(target.expression);
    return ts.isBinaryExpression(target) ? namesIn(target.left) : [];
  }

  function objectView(node: ts.ObjectLiteralExpression): View {
    if (isPattern(node)) return { kind: "pattern", names: namesIn(node) };
    return {
      kind: "object",
      properties: node.properties.flatMap((one) => {
        if (ts.isSpreadAssignment(one)) return [];
        const value = ts.isPropertyAssignment(one)
          ? bare(one.initializer)
          : ts.isShorthandPropertyAssignment(one)
            ? one.name
            : one;
        return [{ name: nameOf(one.name), key: keyOf(one.name), value }];
      }),
      spreads: node.properties.some((one) => ts.isSpreadAssignment(one)),
    };
  }

  const memberView = (object: ts.Node, property: ts.Node, name: string | undefined): View => ({
    kind: "member",
    object: bare(object),
    name,
    property: bare(property),
  });

  function callView(node: ts.CallExpression | ts.NewExpression): View {
    if (node.expression.kind === K.ImportKeyword) return OTHER;
    return {
      kind: "call",
      callee: bare(node.expression),
      args: bareList(node.arguments),
      types: bareList(node.typeArguments),
      construct: ts.isNewExpression(node),
    };
  }

  function binaryView(node: ts.BinaryExpression): View {
    const { kind } = node.operatorToken;
    const operator = ts.tokenToString(kind) ?? "";
    const [left, right] = [bare(node.left), bare(node.right)];
    switch (kind) {
      case K.CommaToken:
        return OTHER;
      case K.BarBarToken:
      case K.AmpersandAmpersandToken:
      case K.QuestionQuestionToken:
        return { kind: "either", operator: operator as "||", arms: [left, right] };
      default:
        return kind >= K.FirstAssignment && kind <= K.LastAssignment
          ? { kind: "assignment", operator, target: left, value: right }
          : { kind: "binary", operator, left, right: isMissing(right) ? undefined : right };
    }
  }

  const unaryView = (operator: ts.SyntaxKind, operand: ts.Node): View => ({
    kind: "unary",
    operator: ts.tokenToString(operator) ?? "",
    operand: bare(operand),
  });

  const literalView = (node: ts.Node): View => {
    const value = literal(node);
    return value === undefined || ts.isJsxAttribute(node.parent)
      ? OTHER
      : { kind: "literal", value };
  };

  const block = (node: { statements: readonly ts.Node[] }): View => ({
    kind: "block",
    statements: statements(node.statements),
  });

  /** Names in JSX are another kind of node in other trees. */
  function isInTag(node: ts.Node): boolean {
    let around = node.parent;
    while (ts.isPropertyAccessExpression(around)) around = around.parent;
    return (
      ts.isJsxOpeningLikeElement(around) ||
      ts.isJsxClosingElement(around) ||
      ts.isJsxAttribute(around) ||
      (ts.isJsxNamespacedName as Maybe<typeof ts.isJsxNamespacedName>)?.(around) === true
    );
  }

  function identifierView(node: ts.Identifier): View {
    if (isMissing(node) || isInTag(node)) return OTHER;
    // The `this` of `typeof this.socket` is an identifier here.
    if (node.text === "this" && !ts.isParameter(node.parent)) return { kind: "this" };
    return { kind: "identifier", name: node.text };
  }

  type Row = readonly [kinds: Kind | readonly Kind[], view: (node: never) => View];

  const rows = new Map<ts.SyntaxKind, Row>([
    [K.Identifier, ["identifier", identifierView]],
    [
      K.PrivateIdentifier,
      ["identifier", (n: ts.PrivateIdentifier) => ({ kind: "identifier", name: n.text })],
    ],
    [K.ThisKeyword, ["this", () => ({ kind: "this" })]],
    [K.SuperKeyword, ["super", () => ({ kind: "super" })]],
    [K.NumericLiteral, ["literal", literalView]],
    [K.BigIntLiteral, ["literal", literalView]],
    [K.StringLiteral, ["literal", literalView]],
    [K.TrueKeyword, ["literal", literalView]],
    [K.FalseKeyword, ["literal", literalView]],
    [K.NullKeyword, ["literal", literalView]],
    [
      K.NoSubstitutionTemplateLiteral,
      [
        "template",
        (n: ts.NoSubstitutionTemplateLiteral) => ({ kind: "template", texts: [n.text], holes: [] }),
      ],
    ],
    [
      K.TemplateExpression,
      [
        "template",
        (n: ts.TemplateExpression) => ({
          kind: "template",
          texts: [n.head.text, ...n.templateSpans.map((span) => span.literal.text)],
          holes: n.templateSpans.map((span) => bare(span.expression)),
        }),
      ],
    ],
    [
      K.PropertyAccessExpression,
      [
        "member",
        (n: ts.PropertyAccessExpression) =>
          isInTag(n) ? OTHER : memberView(n.expression, n.name, nameOf(n.name)),
      ],
    ],
    [
      K.ElementAccessExpression,
      [
        "member",
        (n: ts.ElementAccessExpression) =>
          memberView(n.expression, n.argumentExpression, spelledName(n.argumentExpression)),
      ],
    ],
    [
      K.QualifiedName,
      [
        "member",
        (n: ts.QualifiedName) => {
          let around: ts.Node = n;
          while (ts.isQualifiedName(around)) around = around.parent;
          return ts.isTypeQueryNode(around) ? memberView(n.left, n.right, nameOf(n.right)) : OTHER;
        },
      ],
    ],
    [K.CallExpression, ["call", callView]],
    [K.NewExpression, ["call", callView]],
    [
      K.PrefixUnaryExpression,
      ["unary", (n: ts.PrefixUnaryExpression) => unaryView(n.operator, n.operand)],
    ],
    [
      K.PostfixUnaryExpression,
      ["unary", (n: ts.PostfixUnaryExpression) => unaryView(n.operator, n.operand)],
    ],
    [
      K.TypeOfExpression,
      ["unary", (n: ts.TypeOfExpression) => unaryView(K.TypeOfKeyword, n.expression)],
    ],
    [K.VoidExpression, ["unary", (n: ts.VoidExpression) => unaryView(K.VoidKeyword, n.expression)]],
    [
      K.DeleteExpression,
      ["unary", (n: ts.DeleteExpression) => unaryView(K.DeleteKeyword, n.expression)],
    ],
    [K.BinaryExpression, [["binary", "either", "assignment"], binaryView]],
    [
      K.ConditionalExpression,
      [
        "either",
        (n: ts.ConditionalExpression) => ({
          kind: "either",
          operator: "?:",
          test: bare(n.condition),
          arms: [bare(n.whenTrue), bare(n.whenFalse)],
        }),
      ],
    ],
    [K.ObjectLiteralExpression, [["object", "pattern"], objectView]],
    [
      K.ArrayLiteralExpression,
      [
        ["array", "pattern"],
        (n: ts.ArrayLiteralExpression) =>
          isPattern(n)
            ? { kind: "pattern", names: namesIn(n) }
            : {
                kind: "array",
                elements: n.elements.map((one) =>
                  ts.isOmittedExpression(one) ? undefined : bare(one),
                ),
              },
      ],
    ],
    [K.FunctionDeclaration, ["function", functionView]],
    [K.FunctionExpression, ["function", functionView]],
    [K.ArrowFunction, ["function", functionView]],
    [K.MethodDeclaration, ["function", functionView]],
    [K.Constructor, ["function", functionView]],
    [K.GetAccessor, [["function", "function-type"], functionView]],
    [K.SetAccessor, [["function", "function-type"], functionView]],
    [K.ClassDeclaration, ["class", classView]],
    [K.ClassExpression, ["class", classView]],
    [
      K.AwaitExpression,
      ["await", (n: ts.AwaitExpression) => ({ kind: "await", operand: bare(n.expression) })],
    ],
    [
      K.SpreadElement,
      ["spread", (n: ts.SpreadElement) => ({ kind: "spread", operand: bare(n.expression) })],
    ],
    [
      K.SpreadAssignment,
      ["spread", (n: ts.SpreadAssignment) => ({ kind: "spread", operand: bare(n.expression) })],
    ],
    [
      K.VariableDeclaration,
      [
        "variable",
        (n: ts.VariableDeclaration) => ({
          kind: "variable",
          target: n.name,
          ...given({ init: n.initializer, annotation: n.type }),
        }),
      ],
    ],
    [
      K.EnumDeclaration,
      [
        "enum",
        (n: ts.EnumDeclaration) => ({
          kind: "enum",
          name: n.name.text,
          members: n.members.map((one) => ({
            name: nameOf(one.name) ?? "",
            key: keyOf(one.name),
            ...given({ init: one.initializer }),
          })),
        }),
      ],
    ],
    [
      K.ObjectBindingPattern,
      ["pattern", (n: ts.BindingPattern) => ({ kind: "pattern", names: namesIn(n) })],
    ],
    [
      K.ArrayBindingPattern,
      ["pattern", (n: ts.BindingPattern) => ({ kind: "pattern", names: namesIn(n) })],
    ],
    [
      K.SwitchStatement,
      [
        "switch",
        (n: ts.SwitchStatement) => ({
          kind: "switch",
          subject: bare(n.expression),
          cases: n.caseBlock.clauses.map((node) => ({
            node,
            ...(ts.isCaseClause(node) && given({ test: node.expression })),
          })),
        }),
      ],
    ],
    [
      K.CaseClause,
      ["case", (n: ts.CaseClause) => ({ kind: "case", ...given({ test: n.expression }) })],
    ],
    [K.DefaultClause, ["case", () => ({ kind: "case" })]],
    [
      K.ReturnStatement,
      [
        "return",
        (n: ts.ReturnStatement) => ({ kind: "return", ...given({ value: n.expression }) }),
      ],
    ],
    [
      K.ThrowStatement,
      ["throw", (n: ts.ThrowStatement) => ({ kind: "throw", ...given({ value: n.expression }) })],
    ],
    [K.BreakStatement, ["break", () => ({ kind: "break" })]],
    [K.SourceFile, ["block", block]],
    [K.Block, ["block", block]],
    [K.ModuleBlock, ["block", block]],
    [
      K.ExpressionStatement,
      [
        "expression",
        (n: ts.ExpressionStatement) => ({ kind: "expression", expression: bare(n.expression) }),
      ],
    ],
    [
      K.IfStatement,
      [
        "if",
        (n: ts.IfStatement) => ({
          kind: "if",
          test: bare(n.expression),
          then: bare(n.thenStatement),
          ...given({ else: n.elseStatement }),
        }),
      ],
    ],
    [
      K.TryStatement,
      [
        "try",
        (n: ts.TryStatement) => ({
          kind: "try",
          block: n.tryBlock,
          ...given({ handler: n.catchClause, finalizer: n.finallyBlock }),
        }),
      ],
    ],
    [
      K.TypeReference,
      ["type-reference", (n: ts.TypeReferenceNode) => typeReference(n.typeName, n.typeArguments)],
    ],
    [
      K.ExpressionWithTypeArguments,
      [
        "type-reference",
        (n: ts.ExpressionWithTypeArguments) =>
          isTypeHeritage(n) ? typeReference(n.expression, n.typeArguments) : OTHER,
      ],
    ],
    [
      K.ImportType,
      [
        "type-reference",
        (n: ts.ImportTypeNode) => {
          const module = ts.isLiteralTypeNode(n.argument) && literal(n.argument.literal);
          const path = n.qualifier && typeReference(n.qualifier, n.typeArguments);
          return n.isTypeOf
            ? OTHER
            : {
                kind: "type-reference",
                path: path?.kind === "type-reference" ? path.path : [],
                identifier: undefined,
                ...(typeof module === "string" && { module }),
                args: bareList(n.typeArguments),
              };
        },
      ],
    ],
    [
      K.UnionType,
      ["type-union", (n: ts.UnionTypeNode) => ({ kind: "type-union", members: bareList(n.types) })],
    ],
    [
      K.IntersectionType,
      [
        "type-intersection",
        (n: ts.IntersectionTypeNode) => ({ kind: "type-intersection", members: bareList(n.types) }),
      ],
    ],
    [
      K.ArrayType,
      [
        "type-array",
        (n: ts.ArrayTypeNode) => ({ kind: "type-array", element: bare(n.elementType) }),
      ],
    ],
    [
      K.TupleType,
      [
        "type-tuple",
        (n: ts.TupleTypeNode) => ({ kind: "type-tuple", elements: bareList(n.elements) }),
      ],
    ],
    [
      K.LiteralType,
      [
        "type-literal",
        (n: ts.LiteralTypeNode) => {
          const value = literal(n.literal);
          return value === undefined ? OTHER : { kind: "type-literal", value };
        },
      ],
    ],
    [
      K.TypeQuery,
      ["type-query", (n: ts.TypeQueryNode) => ({ kind: "type-query", expression: n.exprName })],
    ],
    [
      K.TypeLiteral,
      [
        "type-object",
        (n: ts.TypeLiteralNode) => ({
          kind: "type-object",
          members: n.members.flatMap(typeMember),
        }),
      ],
    ],
    [K.FunctionType, ["function-type", functionType]],
    [K.MethodSignature, ["function-type", functionType]],
    [K.CallSignature, ["function-type", functionType]],
    [
      K.InterfaceDeclaration,
      [
        "interface",
        (n: ts.InterfaceDeclaration) => ({
          kind: "interface",
          name: n.name.text,
          extends: heritage(n, K.ExtendsKeyword),
          members: n.members.flatMap(typeMember),
        }),
      ],
    ],
    [
      K.TypeAliasDeclaration,
      [
        "type-alias",
        (n: ts.TypeAliasDeclaration) => ({
          kind: "type-alias",
          name: n.name.text,
          type: bare(n.type),
        }),
      ],
    ],
  ]);

  const look = (node: ts.Node): View => rows.get(node.kind)?.[1](node as never) ?? OTHER;

  // -------------------------------------------------------------------------------------------
  // The tree

  /** Tokens that are no nodes in other trees: punctuation, operators, modifiers, template text. */
  const isMark = (node: ts.Node): boolean =>
    (node.kind >= K.FirstPunctuation && node.kind <= K.LastPunctuation) ||
    ts.isModifier(node) ||
    marks.has(node.kind);

  const marks: ReadonlySet<ts.SyntaxKind> = new Set([
    K.AssertsKeyword,
    K.AwaitKeyword,
    K.EndOfFileToken,
    K.ImportKeyword,
    K.InstanceOfKeyword,
    K.OmittedExpression,
    K.TemplateHead,
    K.TemplateMiddle,
    K.TemplateTail,
  ]);

  /** Children that the node itself spells out. */
  const opaque: ReadonlySet<ts.SyntaxKind> = new Set([K.LiteralType, K.MetaProperty]);

  /** Every native child in source order, wrappers and structure included. */
  function nativeChildren(node: ts.Node): ts.Node[] {
    const found: ts.Node[] = [];
    if (opaque.has(node.kind)) return found;
    const isMember = isMethod(node);
    ts.forEachChild(node, (child) => {
      if (isMark(child)) return;
      // A method's name stands beside its function, not inside it.
      if (isMember && (child === node.name || ts.isDecorator(child))) return;
      if (ts.isImportTypeNode(node) && child === node.argument) return;
      if (isMethod(child)) {
        const decorators = child.modifiers?.filter((one) => ts.isDecorator(one)) ?? [];
        found.push(...decorators, child.name);
      }
      found.push(child);
    });
    return found;
  }

  function nativeParent(node: ts.Node): Maybe<ts.Node> {
    const parent = node.parent as Maybe<ts.Node>;
    return parent && isMethod(parent) && (parent.name === node || ts.isDecorator(node))
      ? parent.parent
      : parent;
  }

  function parentOf(node: ts.Node): Maybe<ts.Node> {
    let parent = nativeParent(node);
    while (parent && isTransparent(parent)) parent = nativeParent(parent);
    return parent;
  }

  return {
    bare,
    given,
    has,
    inner,
    isMethod,
    isMissing,
    isPattern,
    isInTag,
    isTransparent,
    keyOf,
    literal,
    look,
    nameOf,
    nativeChildren,
    parameters,
    parameterView,
    parentOf,
    rows,
  };
}

type TreeSyntax = ReturnType<typeof syntaxOf>;

// ---------------------------------------------------------------------------------------------
// Bindings

/** What each identifier means, by the checker's symbols. */
function bindingsOf(
  ts: TypeScript,
  tree: TreeSyntax,
  sourceFile: ts.SourceFile,
  checker: ts.TypeChecker,
) {
  const K = ts.SyntaxKind;
  const { bare, given, has, isPattern, nameOf } = tree;

  /** Declarations that are known by their own node; every other is known by its name. */
  const known: ReadonlySet<ts.SyntaxKind> = new Set([
    K.FunctionDeclaration,
    K.FunctionExpression,
    K.ClassDeclaration,
    K.ClassExpression,
    K.EnumDeclaration,
    K.InterfaceDeclaration,
    K.TypeAliasDeclaration,
  ]);
  const named: ReadonlySet<ts.SyntaxKind> = new Set([
    ...known,
    K.VariableDeclaration,
    K.BindingElement,
    K.Parameter,
    K.ModuleDeclaration,
    K.TypeParameter,
    K.EnumMember,
    K.ImportClause,
    K.NamespaceImport,
    K.ImportSpecifier,
    K.ImportEqualsDeclaration,
  ]);

  type Named = ts.NamedDeclaration & { readonly name: ts.Identifier };

  const identityOf = (declaration: Named): ts.Node =>
    known.has(declaration.kind) ? declaration : declaration.name;

  const declares = (identifier: ts.Node): boolean =>
    named.has(identifier.parent.kind) && (identifier.parent as Named).name === identifier;

  /** Whether an identifier refers to a name in scope, and is no member's name and no label. */
  function refers(identifier: ts.Identifier): boolean {
    const { parent } = identifier;
    if (tree.isMissing(identifier) || tree.isInTag(identifier)) return false;
    if (ts.isQualifiedName(parent)) {
      let around: ts.Node = parent;
      while (ts.isQualifiedName(around)) around = around.parent;
      return parent.left === identifier && !ts.isImportTypeNode(around);
    }
    if (ts.isImportTypeNode(parent)) return false;
    if (ts.isShorthandPropertyAssignment(parent)) return true;
    if (ts.isExportSpecifier(parent))
      return (
        (parent.propertyName ?? parent.name) === identifier &&
        parent.parent.parent.moduleSpecifier === undefined
      );
    const { name, propertyName, label } = parent as {
      name?: ts.Node;
      propertyName?: ts.Node;
      label?: ts.Node;
    };
    return name !== identifier && propertyName !== identifier && label !== identifier;
  }

  function findSymbol(identifier: ts.Identifier): Maybe<ts.Symbol> {
    const { parent } = identifier;
    if (declares(identifier)) return checker.getSymbolAtLocation(identifier);
    if (!refers(identifier)) return undefined;
    if (ts.isShorthandPropertyAssignment(parent) && parent.name === identifier)
      return checker.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
    // In JavaScript `F.prototype = {}` declares a member, and that is what the checker would name.
    if (isAssignedMember(parent)) return checker.getExportSpecifierLocalTargetSymbol(identifier);
    return checker.getSymbolAtLocation(identifier);
  }

  const isAssignedMember = (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) &&
    ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    ts.isInJSFile(node);

  const symbols = new Map<ts.Node, Maybe<ts.Symbol>>();
  function symbolOf(identifier: ts.Identifier): Maybe<ts.Symbol> {
    if (!symbols.has(identifier)) symbols.set(identifier, findSymbol(identifier));
    return symbols.get(identifier);
  }

  /** `declare const WebSocket: any` at the top of a file, `declare global {}`: still the global. */
  function isAmbientGlobal(declaration: ts.Node): boolean {
    for (let node: Maybe<ts.Node> = declaration; node; node = node.parent)
      if (ts.isModuleDeclaration(node) && node.name.text === "global" && ts.isIdentifier(node.name))
        return true;
    const statement = ts.isVariableDeclaration(declaration)
      ? declaration.parent.parent
      : declaration;
    return (
      (ts.isVariableStatement(statement) ||
        ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isModuleDeclaration(statement)) &&
      ts.isSourceFile(statement.parent) &&
      has(statement, K.DeclareKeyword) &&
      !has(statement, K.ExportKeyword)
    );
  }

  const localDeclarations = (symbol: Maybe<ts.Symbol>): Named[] =>
    (symbol?.declarations ?? [])
      .filter(
        (one): one is Named =>
          one.getSourceFile() === sourceFile &&
          named.has(one.kind) &&
          (one as Named).name !== undefined,
      )
      .sort((a, b) => a.pos - b.pos);

  /** Which of merged declarations a name means: the lowest wins, then the first. */
  function rank(declaration: ts.Node, meaning: Meaning): number {
    const isValue = meaning === "value";
    switch (declaration.kind) {
      case K.InterfaceDeclaration:
      case K.TypeAliasDeclaration:
        return isValue ? 3 : 1;
      case K.TypeParameter:
        return isValue ? 3 : 0;
      case K.ModuleDeclaration:
        return 2;
      case K.FunctionDeclaration:
        return isValue ? Number(!(declaration as ts.FunctionDeclaration).body) : 3;
      case K.VariableDeclaration:
        return isValue ? 0 : 3;
      default:
        return 0;
    }
  }

  /** Whether an identifier is assigned to where it stands. */
  function isWritten(identifier: ts.Node): boolean {
    let node = identifier;
    while (tree.inner(node.parent) === node) node = node.parent;
    const { parent } = node;
    if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
      return parent.operator === K.PlusPlusToken || parent.operator === K.MinusMinusToken;
    if (ts.isBinaryExpression(parent) && parent.left === node) {
      const { kind } = parent.operatorToken;
      return kind >= K.FirstAssignment && kind <= K.LastAssignment;
    }
    if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node && isPattern(parent);
    return isPattern(node);
  }

  /** The way from a declaration, through its patterns, to one name. */
  function wayTo(declaration: ts.Node): { path: Step[]; around: ts.Node } {
    const path: Step[] = [];
    let around = declaration;
    while (ts.isBindingElement(around)) {
      const pattern: ts.BindingPattern = around.parent;
      const rest = around.dotDotDotToken ? ({ rest: true } as const) : {};
      const beside = given({ default: around.initializer });
      const name = nameOf(around.propertyName ?? around.name);
      if (ts.isArrayBindingPattern(pattern))
        path.unshift({ index: pattern.elements.indexOf(around), ...beside, ...rest });
      else
        path.unshift({
          ...(name !== undefined && !around.dotDotDotToken && { name }),
          ...beside,
          ...rest,
        });
      around = pattern.parent;
    }
    return { path, around };
  }

  function importBinding(declaration: Named): Binding {
    const node = declaration.name;
    let around: ts.Node = declaration;
    while (!ts.isImportDeclaration(around) && !ts.isImportEqualsDeclaration(around))
      around = around.parent;
    const specifier = ts.isImportDeclaration(around)
      ? around.moduleSpecifier
      : ts.isExternalModuleReference(around.moduleReference)
        ? around.moduleReference.expression
        : undefined;
    if (!specifier || !ts.isStringLiteralLike(specifier)) return { kind: "other", node };
    const imported = ts.isImportSpecifier(declaration)
      ? (nameOf(declaration.propertyName ?? declaration.name) ?? "")
      : ts.isImportClause(declaration)
        ? "default"
        : ts.isNamespaceImport(declaration)
          ? "*"
          : "module.exports";
    return { kind: "import", node, module: specifier.text, imported };
  }

  function variableBinding(
    declaration: Named,
    path: Step[],
    around: ts.VariableDeclaration,
    isConstant: () => boolean,
  ): Binding {
    const { name: node } = declaration;
    const list: ts.Node = around.parent;
    if (!ts.isVariableDeclarationList(list)) return { kind: "other", node };
    const loop = list.parent;
    const each = ts.isForOfStatement(loop);
    return {
      kind: "variable",
      node,
      name: node.text,
      path,
      ...given({
        init: each ? loop.expression : ts.isForInStatement(loop) ? undefined : around.initializer,
        annotation: around.type,
      }),
      each,
      // `using` and `await using` are among the block-scoped that are not `let`.
      constant: (list.flags & ts.NodeFlags.BlockScoped & ~ts.NodeFlags.Let) !== 0 || isConstant(),
    };
  }

  const holdsParameters = (node: ts.Node): boolean => /^function/.test(tree.look(node).kind);

  function parameterBinding(
    declaration: Named,
    path: Step[],
    around: ts.ParameterDeclaration,
    isConstant: () => boolean,
  ): Binding {
    const { name: node } = declaration;
    const index = tree.parameters(around.parent).indexOf(around);
    if (index < 0 || !holdsParameters(around.parent)) return { kind: "other", node };
    const { target: _, rest, ...beside } = tree.parameterView(around);
    return {
      kind: "parameter",
      node,
      name: node.text,
      function: around.parent,
      index,
      path,
      ...beside,
      rest,
      constant: isConstant(),
    };
  }

  function toBinding(declaration: Named, isConstant: () => boolean): Binding {
    const { name } = declaration;
    if (known.has(declaration.kind))
      return { kind: "declaration", node: declaration, name: name.text };
    const { path, around } = wayTo(declaration);
    if (ts.isVariableDeclaration(around))
      return variableBinding(declaration, path, around, isConstant);
    if (ts.isParameter(around)) return parameterBinding(declaration, path, around, isConstant);
    return /^Import|^Namespace/.test(K[declaration.kind])
      ? importBinding(declaration)
      : { kind: "other", node: tree.keyOf(name) };
  }

  const found = new Map<ts.Node, Binding>();
  function binding(node: Node, meaning: Meaning): Binding | undefined {
    const identifier = node as ts.Identifier;
    if (!ts.isIdentifier(identifier) || (!declares(identifier) && !refers(identifier)))
      return undefined;
    const declarations = localDeclarations(symbolOf(identifier)).filter(
      (one) => !isAmbientGlobal(one),
    );
    const [declaration] = declarations.sort((a, b) => rank(a, meaning) - rank(b, meaning));
    if (!declaration) return { kind: "global", name: identifier.text };
    let made = found.get(declaration);
    if (!made) {
      const values = declarations.filter(
        (one) => ts.isVariableDeclaration(one) || ts.isBindingElement(one) || ts.isParameter(one),
      );
      made = toBinding(
        declaration,
        () => values.length < 2 && !referring(declaration).some(isWritten),
      );
      found.set(declaration, made);
    }
    return made;
  }

  /** Every identifier of the file that refers to something, by name. */
  let index: Map<string, ts.Identifier[]> | undefined;
  function indexed(): Map<string, ts.Identifier[]> {
    if (index) return index;
    index = new Map();
    const stack: ts.Node[] = [sourceFile];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (ts.isIdentifier(node) && refers(node) && !declares(node)) {
        const others = index.get(node.text);
        if (others) others.push(node);
        else index.set(node.text, [node]);
      }
      stack.push(...tree.nativeChildren(node).reverse());
    }
    return index;
  }

  /** Anonymous functions and classes are declarations too, and nobody can refer to them. */
  const hasName = (declaration: ts.Node): boolean =>
    (declaration as Partial<Named>).name !== undefined;

  const referring = (declaration: Named): ts.Identifier[] =>
    (indexed().get(declaration.name.text) ?? []).filter((one) =>
      localDeclarations(symbolOf(one)).includes(declaration),
    );

  function references(node: Node): readonly Node[] {
    const declaration = (
      known.has((node as ts.Node).kind) ? node : (node as ts.Node).parent
    ) as Maybe<Named>;
    return declaration &&
      named.has(declaration.kind) &&
      hasName(declaration) &&
      identityOf(declaration) === node
      ? referring(declaration)
      : [];
  }

  return { binding, references };
}

// ---------------------------------------------------------------------------------------------

const trees = new WeakMap<TypeScript, TreeSyntax>();

/**
 * The syntax of one file in a TypeScript program.
 *
 * @param ts - the TypeScript that made the tree, 4.9 to 6.0
 * @param program - gives the bindings; without it nothing is bound
 * @param options.types - answer questions about types too
 */
export function typescriptSyntax(
  ts: TypeScript,
  sourceFile: ts.SourceFile,
  program: ts.Program | undefined,
  options: { types: boolean } = { types: false },
): Syntax {
  const tree = trees.get(ts) ?? syntaxOf(ts);
  trees.set(ts, tree);
  const { bare, inner, isMethod, isTransparent, look, nativeChildren, rows } = tree;

  function range(node: ts.Node) {
    // A method's function begins behind its name.
    const start = isMethod(node) ? (node.typeParameters ?? node.parameters).pos - 1 : undefined;
    return { start: start ?? node.getStart(sourceFile), end: node.end };
  }

  function walk(visit: (node: Node, view: View) => void, kinds: ReadonlySet<Kind>): void {
    const wanted = new Set<ts.SyntaxKind>();
    for (const [kind, row] of rows)
      if ([row[0]].flat().some((one) => kinds.has(one as Kind))) wanted.add(kind);
    const everything = kinds.has("other");
    const stack: ts.Node[] = [sourceFile];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if ((everything || wanted.has(node.kind)) && !isTransparent(node)) {
        const view = look(node);
        if (kinds.has(view.kind)) visit(node, view);
      }
      for (const child of nativeChildren(node).reverse()) stack.push(child);
    }
  }

  /** The children that are handed out. */
  function bareChildren(node: ts.Node): ts.Node[] {
    const found: ts.Node[] = [];
    const stack = nativeChildren(node).reverse();
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (isTransparent(next)) stack.push(...nativeChildren(next).reverse());
      else found.push(next);
    }
    return found;
  }

  function at(offset: number): Node | undefined {
    if (offset < 0 || offset > sourceFile.text.length) return undefined;
    let deepest: ts.Node = sourceFile;
    for (;;) {
      const next = bareChildren(deepest).findLast((child) => {
        const { start, end } = range(child);
        return start <= offset && offset <= end;
      });
      if (!next) return deepest;
      deepest = next;
    }
  }

  function assertion(node: ts.Node): ts.Node | undefined {
    let found: ts.Node | undefined;
    let child = node;
    for (;;) {
      const around = child.parent as Maybe<ts.Node>;
      if (!around || inner(around) !== child) return found;
      if (
        ts.isAsExpression(around) ||
        ts.isTypeAssertionExpression(around) ||
        ts.isSatisfiesExpression(around)
      ) {
        if (!ts.isConstTypeReference(around.type)) found = bare(around.type);
      }
      child = around;
    }
  }

  const checker = program?.getTypeChecker();
  let bindings: ReturnType<typeof bindingsOf> | undefined;
  const bound = () => checker && (bindings ??= bindingsOf(ts, tree, sourceFile, checker));

  return {
    text: sourceFile.text,
    look: look as (node: Node) => View,
    parent: tree.parentOf as (node: Node) => Node | undefined,
    range: range as Syntax["range"],
    walk,
    binding: (identifier, meaning) => bound()?.binding(identifier, meaning),
    references: (declaration) => bound()?.references(declaration) ?? [],
    assertion: assertion as (node: Node) => Node | undefined,
    at,
    ...(options.types &&
      program &&
      checker && { types: checkerTypes(program, checker, (node) => node) }),
  };
}
