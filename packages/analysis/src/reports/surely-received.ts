import type { CatalogueType } from "../catalogue/catalogue.ts";
import { isCode, type Value } from "../flow/value.ts";
import type { File } from "../sites/file.ts";
import type { Binding, Node, Step, ViewOf } from "../syntax.ts";

type Path = readonly Step[];
type Parameter = Extract<Binding, { kind: "parameter" }>;

/** The names that declarations export. */
const EXPORTED =
  /\bexport\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function\s*\*?)\s*([\w$]+)/g;
/** A longer path is no program that people write. */
const DEEPEST = 8;
/** What a library itself has, whose result no file changes. */
const OF_LIBRARIES: ReadonlySet<Value["is"]> = new Set<Value["is"]>(["awaits", "class", "method"]);

/** Whether an expression is a received code whenever it is asked, and never anything else. */
export function isSurelyReceived(subject: Node, file: File): boolean {
  return new Certainty(file).isCode(subject, []);
}

/**
 * Follows one expression back to all that it may hold. A flow believes the one source that it knows;
 * here every source must be known.
 */
class Certainty {
  readonly #file: File;
  /** Each answer is needed for the whole one, so that none is asked for twice: cycles end here. */
  readonly #asked = new Map<Node, Set<string>>();

  constructor(file: File) {
    this.#file = file;
  }

  /** Whether a path leads from an expression, or from what it promises, to a code. */
  isCode(node: Node, path: Path): boolean {
    const { syntax } = this.#file;
    if (this.#isTyped(node, path) || this.#isAnnotated(syntax.assertion(node), path)) return true;
    const view = syntax.look(node);
    switch (view.kind) {
      case "member":
        return view.name !== undefined && this.isCode(view.object, [{ name: view.name }, ...path]);
      case "identifier":
        return this.#isBound(node, path);
      case "await":
        return this.isCode(view.operand, path);
      case "call":
        return this.#isResult(node, view, path);
      default:
        return false;
    }
  }

  // ---- names

  #isBound(node: Node, path: Path): boolean {
    const { syntax, flow } = this.#file;
    const binding = syntax.binding(node, "value");
    switch (binding?.kind) {
      case "global":
      case "import":
        return this.#leadsToCode(flow.valuesOf(node), path);
      case "variable":
      case "parameter": {
        const whole = [...binding.path, ...path];
        if (this.#isAnnotated(binding.annotation, whole)) return true;
        // What a default stands in for was not received.
        if (!binding.constant || binding.path.some((step) => step.default)) return false;
        if (whole.length > DEEPEST) return false;
        if (this.#wasAsked(binding.node, whole)) return true;
        if (binding.kind === "parameter") return this.#isAlwaysGiven(binding, whole);
        return !binding.each && binding.init !== undefined && this.isCode(binding.init, whole);
      }
      default:
        return false;
    }
  }

  #wasAsked(declaration: Node, path: Path): boolean {
    const asked = this.#asked.get(declaration) ?? new Set();
    this.#asked.set(declaration, asked);
    const spelled = JSON.stringify(path.map(({ name, index }) => name ?? index));
    if (asked.has(spelled)) return true;
    asked.add(spelled);
    return false;
  }

  // ---- functions

  /** Whether everybody who calls a function gives it a code. */
  #isAlwaysGiven(parameter: Parameter, path: Path): boolean {
    const { expectations, uses } = this.#file.flow;
    const { function: fn, index } = parameter;
    if (parameter.rest || parameter.default || this.#isExported(fn)) return false;
    // `ws.onclose = other` calls nothing.
    const named = uses.of(fn).filter((use) => uses.writtenTo(use) === undefined);
    const inherited = expectations.overridden(fn);
    const places = named.length > 0 || inherited.length > 0 ? named : [fn];
    // Whoever has an object may call its methods.
    const isMethod = uses.nameOf(fn) === undefined;
    return (
      this.#areHandlers(inherited, index, path) &&
      places.every(
        (place) => !(isMethod && uses.callOf(place)) && this.#isGivenAt(place, index, path),
      )
    );
  }

  /** Whether a function that stands somewhere is called with a code from there. */
  #isGivenAt(place: Node, index: number, path: Path): boolean {
    const { flow } = this.#file;
    const call = flow.uses.callOf(place);
    if (call) {
      const arg = this.#file.argument(call, index);
      return arg !== undefined && this.isCode(arg, path);
    }
    const promise = this.#awaitedAt(place);
    if (promise) return index === 0 && this.isCode(promise, path);
    const expected = flow.expectations.at(place);
    return expected.length > 0
      ? this.#areHandlers(expected, index, path)
      : this.#isTypedPlace(place, index, path);
  }

  /** The promise whose `then` is called with a function. */
  #awaitedAt(place: Node): Node | undefined {
    const { syntax } = this.#file;
    const parent = syntax.parent(place);
    const view = parent && syntax.look(parent);
    if (view?.kind !== "call" || view.args[0] !== place) return undefined;
    const callee = syntax.look(view.callee);
    return callee.kind === "member" && callee.name === "then" ? callee.object : undefined;
  }

  /** Whether a library calls with a code what it expects. */
  #areHandlers(expected: readonly Value[], index: number, path: Path): boolean {
    return expected.every((one) => {
      const shape = one.is === "handler" ? one.params[index] : undefined;
      if (one.is !== "handler" || shape === undefined || shape === null) return false;
      const given = this.#file.flow.ofShape({ shape, library: one.library }, one.owner);
      return this.#leadsToCode(given, path);
    });
  }

  /** The port looks through `export`; what other files import they may call. */
  #isExported(fn: Node): boolean {
    const { syntax, flow } = this.#file;
    const declared = flow.uses.nameOf(fn);
    const view = declared && syntax.look(declared);
    const name = view?.kind === "identifier" || view?.kind === "function" ? view.name : undefined;
    return [...syntax.text.matchAll(EXPORTED)].some((match) => match[1] === name);
  }

  // ---- results

  #isResult(node: Node, view: ViewOf<"call">, path: Path): boolean {
    const { flow } = this.#file;
    const callees = flow.valuesOf(view.callee);
    if (callees.length === 0) return false;
    if (view.construct && callees.every((one) => one.is === "builtin" && one.name === "Promise"))
      return this.#isResolved(view, path);
    return (
      callees.every(({ is }) => OF_LIBRARIES.has(is)) &&
      this.#leadsToCode(flow.valuesOf(node), path)
    );
  }

  /** `new Promise((resolve) => (ws.onclose = resolve))` */
  #isResolved({ args: [executor] }: ViewOf<"call">, path: Path): boolean {
    const { syntax } = this.#file;
    const view = executor && syntax.look(executor);
    const resolve = view?.kind === "function" ? view.params[0]?.target : undefined;
    const binding = resolve && syntax.binding(resolve, "value");
    if (binding?.kind !== "parameter") return false;
    const uses = syntax.references(binding.node);
    return uses.length > 0 && uses.every((use) => this.#isGivenAt(use, 0, path));
  }

  // ---- types and values

  /** Whether an annotation names the library's type, and nothing beside it. */
  #isAnnotated(annotation: Node | undefined, path: Path): boolean {
    const { syntax, flow } = this.#file;
    const view = annotation && syntax.look(annotation);
    if (!annotation || view?.kind !== "type-reference") return false;
    const values = flow.annotations.valuesOf(annotation);
    const isLibrarys = values.every(({ is }) => is === "instance");
    const binding = view.identifier && syntax.binding(view.identifier, "type");
    return isLibrarys && binding?.kind !== "declaration" && this.#leadsToCode(values, path);
  }

  #isTyped(node: Node, path: Path): boolean {
    const types = this.#typesOf(node);
    return (
      types.length > 0 &&
      types.every((type) => type && this.#leadsToCode([{ is: "instance", type }], path))
    );
  }

  /** `deps.link.on("close", fn)`, where the checker knows the link. */
  #isTypedPlace(place: Node, index: number, path: Path): boolean {
    const { subscriptions } = this.#file.flow;
    return subscriptions.of(place).some(({ receiver, how, event }) => {
      const types = this.#typesOf(receiver);
      return (
        types.length > 0 &&
        types.every((type) => {
          const told = how === "on" ? type?.on(event)?.[index] : type?.listen(event);
          if (!type || !told || (how === "listen" && index > 0)) return false;
          const given = this.#file.flow.ofShape({ shape: told, library: type.library }, type);
          return this.#leadsToCode(given, path);
        })
      );
    });
  }

  /** All that the checker says of an expression, what is of no library among it. */
  #typesOf(node: Node): readonly (CatalogueType | undefined)[] {
    const { syntax, catalogue } = this.#file;
    return (syntax.types?.of(node) ?? []).map((fact) => catalogue.declared(fact));
  }

  /** Whether each of some values has a code at the end of a path, promises on the way looked through. */
  #leadsToCode(values: readonly Value[], path: Path): boolean {
    const kept = (value: Value): readonly Value[] => (value.is === "promise" ? value.of : [value]);
    const follow = (value: Value): readonly Value[] =>
      path.reduce((at, step) => this.#file.flow.along(at, [step]).flatMap(kept), kept(value));
    return (
      values.length > 0 &&
      values.map(follow).every((found) => found.length > 0 && found.every(isCode))
    );
  }
}
