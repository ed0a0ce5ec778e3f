import { viewOf } from "../places.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { NONE, type Value } from "./value.ts";

/** Whose `this` it is. */
export class Owners {
  readonly #flow: Flow;
  readonly #syntax: Syntax;
  readonly #known = new Map<Node, readonly Value[]>();

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** The class whose instance or prototype `this` is, or the object literal, around a node. */
  thisAt(node: Node): readonly Value[] {
    const passed: Node[] = [];
    let found: readonly Value[] | undefined;
    for (let at = node; !found;) {
      found = this.#known.get(at);
      if (found) break;
      passed.push(at);
      const parent = this.#syntax.parent(at);
      if (!parent) break;
      found = this.#thisBetween(at, parent);
      at = parent;
    }
    found ??= NONE;
    for (const one of passed) this.#known.set(one, found);
    return found;
  }

  /** What `this` is in a child of this parent, if the step between them decides it. */
  #thisBetween(child: Node, parent: Node): readonly Value[] | undefined {
    const view = viewOf(parent, "class", this.#syntax);
    if (view && view.extends !== child) {
      const member = view.members.find((m) => m.value === child || m.key === child);
      // A static block is no member.
      const isStatic = member?.static ?? true;
      return [{ is: isStatic ? "user-class" : "user-instance", node: parent }];
    }
    const inside = viewOf(child, "function", this.#syntax);
    if (!inside || inside.arrow) return undefined;
    if (this.#syntax.kind(parent) === "object") return [{ is: "object", node: parent }];
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
          return this.#flow
            .valuesOf(object.object)
            .map((value) =>
              value.is === "function" ? { is: "user-instance", node: value.node } : value,
            );
        if (target.name !== undefined && /^on[a-z]+$/.test(target.name))
          return this.#flow.valuesOf(target.object);
      }
    }
    return view.name === undefined ? NONE : [{ is: "user-instance", node: fn }];
  }
}
