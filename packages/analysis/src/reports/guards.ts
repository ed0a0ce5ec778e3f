import { constantAt, declarationAt } from "../flow/bindings.ts";
import { isCode } from "../flow/value.ts";
import { functionAround, isInside, textOf } from "../places.ts";
import type { File } from "../sites/file.ts";
import type { Kind, Node, Syntax, View, ViewOf } from "../syntax.ts";
import { Supposition, type Received } from "./supposition.ts";

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

/** Where a code that is passed on is looked for. */
interface Passage {
  readonly received: Node;
  readonly call: Node;
  readonly handler: Node | undefined;
  readonly supposition: Supposition;
  /** The declarations of all names that tell something of the same close. */
  readonly names: Set<Node>;
}

/**
 * Asks whether a program looks at what it received before it passes it on. Whatever may keep a code
 * from the call counts: a comparison that holds it back, a validator, an early exit, a `catch` that
 * does something.
 */
export class Guards {
  readonly #file: File;
  readonly #syntax: Syntax;

  constructor(file: File) {
    this.#file = file;
    this.#syntax = file.syntax;
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
   * Whether a code that a name may stand for reaches a call: `const code = clean ? 1000 : 1006;
   * if (code !== 1006) socket.close(code)`.
   */
  mayReach(code: number, name: Node, call: Node): boolean {
    const declared = declarationAt(name, this.#syntax);
    if (!declared) return true;
    return !this.#isLookedAt(code, { names: [declared] }, name, call, {
      isCode: (node) => declarationAt(node, this.#syntax) === declared,
      isEvent: () => false,
    });
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
    if (!origin || this.#isLookedAt(passing.code, origin, received, call)) return false;
    if (passing.catches && this.#isCaught(call, origin.handler)) return false;
    const { handler } = origin;
    const { expectations, uses } = this.#file.flow;
    // What is done in a function of the handler's, is done where that is called.
    const inner = functionAround(call, this.#syntax);
    if (inner && inner !== handler && !passed.has(inner)) {
      const places = uses.of(inner);
      const beyond = new Set([...passed, inner]);
      if (places.length > 0)
        return places.some((use) => this.#isUnseen(passing, received, use, beyond));
      if (!this.#isArgument(inner)) return false;
    }
    if (!handler || expectations.handlersAt(handler).length > 0) return true;
    const calls = uses.callsOf(handler);
    // Whom it is handed to may look.
    if (calls.length < uses.of(handler).length || !this.#isOwnDeclaration(handler)) return false;
    const beyond = new Set([...passed, handler]);
    const callers = calls.filter(
      (caller) => ![...beyond].some((fn) => isInside(caller, fn, this.#syntax)),
    );
    return callers.length === 0 || callers.some((caller) => this.#handsOn(passing, caller, beyond));
  }

  #isArgument(fn: Node): boolean {
    const parent = this.#syntax.parent(fn);
    return parent !== undefined && this.#syntax.look(parent).kind === "call";
  }

  /** Whether a function has a name of the file's, or is a method that no other class calls. */
  #isOwnDeclaration(fn: Node): boolean {
    const parent = this.#syntax.parent(fn);
    const owner = parent && this.#syntax.look(parent);
    return owner?.kind === "class" ? !owner.extends : this.#file.flow.uses.nameOf(fn) !== undefined;
  }

  /** Whether a call of a function of the file hands a received code on to it, or the event. */
  #handsOn(passing: Passing, caller: Node, passed: ReadonlySet<Node>): boolean {
    return this.#receivedBy(caller).some((node) => this.#isUnseen(passing, node, caller, passed));
  }

  /** The received codes, and the events with one, among the arguments of a call. */
  #receivedBy(caller: Node): readonly Node[] {
    const view = this.#syntax.look(caller);
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
    return this.#isAwaited(binding.init) ? { names: [binding.node, ...names] } : undefined;
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

  /** Whether it surely is what its names were given: no choice, and no later value. */
  #isPlain(node: Node, depth: number): boolean {
    const { syntax } = this.#file;
    const view = syntax.look(node);
    if (depth > DEEPEST) return false;
    if (view.kind === "await") return true;
    if (view.kind === "member") return this.#isPlain(view.object, depth + 1);
    const binding = syntax.binding(node, "value");
    if (binding?.kind === "parameter") return binding.constant;
    if (binding?.kind !== "variable" || !binding.init || binding.each) return false;
    return binding.constant && this.#isPlain(binding.init, depth + 1);
  }

  #namesOf(target: Node): readonly Node[] {
    const view = this.#syntax.look(target);
    if (view.kind === "pattern") return view.names;
    return view.kind === "identifier" ? [target] : [];
  }

  #declarations(names: readonly Node[]): readonly Node[] {
    return names.flatMap((name) => declarationAt(name, this.#syntax) ?? []);
  }

  // ---- who looks at it

  #isLookedAt(
    code: number,
    { names, handler }: Origin,
    received: Node,
    call: Node,
    known: Pick<Received, "isCode" | "isEvent"> = {
      isCode: (node) => this.#isPlain(node, 0) && this.#isCode(node),
      isEvent: (node) => this.#isPlain(node, 0) && this.#isEvent(node),
    },
  ): boolean {
    const { syntax } = this.#file;
    const all = new Set(names);
    const about = new Set<Node>();
    const isAbout = (node: Node): boolean => about.has(node);
    const supposition = new Supposition(this.#file, { ...known, isAbout }, code);
    // What is made of a received value is looked at in its place: once more, when all of it is known.
    for (let before = -1; before !== all.size;) {
      before = all.size;
      for (const name of all)
        for (const use of syntax.references(name))
          for (let at: Node | undefined = use; at && !about.has(at); at = syntax.parent(at))
            about.add(at);
      for (const name of all)
        for (const use of syntax.references(name))
          if (this.#isLook(use, { received, call, handler, supposition, names: all })) return true;
    }
    return false;
  }

  /** Whether a use of a name guards a call; adds the names that it gives its value to. */
  #isLook(use: Node, passage: Passage): boolean {
    const { syntax } = this.#file;
    const { call, handler, names } = passage;
    let child = use;
    for (let at = syntax.parent(use); at; child = at, at = syntax.parent(at)) {
      const view = syntax.look(at);
      switch (view.kind) {
        case "unary":
          if (view.operator === "typeof" && this.#isCode(child)) return false;
          break;
        case "call":
          if (at === call) {
            // What is made of the code may be the socket.
            if (view.callee === child) return true;
            break;
          }
          if (this.#isDecidedBy(at, view, use, call)) return true;
          this.#addReceiver(view, names);
          break;
        case "either":
          if (this.#isHeldBack(view, use, passage)) return true;
          break;
        case "if":
          return this.#bars(at, view, use, passage);
        case "switch":
          return view.subject === child && this.#diverts(at, view, use, passage);
        case "case":
          return this.#precedes(syntax.parent(at) as Node, use, passage);
        case "variable":
          if (view.init === child) this.#addNames(view.target, names);
          return false;
        case "assignment":
          // `event.code = 1000`; what is made of it may change as it likes.
          if (view.target === child) return child !== use;
          // `socket.abnormal = code === 1006`
          if (syntax.look(view.target).kind === "member" && !this.#isReceived(child)) return true;
          this.#addNames(view.target, names);
          break;
        case "function":
          if (at === handler || view.body !== child) return false;
          break;
        case "return": {
          const fn = functionAround(at, this.#syntax);
          if (!fn || fn === handler || isInside(call, fn, this.#syntax)) return false;
          const name = this.#file.flow.uses.nameOf(fn);
          if (name) names.add(name);
          at = fn;
          break;
        }
        case "expression":
        case "throw":
        case "block":
        case "class":
          return false;
        case "other":
          // A loop, or what the analysis does not know.
          if (isInside(call, at, this.#syntax)) return true;
          break;
        default:
      }
    }
    return false;
  }

  #addNames(target: Node, names: Set<Node>): void {
    for (const name of this.#declarations(this.#namesOf(target))) names.add(name);
  }

  /** `seen.push(code)`: what a variable is told, it may be asked for. */
  #addReceiver({ callee }: ViewOf<"call">, names: Set<Node>): void {
    const view = this.#syntax.look(callee);
    const binding = view.kind === "member" && this.#syntax.binding(view.object, "value");
    if (binding && binding.kind === "variable" && functionAround(binding.node, this.#syntax))
      names.add(binding.node);
  }

  /** Whether a call that is given a value may throw for it, or calls the function that does the other. */
  #isDecidedBy(at: Node, { callee }: ViewOf<"call">, use: Node, call: Node): boolean {
    if (isInside(call, at, this.#syntax)) return !isInside(use, call, this.#syntax);
    return this.#isBefore(use, call) && this.#mayThrow(callee);
  }

  #mayThrow(callee: Node): boolean {
    const view = this.#syntax.look(callee);
    const owner = view.kind === "member" ? view.object : callee;
    return (
      this.#isNamed(callee, ASSERTING) || this.#isNamed(owner, ASSERTING) || this.#throws(callee)
    );
  }

  #throws(callee: Node): boolean {
    return this.#file.flow
      .valuesOf(callee)
      .some((value) => value.is === "function" && this.#holds(THROWS, value.node));
  }

  /** Whether a condition in an expression keeps a code from a call, or may do something else. */
  #isHeldBack(view: ViewOf<"either">, use: Node, passage: Passage): boolean {
    const { operator, test, arms } = view;
    const { received, call, supposition } = passage;
    const governed = test ? arms : [arms[1]];
    const arm = governed.find(
      (one) => isInside(received, one, this.#syntax) || isInside(call, one, this.#syntax),
    );
    if (!arm)
      return (
        this.#isBefore(use, call) &&
        governed.some((one) => this.#mayLeave(one, call) || this.#changes(one, passage))
      );
    const outcomes = supposition.outcomesOf(test ?? arms[0]);
    return !outcomes?.has(test ? arm === arms[0] : operator === "&&");
  }

  /** Whether an `if` keeps the program from a call. */
  #bars(at: Node, view: ViewOf<"if">, use: Node, passage: Passage): boolean {
    const { call, supposition } = passage;
    const outcomes = supposition.outcomesOf(view.test);
    // Where a `break` leads, nobody asks.
    if (!outcomes || this.#holds(BREAKS, at)) return this.#precedes(at, use, passage);
    if (isInside(call, view.then, this.#syntax)) return !outcomes.has(true);
    if (view.else && isInside(call, view.else, this.#syntax)) return !outcomes.has(false);
    if (!this.#isBefore(use, call)) return false;
    if (this.#changes(at, passage)) return true;
    return [...outcomes].some((outcome) => this.#mayLeave(outcome ? view.then : view.else, call));
  }

  /** Whether a `switch` keeps the program from a call. */
  #diverts(at: Node, view: ViewOf<"switch">, use: Node, passage: Passage): boolean {
    const { call, supposition } = passage;
    const first = supposition.clauseOf(view);
    if (first === undefined) return this.#precedes(at, use, passage);
    const clauses = view.cases.map(({ node }) => node);
    const around = clauses.findIndex((clause) => isInside(call, clause, this.#syntax));
    if (around < 0) {
      if (!this.#isBefore(use, call)) return false;
      if (this.#changes(at, passage)) return true;
    }
    if (first < 0 || (around >= 0 && around < first)) return around >= 0;
    const passed = clauses.slice(first, around < 0 ? undefined : around);
    const last = passed.findIndex(
      (clause) => this.#holds(BREAKS, clause) || this.#mayLeave(clause, call),
    );
    if (around >= 0) return last >= 0;
    return passed.slice(0, last + 1).some((clause) => this.#mayLeave(clause, call));
  }

  /** A condition around a call, or one before it that may leave, or change what is asked behind it. */
  #precedes(condition: Node, use: Node, passage: Passage): boolean {
    const { call } = passage;
    if (isInside(call, condition, this.#syntax)) return true;
    if (!this.#isBefore(use, call)) return false;
    const isSwitch = this.#syntax.look(condition).kind === "switch";
    return (
      (!isSwitch && this.#holds(BREAKS, condition)) ||
      this.#mayLeave(condition, call) ||
      this.#changes(condition, passage)
    );
  }

  /** Whether a statement may end the program's way: `return`, `fail("lost")`, or the socket's end. */
  #mayLeave(statement: Node | undefined, call: Node): boolean {
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
  #changes(condition: Node, { call, names }: Passage): boolean {
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
        if (binding?.kind !== "variable" || this.#isReceived(node)) return false;
        const fn = functionAround(binding.node, this.#syntax);
        return fn !== undefined && isInside(call, fn, this.#syntax);
      });
    });
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
    return parent !== undefined && HOLDS_STATEMENTS.has(this.#syntax.look(parent).kind);
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
      // `stop(code).catch(log)`
      if (view.kind === "member" && view.object === child && view.name === "catch") return true;
      if (view.kind === "call" && syntax.look(child).kind === "function")
        if (this.#isNamed(view.callee, CATCHING)) return true;
    }
    return false;
  }

  #doesSomething(handler: Node | undefined): boolean {
    const view: View | undefined = handler && this.#syntax.look(handler);
    return view?.kind === "block" && view.statements.length > 0;
  }

  // ---- places

  #isBefore(a: Node, b: Node): boolean {
    return this.#syntax.range(a).start < this.#syntax.range(b).start;
  }
}
