import type { Catalogue, CatalogueType, Located } from "../catalogue/catalogue.ts";
import type { Shape } from "../catalogue/library.ts";
import type { Binding, Member, Node, Step, Syntax, TypeMember, ViewOf } from "../syntax.ts";
import { MemberIndex } from "./member-index.ts";
import { distinct, elementsOf, isKnown, iterated, settle, valuesOf, type Value } from "./value.ts";

const EMITTER_METHODS: ReadonlySet<string> = new Set([
  "on",
  "once",
  "addListener",
  "prependListener",
  "prependOnceListener",
  "off",
  "removeListener",
]);
const TARGET_METHODS: ReadonlySet<string> = new Set(["addEventListener", "removeEventListener"]);

/** Methods of arrays, Sets and Maps that give one element, give the container on, or call with each. */
const ONE_OF: ReadonlySet<string> = new Set(["at", "find", "findLast", "get", "pop", "shift"]);
const ALL_OF: ReadonlySet<string> = new Set([
  ...["concat", "filter", "reverse", "slice", "sort", "splice", "toReversed", "toSorted", "values"],
  ...["difference", "intersection", "union", "entries"],
]);
const FOR_EACH: ReadonlySet<string> = new Set([
  ...["every", "filter", "find", "findIndex", "findLast", "flatMap", "forEach", "map", "some"],
]);
const ADDING: ReadonlySet<string> = new Set(["add", "push", "set", "unshift"]);
const CONTAINERS: ReadonlySet<string> = new Set(["Array", "Map", "Set", "WeakMap", "WeakSet"]);
const CONTAINER_TYPES: ReadonlySet<string> = new Set([
  ...["Array", "ReadonlyArray", "Set", "ReadonlySet", "Map", "ReadonlyMap", "WeakMap", "WeakSet"],
  ...["Iterable", "IterableIterator", "Iterator", "ArrayIterator", "Record"],
]);
/** Types that stand for what their first argument is. */
const TRANSPARENT_TYPES: ReadonlySet<string> = new Set([
  ...["Awaited", "NonNullable", "Partial", "Readonly", "Required", "InstanceType"],
]);
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);
const BUILTINS: ReadonlySet<string> = new Set([...CONTAINERS, "Object", "Promise"]);

/** Deep enough for real programs, and an end for adversarial ones. */
const DEEPEST = 40;

/** Functions of view libraries that keep a value in a box with `current` or `value`. */
const BOXES: ReadonlySet<string> = new Set(["createRef", "ref", "shallowRef", "useRef"]);

/** Functions that hand back what they are given, called another way. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...["useCallback", "useEvent", "useEffectEvent", "useMemoizedFn", "debounce", "throttle"],
]);

const OTHER: readonly Value[] = [{ is: "other" }];
const NONE: readonly Value[] = [];

/** A handler's place: who calls it, and for which event. */
export interface Subscription {
  readonly receiver: Node;
  readonly how: "on" | "listen";
  readonly event: string;
}

/**
 * Follows values through one file: from `new WebSocket`, an import, an annotation or a library's
 * callback to the expression that somebody asks about. No types are asked here.
 */
export class Flow {
  readonly #syntax: Syntax;
  readonly #catalogue: Catalogue;
  readonly #values = new Map<Node, readonly Value[]>();
  readonly #bindings = new Map<Node, readonly Value[]>();
  readonly #this = new Map<Node, readonly Value[]>();
  readonly #asked = new Map<Node, Set<string>>();
  #depth = 0;
  #members: MemberIndex | undefined;

  constructor(syntax: Syntax, catalogue: Catalogue) {
    this.#syntax = syntax;
    this.#catalogue = catalogue;
  }

  /** What this expression may be. Empty where the file does not say. */
  valuesOf(node: Node): readonly Value[] {
    return this.#guarded(this.#values, node, () => {
      const asserted = this.#syntax.assertion(node);
      const written = asserted ? this.#ofType(asserted) : NONE;
      const found = this.#ofExpression(node);
      return isKnown(written) && !isKnown(found) ? written : found;
    });
  }

  /** What the place where this expression stands wants of it: a handler, an options object. */
  expectedAt(node: Node): readonly Value[] {
    const parent = this.#syntax.parent(node);
    if (!parent || this.#depth > DEEPEST) return NONE;
    const view = this.#syntax.look(parent);
    this.#depth++;
    try {
      switch (view.kind) {
        case "call":
          if (view.callee === node) return NONE;
          return this.#expectedByCall(view, view.args.indexOf(node), parent);
        case "object": {
          const property = view.properties.find(({ value }) => value === node);
          if (property?.name === undefined) return NONE;
          const { name } = property;
          return this.expectedAt(parent).flatMap((value) => this.#expectedMember(value, name));
        }
        case "assignment":
          return view.value === node ? this.#expectedByTarget(view.target) : NONE;
        case "either":
          return view.test === node ? NONE : this.expectedAt(parent);
        case "variable":
          return view.init === node && view.annotation ? this.#ofType(view.annotation) : NONE;
        case "array":
          return this.expectedAt(parent).flatMap((value) => (value.is === "each" ? value.of : []));
        case "return":
          return this.#expectedOfResult(this.#functionAround(parent));
        case "function":
          return view.body === node ? this.#expectedOfResult(parent) : NONE;
        default:
          return NONE;
      }
    } finally {
      this.#depth--;
    }
  }

  /** Where a function is handed to an emitter or a target, whatever that is: `x.on("close", fn)`. */
  subscriptionsOf(fn: Node): readonly Subscription[] {
    return [fn, ...this.#usesOf(fn)].flatMap((use) => this.#subscriptionAt(use) ?? []);
  }

  #subscriptionAt(use: Node): Subscription | undefined {
    const parent = this.#syntax.parent(use);
    const view = parent && this.#syntax.look(parent);
    if (view?.kind === "assignment") {
      const target = this.#syntax.look(view.target);
      if (target.kind !== "member" || !target.name?.startsWith("on")) return undefined;
      return { receiver: target.object, how: "listen", event: target.name.slice(2) };
    }
    if (view?.kind !== "call" || !view.args[0] || view.args[1] !== use) return undefined;
    const callee = this.#syntax.look(view.callee);
    if (callee.kind !== "member" || callee.name === undefined) return undefined;
    const how = EMITTER_METHODS.has(callee.name)
      ? "on"
      : TARGET_METHODS.has(callee.name)
        ? "listen"
        : undefined;
    const event = how && this.#text(view.args[0]);
    return event === undefined || !how ? undefined : { receiver: callee.object, how, event };
  }

  /** The calls of a function of the file, by its name or as a member of its class or object. */
  callsOf(fn: Node): readonly Node[] {
    return this.#usesOf(fn).flatMap((use) =>
      this.#callOf(use) ? (this.#syntax.parent(use) ?? []) : [],
    );
  }

  /** Where a function stands, itself or by its name, so that a library calls it. */
  handlersAt(fn: Node): readonly Node[] {
    return [fn, ...this.#usesOf(fn)].filter((use) =>
      this.expectedAt(use).some(({ is }) => is === "handler"),
    );
  }

  /** The members that a name has on these values. */
  member(values: readonly Value[], name: string): readonly Value[] {
    return values.flatMap((value) => this.#memberOf(value, name));
  }

  /** The members of the file by name, asked for where a flow leads through one. */
  get #index(): MemberIndex {
    return (this.#members ??= new MemberIndex(this.#syntax));
  }

  /** Whether the file assigns to a member of that name anywhere. */
  isAssigned(name: string): boolean {
    return this.#index.assignmentsTo(name).length > 0;
  }

  /** The class whose instance or prototype `this` is, or the object literal, around a node. */
  thisAt(node: Node): readonly Value[] {
    const passed: Node[] = [];
    let found: readonly Value[] | undefined;
    for (let at = node; !found;) {
      found = this.#this.get(at);
      if (found) break;
      passed.push(at);
      const parent = this.#syntax.parent(at);
      if (!parent) break;
      found = this.#thisBetween(at, parent);
      at = parent;
    }
    found ??= NONE;
    for (const one of passed) this.#this.set(one, found);
    return found;
  }

  /** What `this` is in a child of this parent, if the step between them decides it. */
  #thisBetween(child: Node, parent: Node): readonly Value[] | undefined {
    const view = this.#syntax.look(parent);
    if (view.kind === "class" && view.extends !== child) {
      const member = view.members.find((m) => m.value === child || m.key === child);
      return [{ is: member?.static ? "user-class" : "user-instance", node: parent }];
    }
    const inside = this.#syntax.look(child);
    if (inside.kind !== "function" || inside.arrow) return undefined;
    if (view.kind === "object") return [{ is: "object", node: parent }];
    return this.#thisOfFunction(child, inside, parent);
  }

  // A function of old style: `Client.prototype.open = function () { this.ws = ... }`.
  #thisOfFunction(fn: Node, view: ViewOf<"function">, parent: Node): readonly Value[] {
    const around = this.#syntax.look(parent);
    if (around.kind === "assignment" && around.value === fn) {
      const target = this.#syntax.look(around.target);
      if (target.kind === "member") {
        const object = this.#syntax.look(target.object);
        if (object.kind === "member" && object.name === "prototype")
          return this.valuesOf(object.object).map((value) =>
            value.is === "function" ? { is: "user-instance", node: value.node } : value,
          );
        if (target.name !== undefined && /^on[a-z]+$/.test(target.name))
          return this.valuesOf(target.object);
      }
    }
    return view.name === undefined ? NONE : [{ is: "user-instance", node: fn }];
  }

  #guarded(
    known: Map<Node, readonly Value[]>,
    node: Node,
    find: () => readonly Value[],
  ): readonly Value[] {
    const before = known.get(node);
    if (before) return before;
    if (this.#depth > DEEPEST) return NONE;
    known.set(node, NONE); // what is being found out knows nothing yet: cycles end here
    this.#depth++;
    try {
      const values = distinct(find());
      known.set(node, values);
      return values;
    } finally {
      this.#depth--;
    }
  }

  // ---- expressions

  #ofExpression(node: Node): readonly Value[] {
    const view = this.#syntax.look(node);
    switch (view.kind) {
      case "identifier": {
        const binding = this.#syntax.binding(node, "value");
        return binding ? this.ofBinding(binding) : NONE;
      }
      case "this":
        return this.thisAt(node);
      case "super":
        return this.thisAt(node).flatMap((value) => this.#heritage(value));
      case "member":
        return this.#ofMember(node, view);
      case "call":
        return this.#ofCall(view);
      case "await":
        return this.valuesOf(view.operand).flatMap((value) =>
          value.is === "promise" ? value.of : [value],
        );
      case "either":
        if (view.operator === "&&") return this.valuesOf(view.arms[1]);
        return view.arms.flatMap((arm) => this.valuesOf(arm));
      case "assignment":
        return this.valuesOf(view.value);
      case "object":
        return [{ is: "object", node }];
      case "array":
        return [
          {
            is: "each",
            of: view.elements.flatMap((element) => (element ? this.#ofElement(element) : [])),
            keyed: false,
          },
        ];
      case "function":
        return [{ is: "function", node }];
      case "class":
        return [{ is: "user-class", node }];
      // A number proves nothing: it may well be a code that the file made up.
      case "literal":
        return view.value === null || typeof view.value === "number" ? NONE : OTHER;
      case "template":
        return OTHER;
      default:
        return NONE;
    }
  }

  /** What an element puts into its array; `...others` puts in what they hold. */
  #ofElement(node: Node): readonly Value[] {
    const view = this.#syntax.look(node);
    return view.kind === "spread" ? elementsOf(this.valuesOf(view.operand)) : this.valuesOf(node);
  }

  ofBinding(binding: Binding): readonly Value[] {
    switch (binding.kind) {
      case "global":
        return this.#ofGlobal(binding.name);
      case "import":
        return this.#ofExport(binding.module, binding.imported);
      case "variable":
        return this.#guarded(this.#bindings, binding.node, () => this.#ofVariable(binding));
      case "parameter":
        return this.#guarded(this.#bindings, binding.node, () => this.#ofParameter(binding));
      case "declaration": {
        const { kind } = this.#syntax.look(binding.node);
        if (kind === "function") return [{ is: "function", node: binding.node }];
        if (kind === "class") return [{ is: "user-class", node: binding.node }];
        return NONE;
      }
      case "other":
        return NONE;
    }
  }

  #ofGlobal(name: string): readonly Value[] {
    const located = this.#catalogue.global(name);
    if (located.length > 0) return located.flatMap((one) => this.#fromShape(one));
    if (GLOBAL_OBJECTS.has(name)) return [{ is: "globals" }];
    return BUILTINS.has(name) ? [{ is: "builtin", name }] : NONE;
  }

  #ofExport(specifier: string, name: string): readonly Value[] {
    if (name === "*")
      return this.#catalogue.module(specifier).length > 0 ? [{ is: "module", specifier }] : NONE;
    const found = this.#catalogue.export(specifier, name).flatMap((one) => this.#fromShape(one));
    if (found.length === 0 && (name === "default" || name === "module.exports"))
      return this.#ofExport(specifier, "*");
    return found;
  }

  #ofVariable(binding: Extract<Binding, { kind: "variable" }>): readonly Value[] {
    const annotated = binding.annotation
      ? this.#alongPath(this.#ofType(binding.annotation), binding.path)
      : NONE;
    const written: (readonly Value[])[] = [];
    if (binding.init) {
      const init = this.valuesOf(binding.init);
      const start = binding.each ? iterated(init) : init;
      if (!this.#isNothing(binding.init)) written.push(this.#alongPath(start, binding.path));
    }
    for (const reference of this.#syntax.references(binding.node)) {
      const value = this.#writtenTo(reference);
      if (value && !this.#isNothing(value)) written.push(this.valuesOf(value));
    }
    const values = settle(annotated, written);
    return this.#filled(values, this.#syntax.references(binding.node));
  }

  #ofParameter(binding: Extract<Binding, { kind: "parameter" }>): readonly Value[] {
    const annotated = binding.annotation
      ? this.#alongPath(this.#ofType(binding.annotation), binding.path)
      : NONE;
    if (isKnown(annotated)) return annotated;
    const given = this.#givenTo(binding.function, binding.index, binding.rest);
    const values = this.#alongPath(given, binding.path);
    if (values.length > 0 || !binding.default) return values;
    return this.#alongPath(this.valuesOf(binding.default), binding.path);
  }

  /** What a function is called with at an index: by the library it is handed to, or by the file. */
  #givenTo(fn: Node, index: number, rest: boolean): readonly Value[] {
    const values: Value[] = [];
    const uses = this.#usesOf(fn);
    for (const use of [fn, ...uses])
      for (const expected of this.expectedAt(use)) {
        values.push(...this.#handed(expected, index));
      }
    values.push(...this.#overridden(fn).flatMap((expected) => this.#handed(expected, index)));
    if (isKnown(values)) return values.filter(({ is }) => is !== "other");
    if (values.length > 0 || rest) return values;
    return this.#givenByCallers(uses, index);
  }

  /** What a function at a place that expects this value is called with at an index. */
  #handed(expected: Value, index: number): readonly Value[] {
    if (expected.is === "other") return OTHER;
    if (expected.is === "receives") return expected.index === index ? expected.of : NONE;
    if (expected.is !== "handler") return NONE;
    const shape = expected.params[index];
    if (shape === undefined || shape === null) return OTHER;
    return this.#fromShape({ shape, library: expected.library }, expected.owner);
  }

  #givenByCallers(uses: readonly Node[], index: number): readonly Value[] {
    return uses.flatMap((use) => {
      const call = this.#callOf(use);
      const arg = call?.args[index];
      return arg ? this.valuesOf(arg) : [];
    });
  }

  /** The call whose callee this is, `.call` and `.bind` left aside. */
  #callOf(node: Node): ViewOf<"call"> | undefined {
    const parent = this.#syntax.parent(node);
    if (!parent) return undefined;
    const view = this.#syntax.look(parent);
    return view.kind === "call" && view.callee === node ? view : undefined;
  }

  /** Where a function is named: references of its binding, `this.handler` for a method. */
  #usesOf(fn: Node): readonly Node[] {
    const declared = this.#nameOf(fn);
    const uses = declared ? this.#syntax.references(declared) : this.#methodUses(fn);
    return uses.map((use) => this.#bound(use));
  }

  /** `f.bind(this)` stands where `f` would. */
  #bound(use: Node): Node {
    const parent = this.#syntax.parent(use);
    if (!parent) return use;
    const view = this.#syntax.look(parent);
    if (view.kind === "member" && view.object === use && view.name === "bind") {
      const call = this.#syntax.parent(parent);
      if (call && this.#callOf(parent)) return call;
    }
    if (view.kind === "call" && view.args[0] === use && this.#isWrapper(view.callee)) return parent;
    return use;
  }

  /** The declaration that names a function: its own, or the variable that it initialises. */
  #nameOf(fn: Node): Node | undefined {
    let at = fn;
    for (;;) {
      const parent = this.#syntax.parent(at);
      if (!parent) return fn;
      const view = this.#syntax.look(parent);
      if (view.kind === "variable" && view.init === at) {
        const binding = this.#syntax.binding(view.target, "value");
        return binding && "node" in binding ? binding.node : undefined;
      }
      // useCallback(fn), debounce(fn): named after what wraps them
      if (view.kind === "call" && view.args[0] === at && this.#isWrapper(view.callee)) {
        at = parent;
        continue;
      }
      if (view.kind === "class" || view.kind === "object" || view.kind === "call") return undefined;
      if (view.kind === "assignment") {
        const binding = this.#syntax.binding(view.target, "value");
        return binding && "node" in binding ? binding.node : undefined;
      }
      return this.#syntax.look(fn).kind === "function" ? fn : undefined;
    }
  }

  #methodUses(fn: Node): readonly Node[] {
    const owner = this.#syntax.parent(fn);
    if (!owner) return [];
    const name = this.#memberName(owner, fn);
    if (name === undefined) return [];
    return this.#membersOf(owner, name);
  }

  /** The expressions of the file that name a member of this class or object. */
  #membersOf(owner: Node, name: string): readonly Node[] {
    return this.#index.named(name).filter((use) => {
      const view = this.#syntax.look(use);
      return view.kind === "member" && this.#isAbout(view.object, owner);
    });
  }

  #isAbout(object: Node, owner: Node): boolean {
    return this.valuesOf(object).some((value) => "node" in value && value.node === owner);
  }

  #memberName(owner: Node, fn: Node): string | undefined {
    const view = this.#syntax.look(owner);
    if (view.kind === "class") return view.members.find(({ value }) => value === fn)?.name;
    if (view.kind === "object") return view.properties.find(({ value }) => value === fn)?.name;
    return undefined;
  }

  /** What the library's class that a class extends expects of this method. */
  #overridden(fn: Node): readonly Value[] {
    const owner = this.#syntax.parent(fn);
    if (!owner || this.#syntax.look(owner).kind !== "class") return [];
    const name = this.#memberName(owner, fn);
    if (name === undefined) return [];
    return this.#ofBases(owner, name, () =>
      this.#heritage({ is: "user-instance", node: owner }).flatMap((value) =>
        this.#expectedMember(value, name),
      ),
    );
  }

  /** What `x` gets in `x = value`; also through `[x] = value` it stays unknown. */
  #writtenTo(target: Node): Node | undefined {
    const parent = this.#syntax.parent(target);
    if (!parent) return undefined;
    const view = this.#syntax.look(parent);
    return view.kind === "assignment" && view.target === target ? view.value : undefined;
  }

  #isWrapper(callee: Node): boolean {
    const view = this.#syntax.look(callee);
    const name = view.kind === "identifier" || view.kind === "member" ? view.name : undefined;
    return name !== undefined && WRAPPERS.has(name);
  }

  #isNothing(node: Node): boolean {
    const view = this.#syntax.look(node);
    if (view.kind === "literal") return view.value === null;
    if (view.kind === "unary") return view.operator === "void";
    return view.kind === "identifier" && view.name === "undefined";
  }

  // ---- members

  #ofMember(node: Node, view: ViewOf<"member">): readonly Value[] {
    const objects = this.valuesOf(view.object);
    if (view.name === undefined) return elementsOf(objects);
    const found = this.member(objects, view.name);
    if (found.length > 0 || isKnown(objects)) return found;
    return this.#ofAssignments(node, view.object, view.name);
  }

  /**
   * `state.ws = new WebSocket(url)` somewhere in the file says what `state.ws` is. Of another variable
   * of that name only a socket is believed: there is more than one `error.code`.
   */
  #ofAssignments(node: Node, object: Node, name: string): readonly Value[] {
    const spelled = this.#spelling(object);
    if (spelled === undefined) return NONE;
    const root = this.#rootOf(object);
    return this.#index.assignmentsTo(name).flatMap(({ target, value }) => {
      const view = this.#syntax.look(target);
      if (target === node || view.kind !== "member" || this.#isNothing(value)) return NONE;
      if (this.#spelling(view.object) !== spelled) return NONE;
      const values = this.valuesOf(value);
      const same = root !== undefined && root === this.#rootOf(view.object);
      return same ? values : values.filter(({ is }) => is !== "role");
    });
  }

  /** What declares the first name of a path, or the class that its `this` is of. */
  #rootOf(node: Node): unknown {
    const view = this.#syntax.look(node);
    if (view.kind === "member") return this.#rootOf(view.object);
    if (view.kind === "this") {
      const [owner] = this.thisAt(node);
      return owner && "node" in owner ? owner.node : undefined;
    }
    const binding = view.kind === "identifier" ? this.#syntax.binding(node, "value") : undefined;
    return binding?.kind === "global" ? binding.name : binding?.node;
  }

  /** A path such as `this.state` or `a.b`, as one word; nothing for anything else. */
  #spelling(node: Node): string | undefined {
    const view = this.#syntax.look(node);
    if (view.kind === "identifier") return view.name;
    if (view.kind === "this") return "this";
    if (view.kind !== "member" || view.name === undefined) return undefined;
    const object = this.#spelling(view.object);
    return object === undefined ? undefined : `${object}.${view.name}`;
  }

  #memberOf(value: Value, name: string): readonly Value[] {
    switch (value.is) {
      case "instance": {
        const { type } = value;
        const method = type.method(name);
        if (method) return [{ is: "method", method, library: type.library, type }];
        const shape = type.member(name);
        if (shape !== undefined) return this.#fromShape({ shape, library: type.library }, type);
        if (EMITTER_METHODS.has(name)) return [{ is: "subscribe", how: "on", type }];
        if (TARGET_METHODS.has(name)) return [{ is: "subscribe", how: "listen", type }];
        return NONE;
      }
      case "class":
        return this.#fromExportsOf(value.type, name);
      case "module":
        return this.#ofExport(value.specifier, name);
      case "globals":
        return this.#ofGlobal(name);
      case "members": {
        const shape = Object.hasOwn(value.members, name) ? value.members[name] : undefined;
        return shape === undefined
          ? NONE
          : this.#fromShape({ shape, library: value.library }, value.owner);
      }
      case "each":
        if (/^\d+$/.test(name)) return value.of;
        return [{ is: "builtin", name: `each.${name}` }];
      case "boxed":
        return name === "current" || name === "value" ? value.of : NONE;
      case "tuple":
        return /^\d+$/.test(name) ? (value.of[Number(name)] ?? NONE) : NONE;
      case "object": {
        const view = this.#syntax.look(value.node);
        if (view.kind !== "object") return NONE;
        const property = view.properties.find((p) => p.name === name);
        const written =
          property && !this.#isNothing(property.value) ? [this.valuesOf(property.value)] : [];
        return settle(NONE, [...written, ...this.#assignedOn(value.node, name)]);
      }
      case "user-instance":
      case "user-class":
        return this.#ofClassMember(value, name);
      case "typed":
        return this.#ofTypeMember(value.node, name);
      case "builtin":
        return [{ is: "builtin", name: `${value.name}.${name}` }];
      default:
        return NONE;
    }
  }

  #assignedOn(owner: Node, name: string): readonly (readonly Value[])[] {
    return this.#index
      .assignmentsTo(name)
      .filter(({ target, value }) => {
        const view = this.#syntax.look(target);
        if (view.kind !== "member" || this.#isNothing(value)) return false;
        return this.#isAbout(view.object, owner);
      })
      .map(({ value }) => this.valuesOf(value));
  }

  #fromExportsOf(type: CatalogueType, name: string): readonly Value[] {
    const { library } = type;
    const shape =
      library.exports && Object.hasOwn(library.exports, name) ? library.exports[name] : undefined;
    return shape === undefined ? NONE : this.#fromShape({ shape, library });
  }

  #ofClassMember(
    value: Extract<Value, { is: "user-instance" | "user-class" }>,
    name: string,
  ): readonly Value[] {
    const view = this.#syntax.look(value.node);
    const isStatic = value.is === "user-class";
    const members: Member[] =
      view.kind === "class"
        ? view.members.filter((m) => m.name === name && m.static === isStatic)
        : [];
    const annotated: Value[] = [];
    const written: (readonly Value[])[] = [];
    for (const member of members) {
      if (member.annotation) annotated.push(...this.#ofType(member.annotation));
      if (!member.value) continue;
      if (member.kind === "method") return [{ is: "function", node: member.value }];
      if (member.kind === "getter") written.push(this.#resultOf(member.value));
      if (member.kind === "field" && !this.#isNothing(member.value))
        written.push(this.valuesOf(member.value));
    }
    written.push(...this.#assignedOn(value.node, name));
    const found = settle(annotated, written);
    if (found.length > 0 || members.length > 0)
      return this.#filled(found, this.#membersOf(value.node, name));
    return this.#ofBases(value.node, name, () =>
      this.#heritage(value).flatMap((base) => this.#memberOf(base, name)),
    );
  }

  /** What the bases of a class or an interface say of a member; nothing where it is its own base. */
  #ofBases(node: Node, name: string, ask: () => readonly Value[]): readonly Value[] {
    const asked = this.#asked.get(node) ?? new Set();
    this.#asked.set(node, asked);
    if (asked.has(name)) return NONE;
    asked.add(name);
    const values = ask();
    asked.delete(name);
    return values;
  }

  /** What the class behind a value extends, as an instance (or as a class for statics). */
  #heritage(value: Value): readonly Value[] {
    if (value.is !== "user-instance" && value.is !== "user-class") return NONE;
    const view = this.#syntax.look(value.node);
    if (view.kind !== "class") return NONE;
    const bases = view.extends ? this.valuesOf(view.extends) : NONE;
    const extended =
      value.is === "user-class" ? bases : bases.flatMap((base) => this.#extended(base));
    const named = [...extended, ...view.implements.flatMap((type) => this.#ofType(type))];
    if (named.length > 0 || value.is === "user-class") return named;
    return this.#catalogue
      .implicit(
        view.members.flatMap(({ kind, name }) =>
          kind === "method" && name !== undefined ? [name] : [],
        ),
      )
      .map((type) => ({ is: "instance", type }));
  }

  #ofTypeMember(node: Node, name: string): readonly Value[] {
    const view = this.#syntax.look(node);
    if (view.kind !== "interface" && view.kind !== "type-object") return NONE;
    const member = view.members.find((m: TypeMember) => m.name === name);
    if (member) return member.type ? this.#ofType(member.type) : NONE;
    if (view.kind !== "interface") return NONE;
    return this.#ofBases(node, name, () =>
      view.extends.flatMap((base) => this.member(this.#ofType(base), name)),
    );
  }

  // ---- calls

  #ofCall(view: ViewOf<"call">): readonly Value[] {
    const required = this.#required(view);
    if (required !== undefined) return this.#ofExport(required, "module.exports");
    const boxed = this.#boxed(view);
    if (boxed) return boxed;
    const callees = this.valuesOf(view.callee);
    return callees.flatMap((callee): readonly Value[] => {
      if (view.construct) {
        if (callee.is === "builtin") return this.#built(callee.name, view);
        return callee.is === "method" ? this.#returned(callee) : this.#instanceOf(callee, true);
      }
      switch (callee.is) {
        case "method":
          return this.#returned(callee);
        case "awaits":
          return this.#awaited(view);
        case "function":
          return this.#resultOf(callee.node);
        case "builtin":
          return this.#ofBuiltinCall(callee.name, view);
        case "subscribe":
          return [{ is: "instance", type: callee.type }];
        default:
          return NONE;
      }
    });
  }

  #returned({ method, library, type }: Extract<Value, { is: "method" }>): readonly Value[] {
    return method.returns === undefined
      ? OTHER
      : this.#fromShape({ shape: method.returns, library }, type);
  }

  /** `once(ws, "close")` of `node:events`: a promise of what a handler would get. */
  #awaited({ args: [emitter, name] }: ViewOf<"call">): readonly Value[] {
    const event = name && this.#text(name);
    if (!emitter || event === undefined) return NONE;
    return this.valuesOf(emitter).flatMap((value): readonly Value[] => {
      if (value.is !== "instance") return NONE;
      const { type } = value;
      const params =
        type.on(event) ?? (type.listen(event) === undefined ? [] : [type.listen(event) ?? null]);
      const of = params.map((shape) =>
        shape === null ? OTHER : this.#fromShape({ shape, library: type.library }, type),
      );
      return [{ is: "promise", of: [{ is: "tuple", of }] }];
    });
  }

  /** `require("ws")`, `import("ws")`: the specifier. */
  #required(view: ViewOf<"call">): string | undefined {
    const callee = this.#syntax.look(view.callee);
    if (callee.kind !== "identifier" || view.args.length !== 1 || callee.name !== "require")
      return undefined;
    const arg = view.args[0] && this.#syntax.look(view.args[0]);
    return arg?.kind === "literal" && typeof arg.value === "string" ? arg.value : undefined;
  }

  /** `useRef<WebSocket | null>(null)`, `shallowRef(new WebSocket(url))`. */
  #boxed({ callee, types, args }: ViewOf<"call">): readonly Value[] | undefined {
    const view = this.#syntax.look(callee);
    const name = view.kind === "identifier" || view.kind === "member" ? view.name : undefined;
    if (name === undefined || !BOXES.has(name)) return undefined;
    const declared = types[0] ? this.#ofType(types[0]) : NONE;
    const given = args[0] ? this.valuesOf(args[0]) : NONE;
    return [{ is: "boxed", of: settle(declared, isKnown(given) ? [given] : []) }];
  }

  #instanceOf(callee: Value, constructed: boolean): readonly Value[] {
    if (callee.is === "class")
      return [{ is: "instance", type: constructed ? callee.type : callee.annotation }];
    if (callee.is === "user-class") return [{ is: "user-instance", node: callee.node }];
    if (callee.is === "function") return [{ is: "user-instance", node: callee.node }];
    if (callee.is === "each" || callee.is === "instance") return [callee];
    return NONE;
  }

  /** An instance of a class of the file that extends this one. */
  #extended(base: Value): readonly Value[] {
    return base.is === "class"
      ? [{ is: "instance", type: base.extended }]
      : this.#instanceOf(base, false);
  }

  #resultOf(fn: Node): readonly Value[] {
    const view = this.#syntax.look(fn);
    if (view.kind !== "function") return NONE;
    if (view.result) {
      const annotated = this.#ofType(view.result);
      if (isKnown(annotated)) return annotated;
    }
    if (view.generator) return NONE;
    const values = settle(
      NONE,
      view
        .returns()
        .filter((value) => !this.#isNothing(value))
        .map((value) => this.valuesOf(value)),
    );
    return view.async && values.length > 0 ? [{ is: "promise", of: values }] : values;
  }

  #built(name: string, view: ViewOf<"call">): readonly Value[] {
    if (name === "Promise") return [{ is: "promise", of: this.#resolvedBy(view) }];
    if (!CONTAINERS.has(name)) return OTHER;
    const keyed = name.endsWith("Map");
    const declared = view.types.at(keyed ? 1 : 0);
    const given = view.args[0] ? elementsOf(this.valuesOf(view.args[0])) : [];
    return [{ is: "each", of: [...(declared ? this.#ofType(declared) : []), ...given], keyed }];
  }

  /** `new Promise((resolve) => resolve(ws))`: what it is resolved with. */
  #resolvedBy(view: ViewOf<"call">): readonly Value[] {
    if (view.types[0]) return this.#ofType(view.types[0]);
    const executor = view.args[0] && this.#syntax.look(view.args[0]);
    const resolve = executor?.kind === "function" ? executor.params[0]?.target : undefined;
    const binding = resolve && this.#syntax.binding(resolve, "value");
    if (binding?.kind !== "parameter") return NONE;
    return this.#givenByCallers(this.#syntax.references(binding.node), 0);
  }

  #ofBuiltinCall(name: string, view: ViewOf<"call">): readonly Value[] {
    const first = view.args[0];
    if (name.startsWith("each.")) {
      const method = name.slice("each.".length);
      const callee = this.#syntax.look(view.callee);
      if (callee.kind !== "member") return NONE;
      const container = this.valuesOf(callee.object);
      if (ONE_OF.has(method)) return elementsOf(container);
      if (!ALL_OF.has(method)) return OTHER;
      const keyed = method === "entries";
      return container.flatMap((value) => (value.is === "each" ? [{ ...value, keyed }] : []));
    }
    if (name === "Array.from" || name === "Object.values")
      return first ? [{ is: "each", of: elementsOf(this.valuesOf(first)), keyed: false }] : NONE;
    if (name === "Object.entries")
      return first ? [{ is: "each", of: elementsOf(this.valuesOf(first)), keyed: true }] : NONE;
    if (name === "Promise.resolve")
      return first ? [{ is: "promise", of: this.valuesOf(first) }] : NONE;
    return NONE;
  }

  /** With what `clients.add(ws)`, `sockets.set(id, ws)` and `list.push(ws)` put into a container. */
  #filled(values: readonly Value[], uses: readonly Node[]): readonly Value[] {
    if (!values.some(({ is }) => is === "each") || elementsOf(values).length > 0) return values;
    const added = uses.flatMap((use) => {
      const member = this.#syntax.parent(use);
      const view = member && this.#syntax.look(member);
      if (!member || view?.kind !== "member" || view.object !== use) return [];
      const call =
        view.name !== undefined && ADDING.has(view.name) ? this.#callOf(member) : undefined;
      const last = call?.args.at(-1);
      return last ? this.valuesOf(last) : [];
    });
    return values.map((value) => (value.is === "each" ? { ...value, of: added } : value));
  }

  // ---- what a place expects

  #expectedByCall(view: ViewOf<"call">, index: number, call: Node): readonly Value[] {
    if (index < 0) return NONE;
    const wrapped = this.#isWrapper(view.callee) && index === 0 ? this.#expectedByUses(call) : NONE;
    const byCallee = this.valuesOf(view.callee).flatMap((callee): readonly Value[] => {
      switch (callee.is) {
        case "subscribe":
          return this.#expectedByEvent(callee, view, index);
        case "method": {
          const shape = callee.method.args?.[index];
          return shape ? this.#fromShape({ shape, library: callee.library }, callee.type) : NONE;
        }
        case "class": {
          const shape = callee.type.get("construct")?.args?.[index];
          return shape
            ? this.#fromShape({ shape, library: callee.type.library }, callee.type)
            : NONE;
        }
        case "builtin":
          return this.#expectedByBuiltin(callee.name, view, index);
        default:
          return NONE;
      }
    });
    if (wrapped.length > 0) return wrapped;
    return byCallee.length > 0 ? byCallee : this.#expectedByThen(view, index);
  }

  /** `const onClose = useCallback(fn)`: what is expected of `onClose` is expected of `fn`. */
  #expectedByUses(call: Node): readonly Value[] {
    const own = this.expectedAt(call);
    if (own.length > 0) return own;
    const name = this.#nameOf(call);
    return name ? this.#syntax.references(name).flatMap((use) => this.expectedAt(use)) : NONE;
  }

  #expectedByEvent(
    { how, type }: Extract<Value, { is: "subscribe" }>,
    view: ViewOf<"call">,
    index: number,
  ): readonly Value[] {
    const event = view.args[0] && this.#text(view.args[0]);
    if (index !== 1 || event === undefined) return NONE;
    if (how === "on") {
      const params = type.on(event);
      return params ? [{ is: "handler", params, library: type.library, owner: type }] : OTHER;
    }
    const shape = type.listen(event);
    return shape === undefined ? OTHER : [this.#listener(type, shape)];
  }

  #listener(type: CatalogueType, shape: Shape): Value {
    return { is: "handler", params: [shape], library: type.library, owner: type };
  }

  /** A container's `forEach` and its like: values of their own, not of a library. */
  #expectedByBuiltin(name: string, view: ViewOf<"call">, index: number): readonly Value[] {
    if (index !== 0 || !name.startsWith("each.")) return NONE;
    if (!FOR_EACH.has(name.slice("each.".length))) return NONE;
    const callee = this.#syntax.look(view.callee);
    if (callee.kind !== "member") return NONE;
    return [{ is: "receives", index: 0, of: elementsOf(this.valuesOf(callee.object)) }];
  }

  #expectedByThen(view: ViewOf<"call">, index: number): readonly Value[] {
    const callee = this.#syntax.look(view.callee);
    if (index !== 0 || callee.kind !== "member" || callee.name !== "then") return NONE;
    const of = this.valuesOf(callee.object).flatMap((v) => (v.is === "promise" ? v.of : []));
    return of.length > 0 ? [{ is: "receives", index: 0, of }] : NONE;
  }

  #expectedByTarget(target: Node): readonly Value[] {
    const view = this.#syntax.look(target);
    if (view.kind !== "member" || view.name === undefined) return NONE;
    const { name } = view;
    return this.valuesOf(view.object).flatMap((value) => this.#expectedMember(value, name));
  }

  /** What the library wants back from a handler. */
  #expectedOfResult(fn: Node | undefined): readonly Value[] {
    if (!fn) return NONE;
    return [fn, ...this.#usesOf(fn)].flatMap((use) =>
      this.expectedAt(use).flatMap((value) =>
        value.is === "handler" && value.returns !== undefined
          ? this.#fromShape({ shape: value.returns, library: value.library }, value.owner)
          : [],
      ),
    );
  }

  #functionAround(node: Node): Node | undefined {
    let at: Node | undefined = node;
    while (at && this.#syntax.look(at).kind !== "function") at = this.#syntax.parent(at);
    return at;
  }

  /** What a library expects in the member of that name: a handler that the user writes. */
  #expectedMember(value: Value, name: string): readonly Value[] {
    if (value.is === "handler" && name === "handleEvent") return [value];
    if (value.is === "instance") {
      const listened = name.startsWith("on") ? value.type.listen(name.slice(2)) : undefined;
      if (listened !== undefined) return [this.#listener(value.type, listened)];
    }
    if (value.is === "user-instance") {
      const inherited = this.#ofBases(value.node, name, () =>
        this.#heritage(value).flatMap((base) => this.#expectedMember(base, name)),
      );
      if (inherited.length > 0) return inherited;
    }
    return this.#memberOf(value, name);
  }

  // ---- types

  /** What an annotation means. */
  #ofType(node: Node): readonly Value[] {
    return this.#guarded(this.#values, node, () => {
      const view = this.#syntax.look(node);
      switch (view.kind) {
        case "type-reference":
          return this.#ofTypeReference(view);
        case "type-union":
        case "type-intersection":
          return view.members.flatMap((member) => this.#ofType(member));
        case "type-array":
          return [{ is: "each", of: this.#ofType(view.element), keyed: false }];
        case "type-tuple":
          return [{ is: "each", of: view.elements.flatMap((e) => this.#ofType(e)), keyed: false }];
        case "type-query":
          return this.valuesOf(view.expression);
        case "type-object":
        case "interface":
          return [{ is: "typed", node }];
        case "type-alias":
          return this.#ofType(view.type);
        case "class":
          return [{ is: "user-instance", node }];
        case "function-type":
          return this.#ofFunctionType(view);
        default:
          return NONE;
      }
    });
  }

  /** `(event: CloseEvent) => void`: what a function of that type is called with. */
  #ofFunctionType(view: ViewOf<"function-type">): readonly Value[] {
    return view.params.flatMap(({ annotation }, index): readonly Value[] => {
      const of = annotation ? this.#ofType(annotation) : NONE;
      return isKnown(of) ? [{ is: "receives", index, of }] : NONE;
    });
  }

  #ofTypeReference(view: ViewOf<"type-reference">): readonly Value[] {
    const [first, ...rest] = view.path;
    if (first === undefined) return NONE;
    if (view.module !== undefined)
      return this.#annotated(this.#statically(this.#ofExport(view.module, first), rest));
    const binding = view.identifier && this.#syntax.binding(view.identifier, "type");
    if (!binding || binding.kind === "global") {
      const name = binding?.name ?? first;
      const last = view.args.at(-1);
      if (rest.length === 0 && last) {
        if (TRANSPARENT_TYPES.has(name)) return this.#annotated(this.#ofType(last));
        if (name === "Promise" || name === "PromiseLike")
          return [{ is: "promise", of: this.#ofType(last) }];
        if (CONTAINER_TYPES.has(name))
          return [
            {
              is: "each",
              of: this.#ofType(last),
              keyed: name.endsWith("Map") || name === "Record",
            },
          ];
      }
      return this.#annotated(this.#statically(this.#ofGlobal(name), rest));
    }
    if (binding.kind === "import") {
      const exported = this.#statically(this.#ofExport(binding.module, binding.imported), rest);
      if (exported.length > 0) return this.#annotated(exported);
      const only = view.args.length === 1 ? view.args[0] : undefined;
      // Ref<WebSocket>, MutableRefObject<WebSocket | null>: boxes of other libraries
      return only && /Ref(?:Object)?$/.test(first)
        ? [{ is: "boxed", of: this.#ofType(only) }]
        : NONE;
    }
    if (binding.kind === "declaration")
      return rest.length === 0 ? this.#ofType(binding.node) : NONE;
    return NONE;
  }

  #statically(values: readonly Value[], names: readonly string[]): readonly Value[] {
    return names.reduce((at, name) => this.member(at, name), values);
  }

  /** A class named as a type means its instances. */
  #annotated(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) =>
      value.is === "class" || value.is === "user-class" ? this.#instanceOf(value, false) : [value],
    );
  }

  // ---- small things

  #alongPath(values: readonly Value[], path: readonly Step[]): readonly Value[] {
    return path.reduce<readonly Value[]>((at, step) => {
      if (step.rest) return at.filter(({ is }) => is === "each");
      if (step.name !== undefined) {
        const found = this.member(at, step.name);
        return found.length > 0 || !step.default ? found : this.valuesOf(step.default);
      }
      if (step.index === 0 && at.some(({ is }) => is === "pair")) return OTHER;
      const { index } = step;
      if (index !== undefined && at.some(({ is }) => is === "tuple"))
        return at.flatMap((value) => (value.is === "tuple" ? (value.of[index] ?? NONE) : NONE));
      return elementsOf(at);
    }, values);
  }

  #fromShape(located: Located, owner?: CatalogueType): readonly Value[] {
    return valuesOf(located, (library, name) => this.#catalogue.type(library, name), owner);
  }

  #text(node: Node): string | undefined {
    const view = this.#syntax.look(node);
    if (view.kind === "literal" && typeof view.value === "string") return view.value;
    if (view.kind === "template" && view.holes.length === 0) return view.texts[0];
    if (view.kind === "member" && view.name !== undefined) {
      for (const value of this.valuesOf(view.object))
        if (value.is === "events" && Object.hasOwn(value.names, view.name))
          return value.names[view.name];
    }
    if (view.kind !== "identifier") return undefined;
    const binding = this.#syntax.binding(node, "value");
    return binding?.kind === "variable" &&
      binding.constant &&
      binding.init &&
      binding.path.length === 0
      ? this.#text(binding.init)
      : undefined;
  }
}
