import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { elementsOf, iterated, NONE, OTHER, type Value } from "./value.ts";

export const CONTAINERS: ReadonlySet<string> = new Set([
  "Array",
  "Map",
  "Set",
  "WeakMap",
  "WeakSet",
]);

/** Methods that give one element, give the container on, call with each element, or add one. */
const ONE_OF: ReadonlySet<string> = new Set(["at", "find", "findLast", "get", "pop", "shift"]);
const ALL_OF: ReadonlySet<string> = new Set([
  "concat",
  "filter",
  "reverse",
  "slice",
  "sort",
  "splice",
  "toReversed",
  "toSorted",
  "values",
  "difference",
  "intersection",
  "union",
]);
const FOR_EACH: ReadonlySet<string> = new Set([
  "every",
  "filter",
  "find",
  "findIndex",
  "findLast",
  "flatMap",
  "forEach",
  "map",
  "some",
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
  ofCall(name: string, { callee, args: [first] }: ViewOf<"call">): readonly Value[] {
    if (name.startsWith("each.")) {
      const view = this.#syntax.look(callee);
      if (view.kind !== "member") return NONE;
      const container = this.#flow.valuesOf(view.object);
      return this.#ofMethod(name.slice("each.".length), container, first);
    }
    if (!first) return NONE;
    const given = this.#flow.valuesOf(first);
    if (name === "Object.values") return listOf(elementsOf(given));
    if (name === "Object.entries") return listOf([{ is: "pair", of: elementsOf(given) }]);
    return name === "Array.from" ? listOf(iterated(given)) : NONE;
  }

  #ofMethod(
    method: string,
    container: readonly Value[],
    first: Node | undefined,
  ): readonly Value[] {
    const elements = elementsOf(container);
    if (ONE_OF.has(method)) return elements;
    if (method === "entries") return listOf([{ is: "pair", of: elements }]);
    if (method === "map" && first) return listOf(this.#resultsOf(first));
    return ALL_OF.has(method) ? listOf(elements) : OTHER;
  }

  #resultsOf(fn: Node): readonly Value[] {
    return this.#flow
      .valuesOf(fn)
      .flatMap((value) => (value.is === "function" ? this.#flow.calls.resultOf(value.node) : NONE));
  }

  /** `new Set([ws])`, `new Map<string, WebSocket>()`, `new Map([[id, ws]])`. */
  built(name: string, view: ViewOf<"call">): readonly Value[] {
    const keyed = name.endsWith("Map");
    const type = view.types.at(keyed ? 1 : 0);
    const declared = type ? this.#flow.annotations.valuesOf(type) : NONE;
    const given = view.args[0] ? iterated(this.#flow.valuesOf(view.args[0])) : NONE;
    return [{ is: "each", of: [...declared, ...(keyed ? elementsOf(given) : given)], keyed }];
  }

  /**
   * With what `clients.add(ws)`, `sockets.set(id, ws)`, `list.push(ws)` and `byId[id] = ws` put into a
   * container. An object that nobody is seen to fill is what it is declared to be.
   */
  filled(
    values: readonly Value[],
    uses: () => readonly Node[],
    declared: readonly Value[],
  ): readonly Value[] {
    const isOpen = ({ is }: Value): boolean => is === "each" || is === "object";
    if (!values.some(isOpen) || elementsOf(values).length > 0) return values;
    const added = uses().flatMap((use) => this.#addedBy(use));
    if (added.length === 0)
      return declared.some(({ is }) => is === "each") ? [...values, ...declared] : values;
    return values.map((value) => {
      if (value.is === "each") return { ...value, of: added };
      return value.is === "object" ? { ...value, entries: added } : value;
    });
  }

  #addedBy(use: Node): readonly Value[] {
    const member = this.#syntax.parent(use);
    const view = member && this.#syntax.look(member);
    if (!member || view?.kind !== "member" || view.object !== use) return NONE;
    const value =
      view.name === undefined
        ? this.#flow.uses.writtenTo(member)
        : ADDING.has(view.name)
          ? this.#flow.uses.callOf(member)?.args.at(-1)
          : undefined;
    return value ? this.#flow.valuesOf(value) : NONE;
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

function listOf(of: readonly Value[]): readonly Value[] {
  return [{ is: "each", of, keyed: false }];
}
