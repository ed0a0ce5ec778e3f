import { functionAround } from "../places.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { NONE, type Value } from "./value.ts";

/** What a place wants of the expression that stands there: a handler, an object of handlers. */
export class Expectations {
  readonly #flow: Flow;
  readonly #syntax: Syntax;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** What the place where this expression stands wants of it: a handler, an options object. */
  at(node: Node): readonly Value[] {
    const parent = this.#syntax.parent(node);
    if (!parent) return NONE;
    const view = this.#syntax.look(parent);
    return this.#flow.deeper(() => {
      switch (view.kind) {
        case "call":
          if (view.callee === node) return NONE;
          return this.#byCall(view, view.args.indexOf(node), parent);
        case "object": {
          const property = view.properties.find(({ value }) => value === node);
          if (property?.name === undefined) return NONE;
          const { name } = property;
          return this.at(parent).flatMap((value) => this.member(value, name));
        }
        case "assignment":
          return view.value === node ? this.#byTarget(view.target) : NONE;
        case "either":
          return view.test === node ? NONE : this.at(parent);
        case "variable":
          return view.init === node && view.annotation
            ? this.#flow.annotations.valuesOf(view.annotation)
            : NONE;
        case "array":
          return this.at(parent).flatMap((value) => (value.is === "each" ? value.of : []));
        case "return":
          return this.#ofResult(functionAround(parent, this.#syntax));
        case "function":
          return view.body === node ? this.#ofResult(parent) : NONE;
        default:
          return NONE;
      }
    });
  }

  /** Where a function stands, itself or by its name, so that a library calls it. */
  handlersAt(fn: Node): readonly Node[] {
    return [fn, ...this.#flow.uses.of(fn)].filter(
      (use) => this.at(use).some(({ is }) => is === "handler") && !this.#isRemoved(use),
    );
  }

  /** `socket.off("close", fn)` */
  #isRemoved(use: Node): boolean {
    const parent = this.#syntax.parent(use);
    const view = parent && this.#syntax.look(parent);
    const callee = view?.kind === "call" ? this.#syntax.look(view.callee) : undefined;
    return callee?.kind === "member" && /^(?:off|remove\w*)$/.test(callee.name ?? "");
  }

  /** What the library's class that a class extends expects of this method. */
  overridden(fn: Node): readonly Value[] {
    const owner = this.#syntax.parent(fn);
    if (!owner || this.#syntax.kind(owner) !== "class") return [];
    const name = this.#flow.uses.memberName(owner, fn);
    if (name === undefined) return [];
    return this.#flow.members.ofBases(owner, name, () =>
      this.#flow.members
        .heritage({ is: "user-instance", node: owner })
        .flatMap((value) => this.member(value, name)),
    );
  }

  #byCall(view: ViewOf<"call">, index: number, call: Node): readonly Value[] {
    if (index < 0) return NONE;
    const wrapped =
      this.#flow.uses.isWrapper(view.callee) && index === 0 ? this.#byUses(call) : NONE;
    const byCallee = this.#flow.valuesOf(view.callee).flatMap((callee): readonly Value[] => {
      switch (callee.is) {
        case "subscribe":
          return this.#flow.subscriptions.expectedBy(callee, view, index);
        case "method": {
          const shape = callee.method.args?.[index];
          return shape ? this.#flow.ofShape({ shape, library: callee.library }, callee.type) : NONE;
        }
        case "class": {
          const shape = callee.type.get("construct")?.args?.[index];
          return shape
            ? this.#flow.ofShape({ shape, library: callee.type.library }, callee.type)
            : NONE;
        }
        case "builtin":
          return this.#flow.containers.expectedBy(callee.name, view, index);
        default:
          return NONE;
      }
    });
    if (wrapped.length > 0) return wrapped;
    return byCallee.length > 0 ? byCallee : this.#byThen(view, index);
  }

  /** `const onClose = useCallback(fn)`: what is expected of `onClose` is expected of `fn`. */
  #byUses(call: Node): readonly Value[] {
    const own = this.at(call);
    if (own.length > 0) return own;
    const name = this.#flow.uses.nameOf(call);
    return name ? this.#syntax.references(name).flatMap((use) => this.at(use)) : NONE;
  }

  #byThen(view: ViewOf<"call">, index: number): readonly Value[] {
    const callee = this.#syntax.look(view.callee);
    if (index !== 0 || callee.kind !== "member" || callee.name !== "then") return NONE;
    const of = this.#flow.valuesOf(callee.object).flatMap((v) => (v.is === "promise" ? v.of : []));
    return of.length > 0 ? [{ is: "receives", index: 0, of }] : NONE;
  }

  #byTarget(target: Node): readonly Value[] {
    const view = this.#syntax.look(target);
    if (view.kind !== "member" || view.name === undefined) return NONE;
    const { name } = view;
    return this.#flow.valuesOf(view.object).flatMap((value) => this.member(value, name));
  }

  /** What the library wants back from a handler. */
  #ofResult(fn: Node | undefined): readonly Value[] {
    if (!fn) return NONE;
    return [fn, ...this.#flow.uses.of(fn)].flatMap((use) =>
      this.at(use).flatMap((value) =>
        value.is === "handler" && value.returns !== undefined
          ? this.#flow.ofShape({ shape: value.returns, library: value.library }, value.owner)
          : [],
      ),
    );
  }

  /** What a library expects in the member of that name: a handler that the user writes. */
  member(value: Value, name: string): readonly Value[] {
    if (value.is === "handler" && name === "handleEvent") return [value];
    if (value.is === "instance") {
      const listened = name.startsWith("on") ? value.type.listen(name.slice(2)) : undefined;
      if (listened !== undefined) return [this.#flow.subscriptions.listener(value.type, listened)];
    }
    if (value.is === "user-instance") {
      const inherited = this.#flow.members.ofBases(value.node, name, () =>
        this.#flow.members.heritage(value).flatMap((base) => this.member(base, name)),
      );
      if (inherited.length > 0) return inherited;
    }
    return this.#flow.members.ofOne(value, name);
  }
}
