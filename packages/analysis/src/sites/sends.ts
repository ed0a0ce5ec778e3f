import type { Method, Position, SendPositions } from "../catalogue/library.ts";
import { isOther } from "../flow/value.ts";
import type { Node, ViewOf } from "../syntax.ts";
import { isTelling, namesCode, namesEventClass, namesSocket } from "./convention.ts";
import { SIMULATED, type File, type Proof } from "./file.ts";
import type { Site } from "./site.ts";

/** Calls that expect the function that they are given to throw. */
const EXPECTS_THROW: ReadonlySet<string> = new Set([
  ...["throws", "throwsAsync", "rejects", "throw", "toThrow", "toThrowError", "expectToThrow"],
  ...["toThrowErrorMatchingInlineSnapshot", "toThrowErrorMatchingSnapshot"],
]);

/** The methods that names may suggest to be sends. */
const SUGGESTED: ReadonlySet<string> = new Set(["close", "drop", "end"]);

/** A parameter of a function of the file that becomes a close code. */
interface Wrapper {
  readonly fn: Node;
  readonly code: Position;
  readonly reason?: Position;
  readonly proof: Proof;
}

/** Finds where close codes are sent. */
export class Sends {
  readonly #file: File;
  #renames: boolean | undefined;
  readonly #wrappers = new Map<Node, Wrapper | undefined>();

  constructor(file: File) {
    this.#file = file;
  }

  siteOf(node: Node, view: ViewOf<"call">): Site | undefined {
    return view.construct ? this.#construction(node, view) : this.#call(node, view);
  }

  /** The calls of every function of the file through whose parameter this site gets its code. */
  callsThrough(site: Site): readonly Node[] {
    const wrapper = this.#wrapperOfSite(site);
    return wrapper ? this.#file.flow.callsOf(wrapper.fn) : [];
  }

  #call(node: Node, view: ViewOf<"call">): Site | undefined {
    const callee = this.#file.syntax.look(view.callee);
    if (callee.kind !== "member" && callee.kind !== "identifier") return undefined;
    const { name } = callee;
    if (name === undefined || !this.#mayCarryCode(view, name, callee.kind)) return undefined;
    const found = this.#sender(view, name);
    const send = found?.method.send;
    if (!send) return undefined;
    const code = this.#file.argument(view, send.code);
    if (!code && view.args.length > 0) return undefined;
    const reason = send.reason === undefined ? undefined : this.#file.argument(view, send.reason);
    return {
      ...this.#file.site("send", "call", node, found.proof),
      slots: code ? this.#file.slotsOf(code) : [],
      method: name,
      expectedToThrow: this.#isExpectedToThrow(node),
      ...(found.receiver && { subject: found.receiver }),
      ...(code && { code }),
      ...(reason && { reason }),
    };
  }

  /** Cheap doubts first: most calls of these names in a program are about something else. */
  #mayCarryCode(view: ViewOf<"call">, name: string, callee: "identifier" | "member"): boolean {
    if (callee === "identifier" && this.#mayRename && this.#isRenamed(view.callee)) return true;
    const positions = this.#file.catalogue.codePositions(name);
    if (name === "close" && view.args.length === 0) return true;
    return positions.some((position) => {
      const [index, key] = typeof position === "number" ? [position, undefined] : position;
      const arg = view.args[index] && this.#file.syntax.look(view.args[index]);
      if (!arg || arg.kind === "function" || arg.kind === "class") return false;
      if (key !== undefined)
        return arg.kind === "object" || arg.kind === "identifier" || arg.kind === "member";
      // Only where a code is the rule do swapped arguments come to mind.
      return arg.kind !== "object" && (name === "close" || !this.#isText(view.args[index] as Node));
    });
  }

  /** Whether the text has a sending method under another name at all. */
  get #mayRename(): boolean {
    if (this.#renames === undefined) {
      const names = this.#file.catalogue.sendingMethods.join("|");
      this.#renames = new RegExp(String.raw`\b(?:${names})(?:\s*:\s*\w|\.bind\b)`).test(
        this.#file.syntax.text,
      );
    }
    return this.#renames;
  }

  /** `const { close: hangUp } = socket`, `const hangUp = socket.close.bind(socket)`. */
  #isRenamed(callee: Node): boolean {
    const { syntax, catalogue } = this.#file;
    const binding = syntax.binding(callee, "value");
    if (binding?.kind !== "variable" || !binding.init) return false;
    const name = binding.path.at(-1)?.name ?? this.#file.nameOf(binding.init);
    return name === "bind" || (name !== undefined && catalogue.codePositions(name).length > 0);
  }

  /** Who sends, by what method: by flow, by type, by convention. */
  #sender(
    view: ViewOf<"call">,
    name: string,
  ): { proof: Proof; method: Method; receiver: Node | undefined } | undefined {
    const { syntax, flow } = this.#file;
    const callee = syntax.look(view.callee);
    const receiver = callee.kind === "member" ? callee.object : undefined;
    const values = flow.valuesOf(view.callee);
    const methods = values.flatMap((value) =>
      value.is === "method" && value.type && value.method.send
        ? [{ method: value.method, type: value.type }]
        : [],
    );
    const [first] = methods;
    if (first) {
      const types = methods.map(({ type }) => type);
      const { method } = first;
      return { proof: { evidence: "flow", types, method }, method, receiver };
    }
    if (values.length > 0 || !receiver) return undefined;
    const receivers = flow.valuesOf(receiver);
    if (isOther(receivers) || receivers.some(({ is }) => is === "instance")) return undefined;
    const typed = this.#file.typesOf(receiver);
    const sending = typed.filter((type) => type.method(name)?.send);
    const byType = sending[0]?.method(name);
    if (byType)
      return {
        proof: { evidence: "type", types: sending, method: byType },
        method: byType,
        receiver,
      };
    return typed.length > 0 ? undefined : this.#suggested(view, name, receiver);
  }

  /** A receiver that is named like a socket, and a value that is hardly anything but a close code. */
  #suggested(
    view: ViewOf<"call">,
    name: string,
    receiver: Node,
  ): { proof: Proof; method: Method; receiver: Node } | undefined {
    const [first, second] = view.args;
    if (!SUGGESTED.has(name) || !first || view.args.length > 3) return undefined;
    const method = this.#suggestedMethod(view);
    const send = method.send;
    const code = send && this.#file.argument(view, send.code);
    const passedOn =
      second !== undefined && /reason|message/i.test(this.#file.nameOf(second) ?? "");
    if (!code || !(this.#isTelling(code) || (passedOn && this.#isStatus(code)))) return undefined;
    const socket = this.#file.nameOf(receiver);
    const named = socket !== undefined && namesSocket(socket);
    const explained = second !== undefined && this.#isText(second);
    if (!named && !(name === "close" && explained)) return undefined;
    const proof: Proof = { evidence: "convention", types: [] };
    // An object with a code may be the options of a socket, or an event that somebody makes up.
    return typeof send.code === "number"
      ? { proof, method, receiver }
      : { proof: { ...proof, target: SIMULATED }, method, receiver };
  }

  #suggestedMethod({ args: [first] }: ViewOf<"call">): Method {
    const options = first && this.#file.syntax.look(first);
    if (options?.kind !== "object") return { send: { code: 0, reason: 1 } };
    const key = options.properties.some(({ name }) => name === "closeCode") ? "closeCode" : "code";
    return { send: { code: [0, key], reason: [0, "reason"] } };
  }

  #isTelling(code: Node): boolean {
    const arms = this.#file.constants.armsOf(code);
    return arms.every((arm) => {
      if (arm.static.known) return isTelling(arm.static.value) || arm.static.value === undefined;
      const spelled = this.#file.nameOf(arm.node);
      return (
        this.#file.isSpelledCloseCode(arm.node) || (spelled !== undefined && namesCode(spelled))
      );
    });
  }

  /** `ws.close(status, reason)`. */
  #isStatus(code: Node): boolean {
    const view = this.#file.syntax.look(code);
    return view.kind === "identifier" && view.name === "status";
  }

  #isText(node: Node): boolean {
    const view = this.#file.syntax.look(node);
    return view.kind === "template" || (view.kind === "literal" && typeof view.value === "string");
  }

  #construction(node: Node, view: ViewOf<"call">): Site | undefined {
    const name = this.#file.nameOf(view.callee);
    const types = this.#file.flow
      .valuesOf(view.callee)
      .flatMap((value) => (value.is === "class" ? [value.type] : []));
    if (name === undefined) return undefined;
    const known = types[0]?.get("construct")?.send;
    const send =
      known ?? (types.length === 0 && namesEventClass(name) ? this.#eventLike(view) : undefined);
    const code = send && this.#file.argument(view, send.code);
    if (!code || (!known && !this.#isTelling(code))) return undefined;
    const reason = send.reason === undefined ? undefined : this.#file.argument(view, send.reason);
    const proof: Proof = known
      ? { evidence: "flow", types }
      : { evidence: "convention", types: [], target: SIMULATED };
    return {
      ...this.#file.site("send", "construct", node, proof),
      slots: this.#file.slotsOf(code),
      method: name,
      expectedToThrow: this.#isExpectedToThrow(node),
      code,
      ...(reason && { reason }),
    };
  }

  /** A `CloseEvent` of somebody's own: `(type, { code })` as in the DOM, or `(code, reason)`. */
  #eventLike({ args: [first] }: ViewOf<"call">): SendPositions {
    return first && this.#isText(first)
      ? { code: [1, "code"], reason: [1, "reason"] }
      : { code: 0, reason: 1 };
  }

  // ---- the file's own wrappers

  /** `closeWith(ws, 1011)`, where `closeWith` passes its parameter on to a send. */
  wrappedSiteOf(node: Node, view: ViewOf<"call">): Site | undefined {
    const { flow, syntax } = this.#file;
    const callee = syntax.look(view.callee);
    if (callee.kind !== "identifier" && callee.kind !== "member") return undefined;
    for (const value of flow.valuesOf(view.callee)) {
      const fn = this.#calledBy(value);
      const wrapper = fn && this.#wrapperOf(fn);
      if (!wrapper) continue;
      const code = this.#file.argument(view, wrapper.code);
      if (!code) continue;
      const reason =
        wrapper.reason === undefined ? undefined : this.#file.argument(view, wrapper.reason);
      return {
        ...this.#file.site("send", "wrapper", node, wrapper.proof),
        slots: this.#file.slotsOf(code),
        expectedToThrow: this.#isExpectedToThrow(node),
        ...(callee.name !== undefined && { method: callee.name }),
        code,
        ...(reason && { reason }),
      };
    }
    return undefined;
  }

  #calledBy(value: { readonly is: string }): Node | undefined {
    return value.is === "function" && "node" in value ? (value.node as Node) : undefined;
  }

  /** The parameter of a function that becomes a close code, if one does. */
  #wrapperOf(fn: Node): Wrapper | undefined {
    if (this.#wrappers.has(fn)) return this.#wrappers.get(fn);
    this.#wrappers.set(fn, undefined); // a function that calls itself is no proof of anything
    const { syntax } = this.#file;
    const view = syntax.look(fn);
    if (view.kind !== "function") return undefined;
    for (const { name, node } of this.#parametersOf(view)) {
      if (!/code|status|reason/i.test(name)) continue;
      for (const use of syntax.references(node)) {
        const site = this.#siteAround(use);
        const wrapper = site && this.#wrapperOfSite(site);
        if (wrapper?.fn === fn) {
          this.#wrappers.set(fn, wrapper);
          return wrapper;
        }
      }
    }
    return undefined;
  }

  #parametersOf(view: ViewOf<"function">): readonly { name: string; node: Node }[] {
    const { syntax } = this.#file;
    return view.params.flatMap(({ target }) => {
      const inside = syntax.look(target);
      if (inside.kind === "pattern") return inside.names.flatMap((name) => this.#parameter(name));
      return this.#parameter(target);
    });
  }

  #parameter(name: Node): readonly { name: string; node: Node }[] {
    const binding = this.#file.syntax.binding(name, "value");
    return binding?.kind === "parameter" ? [binding] : [];
  }

  /** The send whose argument this is, `code || 1000` and object arguments looked through. */
  #siteAround(use: Node): Site | undefined {
    const { syntax } = this.#file;
    for (let at = syntax.parent(use), steps = 0; at && steps < 4; at = syntax.parent(at), steps++) {
      const view = syntax.look(at);
      if (view.kind === "call") return this.siteOf(at, view) ?? this.wrappedSiteOf(at, view);
      if (view.kind !== "either" && view.kind !== "object") return undefined;
    }
    return undefined;
  }

  #wrapperOfSite({ node, code, reason, evidence, types, target }: Site): Wrapper | undefined {
    const found = code && this.#parameterPosition(code);
    if (!found) return undefined;
    const why = reason && this.#parameterPosition(reason);
    const { declaration, ...position } = found;
    const proof = {
      evidence,
      types,
      target: this.#isTested(declaration, node) ? SIMULATED : target,
    };
    return { ...position, ...(why?.fn === found.fn && { reason: why.code }), proof };
  }

  /** A parameter that is compared or handed to somebody else may be mended before it is sent. */
  #isTested(declaration: Node, send: Node): boolean {
    const { syntax } = this.#file;
    return syntax.references(declaration).some((use) => {
      const parent = syntax.parent(use);
      const kind = parent && syntax.look(parent).kind;
      return kind === "binary" || kind === "switch" || (kind === "call" && parent !== send);
    });
  }

  /** Which parameter an argument comes from: `code`, `code ?? 1000`, `{ code }`. */
  #parameterPosition(
    argument: Node,
  ): { readonly fn: Node; readonly code: Position; readonly declaration: Node } | undefined {
    const { syntax, constants } = this.#file;
    for (const { node } of constants.armsOf(argument)) {
      if (syntax.look(node).kind !== "identifier") continue;
      const binding = syntax.binding(node, "value");
      if (binding?.kind !== "parameter" || binding.rest) continue;
      const [step, ...deeper] = binding.path;
      const { function: fn, index, node: declaration } = binding;
      if (!step) return { fn, code: index, declaration };
      if (step.name !== undefined && deeper.length === 0)
        return { fn, code: [index, step.name], declaration };
    }
    return undefined;
  }

  /** `assert.throws(() => ws.close(1006))`, `expect(() => ws.close(1006)).toThrow()`. */
  #isExpectedToThrow(node: Node): boolean {
    const { syntax } = this.#file;
    let fn: Node | undefined = node;
    while (fn && syntax.look(fn).kind !== "function") fn = syntax.parent(fn);
    const call = fn && syntax.parent(fn);
    const view = call && syntax.look(call);
    if (!fn || !call || view?.kind !== "call" || view.args[0] !== fn) return false;
    const name = this.#file.nameOf(view.callee);
    if (name === undefined) return false;
    return EXPECTS_THROW.has(name) || (name === "expect" && this.#chainExpectsThrow(call));
  }

  #chainExpectsThrow(expectation: Node): boolean {
    const { syntax } = this.#file;
    for (let at = syntax.parent(expectation); at; at = syntax.parent(at)) {
      const view = syntax.look(at);
      if (view.kind !== "member") return false;
      if (view.name !== undefined && EXPECTS_THROW.has(view.name)) return true;
    }
    return false;
  }
}
