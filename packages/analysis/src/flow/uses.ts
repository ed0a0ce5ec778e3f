import { viewOf } from "../places.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";
import { declarationAt } from "./bindings.ts";
import type { Flow } from "./flow.ts";

/** Functions that hand back what they are given, called another way. */
const WRAPPERS: ReadonlySet<string> = new Set([
  "useCallback",
  "useEvent",
  "useEffectEvent",
  "useMemoizedFn",
  "debounce",
  "throttle",
]);

/** Where the file uses what it declares: a function by its name, a method as a member. */
export class Uses {
  readonly #flow: Flow;
  readonly #syntax: Syntax;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** Where a function is named: references of its binding, `this.handler` for a method. */
  of(fn: Node): readonly Node[] {
    const declared = this.nameOf(fn);
    const uses = declared ? this.#syntax.references(declared) : this.#methodUses(fn);
    return uses.map((use) => this.#bound(use));
  }

  /** The calls of a function of the file, by its name or as a member of its class or object. */
  callsOf(fn: Node): readonly Node[] {
    return this.of(fn).flatMap((use) => (this.callOf(use) ? (this.#syntax.parent(use) ?? []) : []));
  }

  /** The call whose callee this is, `.call` and `.bind` left aside. */
  callOf(node: Node): ViewOf<"call"> | undefined {
    const view = viewOf(this.#syntax.parent(node), "call", this.#syntax);
    return view?.callee === node ? view : undefined;
  }

  /** What `x` gets in `x = value`; also through `[x] = value` it stays unknown. */
  writtenTo(target: Node): Node | undefined {
    const view = viewOf(this.#syntax.parent(target), "assignment", this.#syntax);
    return view?.target === target ? view.value : undefined;
  }

  /** `f.bind(this)` stands where `f` would. */
  #bound(use: Node): Node {
    const parent = this.#syntax.parent(use);
    if (!parent) return use;
    const view = this.#syntax.look(parent);
    if (view.kind === "member" && view.object === use && view.name === "bind") {
      const call = this.#syntax.parent(parent);
      if (call && this.callOf(parent)) return call;
    }
    if (view.kind === "call" && view.args[0] === use && this.isWrapper(view.callee)) return parent;
    return use;
  }

  /** The declaration that names a function: its own, or the variable that it initialises. */
  nameOf(fn: Node): Node | undefined {
    let at = fn;
    for (;;) {
      const parent = this.#syntax.parent(at);
      if (!parent) return fn;
      const view = this.#syntax.look(parent);
      if (view.kind === "variable" && view.init === at)
        return declarationAt(view.target, this.#syntax);
      // useCallback(fn), debounce(fn): named after what wraps them
      if (view.kind === "call" && view.args[0] === at && this.isWrapper(view.callee)) {
        at = parent;
        continue;
      }
      if (view.kind === "class" || view.kind === "object" || view.kind === "call") return undefined;
      if (view.kind === "assignment") return declarationAt(view.target, this.#syntax);
      return this.#syntax.kind(fn) === "function" ? fn : undefined;
    }
  }

  /** A method's uses as a member; a constructor's as its class. */
  #methodUses(fn: Node): readonly Node[] {
    const owner = this.#syntax.parent(fn);
    if (!owner) return [];
    const view = this.#syntax.look(owner);
    if (
      view.kind === "class" &&
      view.members.some((m) => m.kind === "constructor" && m.value === fn)
    )
      return this.#syntax.references(owner);
    const name = this.memberName(owner, fn);
    return name === undefined ? [] : this.ofMember(owner, name);
  }

  /** The expressions of the file that name a member of this class or object. */
  ofMember(owner: Node, name: string): readonly Node[] {
    return this.#flow.members.index.named(name).filter((use) => {
      const view = this.#syntax.look(use);
      return view.kind === "member" && this.isAbout(view.object, owner);
    });
  }

  /** Whether an expression may be this class, its instance, or this object. */
  isAbout(object: Node, owner: Node): boolean {
    return this.#flow.valuesOf(object).some((value) => "node" in value && value.node === owner);
  }

  /** The name under which a class or an object has a function. */
  memberName(owner: Node, fn: Node): string | undefined {
    const view = this.#syntax.look(owner);
    if (view.kind === "class") return view.members.find(({ value }) => value === fn)?.name;
    if (view.kind === "object") return view.properties.find(({ value }) => value === fn)?.name;
    return undefined;
  }

  /** Whether it hands its first argument back: `useCallback`, `debounce`. */
  isWrapper(callee: Node): boolean {
    const view = this.#syntax.look(callee);
    const name = view.kind === "identifier" || view.kind === "member" ? view.name : undefined;
    return name !== undefined && WRAPPERS.has(name);
  }
}
