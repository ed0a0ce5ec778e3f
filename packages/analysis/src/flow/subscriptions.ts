import type { CatalogueType } from "../catalogue/catalogue.ts";
import type { Shape } from "../catalogue/library.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { NONE, OTHER, type Value } from "./value.ts";

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

/** A handler's place: who calls it, and for which event. */
export interface Subscription {
  readonly receiver: Node;
  readonly how: "on" | "listen";
  readonly event: string;
}

/** How a method of that name subscribes: as an emitter of Node.js does, or as an event target. */
export function subscribing(name: string): Subscription["how"] | undefined {
  if (EMITTER_METHODS.has(name)) return "on";
  return TARGET_METHODS.has(name) ? "listen" : undefined;
}

/** Handlers that are handed to an emitter or a target: `on`, `addEventListener`, `onclose = fn`. */
export class Subscriptions {
  readonly #flow: Flow;
  readonly #syntax: Syntax;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** Where a function is handed to an emitter or a target, whatever that is: `x.on("close", fn)`. */
  of(fn: Node): readonly Subscription[] {
    return [fn, ...this.#flow.uses.of(fn)].flatMap((use) => this.#at(use) ?? []);
  }

  #at(use: Node): Subscription | undefined {
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
    const how = subscribing(callee.name);
    const event = how && this.#flow.text(view.args[0]);
    return event === undefined || !how ? undefined : { receiver: callee.object, how, event };
  }

  /** What `x.on(event, fn)` expects of `fn`. */
  expectedBy(
    { how, type }: Extract<Value, { is: "subscribe" }>,
    view: ViewOf<"call">,
    index: number,
  ): readonly Value[] {
    const event = view.args[0] && this.#flow.text(view.args[0]);
    if (index !== 1 || event === undefined) return NONE;
    if (how === "on") {
      const params = type.on(event);
      return params ? [{ is: "handler", params, library: type.library, owner: type }] : OTHER;
    }
    const shape = type.listen(event);
    return shape === undefined ? OTHER : [this.listener(type, shape)];
  }

  /** What a target calls with one event. */
  listener(type: CatalogueType, shape: Shape): Value {
    return { is: "handler", params: [shape], library: type.library, owner: type };
  }
}
