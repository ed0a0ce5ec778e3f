import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { elementsOf, NONE, OTHER, type Value } from "./value.ts";

export const CONTAINERS: ReadonlySet<string> = new Set([
  ...["Array", "Map", "Set", "WeakMap", "WeakSet"],
]);

/** Methods that give one element, give the container on, call with each element, or add one. */
const ONE_OF: ReadonlySet<string> = new Set(["at", "find", "findLast", "get", "pop", "shift"]);
const ALL_OF: ReadonlySet<string> = new Set([
  ...["concat", "filter", "reverse", "slice", "sort", "splice", "toReversed", "toSorted", "values"],
  ...["difference", "intersection", "union", "entries"],
]);
const FOR_EACH: ReadonlySet<string> = new Set([
  ...["every", "filter", "find", "findIndex", "findLast", "flatMap", "forEach", "map", "some"],
]);
const ADDING: ReadonlySet<string> = new Set(["add", "push", "set", "unshift"]);

/** Arrays, Sets and Maps: what they hold, give, and call with. */
export class Containers {
  readonly #flow: Flow;
  readonly #syntax: Syntax;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** What a container's method gives, or `Array.from` and its like. */
  ofCall(name: string, view: ViewOf<"call">): readonly Value[] {
    const first = view.args[0];
    if (name.startsWith("each.")) {
      const method = name.slice("each.".length);
      const callee = this.#syntax.look(view.callee);
      if (callee.kind !== "member") return NONE;
      const container = this.#flow.valuesOf(callee.object);
      if (ONE_OF.has(method)) return elementsOf(container);
      if (!ALL_OF.has(method)) return OTHER;
      const keyed = method === "entries";
      return container.flatMap((value) => (value.is === "each" ? [{ ...value, keyed }] : []));
    }
    if (name === "Array.from" || name === "Object.values")
      return first
        ? [{ is: "each", of: elementsOf(this.#flow.valuesOf(first)), keyed: false }]
        : NONE;
    if (name === "Object.entries")
      return first
        ? [{ is: "each", of: elementsOf(this.#flow.valuesOf(first)), keyed: true }]
        : NONE;
    return NONE;
  }

  /** `new Set([ws])`, `new Map<string, WebSocket>()`. */
  built(name: string, view: ViewOf<"call">): readonly Value[] {
    const keyed = name.endsWith("Map");
    const type = view.types.at(keyed ? 1 : 0);
    const declared = type ? this.#flow.annotations.valuesOf(type) : NONE;
    const given = view.args[0] ? elementsOf(this.#flow.valuesOf(view.args[0])) : NONE;
    return [{ is: "each", of: [...declared, ...given], keyed }];
  }

  /** With what `clients.add(ws)`, `sockets.set(id, ws)` and `list.push(ws)` put into a container. */
  filled(values: readonly Value[], uses: readonly Node[]): readonly Value[] {
    if (!values.some(({ is }) => is === "each") || elementsOf(values).length > 0) return values;
    const added = uses.flatMap((use) => {
      const member = this.#syntax.parent(use);
      const view = member && this.#syntax.look(member);
      if (!member || view?.kind !== "member" || view.object !== use) return [];
      const call =
        view.name !== undefined && ADDING.has(view.name)
          ? this.#flow.uses.callOf(member)
          : undefined;
      const last = call?.args.at(-1);
      return last ? this.#flow.valuesOf(last) : [];
    });
    return values.map((value) => (value.is === "each" ? { ...value, of: added } : value));
  }

  /** A container's `forEach` and its like: values of their own, not of a library. */
  expectedBy(name: string, view: ViewOf<"call">, index: number): readonly Value[] {
    if (index !== 0 || !name.startsWith("each.")) return NONE;
    if (!FOR_EACH.has(name.slice("each.".length))) return NONE;
    const callee = this.#syntax.look(view.callee);
    if (callee.kind !== "member") return NONE;
    return [{ is: "receives", index: 0, of: elementsOf(this.#flow.valuesOf(callee.object)) }];
  }
}
