/**
 * The Syntax port: all that the analysis may ask of a syntax tree.
 *
 * A host gives one adapter (ESTree in ESLint, TypeScript's own tree in tsserver). A question belongs
 * here only when the analysis asks it and every adapter can answer it.
 */

/**
 * A node of the host's tree, opaque here and compared by identity only.
 *
 * Every node that an adapter hands out is *bare*: parentheses, `as`, `satisfies`, `<T>x`, `!`, chain
 * wrappers and `export` wrappers are looked through, so that one expression is one identity.
 */
export type Node = object;

/** Offsets into the file's text in UTF-16 code units, end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value that the source spells out. */
export type Literal = string | number | bigint | boolean | null;

/** `key: value`, a method, an accessor, a shorthand. No `name` where it is computed at run time. */
export interface Property {
  readonly name: string | undefined;
  readonly key: Node;
  readonly value: Node;
}

/** A parameter: the identifier or pattern that it binds, its default, its annotation. */
export interface Parameter {
  readonly target: Node;
  readonly default?: Node;
  readonly annotation?: Node;
  readonly rest: boolean;
}

/**
 * A class member. `value` is the function of a method or an accessor, the initial value of a field;
 * `kind: "parameter"` is TypeScript's `constructor(private ws: WebSocket)`.
 */
export interface Member {
  readonly kind: "method" | "constructor" | "getter" | "setter" | "field" | "parameter";
  readonly name: string | undefined;
  readonly key: Node | undefined;
  readonly static: boolean;
  readonly value?: Node;
  readonly annotation?: Node;
}

/** A member of an interface or an object type. */
export interface TypeMember {
  readonly name: string | undefined;
  /** The property's type, or for a method its parameters' annotations in a `function-type` view. */
  readonly type?: Node;
  /** An index signature: the type is that of every key. */
  readonly every?: true;
}

/** One `case` (or `default`, without a test) of a switch. `test` is absent also in `case :`. */
export interface Case {
  readonly node: Node;
  readonly test?: Node;
}

/** What a node is, normalised over both trees. Names of private members start with `#`. */
export type View =
  // expressions
  | { readonly kind: "identifier"; readonly name: string }
  | { readonly kind: "this" }
  | { readonly kind: "super" }
  | { readonly kind: "literal"; readonly value: Literal }
  | {
      readonly kind: "template";
      /** The cooked text between the holes: always one more than `holes`. */
      readonly texts: readonly string[];
      readonly holes: readonly Node[];
    }
  | {
      readonly kind: "member";
      readonly object: Node;
      /** The name in `a.b`, `a.#b`, `a["b"]`; nothing in `a[b]`. */
      readonly name: string | undefined;
      /** The node that spells the name, or the expression in brackets. */
      readonly property: Node;
    }
  | {
      readonly kind: "call";
      readonly callee: Node;
      /** Spread arguments look like `{ kind: "spread" }`. An unfinished argument is left out. */
      readonly args: readonly Node[];
      /** Written type arguments: `new Map<string, WebSocket>()`. */
      readonly types: readonly Node[];
      readonly construct: boolean;
    }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | {
      readonly kind: "binary";
      /** Arithmetic, comparison, `in`, `instanceof`. */
      readonly operator: string;
      readonly left: Node;
      /** Absent where the source is unfinished: `code === `. */
      readonly right: Node | undefined;
    }
  | {
      readonly kind: "either";
      /** `a ? b : c`, `a ?? b`, `a || b`, `a && b`: an expression that is one of its arms. */
      readonly operator: "?:" | "??" | "||" | "&&";
      /** The condition of `?:`. */
      readonly test?: Node;
      readonly arms: readonly [Node, Node];
    }
  | {
      readonly kind: "assignment";
      /** `=`, `+=`, `??=`, ... */
      readonly operator: string;
      /** What is assigned to; a destructuring pattern looks like `pattern`. */
      readonly target: Node;
      readonly value: Node;
    }
  | { readonly kind: "object"; readonly properties: readonly Property[]; readonly spreads: boolean }
  | { readonly kind: "array"; readonly elements: readonly (Node | undefined)[] }
  | {
      readonly kind: "function";
      readonly name: string | undefined;
      readonly params: readonly Parameter[];
      /** The expression of `() => expression`, or the block; absent for an overload or a declaration. */
      readonly body: Node | undefined;
      /** It has no `this` of its own. */
      readonly arrow: boolean;
      readonly async: boolean;
      readonly generator: boolean;
      /** The annotation of the result. */
      readonly result?: Node;
      /** Every returned expression of this function itself, `() => expression` included. */
      returns(): readonly Node[];
    }
  | {
      readonly kind: "class";
      readonly name: string | undefined;
      readonly extends?: Node;
      /** The types named behind `implements`. */
      readonly implements: readonly Node[];
      readonly members: readonly Member[];
    }
  | { readonly kind: "await"; readonly operand: Node }
  | { readonly kind: "spread"; readonly operand: Node }
  // declarations and statements
  | {
      readonly kind: "variable";
      readonly target: Node;
      readonly init?: Node;
      readonly annotation?: Node;
    }
  | {
      readonly kind: "enum";
      readonly name: string;
      readonly members: readonly {
        readonly name: string;
        readonly key: Node;
        readonly init?: Node;
      }[];
    }
  | {
      readonly kind: "pattern";
      /** The identifiers that the whole pattern binds or assigns to, in source order. */
      readonly names: readonly Node[];
    }
  | { readonly kind: "switch"; readonly subject: Node; readonly cases: readonly Case[] }
  | { readonly kind: "case"; readonly test?: Node }
  | { readonly kind: "return"; readonly value?: Node }
  | { readonly kind: "throw"; readonly value?: Node }
  | { readonly kind: "break" }
  | { readonly kind: "block"; readonly statements: readonly Node[] }
  | { readonly kind: "expression"; readonly expression: Node }
  | { readonly kind: "if"; readonly test: Node; readonly then: Node; readonly else?: Node }
  | {
      readonly kind: "try";
      readonly block: Node;
      readonly handler?: Node;
      readonly finalizer?: Node;
    }
  // types
  | {
      readonly kind: "type-reference";
      /** `a.b.C` is `["a", "b", "C"]`; an `import("m").C` has `module`. */
      readonly path: readonly string[];
      /** The identifier of the first name, for `binding`. */
      readonly identifier: Node | undefined;
      readonly module?: string;
      readonly args: readonly Node[];
    }
  | { readonly kind: "type-union"; readonly members: readonly Node[] }
  | { readonly kind: "type-intersection"; readonly members: readonly Node[] }
  | { readonly kind: "type-array"; readonly element: Node }
  | { readonly kind: "type-tuple"; readonly elements: readonly Node[] }
  | { readonly kind: "type-literal"; readonly value: Literal }
  | { readonly kind: "type-query"; readonly expression: Node }
  | { readonly kind: "type-object"; readonly members: readonly TypeMember[] }
  | {
      readonly kind: "function-type";
      readonly params: readonly Parameter[];
      readonly result?: Node;
    }
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly extends: readonly Node[];
      readonly members: readonly TypeMember[];
    }
  | { readonly kind: "type-alias"; readonly name: string; readonly type: Node }
  | { readonly kind: "other" };

export type Kind = View["kind"];
export type ViewOf<K extends Kind> = Extract<View, { kind: K }>;

/** One step of a destructuring pattern: `{ name }`, `[index]`, or what `...rest` collects. */
export interface Step {
  readonly name?: string;
  readonly index?: number;
  readonly rest?: true;
  /** The default beside it: `{ code = 1000 }`. */
  readonly default?: Node;
}

/**
 * What an identifier means. `node` is the declaration's identity: the same for every identifier that
 * refers to it, and the one that `references` takes.
 */
export type Binding =
  /** Nobody declares it in the file, or an ambient `declare` at the top level of the file does. */
  | { readonly kind: "global"; readonly name: string; readonly annotation?: Node }
  | {
      readonly kind: "import";
      readonly node: Node;
      readonly module: string;
      /** The exported name, `default`, `*` (namespace), or `module.exports` (`import x = require()`). */
      readonly imported: string;
    }
  | {
      readonly kind: "variable";
      readonly node: Node;
      readonly name: string;
      /** The way through the pattern from `init` to this name; empty without a pattern. */
      readonly path: readonly Step[];
      readonly init?: Node;
      readonly annotation?: Node;
      /** `for (const x of init)`. */
      readonly each: boolean;
      /** Declared `const`, or never written after its declaration. */
      readonly constant: boolean;
    }
  | {
      readonly kind: "parameter";
      readonly node: Node;
      readonly name: string;
      readonly function: Node;
      readonly index: number;
      readonly path: readonly Step[];
      readonly default?: Node;
      readonly annotation?: Node;
      readonly rest: boolean;
      /** Never written inside the function. */
      readonly constant: boolean;
    }
  /** `node` looks like `function`, `class`, `enum`, `interface` or `type-alias`. */
  | { readonly kind: "declaration"; readonly node: Node; readonly name: string }
  /** A namespace, a catch variable, a type parameter: declared, and nothing we follow. */
  | { readonly kind: "other"; readonly node?: Node };

/** What the checker says of an expression: every named type that it may be, `null` left out. */
export interface TypeFact {
  /** The declared name, such as `WebSocket` or `CloseEvent`. */
  readonly name: string;
  /** Paths of the files that declare it, `/` as separator. */
  readonly files: readonly string[];
  /** Declared outside of any module. */
  readonly global: boolean;
  /** The types that it extends or implements, the nearest first. */
  readonly bases: readonly TypeFact[];
}

/** Type information, where the host has it. Asked last, and never inside the flow's recursion. */
export interface Types {
  /** Empty for `any`, `unknown`, primitives and anonymous types. */
  of(node: Node): readonly TypeFact[];
  /** The value of a literal type: `CloseCode.X` from another file, an imported `const`. */
  constant(node: Node): string | number | undefined;
  /** The members of an enum or a const object, those that have a literal type. */
  members(node: Node): ReadonlyMap<string, string | number>;
  /** The names of the parameters of the function that a call calls; empty where it is unknown. */
  parameters(call: Node): readonly string[];
  /** Paths of the declaration files that the program sees; for recognising a runtime. */
  files(): readonly string[];
}

export interface Syntax {
  readonly text: string;
  /** Normalises one node. What is dear to make is remembered, for flows look at it again and again. */
  look(node: Node): View;
  /** The kind of its view alone, for whoever looks at many nodes and wants few. */
  kind(node: Node): Kind;
  /**
   * The nearest node around it whose view hands it out, or nothing at the root: the object of a
   * property's value, the class of a method's function. What no view shows in between is skipped.
   */
  parent(node: Node): Node | undefined;
  /** Where it stands. Asked of expressions, names, codes and calls; never of whole statements. */
  range(node: Node): Range;
  /** Visits every node of the file, or of a part of it, once: in source order, parents before children. */
  walk(visit: (node: Node, view: View) => void, kinds: ReadonlySet<Kind>, within?: Node): void;
  /** What an identifier refers to, as a value or as a type; nothing for any other node. */
  binding(node: Node, meaning: "value" | "type"): Binding | undefined;
  /** Every identifier that refers to a declaration, its own name left out. */
  references(declaration: Node): readonly Node[];
  /** The type that is written around an expression: `(e as CloseEvent)`, `<T>e`, `e satisfies T`. */
  assertion(node: Node): Node | undefined;
  /** The deepest bare node whose range holds this offset (its end included). */
  at(offset: number): Node | undefined;
  readonly types?: Types;
}
