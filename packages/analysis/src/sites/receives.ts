import { constantAt } from "../flow/bindings.ts";
import { isCode, isOther } from "../flow/value.ts";
import type { Node, View, ViewOf } from "../syntax.ts";
import { CODE_NAME } from "../text/patterns.ts";
import {
  isBound,
  isRegisteredRange,
  isTelling,
  namesCloseCode,
  namesCode,
  namesEvent,
  namesSocket,
} from "./convention.ts";
import type { File, Proof } from "./file.ts";
import type { Form, Site, Slot } from "./site.ts";
import { typesOfCode } from "./typed-codes.ts";

const EQUALITY: ReadonlySet<string> = new Set(["===", "!==", "==", "!="]);
const RELATIONAL: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const MEMBERSHIP: ReadonlySet<string> = new Set(["includes", "indexOf", "has"]);
/** `expect(code).toBe(1006)`, `expect(code).to.equal(1006)`. */
const EXPECTATION: ReadonlySet<string> = new Set([
  "toBe",
  "toEqual",
  "toStrictEqual",
  "equal",
  "equals",
  "eq",
  "eql",
  "is",
]);
/** `assert.strictEqual(code, 1006)`, `t.is(code, 1006)`. */
const ASSERTION: ReadonlySet<string> = new Set([
  "strictEqual",
  "equal",
  "equals",
  "deepEqual",
  "deepStrictEqual",
  "is",
  "same",
  "notStrictEqual",
  "notEqual",
  "assertEquals",
  "assertStrictEquals",
]);
/** `expect(ws.close).toHaveBeenCalledWith(1000, "bye")`. */
const CALLED: ReadonlySet<string> = new Set([
  "toHaveBeenCalledWith",
  "toHaveBeenLastCalledWith",
  "toBeCalledWith",
  "lastCalledWith",
  "calledWith",
  "calledOnceWith",
  "toHaveBeenCalledExactlyOnceWith",
]);
const CODE = /code|clos\w*status/i;
const LIKELY = new RegExp(CODE_NAME, "i");
/** What is reported where no code was received. */
const UNSENT: ReadonlySet<unknown> = new Set([1005, 1006, 1015]);

/** A longer chain of names is no program that people write. */
const DEEPEST = 16;

/** Finds where received close codes are looked at. */
export class Receives {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  siteOf(node: Node, view: View): Site | undefined {
    switch (view.kind) {
      case "binary":
        return this.#comparison(node, view);
      case "switch":
        return this.#received(
          node,
          "switch",
          view.subject,
          view.cases.flatMap(({ test }) => test ?? []),
        );
      case "call":
        return view.construct
          ? undefined
          : (this.#membership(node, view) ?? this.#assertion(node, view));
      default:
        return undefined;
    }
  }

  #comparison(node: Node, view: ViewOf<"binary">): Site | undefined {
    const { left, right, operator } = view;
    const form = EQUALITY.has(operator)
      ? "comparison"
      : RELATIONAL.has(operator)
        ? "range"
        : undefined;
    if (!form) return undefined;
    return (
      this.#received(node, form, left, right ? [right] : [], operator) ??
      (right && this.#received(node, form, right, [left], operator))
    );
  }

  /** `[1000, 1001].includes(code)`, `RETRY.has(event.code)`. */
  #membership(node: Node, view: ViewOf<"call">): Site | undefined {
    const callee = this.#file.syntax.look(view.callee);
    const [subject] = view.args;
    if (callee.kind !== "member" || callee.name === undefined || !subject) return undefined;
    if (!MEMBERSHIP.has(callee.name) || !this.#mayBeCode(subject)) return undefined;
    const list = this.#listOf(callee.object);
    return list && this.#received(node, "membership", subject, list);
  }

  /** The elements that an array or a Set is written with, where it stands or where it is declared. */
  #listOf(node: Node, depth = 0): readonly Node[] | undefined {
    if (depth > DEEPEST) return undefined;
    const { syntax, constants } = this.#file;
    const view = syntax.look(node);
    if (view.kind === "array") return view.elements.flatMap((element) => element ?? []);
    if (view.kind === "call" && view.construct && this.#file.nameOf(view.callee) === "Set")
      return view.args[0] && this.#listOf(view.args[0], depth + 1);
    const constant = constantAt(node, syntax);
    if (constant) return this.#listOf(constant.init, depth + 1);
    if (view.kind !== "member" || view.name === undefined) return undefined;
    const owner = constants.declarationOf(view.object);
    const declared = owner && syntax.look(owner);
    if (declared?.kind !== "class") return undefined;
    const field = declared.members.find((m) => m.kind === "field" && m.name === view.name);
    return field?.value && this.#listOf(field.value, depth + 1);
  }

  #assertion(node: Node, view: ViewOf<"call">): Site | undefined {
    const { syntax } = this.#file;
    const callee = syntax.look(view.callee);
    if (callee.kind === "identifier" && ASSERTION.has(callee.name))
      return this.#asserted(node, view);
    if (callee.kind !== "member" || callee.name === undefined) return undefined;
    if (EXPECTATION.has(callee.name) && view.args[0]) {
      const subject = this.#expectedSubject(callee.object);
      if (subject) return this.#received(node, "assertion", subject, [view.args[0]]);
    }
    if (CALLED.has(callee.name)) return this.#called(node, view, callee.object);
    return ASSERTION.has(callee.name) ? this.#asserted(node, view) : undefined;
  }

  /** The code that a spy in the place of a sending method was called with. */
  #called(node: Node, { args: [code] }: ViewOf<"call">, chain: Node): Site | undefined {
    const subject = this.#expectedSubject(chain);
    const view = subject && this.#file.syntax.look(subject);
    if (!code || view?.kind !== "member" || view.name !== "close") return undefined;
    const slots = this.#file.slotsOf(code);
    if (!slots.every((slot) => this.#isTelling(slot))) return undefined;
    const socket = this.#file.nameOf(view.object);
    const types = this.#file.flow
      .valuesOf(subject as Node)
      .flatMap((value) =>
        value.is === "method" && value.method.send && value.type ? [value.type] : [],
      );
    if (types.length === 0 && (socket === undefined || !namesSocket(socket))) return undefined;
    const proof: Proof = { evidence: types.length > 0 ? "flow" : "convention", types };
    return { ...this.#file.site("receive", "assertion", node, proof), slots };
  }

  #asserted(node: Node, { args }: ViewOf<"call">): Site | undefined {
    const [subject, value] = args;
    if (!subject || !value) return undefined;
    return (
      this.#received(node, "assertion", subject, [value]) ??
      this.#received(node, "assertion", value, [subject])
    );
  }

  /** The `x` of `expect(x).not.to.be`. */
  #expectedSubject(chain: Node): Node | undefined {
    const { syntax } = this.#file;
    for (let at = chain; ;) {
      const view = syntax.look(at);
      if (view.kind === "member") at = view.object;
      else
        return view.kind === "call" && this.#file.nameOf(view.callee) === "expect"
          ? view.args[0]
          : undefined;
    }
  }

  // ---- proof

  #received(
    node: Node,
    form: Form,
    subject: Node,
    against: readonly Node[],
    operator?: string,
  ): Site | undefined {
    const view = this.#mayBeCode(subject);
    if (view?.name === undefined) return undefined;
    // Most comparisons of a program are about something else, and a flow costs more than a look.
    const isUnfinished = against.length === 0;
    if (!isUnfinished && !LIKELY.test(view.name) && !against.some((one) => this.#mayBeTelling(one)))
      return undefined;
    const slots = against.flatMap((one) => this.#file.slotsOf(one));
    // Whether there is a code at all says nothing of which.
    if (slots.length > 0 && slots.every(isNothing)) return undefined;
    const proof = this.#proof(subject, view, slots, form);
    if (!proof) return undefined;
    return {
      ...this.#file.site("receive", form, node, proof),
      slots,
      subject,
      ...(operator !== undefined && { operator }),
    };
  }

  /** A variable, or a member that a code may be read from. */
  #mayBeCode(subject: Node): ViewOf<"identifier" | "member"> | undefined {
    const view = this.#file.syntax.look(subject);
    if (view.kind === "identifier") return view;
    if (view.kind !== "member" || view.name === undefined) return undefined;
    const isCode = CODE.test(view.name) || this.#file.catalogue.codeMembers.has(view.name);
    return isCode ? view : undefined;
  }

  #proof(
    subject: Node,
    view: ViewOf<"identifier" | "member">,
    slots: readonly Slot[],
    form: Form,
  ): Proof | undefined {
    const { flow, mayFollow } = this.#file;
    // Without a flow that proves it, the checker or the names speak for a code before a flow excludes it.
    if (!mayFollow && !this.#suggests(subject, view, slots, form) && !this.#isTyped(subject, view))
      return undefined;
    const values = flow.valuesOf(subject);
    const types = values.filter(isCode).flatMap(({ owner }) => owner ?? []);
    if (types.length > 0) return { evidence: "flow", types };
    if (isOther(values)) return undefined;
    if (view.kind === "member" && isOther(flow.valuesOf(view.object))) return undefined;
    const isOpen = view.kind === "member" || values.length === 0;
    const typed = isOpen ? typesOfCode(subject, view, this.#file) : undefined;
    if (typed) return typed.length > 0 ? { evidence: "type", types: typed } : undefined;
    return this.#suggests(subject, view, slots, form)
      ? { evidence: "convention", types: [] }
      : undefined;
  }

  /** Whether the checker says that it is a received code. */
  #isTyped(subject: Node, view: ViewOf<"identifier" | "member">): boolean {
    const { codeMembers } = this.#file.catalogue;
    if (view.kind === "member" && !codeMembers.has(view.name ?? "")) return false;
    return (typesOfCode(subject, view, this.#file) ?? []).length > 0;
  }

  #mayBeTelling(node: Node): boolean {
    const view = this.#file.syntax.look(node);
    return view.kind === "literal"
      ? isTelling(view.value) || isBound(view.value)
      : this.#file.isSpelledCloseCode(node);
  }

  #isTelling({ node, static: s }: Slot): boolean {
    return s.known ? isTelling(s.value) : this.#file.isSpelledCloseCode(node);
  }

  #suggests(
    subject: Node,
    view: ViewOf<"identifier" | "member">,
    slots: readonly Slot[],
    form: Form,
  ): boolean {
    const odd = slots.some(({ static: s }) => s.known && typeof s.value !== "number");
    const telling = slots.some(
      (slot) =>
        this.#isTelling(slot) ||
        (form === "range" && slot.static.known && isBound(slot.static.value)),
    );
    if (odd || view.name === undefined) return false;
    // closeCode === -1: no code, and yet it is about one
    if (!telling)
      return (
        namesCloseCode(view.name) &&
        this.#file.mentionsWebSocket &&
        slots.some(({ static: s }) => s.known && (s.value === 0 || s.value === -1))
      );
    if (namesCloseCode(view.name) || slots.some(({ node }) => this.#file.isSpelledCloseCode(node)))
      return namesCode(view.name) || namesCloseCode(view.name);
    if (!namesCode(view.name)) return false;
    // No status of HTTP has four digits.
    if (/status/i.test(view.name) && this.#file.mentionsWebSocket && slots.some(isRegisteredSlot))
      return true;
    if (view.kind === "member") {
      const object = this.#file.nameOf(view.object);
      if (object === undefined || !namesEvent(object)) return false;
      if (this.#isComparedOtherwise(subject)) return false;
      return this.#file.mentionsWebSocket || /close/i.test(object);
    }
    const binding = this.#file.syntax.binding(subject, "value");
    if (binding?.kind === "parameter" && this.#closes(binding.function)) return true;
    if (!binding || !("node" in binding)) return false;
    return this.#isComparedLikeOne(binding.node) || this.#isListOfCodes(slots);
  }

  /** `[1005, 1006, 1015].includes(code)`: with what no Close frame carries, or beside WebSockets. */
  #isListOfCodes(slots: readonly Slot[]): boolean {
    if (slots.filter(isRegisteredSlot).length < 2) return false;
    return (
      this.#file.mentionsWebSocket || slots.some(({ static: s }) => s.known && UNSENT.has(s.value))
    );
  }

  /** Two codes of 1000-1015 and their like, or one where the file speaks of WebSockets. */
  #isComparedLikeOne(declaration: Node): boolean {
    const { syntax, constants } = this.#file;
    const values = new Set<number>();
    for (const use of syntax.references(declaration)) {
      const parent = syntax.parent(use);
      const view = parent && syntax.look(parent);
      if (view?.kind !== "binary" || !view.right) continue;
      const value = constants.valueOf(view.left === use ? view.right : view.left);
      if (value.known && (isTelling(value.value) || isBound(value.value)))
        values.add(value.value as number);
    }
    const registered = [...values].some(isRegisteredRange);
    if (values.size > 1) return registered || this.#file.mentionsWebSocket;
    return registered && this.#file.mentionsWebSocket;
  }

  /** `e.code === 22 || e.code === 1014`: whatever is numbered 22 is no close code. */
  #isComparedOtherwise(subject: Node): boolean {
    const { syntax } = this.#file;
    let at = syntax.parent(subject);
    let top = at;
    while (at && ["binary", "either"].includes(syntax.kind(at))) {
      top = at;
      at = syntax.parent(at);
    }
    return top !== undefined && this.#holdsOtherCode(top, syntax.look(subject));
  }

  #holdsOtherCode(node: Node, subject: View): boolean {
    const { syntax, constants } = this.#file;
    const view = syntax.look(node);
    if (view.kind === "either")
      return [view.test, ...view.arms].some((arm) => arm && this.#holdsOtherCode(arm, subject));
    if (view.kind !== "binary" || !view.right) return false;
    const left = syntax.look(view.left);
    if (left.kind !== "member" || subject.kind !== "member" || left.name !== subject.name)
      return false;
    const value = constants.valueOf(view.right);
    return value.known && typeof value.value === "number" && value.value > 0 && value.value < 999;
  }

  /** A function that is named after closing, or takes a reason beside the code. */
  #closes(fn: Node): boolean {
    const view = this.#file.syntax.look(fn);
    if (view.kind !== "function") return false;
    if (view.name !== undefined && /close|disconnect/i.test(view.name)) return true;
    const next = view.params[1]?.target;
    return next !== undefined && /reason/i.test(this.#file.nameOf(next) ?? "");
  }
}

function isNothing({ static: s }: Slot): boolean {
  return s.known && (s.value === undefined || s.value === null);
}

function isRegisteredSlot({ static: s }: Slot): boolean {
  return s.known && isRegisteredRange(s.value);
}
