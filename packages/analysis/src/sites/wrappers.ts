import type { Position } from "../catalogue/library.ts";
import type { Node, ViewOf } from "../syntax.ts";
import { SIMULATED, type File, type Proof } from "./file.ts";
import type { Sends } from "./sends.ts";
import type { Site } from "./site.ts";

/** A parameter of a function of the file that becomes a close code. */
interface Wrapper {
  readonly fn: Node;
  readonly code: Position;
  readonly reason?: Position;
  /** The parameter that brings the socket. */
  readonly socket?: Position;
  readonly proof: Proof;
}

/** Follows codes through the file's own functions: `closeWith(ws, 1011)`. */
export class Wrappers {
  readonly #file: File;
  readonly #sends: Sends;
  readonly #wrappers = new Map<Node, Wrapper | undefined>();

  constructor(file: File, sends: Sends) {
    this.#file = file;
    this.#sends = sends;
  }

  /** The calls of every function of the file through whose parameter this site gets its code. */
  callsThrough(site: Site): readonly Node[] {
    const wrapper = this.#wrapperOfSite(site);
    return wrapper ? this.#file.flow.uses.callsOf(wrapper.fn) : [];
  }

  /** `closeWith(ws, 1011)`, where `closeWith` passes its parameter on to a send. */
  siteOf(node: Node, view: ViewOf<"call">): Site | undefined {
    const { flow, syntax } = this.#file;
    const callee = syntax.look(view.callee);
    if (callee.kind !== "identifier" && callee.kind !== "member") return undefined;
    for (const value of flow.valuesOf(view.callee)) {
      const fn = this.#calledBy(value);
      const wrapper = fn && this.#wrapperOf(fn);
      if (!wrapper) continue;
      const code = this.#file.argument(view, wrapper.code);
      if (!code || this.#isOtherSocket(view, wrapper)) continue;
      const reason =
        wrapper.reason === undefined ? undefined : this.#file.argument(view, wrapper.reason);
      return {
        ...this.#file.site("send", "wrapper", node, wrapper.proof),
        slots: this.#file.slotsOf(code),
        ...(callee.name !== undefined && { method: callee.name }),
        code,
        ...(reason && { reason }),
      };
    }
    return undefined;
  }

  /** Whether the socket is an argument, too, and nobody knows what it is here. */
  #isOtherSocket(view: ViewOf<"call">, { socket, proof }: Wrapper): boolean {
    const given = socket === undefined ? undefined : this.#file.argument(view, socket);
    if (!given || proof.evidence !== "flow") return false;
    return !this.#file.flow.valuesOf(given).some(({ is }) => is === "instance");
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
      if (view.kind === "call") return this.#sends.siteOf(at, view) ?? this.siteOf(at, view);
      if (view.kind !== "either" && view.kind !== "object") return undefined;
    }
    return undefined;
  }

  #wrapperOfSite(site: Site): Wrapper | undefined {
    const { node, code, reason, subject, evidence, types, target } = site;
    const found = code && this.#parameterPosition(code);
    if (!found) return undefined;
    const why = reason && this.#parameterPosition(reason);
    const { declaration, ...position } = found;
    const proof = {
      evidence,
      types,
      target: this.#isTested(declaration, node) || this.#isCaught(node) ? SIMULATED : target,
    };
    const socket = subject && this.#parameterPosition(subject);
    return {
      ...position,
      ...(why?.fn === found.fn && { reason: why.code }),
      ...(socket?.fn === found.fn && { socket: socket.code }),
      proof,
    };
  }

  /** A parameter that is compared or handed to somebody else may be mended before it is sent. */
  #isTested(declaration: Node, send: Node): boolean {
    const { syntax } = this.#file;
    return syntax.references(declaration).some((use) => {
      const parent = syntax.parent(use);
      const view = parent && syntax.look(parent);
      const isLookedUp = view?.kind === "member" && view.property === use;
      if (isLookedUp || view?.kind === "binary" || view?.kind === "switch") return true;
      return view?.kind === "call" && parent !== send;
    });
  }

  /** What is thrown does not come as far as the call. */
  #isCaught(send: Node): boolean {
    const { syntax } = this.#file;
    let child = send;
    for (let at = syntax.parent(send); at; child = at, at = syntax.parent(at)) {
      const view = syntax.look(at);
      if (view.kind === "function") return false;
      if (view.kind === "try" && view.block === child && view.handler) return true;
    }
    return false;
  }

  /** Which parameter an argument comes from: `code`, `code ?? 1000`, `{ code }`. */
  #parameterPosition(
    argument: Node,
  ): { readonly fn: Node; readonly code: Position; readonly declaration: Node } | undefined {
    const { syntax, constants } = this.#file;
    for (const { node } of constants.armsOf(argument)) {
      const binding = syntax.binding(node, "value");
      if (binding?.kind !== "parameter" || binding.rest || !binding.constant) continue;
      const [step, ...deeper] = binding.path;
      const { function: fn, index, node: declaration } = binding;
      if (!step) return { fn, code: index, declaration };
      if (step.name !== undefined && deeper.length === 0)
        return { fn, code: [index, step.name], declaration };
    }
    return undefined;
  }
}
