import { declarationAt } from "../flow/bindings.ts";
import { functionAround, isInside, textOf } from "../places.ts";
import type { File } from "../sites/file.ts";
import type { Kind, Node, Syntax, View, ViewOf } from "../syntax.ts";
import { Effects } from "./effects.ts";
import { Origins, type Origin } from "./origins.ts";
import { Supposition, type Received } from "./supposition.ts";

const CONDITIONS: ReadonlySet<Kind> = new Set<Kind>(["if", "either"]);
/** What a function was given, by no name of its own. */
const ARGUMENTS = /\barguments\s*[[\].,;)]/;

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
  readonly #origins: Origins;
  readonly #effects: Effects;

  constructor(file: File) {
    this.#file = file;
    this.#syntax = file.syntax;
    this.#origins = new Origins(file);
    this.#effects = new Effects(file, this.#origins);
  }

  /** Whether an expression is a received code. */
  isReceivedCode(node: Node): boolean {
    return this.#origins.isCode(node);
  }

  /**
   * Those of some codes that reach a call as they came.
   *
   * @param catches whether a `catch` around the call is a guard: whether the API throws
   */
  letThrough(
    codes: readonly number[],
    received: Node,
    call: Node,
    catches: boolean,
  ): readonly number[] {
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
    const handler = this.#origins.originOf(code)?.handler;
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
    const origin = this.#origins.originOf(received);
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
    return parent !== undefined && this.#syntax.kind(parent) === "call";
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
      .flatMap(({ node }) =>
        this.#origins.isCode(node) || this.#origins.isEvent(node) ? node : [],
      );
  }

  // ---- who looks at it

  #isLookedAt(
    code: number,
    { names, handler }: Origin,
    received: Node,
    call: Node,
    known: Pick<Received, "isCode" | "isEvent"> = {
      isCode: (node) => this.#origins.isPlain(node) && this.#origins.isCode(node),
      isEvent: (node) => this.#origins.isPlain(node) && this.#origins.isEvent(node),
    },
  ): boolean {
    const { syntax } = this.#file;
    // `if (arguments[0] > 2999)`
    if (handler && ARGUMENTS.test(textOf(handler, syntax))) return true;
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
          if (view.operator === "typeof" && this.#origins.isCode(child)) return false;
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
          if (syntax.kind(view.target) === "member" && !this.#origins.isReceived(child))
            return true;
          if (this.#isAskedAfter(view, use, passage)) return true;
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

  /** `this.code = code; if (this.isAbnormal()) return`: who has been told of it is asked. */
  #isAskedAfter({ target }: ViewOf<"assignment">, use: Node, passage: Passage): boolean {
    const told = this.#syntax.look(target);
    const fn = functionAround(use, this.#syntax);
    if (told.kind !== "member" || !fn) return false;
    let isAsked = false;
    this.#syntax.walk(
      (node, view) => {
        if (isAsked || (view.kind !== "if" && view.kind !== "either")) return;
        const test = view.kind === "if" ? view.test : (view.test ?? view.arms[0]);
        isAsked =
          this.#isBefore(use, test) &&
          this.#effects.asks(test, target, told.object) &&
          this.#precedes(node, use, passage);
      },
      CONDITIONS,
      fn,
    );
    return isAsked;
  }

  #addNames(target: Node, names: Set<Node>): void {
    for (const name of this.#origins.namesIn(target)) names.add(name);
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
    return this.#isBefore(use, call) && this.#effects.mayThrow(callee);
  }

  /** Whether a condition in an expression keeps a code from a call, or may do something else. */
  #isHeldBack(view: ViewOf<"either">, use: Node, passage: Passage): boolean {
    const { operator, test, arms } = view;
    const { received, call, supposition, names } = passage;
    const governed = test ? arms : [arms[1]];
    const arm = governed.find(
      (one) => isInside(received, one, this.#syntax) || isInside(call, one, this.#syntax),
    );
    if (!arm)
      return (
        this.#isBefore(use, call) &&
        governed.some(
          (one) => this.#effects.mayLeave(one, call) || this.#effects.changes(one, call, names),
        )
      );
    const outcomes = supposition.outcomesOf(test ?? arms[0]);
    return !outcomes?.has(test ? arm === arms[0] : operator === "&&");
  }

  /** Whether an `if` keeps the program from a call. */
  #bars(at: Node, view: ViewOf<"if">, use: Node, passage: Passage): boolean {
    const { call, supposition, names } = passage;
    const outcomes = supposition.outcomesOf(view.test);
    // Where a `break` leads, nobody asks.
    if (!outcomes || this.#effects.breaks(at)) return this.#precedes(at, use, passage);
    if (isInside(call, view.then, this.#syntax)) return !outcomes.has(true);
    if (view.else && isInside(call, view.else, this.#syntax)) return !outcomes.has(false);
    if (!this.#isBefore(use, call)) return false;
    if (this.#effects.changes(at, call, names)) return true;
    return [...outcomes].some((outcome) =>
      this.#effects.mayLeave(outcome ? view.then : view.else, call),
    );
  }

  /** Whether a `switch` keeps the program from a call. */
  #diverts(at: Node, view: ViewOf<"switch">, use: Node, passage: Passage): boolean {
    const { call, supposition, names } = passage;
    const first = supposition.clauseOf(view);
    if (first === undefined) return this.#precedes(at, use, passage);
    const clauses = view.cases.map(({ node }) => node);
    const around = clauses.findIndex((clause) => isInside(call, clause, this.#syntax));
    if (around < 0) {
      if (!this.#isBefore(use, call)) return false;
      if (this.#effects.changes(at, call, names)) return true;
    }
    if (first < 0 || (around >= 0 && around < first)) return around >= 0;
    const passed = clauses.slice(first, around < 0 ? undefined : around);
    const last = passed.findIndex(
      (clause) => this.#effects.breaks(clause) || this.#effects.mayLeave(clause, call),
    );
    if (around >= 0) return last >= 0;
    return passed.slice(0, last + 1).some((clause) => this.#effects.mayLeave(clause, call));
  }

  /** A condition around a call, or one before it that may leave, or change what is asked behind it. */
  #precedes(condition: Node, use: Node, { call, names }: Passage): boolean {
    if (isInside(call, condition, this.#syntax)) return true;
    if (!this.#isBefore(use, call)) return false;
    const isSwitch = this.#syntax.kind(condition) === "switch";
    return (
      (!isSwitch && this.#effects.breaks(condition)) ||
      this.#effects.mayLeave(condition, call) ||
      this.#effects.changes(condition, call, names)
    );
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
      if (view.kind === "call" && syntax.kind(child) === "function")
        if (this.#effects.catches(view.callee)) return true;
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
