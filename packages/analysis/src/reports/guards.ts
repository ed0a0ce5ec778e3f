import { declarationAt } from "../flow/bindings.ts";
import { isCode } from "../flow/value.ts";
import type { File } from "../sites/file.ts";
import type { Kind, Node, View, ViewOf } from "../syntax.ts";
import { Supposition } from "./supposition.ts";

/** Words for functions that throw where what they are given is wrong. */
const ASSERTING: ReadonlySet<string> = new Set([
  ...["assert", "check", "ensure", "expect", "guard", "invariant", "valid", "validate", "verify"],
]);
/** Words for functions that catch what the function that they are given throws. */
const CATCHING: ReadonlySet<string> = new Set([
  ...["attempt", "catch", "ignore", "quiet", "quietly", "safe", "safely", "silent", "silently"],
  ...["suppress", "swallow", "try"],
]);
/** Words for functions that never return. */
const LEAVING: ReadonlySet<string> = new Set(["abort", "exit", "fail"]);

const RETURNS: ReadonlySet<Kind> = new Set<Kind>(["return", "throw"]);
const THROWS: ReadonlySet<Kind> = new Set<Kind>(["throw"]);
const CALLS: ReadonlySet<Kind> = new Set<Kind>(["call"]);
const EXITS: ReadonlySet<Kind> = new Set<Kind>([...RETURNS, "break"]);
/** With what the port does not show, which may be a `continue`. */
const EXITS_OF_SWITCHES: ReadonlySet<Kind> = new Set<Kind>([...RETURNS, "other"]);
const EXITS_OF_CLAUSES: ReadonlySet<Kind> = new Set<Kind>([...EXITS, "other"]);

/** A longer chain of names and callers is no program that people write. */
const DEEPEST = 8;

/** Where a received value comes from. */
interface Origin {
  /** The declarations of every name that tells something of the same close. */
  readonly names: readonly Node[];
  /** The function whose parameters brought it; absent for a variable that awaited it. */
  readonly handler?: Node;
}

/** A code that is passed on. */
interface Passing {
  readonly code: number;
  /** Whether a `catch` keeps it from doing harm. */
  readonly catches: boolean;
}

/**
 * Asks whether a program looks at what it received before it passes it on. Whatever may keep a code
 * from the call counts: a comparison that holds it back, a validator, an early exit, a `catch` that
 * does something.
 */
export class Guards {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  /**
   * Those of some codes that reach a call as they came, where an expression is a received code.
   *
   * @param catches whether a `catch` around the call is a guard: whether the API throws
   */
  letThrough(
    codes: readonly number[],
    received: Node,
    call: Node,
    catches: boolean,
  ): readonly number[] {
    if (!this.#isCode(received)) return [];
    return codes.filter((code) => this.#isUnseen({ code, catches }, received, call));
  }

  /**
   * Where the functions stand that a library calls with what this expression holds: the one around it,
   * or those whose calls hand it on.
   */
  handlersAt(code: Node, passed: ReadonlySet<Node> = new Set()): readonly Node[] {
    const handler = this.#originOf(code, 0)?.handler;
    if (!handler || passed.has(handler)) return [];
    const { expectations, uses } = this.#file.flow;
    const own = expectations.handlersAt(handler);
    if (own.length > 0) return own;
    const beyond = new Set([...passed, handler]);
    return uses
      .callsOf(handler)
      .flatMap((caller) => this.#receivedBy(caller))
      .flatMap((received) => this.handlersAt(received, beyond));
  }

  /** @param passed - the functions that the way has led through, each only once */
  #isUnseen(
    passing: Passing,
    received: Node,
    call: Node,
    passed: ReadonlySet<Node> = new Set(),
  ): boolean {
    const origin = this.#originOf(received, 0);
    if (!origin || this.#isLookedAt(passing, origin, received, call)) return false;
    if (passing.catches && this.#isCaught(call, origin.handler)) return false;
    const { handler } = origin;
    const { expectations, uses } = this.#file.flow;
    // What is done in a function of the handler's, is done where that is called.
    const inner = this.#functionAround(call);
    const calls = inner && inner !== handler && !passed.has(inner) ? uses.of(inner) : [];
    if (inner && calls.length > 0) {
      const beyond = new Set([...passed, inner]);
      return calls.some((use) => this.#isUnseen(passing, received, use, beyond));
    }
    if (!handler || expectations.handlersAt(handler).length > 0) return true;
    const beyond = new Set([...passed, handler]);
    const callers = uses
      .callsOf(handler)
      .filter((caller) => ![...beyond].some((fn) => this.#isInside(caller, fn)));
    return callers.length === 0 || callers.some((caller) => this.#handsOn(passing, caller, beyond));
  }

  /** Whether a call of a function of the file hands a received code on to it, or the event. */
  #handsOn(passing: Passing, caller: Node, passed: ReadonlySet<Node>): boolean {
    return this.#receivedBy(caller).some((node) => this.#isUnseen(passing, node, caller, passed));
  }

  /** The received codes, and the events with one, among the arguments of a call. */
  #receivedBy(caller: Node): readonly Node[] {
    const view = this.#file.syntax.look(caller);
    if (view.kind !== "call") return [];
    return view.args
      .flatMap((arg) => this.#file.constants.armsOf(arg))
      .flatMap(({ node }) => (this.#isCode(node) || this.#isEvent(node) ? node : []));
  }

  #isCode(node: Node): boolean {
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

  #isEvent(node: Node): boolean {
    return this.#file.flow
      .valuesOf(node)
      .some((value) => value.is === "instance" && value.type.member("code") === "code");
  }

  /** Whether it is received together with a code: the code, the reason, the event. */
  #isReceived(node: Node): boolean {
    const values = this.#file.flow.valuesOf(node);
    return values.some(({ is }) => is === "role") || this.#isEvent(node);
  }

  // ---- where it comes from

  /** Nothing where the file does not show it plainly, and then it may have been looked at. */
  #originOf(node: Node, depth: number): Origin | undefined {
    const { syntax } = this.#file;
    const view = syntax.look(node);
    if (depth > DEEPEST) return undefined;
    if (view.kind === "member") return this.#originOf(view.object, depth + 1);
    if (view.kind === "spread") return this.#originOf(view.operand, depth + 1);
    if (view.kind === "either" && (view.operator === "||" || view.operator === "??"))
      return this.#originOf(view.arms[0], depth + 1);
    const binding = syntax.binding(node, "value");
    if (binding?.kind === "parameter" && binding.constant) {
      const fn = syntax.look(binding.function);
      const targets = fn.kind === "function" ? fn.params.map(({ target }) => target) : [];
      const beside = targets.flatMap((target) => this.#namesOf(target));
      const names = beside.filter((name) => this.#isReceived(name));
      return { names: [binding.node, ...this.#declarations(names)], handler: binding.function };
    }
    if (binding?.kind !== "variable" || !binding.constant || !binding.init || binding.each)
      return undefined;
    const declared = syntax.parent(binding.init);
    const variable = declared && syntax.look(declared);
    const names =
      variable?.kind === "variable" ? this.#declarations(this.#namesOf(variable.target)) : [];
    const from = this.#originOf(binding.init, depth + 1);
    if (from) return { ...from, names: [binding.node, ...names, ...from.names] };
    // `await once(socket, "close")`.
    const isAwaited = syntax.look(binding.init).kind === "await";
    return isAwaited ? { names: [binding.node, ...names] } : undefined;
  }

  #namesOf(target: Node): readonly Node[] {
    const view = this.#file.syntax.look(target);
    if (view.kind === "pattern") return view.names;
    return view.kind === "identifier" ? [target] : [];
  }

  #declarations(names: readonly Node[]): readonly Node[] {
    return names.flatMap((name) => declarationAt(name, this.#file.syntax) ?? []);
  }

  // ---- who looks at it

  #isLookedAt({ code }: Passing, { names, handler }: Origin, received: Node, call: Node): boolean {
    const { syntax } = this.#file;
    const all = new Set(names);
    const about = new Set<Node>();
    const supposition = new Supposition(
      this.#file,
      {
        isAbout: (node) => about.has(node),
        isCode: (node) => this.#isCode(node),
        isEvent: (node) => this.#isEvent(node),
      },
      code,
    );
    // What is made of a received value is looked at in its place: once more, when all of it is known.
    for (let known = -1; known !== all.size;) {
      known = all.size;
      for (const name of all)
        for (const use of syntax.references(name))
          for (let at: Node | undefined = use; at && !about.has(at); at = syntax.parent(at))
            about.add(at);
      for (const name of all)
        for (const use of syntax.references(name)) {
          const found = this.#lookAt(use, received, call, handler, supposition);
          if (found === true) return true;
          for (const derived of found || []) all.add(derived);
        }
    }
    return false;
  }

  /** Whether a use of a name guards a call, or the names that it gives its value to. */
  #lookAt(
    use: Node,
    received: Node,
    call: Node,
    handler: Node | undefined,
    supposition: Supposition,
  ): boolean | readonly Node[] {
    const { syntax } = this.#file;
    let asserting = false;
    let child = use;
    for (let at = syntax.parent(use); at; child = at, at = syntax.parent(at)) {
      const view = syntax.look(at);
      switch (view.kind) {
        case "unary":
          if (view.operator === "typeof") return false;
          break;
        case "call":
          asserting ||= this.#isNamed(view.callee, ASSERTING);
          break;
        case "either":
          if (this.#isHeldBack(received, view, supposition)) return true;
          break;
        case "if":
          return this.#bars(at, view, use, call, supposition);
        case "switch":
          return view.subject === child && this.#diverts(at, view, use, call, supposition);
        case "case":
          return this.#isInside(call, syntax.parent(at) as Node);
        case "variable":
          return view.init === child && this.#declarations(this.#namesOf(view.target));
        case "assignment":
          // `event.code = 1000`; what is made of it may change as it likes.
          if (view.target === child) return child !== use;
          if (syntax.look(view.target).kind === "identifier")
            return this.#declarations([view.target]);
          break;
        case "expression":
          return asserting && this.#isBefore(use, call);
        case "function":
          if (at === handler || view.body !== child) return false;
          break;
        case "return": {
          const fn = this.#functionAround(at);
          if (!fn || fn === handler || this.#isInside(call, fn)) return false;
          at = fn;
          break;
        }
        case "throw":
        case "block":
        case "class":
          return false;
        case "other":
          // A loop, or what the analysis does not know.
          if (this.#isInside(call, at)) return true;
          break;
        default:
      }
    }
    return false;
  }

  /** Whether a received code stands in an arm that is not taken. */
  #isHeldBack(received: Node, view: ViewOf<"either">, supposition: Supposition): boolean {
    const { operator, test, arms } = view;
    const arm = (test ? arms : [arms[1]]).find((one) => this.#isInside(received, one));
    if (!arm) return false;
    const outcomes = supposition.outcomesOf(test ?? arms[0]);
    return !outcomes?.has(test ? arm === arms[0] : operator === "&&");
  }

  /** Whether an `if` keeps the program from a call. */
  #bars(at: Node, view: ViewOf<"if">, use: Node, call: Node, supposition: Supposition): boolean {
    const outcomes = supposition.outcomesOf(view.test);
    if (!outcomes) return this.#precedes(at, use, call);
    if (this.#isInside(call, view.then)) return !outcomes.has(true);
    if (view.else && this.#isInside(call, view.else)) return !outcomes.has(false);
    if (!this.#isBefore(use, call)) return false;
    return [...outcomes].every((outcome) => this.#mayLeave(outcome ? view.then : view.else));
  }

  /** Whether a `switch` keeps the program from a call. */
  #diverts(
    at: Node,
    view: ViewOf<"switch">,
    use: Node,
    call: Node,
    supposition: Supposition,
  ): boolean {
    const first = supposition.clauseOf(view);
    if (first === undefined) return this.#precedes(at, use, call);
    const clauses = view.cases.map(({ node }) => node);
    const around = clauses.findIndex((clause) => this.#isInside(call, clause));
    if (first < 0 || (around >= 0 && around < first)) return around >= 0;
    const passed = clauses.slice(first, around < 0 ? undefined : around);
    const last = passed.findIndex((clause) => this.#holds(EXITS_OF_CLAUSES, clause));
    if (around >= 0) return last >= 0;
    return (
      this.#isBefore(use, call) &&
      passed.slice(0, last + 1).some((clause) => this.#holds(EXITS_OF_SWITCHES, clause))
    );
  }

  /** A condition around a call, or one before it that may leave. */
  #precedes(condition: Node, use: Node, call: Node): boolean {
    if (this.#isInside(call, condition)) return true;
    return this.#isBefore(use, call) && this.#mayLeave(condition);
  }

  /** Whether a statement may lead elsewhere than to the one behind it. */
  #mayLeave(statement: Node | undefined): boolean {
    if (!statement) return false;
    const isSwitch = this.#file.syntax.look(statement).kind === "switch";
    return (
      this.#holds(isSwitch ? RETURNS : EXITS, statement) ||
      this.#leadsElsewhere(statement) ||
      this.#callsWhatLeaves(statement)
    );
  }

  /** `process.exit(1)`, `fail("lost")`, and functions of the file that throw. */
  #callsWhatLeaves(within: Node): boolean {
    let found = false;
    this.#file.syntax.walk(
      (_, view) => {
        if (found || view.kind !== "call") return;
        const called = this.#file.flow.valuesOf(view.callee);
        found =
          this.#isNamed(view.callee, LEAVING) ||
          called.some((value) => value.is === "function" && this.#holds(THROWS, value.node));
      },
      CALLS,
      within,
    );
    return found;
  }

  /** Whether a function has one of some words in its name: `assertSendable`, `try_close`. */
  #isNamed(callee: Node, words: ReadonlySet<string>): boolean {
    const name = this.#file.nameOf(callee) ?? "";
    return name.split(/(?=[A-Z])|[_$]/).some((word) => words.has(word.toLowerCase()));
  }

  #holds(kinds: ReadonlySet<Kind>, within: Node): boolean {
    let found = false;
    this.#file.syntax.walk(() => (found = true), kinds, within);
    return found;
  }

  /** `continue`, which the port does not show. */
  #leadsElsewhere(statement: Node): boolean {
    const { syntax } = this.#file;
    const view = syntax.look(statement);
    if (view.kind === "if")
      return [view.then, view.else].some((branch) => branch && this.#leadsElsewhere(branch));
    const statements = view.kind === "block" ? view.statements : [statement];
    return statements.some((one) => syntax.look(one).kind === "other");
  }

  // ---- who catches

  #isCaught(call: Node, handler: Node | undefined): boolean {
    const { syntax } = this.#file;
    let child = call;
    for (
      let at = syntax.parent(call);
      at && child !== handler;
      child = at, at = syntax.parent(at)
    ) {
      const view = syntax.look(at);
      if (view.kind === "try" && view.block === child && this.#doesSomething(view.handler))
        return true;
      if (view.kind === "call" && syntax.look(child).kind === "function")
        if (this.#isNamed(view.callee, CATCHING)) return true;
    }
    return false;
  }

  #doesSomething(handler: Node | undefined): boolean {
    const view: View | undefined = handler && this.#file.syntax.look(handler);
    return view?.kind === "block" && view.statements.length > 0;
  }

  // ---- places

  #isBefore(a: Node, b: Node): boolean {
    return this.#file.syntax.range(a).start < this.#file.syntax.range(b).start;
  }

  #isInside(node: Node, outer: Node): boolean {
    for (let at: Node | undefined = node; at; at = this.#file.syntax.parent(at))
      if (at === outer) return true;
    return false;
  }

  #functionAround(node: Node): Node | undefined {
    let at: Node | undefined = node;
    while (at && this.#file.syntax.look(at).kind !== "function") at = this.#file.syntax.parent(at);
    return at;
  }
}
