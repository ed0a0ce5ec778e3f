import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { isKnown, NONE, type Value } from "./value.ts";

/** Functions that keep a value in a box with `current` or `value`. */
const REFS: ReadonlySet<string> = new Set(["createRef", "ref", "shallowRef", "useRef"]);
/** Functions that give a value and its setter. */
const STATES: ReadonlySet<string> = new Set(["useState"]);

/** Where view libraries keep a value from one render to the next. */
export class Boxes {
  readonly #flow: Flow;
  readonly #syntax: Syntax;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** `useRef<WebSocket | null>(null)`, `shallowRef(new WebSocket(url))`, `useState<WebSocket>()`. */
  valuesOf({ callee, types, args }: ViewOf<"call">): readonly Value[] | undefined {
    const view = this.#syntax.look(callee);
    const name = view.kind === "identifier" || view.kind === "member" ? view.name : undefined;
    const is =
      name !== undefined && (REFS.has(name) ? "boxed" : STATES.has(name) ? "state" : undefined);
    if (!is) return undefined;
    const declared = types[0] ? this.#flow.annotations.valuesOf(types[0]) : NONE;
    const given = args[0] ? this.#given(args[0]) : NONE;
    return [{ is, declared, given: isKnown(given) ? [given] : [] }];
  }

  /** With what `ref.current = ws` puts into a box. */
  filled(values: readonly Value[], uses: () => readonly Node[]): readonly Value[] {
    if (!values.some(({ is }) => is === "boxed")) return values;
    const added = uses().flatMap((use) => {
      const member = this.#syntax.parent(use);
      const view = member && this.#syntax.look(member);
      if (!member || view?.kind !== "member" || view.object !== use) return [];
      const value = isContent(view.name) ? this.#flow.uses.writtenTo(member) : undefined;
      return value && !this.#flow.isNothing(value) ? [this.#flow.valuesOf(value)] : [];
    });
    return values.map((value) =>
      value.is === "boxed" ? { ...value, given: [...value.given, ...added] } : value,
    );
  }

  /** With what `setSocket(ws)` puts into the state beside whose setter this name is declared. */
  set(values: readonly Value[], declared: Node): readonly Value[] {
    if (!values.some(({ is }) => is === "state")) return values;
    const pattern = this.#syntax.parent(declared);
    const view = pattern && this.#syntax.look(pattern);
    const setter = view?.kind === "pattern" && view.names.length === 2 ? view.names[1] : undefined;
    const binding = setter && this.#syntax.binding(setter, "value");
    if (binding?.kind !== "variable") return values;
    const added = this.#syntax.references(binding.node).flatMap((use) => {
      const call = this.#flow.uses.callOf(use);
      if (!call) return [NONE]; // handed on: who knows what it is called with
      const [value] = call.args;
      return value && !this.#flow.isNothing(value) ? [this.#given(value)] : [];
    });
    return values.map((value) =>
      value.is === "state" ? { ...value, given: [...value.given, ...added] } : value,
    );
  }

  /** A state may be given by a function that is called at once. */
  #given(node: Node): readonly Value[] {
    return this.#flow
      .valuesOf(node)
      .flatMap((value) =>
        value.is === "function" ? this.#flow.calls.resultOf(value.node) : [value],
      );
  }
}

/** The member of a ref that holds its value. */
export function isContent(name: string | undefined): boolean {
  return name === "current" || name === "value";
}
