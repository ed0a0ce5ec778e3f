import type { Method, Position, SendPositions } from "../catalogue/library.ts";
import { isCode, isOther, type Value } from "../flow/value.ts";
import { textOf } from "../places.ts";
import type { Node, ViewOf } from "../syntax.ts";
import { isTelling, namesCode, namesEventClass, namesNoSocket, namesSocket } from "./convention.ts";
import { SIMULATED, type File, type Proof } from "./file.ts";
import { asCalled, isBound, spreadAt } from "./invocation.ts";
import { isReplaced, replacedIn, type Replaced } from "./replaced.ts";
import type { Site } from "./site.ts";

/** The methods that names may suggest to be sends. */
const SUGGESTED: ReadonlySet<string> = new Set(["close", "drop", "end"]);

/** Functions of mocking libraries that are told of a call. */
const TELLING: ReadonlySet<string> = new Set(["verify", "when"]);

/** Who sends, and why that is known. */
interface Sender {
  readonly proof: Proof;
  readonly method: Method;
  readonly receiver: Node | undefined;
}

/** Finds where close codes are sent. */
export class Sends {
  readonly #file: File;
  #renames: boolean | undefined;
  #replaced: Replaced | undefined;

  constructor(file: File) {
    this.#file = file;
  }

  siteOf(node: Node, view: ViewOf<"call">): Site | undefined {
    return view.construct ? this.#construction(node, view) : this.#call(node, view);
  }

  #call(node: Node, written: ViewOf<"call">): Site | undefined {
    const view = asCalled(written, this.#file.syntax);
    const callee = this.#file.syntax.look(view.callee);
    if (callee.kind !== "member" && callee.kind !== "identifier") return undefined;
    const { name } = callee;
    if (name === undefined || !this.#mayCarryCode(view, name, callee.kind)) return undefined;
    const found = this.#sender(view, name);
    const send = found?.method.send;
    if (!send) return undefined;
    const code = this.#file.argument(view, send.code);
    if (!code && (view.args.length > 0 || isBound(written, this.#file.syntax)))
      return this.#passingOn(node, written, view, {
        ...found,
        proof: this.#proofAt(node, found, name),
      });
    const reason = send.reason === undefined ? undefined : this.#file.argument(view, send.reason);
    return {
      ...this.#file.site("send", "call", node, this.#proofAt(node, found, name)),
      slots: code ? this.#file.slotsOf(code) : [],
      method: name,
      ...(found.receiver && { subject: found.receiver }),
      ...(code && { code }),
      ...(reason && { reason }),
    };
  }

  /** `when(socket.close()).thenReturn()`, `verify(socket.close(1006))`: told of a mock, and not called. */
  #proofAt(node: Node, { proof }: Sender, method: string): Proof {
    const parent = this.#file.syntax.parent(node);
    const view = parent && this.#file.syntax.look(parent);
    const callee = view?.kind === "call" ? this.#file.syntax.look(view.callee) : undefined;
    const isTold = callee?.kind === "identifier" && TELLING.has(callee.name);
    const isMocked = isTold || isReplaced(proof.types, method, this.#replacements);
    return isMocked ? { ...proof, target: SIMULATED } : proof;
  }

  get #replacements(): Replaced {
    return (this.#replaced ??= replacedIn(this.#file.syntax.text));
  }

  /**
   * What hands a received code on without a name for it: `(...args) => socket.close(...args)`, and
   * `socket.close.bind(socket)` in the place of a handler.
   */
  #passingOn(
    node: Node,
    written: ViewOf<"call">,
    view: ViewOf<"call">,
    { proof, method, receiver }: Sender,
  ): Site | undefined {
    const position = method.send?.code;
    if (typeof position !== "number") return undefined;
    const passed =
      view.args.length === 0 && isBound(written, this.#file.syntax)
        ? this.#isHandlerOfCodes(node, position) && node
        : this.#spreadOfCodes(view, position);
    if (!passed) return undefined;
    return {
      ...this.#file.site("send", "call", node, proof),
      slots: this.#file.slotsOf(passed),
      method: this.#file.nameOf(view.callee) ?? "close",
      ...(receiver && { subject: receiver }),
    };
  }

  #isHandlerOfCodes(node: Node, position: number): boolean {
    return this.#file.flow.expectations
      .at(node)
      .some((value) => value.is === "handler" && value.params[position] === "code");
  }

  /** The spread that puts a received code where the code belongs. */
  #spreadOfCodes({ args }: ViewOf<"call">, position: number): Node | undefined {
    const { syntax, flow } = this.#file;
    const at = spreadAt(args, syntax);
    const spread = args[at];
    const view = spread && syntax.look(spread);
    if (view?.kind !== "spread" || at > position) return undefined;
    const holdsCode = flow
      .valuesOf(view.operand)
      .some((value) => value.is === "tuple" && value.of[position - at]?.some(isCode));
    return holdsCode ? spread : undefined;
  }

  /** Cheap doubts first: most calls of these names in a program are about something else. */
  #mayCarryCode(view: ViewOf<"call">, name: string, callee: "identifier" | "member"): boolean {
    if (callee === "identifier" && this.#mayRename && this.#isRenamed(view.callee)) return true;
    const positions = this.#file.catalogue.codePositions(name);
    if (name === "close" && view.args.length === 0) return true;
    return this.#mayHoldCodeAt(positions, view, name === "close");
  }

  #mayHoldCodeAt(positions: readonly Position[], view: ViewOf<"call">, swapped: boolean): boolean {
    for (const position of positions) if (this.#mayHoldCode(view, position, swapped)) return true;
    return false;
  }

  /** @param swapped - whether a text in the code's place may be a reason: where a code is the rule */
  #mayHoldCode(call: ViewOf<"call">, position: Position, swapped: boolean): boolean {
    if (typeof position !== "number") return this.#file.argument(call, position) !== undefined;
    const node = call.args[position];
    const view = node && this.#file.syntax.look(node);
    switch (view?.kind) {
      case undefined:
      case "array":
      case "class":
      case "function":
      case "object":
        return false;
      case "call":
        return !view.construct;
      case "literal":
      case "template":
        return swapped || !this.#isText(node as Node);
      default:
        return true;
    }
  }

  /** Whether the text has a sending method under another name at all: only a flow knows it then. */
  get #mayRename(): boolean {
    return (this.#renames ??= this.#file.mayFollow && this.#renamesMethod());
  }

  #renamesMethod(): boolean {
    const names = this.#file.catalogue.sendingMethods.join("|");
    return new RegExp(String.raw`\b(?:${names})(?:\s*:\s*\w|\.bind\b)`).test(
      this.#file.syntax.text,
    );
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
  #sender(view: ViewOf<"call">, name: string): Sender | undefined {
    const { syntax, flow, mayFollow } = this.#file;
    const callee = syntax.look(view.callee);
    const receiver = callee.kind === "member" ? callee.object : undefined;
    // Without a flow that proves it, the checker or the names speak for a socket before a flow excludes it.
    if (!mayFollow && !(receiver && this.#isLikely(view, name, receiver))) return undefined;
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
      const target = this.#sendsNothing(view, method) ? { target: SIMULATED } : {};
      return { proof: { evidence: "flow", types, method, ...target }, method, receiver };
    }
    if (values.length > 0 || !receiver) return undefined;
    const receivers = flow.valuesOf(receiver);
    if (isOther(receivers) || receivers.some(({ is }) => is === "instance")) return undefined;
    if (receivers.some((value) => this.#declaresOtherwise(value, name))) return undefined;
    const typed = this.#file.typesOf(receiver);
    const sending = typed.filter((type) => type.method(name)?.send);
    const byType = sending[0]?.method(name);
    if (byType)
      return {
        proof: { evidence: "type", types: sending, method: byType },
        method: byType,
        receiver,
      };
    if (typed.length > 0 || this.#takesOther(view)) return undefined;
    return this.#suggested(view, name, receiver);
  }

  /** An object of the file that has the method itself, or a type that calls its parameter otherwise. */
  #declaresOtherwise(value: Value, name: string): boolean {
    if (!("node" in value)) return false;
    const { syntax } = this.#file;
    const view = syntax.look(value.node);
    if (view.kind === "object") return view.properties.some((one) => one.name === name);
    if (view.kind !== "interface" && view.kind !== "type-object") return false;
    const type = view.members.find((one) => one.name === name)?.type;
    const method = type && syntax.look(type);
    const [first] = method?.kind === "function-type" ? method.params : [];
    const parameter = first && this.#file.nameOf(first.target);
    return parameter !== undefined && !namesCode(parameter);
  }

  /** Whether the checker knows what is called, and that its parameter is no code: `close(timeout)`. */
  #takesOther(view: ViewOf<"call">): boolean {
    const { types } = this.#file.syntax;
    const call = types && this.#file.syntax.parent(view.callee);
    if (!call || this.#file.syntax.kind(call) !== "call") return false;
    const [parameter] = types.parameters(call);
    return parameter !== undefined && !namesCode(parameter);
  }

  #isLikely(view: ViewOf<"call">, name: string, receiver: Node): boolean {
    if (this.#suggested(view, name, receiver)) return true;
    return this.#file.typesOf(receiver).some((type) => type.method(name)?.send);
  }

  /** `connection.drop(1006, "lost", true)`: told to send no Close frame at all. */
  #sendsNothing(view: ViewOf<"call">, { send }: Method): boolean {
    const told = send?.unless === undefined ? undefined : view.args[send.unless];
    const value = told && this.#file.constants.valueOf(told);
    return value !== undefined && !(value.known && !value.value);
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
    const { send } = method;
    const code = send && this.#file.argument(view, send.code);
    if (!send || !code) return undefined;
    const beside = (second && this.#file.nameOf(second)) ?? "";
    const socket = this.#file.nameOf(receiver);
    const named = socket !== undefined && namesSocket(socket);
    // close(1001, "bye"), close(code, reason), close({ code: 1001, reason: "bye" })
    const explained = second
      ? this.#isText(second) || /reason/i.test(beside)
      : this.#hasReason(view, send.code);
    if (!named && !(name === "close" && explained)) return undefined;
    const passedOn = /reason|message/i.test(beside);
    if (!this.#isTelling(code) && !(passedOn && this.#isStatus(code))) return undefined;
    // Without a socket's name, or in an object that may be an event, it feeds a hover and no report.
    const sure =
      named &&
      typeof send.code === "number" &&
      name !== "drop" &&
      !this.#mayBeTime(socket, code) &&
      !this.#isShownToBeOther(receiver);
    const proof: Proof = { evidence: "convention", types: [], ...(!sure && { target: SIMULATED }) };
    return { proof, method, receiver };
  }

  /** `const ws = workbook.addWorksheet()`, `import ws from "./worksheet.js"`, `(ws: Worksheet)`. */
  #isShownToBeOther(receiver: Node): boolean {
    const { syntax } = this.#file;
    const binding = syntax.binding(receiver, "value");
    if (!binding) return false;
    if (binding.kind === "import")
      return namesNoSocket(`${binding.module.split("/").at(-1)} ${binding.imported}`);
    const init = binding.kind === "variable" && binding.init ? binding.init : undefined;
    const view = init && syntax.look(init);
    const made = view?.kind === "await" ? view.operand : init;
    const annotation = "annotation" in binding ? binding.annotation : undefined;
    const names = [made && this.#file.nameOf(made), annotation && textOf(annotation, syntax)];
    return names.some((name) => name !== undefined && namesNoSocket(name));
  }

  /** `client.close(3000)`, `connection.close(1000)`: milliseconds are as round, and nothing tells what closes. */
  #mayBeTime(socket: string, code: Node): boolean {
    if (/ws|sock/i.test(socket)) return false;
    const { syntax, constants } = this.#file;
    const call = syntax.parent(code);
    const view = call && syntax.look(call);
    if (view?.kind === "call" && view.args.length > 1) return false;
    return constants
      .armsOf(code)
      .some(({ static: s }) => s.known && typeof s.value === "number" && s.value % 500 === 0);
  }

  /** `{ code, reason }`; what is spelled `closeCode` may as well be a WebTransport's. */
  #hasReason(view: ViewOf<"call">, position: Position): boolean {
    if (typeof position === "number" || position[1] !== "code") return false;
    return this.#file.argument(view, [0, "reason"]) !== undefined;
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
    const named = namesEventClass(name ?? "");
    if (!this.#file.mayFollow && !named) return undefined;
    const positions = this.#file.catalogue.constructPositions;
    if (!named && !this.#mayHoldCodeAt(positions, view, false)) return undefined;
    const types = this.#file.flow
      .valuesOf(view.callee)
      .flatMap((value) => (value.is === "class" ? [value.type] : []));
    if (name === undefined) return undefined;
    const known = types[0]?.get("construct")?.send;
    const send = known ?? (types.length === 0 && named ? this.#eventLike(view) : undefined);
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
}
