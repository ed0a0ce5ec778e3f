import type { Node, Syntax, TypeMember, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { isKnown, NONE, type Value } from "./value.ts";

const CONTAINER_TYPES: ReadonlySet<string> = new Set([
  "Array",
  "ReadonlyArray",
  "Set",
  "ReadonlySet",
  "Map",
  "ReadonlyMap",
  "WeakMap",
  "WeakSet",
  "Iterable",
  "IterableIterator",
  "Iterator",
  "ArrayIterator",
  "Record",
]);
/** Types that stand for what their first argument is. */
const TRANSPARENT_TYPES: ReadonlySet<string> = new Set([
  "Awaited",
  "NonNullable",
  "Partial",
  "Readonly",
  "Required",
  "InstanceType",
]);

/** What a type that the file writes means. */
export class Annotations {
  readonly #flow: Flow;
  readonly #syntax: Syntax;
  readonly #known = new Map<Node, readonly Value[]>();

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** What an annotation means. */
  valuesOf(node: Node): readonly Value[] {
    return this.#flow.once(this.#known, node, () => {
      const view = this.#syntax.look(node);
      switch (view.kind) {
        case "type-reference":
          return this.#ofTypeReference(view);
        case "type-union":
        case "type-intersection":
          return view.members.flatMap((member) => this.valuesOf(member));
        case "type-array":
          return [{ is: "each", of: this.valuesOf(view.element), keyed: false }];
        case "type-tuple":
          return [{ is: "each", of: view.elements.flatMap((e) => this.valuesOf(e)), keyed: false }];
        case "type-query":
          return this.#flow.valuesOf(view.expression);
        case "type-object":
        case "interface":
          return [{ is: "typed", node }, ...this.#ofEveryKey(view.members)];
        case "type-alias":
          return this.valuesOf(view.type);
        case "class":
          return [{ is: "user-instance", node }];
        case "function-type":
          return this.#ofFunctionType(view);
        default:
          return NONE;
      }
    });
  }

  /** `{ [id: string]: WebSocket }`: a container by key. */
  #ofEveryKey(members: readonly TypeMember[]): readonly Value[] {
    return members.flatMap(({ every, type }): readonly Value[] => {
      const of = every && type ? this.valuesOf(type) : NONE;
      return isKnown(of) ? [{ is: "each", of, keyed: true }] : NONE;
    });
  }

  /** `(event: CloseEvent) => void`: what a function of that type is called with. */
  #ofFunctionType(view: ViewOf<"function-type">): readonly Value[] {
    return view.params.flatMap(({ annotation }, index): readonly Value[] => {
      const of = annotation ? this.valuesOf(annotation) : NONE;
      return isKnown(of) ? [{ is: "receives", index, of }] : NONE;
    });
  }

  #ofTypeReference(view: ViewOf<"type-reference">): readonly Value[] {
    const [first, ...rest] = view.path;
    if (first === undefined) return NONE;
    if (view.module !== undefined)
      return this.#instances(
        this.#statically(this.#flow.bindings.ofExport(view.module, first), rest),
      );
    const binding = view.identifier && this.#syntax.binding(view.identifier, "type");
    if (!binding || binding.kind === "global") {
      const name = binding?.name ?? first;
      const last = view.args.at(-1);
      if (rest.length === 0 && last) {
        if (TRANSPARENT_TYPES.has(name)) return this.#instances(this.valuesOf(last));
        if (name === "Promise" || name === "PromiseLike")
          return [{ is: "promise", of: this.valuesOf(last) }];
        if (CONTAINER_TYPES.has(name))
          return [
            {
              is: "each",
              of: this.valuesOf(last),
              keyed: name.endsWith("Map") || name === "Record",
            },
          ];
      }
      return this.#instances(this.#statically(this.#flow.bindings.ofGlobal(name), rest));
    }
    if (binding.kind === "import") {
      const exported = this.#statically(
        this.#flow.bindings.ofExport(binding.module, binding.imported),
        rest,
      );
      if (exported.length > 0) return this.#instances(exported);
      const only = view.args.length === 1 ? view.args[0] : undefined;
      // Ref<WebSocket>, MutableRefObject<WebSocket | null>: boxes of other libraries
      return only && /Ref(?:Object)?$/.test(first)
        ? [{ is: "boxed", declared: this.valuesOf(only), given: [] }]
        : NONE;
    }
    if (binding.kind === "declaration")
      return rest.length === 0 ? this.valuesOf(binding.node) : NONE;
    return NONE;
  }

  #statically(values: readonly Value[], names: readonly string[]): readonly Value[] {
    return names.reduce((at, name) => this.#flow.members.of(at, name), values);
  }

  /** A class named as a type means its instances. */
  #instances(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) =>
      value.is === "class" || value.is === "user-class"
        ? this.#flow.calls.instanceOf(value, false)
        : [value],
    );
  }
}
