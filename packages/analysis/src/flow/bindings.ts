import type { Shape } from "../catalogue/library.ts";
import type { Binding, Node, Syntax } from "../syntax.ts";
import { CONTAINERS } from "./containers.ts";
import type { Flow } from "./flow.ts";
import { isKnown, iterated, NONE, OTHER, settle, type Value } from "./value.ts";

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);
const BUILTINS: ReadonlySet<string> = new Set([...CONTAINERS, "Object", "Promise"]);

/** What a name may be: a global or an export of a library, a variable, a parameter. */
export class Bindings {
  readonly #flow: Flow;
  readonly #syntax: Syntax;
  readonly #known = new Map<Node, readonly Value[]>();
  readonly #globals = new Map<string, readonly Value[]>();

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** What a name that is bound like this may be. */
  valuesOf(binding: Binding): readonly Value[] {
    switch (binding.kind) {
      case "global":
        return this.#ofAmbient(binding);
      case "import":
        return this.#flow.once(this.#known, binding.node, () =>
          this.ofExport(binding.module, binding.imported),
        );
      case "variable":
        return this.#flow.once(this.#known, binding.node, () => this.#ofVariable(binding));
      case "parameter":
        return this.#flow.once(this.#known, binding.node, () => this.#ofParameter(binding));
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

  /** A global of a library or of the language, or what `declare const ws: WebSocket` says. */
  #ofAmbient({ name, annotation }: Extract<Binding, { kind: "global" }>): readonly Value[] {
    const values = this.ofGlobal(name);
    return values.length > 0 || !annotation ? values : this.#flow.annotations.valuesOf(annotation);
  }

  /** What a global of that name is: a library's, the global object, a container. */
  ofGlobal(name: string): readonly Value[] {
    let values = this.#globals.get(name);
    if (!values) this.#globals.set(name, (values = this.#findGlobal(name)));
    return values;
  }

  #findGlobal(name: string): readonly Value[] {
    const located = this.#flow.catalogue.global(name);
    if (located.length > 0) return located.flatMap((one) => this.#flow.ofShape(one));
    if (GLOBAL_OBJECTS.has(name)) return [{ is: "globals" }];
    return BUILTINS.has(name) ? [{ is: "builtin", name }] : NONE;
  }

  /** What a module exports under a name; `*` is the module itself. */
  ofExport(specifier: string, name: string): readonly Value[] {
    if (name === "*")
      return this.#flow.catalogue.module(specifier).length > 0
        ? [{ is: "module", specifier }]
        : NONE;
    const found = this.#flow.catalogue
      .export(specifier, name)
      .flatMap((one) => this.#flow.ofShape(one));
    if (found.length === 0 && (name === "default" || name === "module.exports"))
      return this.ofExport(specifier, "*");
    return found;
  }

  #ofVariable(binding: Extract<Binding, { kind: "variable" }>): readonly Value[] {
    const annotated = binding.annotation
      ? this.#flow.along(this.#flow.annotations.valuesOf(binding.annotation), binding.path)
      : NONE;
    const written: (readonly Value[])[] = [];
    if (binding.init) {
      const init = this.#flow.boxes.set(this.#flow.valuesOf(binding.init), binding.node);
      const start = binding.each ? iterated(init) : init;
      if (!this.#flow.isNothing(binding.init)) written.push(this.#flow.along(start, binding.path));
    }
    const uses = (): readonly Node[] => this.#syntax.references(binding.node);
    for (const use of binding.constant ? [] : uses()) {
      const value = this.#flow.uses.writtenTo(use);
      if (value && !this.#flow.isNothing(value)) written.push(this.#flow.valuesOf(value));
    }
    const values = this.filled(settle(annotated, written), uses, annotated);
    return values.length > 0 || !binding.init ? values : this.#taken(binding.init, binding, uses);
  }

  /** What is told by the member that it is taken from, and by a method that is called on it. */
  #taken(
    init: Node,
    { path }: Extract<Binding, { kind: "variable" }>,
    uses: () => readonly Node[],
  ): readonly Value[] {
    const view = this.#syntax.look(init);
    const from = path.at(-1)?.name ?? (view.kind === "member" ? view.name : undefined);
    if (from === undefined) return NONE;
    const told = this.#flow.catalogue
      .taken(from)
      .filter(({ calls }) => uses().some((use) => this.#isCalled(use, calls)));
    return told.map(({ type }) => ({ is: "instance", type }));
  }

  /** `use.method()` */
  #isCalled(use: Node, method: string): boolean {
    const member = this.#syntax.parent(use);
    const view = member && this.#syntax.look(member);
    if (!member || view?.kind !== "member" || view.object !== use || view.name !== method)
      return false;
    return this.#flow.uses.callOf(member) !== undefined;
  }

  /**
   * With what its uses put into a variable or a member, if it holds something.
   *
   * @param uses - asked for only then: to find them costs more than all else
   */
  filled(
    values: readonly Value[],
    uses: () => readonly Node[],
    declared: readonly Value[],
  ): readonly Value[] {
    return this.#flow.boxes.filled(this.#flow.containers.filled(values, uses, declared), uses);
  }

  #ofParameter(binding: Extract<Binding, { kind: "parameter" }>): readonly Value[] {
    const annotated = binding.annotation
      ? this.#flow.along(this.#flow.annotations.valuesOf(binding.annotation), binding.path)
      : NONE;
    if (isKnown(annotated)) return annotated;
    const given = this.#givenTo(binding.function, binding.index, binding.rest);
    const values = this.#flow.along(given, binding.path);
    if (values.length > 0 || !binding.default) return values;
    return this.#flow.along(this.#flow.valuesOf(binding.default), binding.path);
  }

  /** What a function is called with at an index: by the library it is handed to, or by the file. */
  #givenTo(fn: Node, index: number, rest: boolean): readonly Value[] {
    const uses = this.#flow.uses.of(fn);
    const inherited = this.#flow.expectations.overridden(fn);
    const values = [
      ...this.handedAt([fn, ...uses], index, rest),
      ...inherited.flatMap((expected) => this.#handed(expected, index, rest)),
    ];
    if (isKnown(values)) return values.filter(({ is }) => is !== "other");
    if (values.length > 0 || rest) return values;
    return this.givenByCallers(uses, index);
  }

  /** What a function that stands at these places is called with at an index, or from there on. */
  handedAt(places: readonly Node[], index: number, rest = false): readonly Value[] {
    return places
      .flatMap((place) => this.#flow.expectations.at(place))
      .flatMap((expected) => this.#handed(expected, index, rest));
  }

  /** What a function at a place that expects this value is called with at an index, or from there on. */
  #handed(expected: Value, index: number, rest: boolean): readonly Value[] {
    if (expected.is === "other") return OTHER;
    if (expected.is === "receives") return expected.index === index ? expected.of : NONE;
    if (expected.is !== "handler") return NONE;
    const { params, library, owner } = expected;
    const ofParam = (shape: Shape | null | undefined): readonly Value[] =>
      shape === undefined || shape === null ? OTHER : this.#flow.ofShape({ shape, library }, owner);
    return rest ? [{ is: "tuple", of: params.slice(index).map(ofParam) }] : ofParam(params[index]);
  }

  /** What the file itself calls a function with at an index. */
  givenByCallers(uses: readonly Node[], index: number): readonly Value[] {
    return uses.flatMap((use) => {
      const call = this.#flow.uses.callOf(use);
      const arg = call?.args[index];
      return arg ? this.#flow.valuesOf(arg) : [];
    });
  }
}

/** What declares a name, if the file does. */
export function declarationAt(node: Node, syntax: Syntax): Node | undefined {
  const binding = syntax.binding(node, "value");
  return binding && "node" in binding ? binding.node : undefined;
}

/** The constant that a name stands for as a whole: without a pattern, and no turn of a loop. */
export function constantAt(
  node: Node,
  syntax: Syntax,
): { readonly node: Node; readonly init: Node } | undefined {
  if (syntax.kind(node) !== "identifier") return undefined;
  const binding = syntax.binding(node, "value");
  if (binding?.kind !== "variable" || !binding.constant || !binding.init) return undefined;
  if (binding.each || binding.path.length > 0) return undefined;
  return { node: binding.node, init: binding.init };
}
