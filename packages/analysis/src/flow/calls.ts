import type { Node, Syntax, ViewOf } from "../syntax.ts";
import { CONTAINERS } from "./containers.ts";
import type { Flow } from "./flow.ts";
import { isKnown, NONE, OTHER, settle, type Value } from "./value.ts";

/** What a call gives back. */
export class Calls {
  readonly #flow: Flow;
  readonly #syntax: Syntax;
  readonly #results = new Map<Node, readonly Value[]>();

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** What a call or a construction gives. */
  valuesOf(view: ViewOf<"call">): readonly Value[] {
    const required = this.#required(view);
    if (required !== undefined) return this.#flow.bindings.ofExport(required, "module.exports");
    const boxed = this.#flow.boxes.valuesOf(view);
    if (boxed) return boxed;
    const bound = this.#bound(view);
    if (bound) return bound;
    const callees = this.#flow.valuesOf(view.callee);
    return callees.flatMap((callee): readonly Value[] => {
      if (view.construct) {
        if (callee.is === "builtin") return this.#built(callee.name, view);
        return callee.is === "method" ? this.#returned(callee) : this.instanceOf(callee, true);
      }
      switch (callee.is) {
        case "method":
          return this.#returned(callee);
        case "awaits":
          return this.#awaited(view);
        case "function":
          return this.resultOf(callee.node);
        case "builtin":
          return this.#ofBuiltin(callee.name, view);
        case "subscribe":
          return [{ is: "instance", type: callee.type }];
        default:
          return NONE;
      }
    });
  }

  /** `socket.close.bind(socket)`: the method still, as long as no argument of its is given. */
  #bound({ callee, args }: ViewOf<"call">): readonly Value[] | undefined {
    const view = this.#syntax.look(callee);
    if (view.kind !== "member" || view.name !== "bind") return undefined;
    const methods = this.#flow.valuesOf(view.object).filter(({ is }) => is === "method");
    if (methods.length === 0) return undefined;
    return args.length < 2 ? methods : OTHER;
  }

  #returned({ method, library, type }: Extract<Value, { is: "method" }>): readonly Value[] {
    return method.returns === undefined
      ? OTHER
      : this.#flow.ofShape({ shape: method.returns, library }, type);
  }

  /** `once(ws, "close")` of `node:events`: a promise of what a handler would get. */
  #awaited({ args: [emitter, name] }: ViewOf<"call">): readonly Value[] {
    const event = name && this.#flow.text(name);
    if (!emitter || event === undefined) return NONE;
    return this.#flow.valuesOf(emitter).flatMap((value): readonly Value[] => {
      if (value.is !== "instance") return NONE;
      const { type } = value;
      const params =
        type.on(event) ?? (type.listen(event) === undefined ? [] : [type.listen(event) ?? null]);
      const of = params.map((shape) =>
        shape === null ? OTHER : this.#flow.ofShape({ shape, library: type.library }, type),
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

  /** What `new` of a value makes, or what a class named as a type means. */
  instanceOf(callee: Value, constructed: boolean): readonly Value[] {
    if (callee.is === "class")
      return [{ is: "instance", type: constructed ? callee.type : callee.annotation }];
    if (callee.is === "user-class") return [{ is: "user-instance", node: callee.node }];
    if (callee.is === "function") return [{ is: "user-instance", node: callee.node }];
    if (callee.is === "each" || callee.is === "instance") return [callee];
    return NONE;
  }

  /** What a function of the file returns. */
  resultOf(fn: Node): readonly Value[] {
    return this.#flow.once(this.#results, fn, () => this.#findResult(fn));
  }

  #findResult(fn: Node): readonly Value[] {
    const view = this.#syntax.look(fn);
    if (view.kind !== "function") return NONE;
    if (view.result) {
      const annotated = this.#flow.annotations.valuesOf(view.result);
      if (isKnown(annotated)) return annotated;
    }
    if (view.generator) return NONE;
    const values = settle(
      NONE,
      view
        .returns()
        .filter((value) => !this.#flow.isNothing(value))
        .map((value) => this.#flow.valuesOf(value)),
    );
    return view.async && values.length > 0 ? [{ is: "promise", of: values }] : values;
  }

  #built(name: string, view: ViewOf<"call">): readonly Value[] {
    if (name === "Promise") return [{ is: "promise", of: this.#resolvedBy(view) }];
    return CONTAINERS.has(name) ? this.#flow.containers.built(name, view) : OTHER;
  }

  #ofBuiltin(name: string, view: ViewOf<"call">): readonly Value[] {
    if (name !== "Promise.resolve") return this.#flow.containers.ofCall(name, view);
    const [first] = view.args;
    return first ? [{ is: "promise", of: this.#flow.valuesOf(first) }] : NONE;
  }

  /** `new Promise((resolve) => resolve(ws))`, `(ws.onclose = resolve)`: what it is resolved with. */
  #resolvedBy(view: ViewOf<"call">): readonly Value[] {
    if (view.types[0]) return this.#flow.annotations.valuesOf(view.types[0]);
    const executor = view.args[0] && this.#syntax.look(view.args[0]);
    const resolve = executor?.kind === "function" ? executor.params[0]?.target : undefined;
    const binding = resolve && this.#syntax.binding(resolve, "value");
    if (binding?.kind !== "parameter") return NONE;
    const uses = this.#syntax.references(binding.node);
    const { bindings } = this.#flow;
    return [...bindings.handedAt(uses, 0), ...bindings.givenByCallers(uses, 0)];
  }
}
