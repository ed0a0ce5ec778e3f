import { declarationAt } from "../flow/bindings.ts";
import { functionAround, isInside, textOf } from "../places.ts";
import type { File } from "../sites/file.ts";
import type { Kind, Node, Syntax, View, ViewOf } from "../syntax.ts";
import type { Origins } from "./origins.ts";

/** Words for functions that throw where what they are given is wrong. */
const ASSERTING: ReadonlySet<string> = new Set([
  ...["assert", "check", "ensure", "equal", "expect", "guard", "invariant", "ok", "require"],
  ...["throw", "valid", "validate", "verify"],
]);
/** Words for functions that catch what the function that they are given throws. */
const CATCHING: ReadonlySet<string> = new Set([
  ...["attempt", "catch", "ignore", "quiet", "quietly", "safe", "safely", "silent", "silently"],
  ...["suppress", "swallow", "try"],
]);
/** Words for functions that never return. */
const LEAVING: ReadonlySet<string> = new Set(["abort", "exit", "fail"]);

const RETURNS: ReadonlySet<Kind> = new Set<Kind>(["return", "throw"]);
const BREAKS: ReadonlySet<Kind> = new Set<Kind>(["break"]);
const THROWS: ReadonlySet<Kind> = new Set<Kind>(["throw"]);
const CALLS: ReadonlySet<Kind> = new Set<Kind>(["call"]);
const ASKS: ReadonlySet<Kind> = new Set<Kind>(["call", "member"]);
const ASSIGNMENTS: ReadonlySet<Kind> = new Set<Kind>(["assignment"]);
const UNARY: ReadonlySet<Kind> = new Set<Kind>(["unary"]);
/** What the port does not show: a `continue` or a loop among statements, a `yield` in an expression. */
const OTHERS: ReadonlySet<Kind> = new Set<Kind>(["other"]);
const HOLDS_STATEMENTS: ReadonlySet<Kind> = new Set<Kind>([
  "block",
  "if",
  "switch",
  "case",
  "try",
  "other",
]);

/** Tells what statements and functions may do to the way of a program. */
export class Effects {
  readonly #file: File;
  readonly #syntax: Syntax;
  readonly #origins: Origins;

  constructor(file: File, origins: Origins) {
    this.#file = file;
    this.#syntax = file.syntax;
    this.#origins = origins;
  }

  /** Whether a function may throw for what it is given: `assertSendable(code)`. */
  mayThrow(callee: Node): boolean {
    const view = this.#syntax.look(callee);
    const owner = view.kind === "member" ? view.object : callee;
    return (
      this.#isNamed(callee, ASSERTING) || this.#isNamed(owner, ASSERTING) || this.#throws(callee)
    );
  }

  /** Whether a function catches what the function that it is given throws: `tryTo(() => ...)`. */
  catches(callee: Node): boolean {
    return this.#isNamed(callee, CATCHING);
  }

  /** Whether a `break` of its own may lead elsewhere. */
  breaks(statement: Node): boolean {
    return this.#holds(BREAKS, statement);
  }

  /** Whether a statement may end the program's way: `return`, `fail("lost")`, or the socket's end. */
  mayLeave(statement: Node | undefined, call: Node): boolean {
    if (!statement) return false;
    const { syntax } = this.#file;
    const around = syntax.look(call);
    const callee = around.kind === "call" ? syntax.look(around.callee) : undefined;
    const socket = callee?.kind === "member" ? textOf(callee.object, syntax) : undefined;
    return (
      this.#holds(RETURNS, statement) ||
      this.#holds(OTHERS, statement, (node) => this.#isStatement(node)) ||
      this.#hasCall(statement, (view) => {
        const called = syntax.look(view.callee);
        const isEnd = called.kind === "member" && textOf(called.object, syntax) === socket;
        return isEnd || this.#isNamed(view.callee, LEAVING) || this.#throws(view.callee);
      })
    );
  }

  /** Whether a condition leads to an assignment, or to a call with a variable of the function's own. */
  changes(condition: Node, call: Node, names: ReadonlySet<Node>): boolean {
    const { syntax } = this.#file;
    const assigns = this.#holds(ASSIGNMENTS, condition, (_, view) => {
      const declared = view.kind === "assignment" && declarationAt(view.target, syntax);
      return !declared || !names.has(declared);
    });
    const counts = this.#holds(UNARY, condition, (_, view) => {
      return view.kind === "unary" && /^(?:\+\+|--)$/.test(view.operator);
    });
    if (assigns || counts || this.#holds(OTHERS, condition, (node) => !this.#isStatement(node)))
      return true;
    return this.#hasCall(condition, ({ callee, args }) => {
      const view = syntax.look(callee);
      return [...(view.kind === "member" ? [view.object] : []), ...args].some((node) => {
        const binding = syntax.binding(node, "value");
        if (binding?.kind !== "variable" || this.#origins.isReceived(node)) return false;
        const fn = functionAround(binding.node, this.#syntax);
        return fn !== undefined && isInside(call, fn, this.#syntax);
      });
    });
  }

  /** Whether a condition asks for a member, or asks its owner: `this.code`, `this.isLost()`, `isLost(state)`. */
  asks(condition: Node, member: Node, owner: Node): boolean {
    const isText = (a: Node, b: Node): boolean =>
      textOf(a, this.#syntax) === textOf(b, this.#syntax);
    return this.#holds(ASKS, condition, (node, view) => {
      if (view.kind !== "call") return isText(node, member);
      const callee = this.#syntax.look(view.callee);
      const asked = callee.kind === "member" ? [callee.object, ...view.args] : view.args;
      return asked.some((one) => isText(one, owner));
    });
  }

  #throws(callee: Node): boolean {
    return this.#file.flow
      .valuesOf(callee)
      .some((value) => value.is === "function" && this.#holds(THROWS, value.node));
  }

  #hasCall(within: Node, test: (view: ViewOf<"call">) => boolean): boolean {
    return this.#holds(CALLS, within, (_, view) => view.kind === "call" && test(view));
  }

  /** Whether a function has one of some words in its name: `assertSendable`, `try_close`. */
  #isNamed(callee: Node, words: ReadonlySet<string>): boolean {
    const name = this.#file.nameOf(callee) ?? "";
    return name.split(/(?=[A-Z])|[_$]/).some((word) => words.has(word.toLowerCase()));
  }

  #holds(
    kinds: ReadonlySet<Kind>,
    within: Node,
    test: (node: Node, view: View) => boolean = () => true,
  ): boolean {
    let found = false;
    this.#syntax.walk((node, view) => (found ||= test(node, view)), kinds, within);
    return found;
  }

  #isStatement(node: Node): boolean {
    const parent = this.#syntax.parent(node);
    return parent !== undefined && HOLDS_STATEMENTS.has(this.#syntax.kind(parent));
  }
}
