import { constantAt, declarationAt } from "../flow/bindings.ts";
import { isCode } from "../flow/value.ts";
import type { File } from "../sites/file.ts";
import type { Node } from "../syntax.ts";

/** A longer chain of names is no program that people write. */
const DEEPEST = 8;

/** Where a received value comes from. */
export interface Origin {
  /** The declarations of every name that tells something of the same close. */
  readonly names: readonly Node[];
  /** The function whose parameters brought it; absent for a variable that awaited it. */
  readonly handler?: Node;
}

/** Tells what is received with a close, and through which names it came. */
export class Origins {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  /** Where a value comes from; nothing where the file does not show it plainly. */
  originOf(node: Node, depth = 0): Origin | undefined {
    const { syntax } = this.#file;
    const view = syntax.look(node);
    if (depth > DEEPEST) return undefined;
    if (view.kind === "member") return this.originOf(view.object, depth + 1);
    if (view.kind === "spread") return this.originOf(view.operand, depth + 1);
    if (view.kind === "either" && (view.operator === "||" || view.operator === "??"))
      return this.originOf(view.arms[0], depth + 1);
    const binding = syntax.binding(node, "value");
    if (binding?.kind === "parameter" && binding.constant) {
      const fn = syntax.look(binding.function);
      const targets = fn.kind === "function" ? fn.params.map(({ target }) => target) : [];
      const beside = targets.flatMap((target) => this.#namesOf(target));
      const names = beside.filter((name) => this.isReceived(name));
      return { names: [binding.node, ...this.#declarations(names)], handler: binding.function };
    }
    if (binding?.kind !== "variable" || !binding.constant || !binding.init || binding.each)
      return undefined;
    const declared = syntax.parent(binding.init);
    const variable = declared && syntax.look(declared);
    const names = variable?.kind === "variable" ? this.namesIn(variable.target) : [];
    const from = this.originOf(binding.init, depth + 1);
    if (from) return { ...from, names: [binding.node, ...names, ...from.names] };
    // `await once(socket, "close")`.
    return this.#isAwaited(binding.init) ? { names: [binding.node, ...names] } : undefined;
  }

  /** Whether it surely is what its names were given: no choice, and no later value. */
  isPlain(node: Node, depth = 0): boolean {
    const { syntax } = this.#file;
    const view = syntax.look(node);
    if (depth > DEEPEST) return false;
    if (view.kind === "await") return true;
    if (view.kind === "member") return this.isPlain(view.object, depth + 1);
    const binding = syntax.binding(node, "value");
    if (binding?.kind === "parameter") return binding.constant;
    if (binding?.kind !== "variable" || !binding.init || binding.each) return false;
    return binding.constant && this.isPlain(binding.init, depth + 1);
  }

  /** Whether it is a received code, or arguments with one among them. */
  isCode(node: Node): boolean {
    const { flow, syntax } = this.#file;
    const view = syntax.look(node);
    if (view.kind === "spread")
      return flow
        .valuesOf(view.operand)
        .some((value) => value.is === "tuple" && value.of.some((one) => one.some(isCode)));
    const values = flow.valuesOf(node);
    if (values.length > 0) return values.some(isCode);
    if (view.kind !== "member" || view.name === undefined) return false;
    const { name } = view;
    return this.#file.typesOf(view.object).some((type) => type.member(name) === "code");
  }

  /** Whether it is an event, or whatever else a code is received in. */
  isEvent(node: Node): boolean {
    return this.#file.flow
      .valuesOf(node)
      .some((value) => value.is === "instance" && value.type.member("code") === "code");
  }

  /** Whether it is received together with a code: the code, the reason, the event. */
  isReceived(node: Node): boolean {
    const values = this.#file.flow.valuesOf(node);
    return values.some(({ is }) => is === "role") || this.isEvent(node);
  }

  /** The declarations of the names that a declaration or a parameter gives a value to. */
  namesIn(target: Node): readonly Node[] {
    return this.#declarations(this.#namesOf(target));
  }

  /** Whether it is what a library promises: a function of the file may have looked at it. */
  #isAwaited(node: Node): boolean {
    const { syntax, flow } = this.#file;
    const view = syntax.look(node);
    if (view.kind !== "await") return false;
    const promise = constantAt(view.operand, syntax)?.init ?? view.operand;
    const made = syntax.look(promise);
    if (made.kind !== "call") return made.kind === "member";
    return !made.construct && !flow.valuesOf(made.callee).some(({ is }) => is === "function");
  }

  #namesOf(target: Node): readonly Node[] {
    const view = this.#file.syntax.look(target);
    if (view.kind === "pattern") return view.names;
    return view.kind === "identifier" ? [target] : [];
  }

  #declarations(names: readonly Node[]): readonly Node[] {
    return names.flatMap((name) => declarationAt(name, this.#file.syntax) ?? []);
  }
}
