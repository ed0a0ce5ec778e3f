import type { Node, ViewOf } from "../syntax.ts";
import { isTelling, namesCloseCode, namesCode } from "./convention.ts";
import { SIMULATED, type File } from "./file.ts";
import type { Site } from "./site.ts";

const CLOSING = /clos|disconnect|terminat|drop|shut_?down|hang_?up|kick/i;

/**
 * Finds the calls of functions of other files that take a close code: `closeWith(ws, 1011)`. The
 * checker knows what their parameters are called, and what becomes of them it does not: a name and a
 * telling value, which feed a hover and no report.
 */
export class Signatures {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  siteOf(node: Node, view: ViewOf<"call">): Site | undefined {
    const { types } = this.#file.syntax;
    const name = this.#file.nameOf(view.callee);
    if (!types || name === undefined) return undefined;
    // Most calls of a program are about something else, and every question to the checker costs.
    if (!CLOSING.test(name) && !view.args.some((arg) => this.#isSpelled(arg))) return undefined;
    if (!view.args.some((arg) => this.#isTelling(arg)) || this.#isKnown(view.callee))
      return undefined;
    const parameters = types.parameters(node);
    const index = view.args.findIndex((arg, at) => {
      const parameter = parameters[at] ?? "";
      const isCode = namesCloseCode(parameter) || (namesCode(parameter) && CLOSING.test(name));
      return isCode && this.#isTelling(arg);
    });
    const code = view.args[index];
    if (!code || this.#file.argument(view, index) !== code) return undefined;
    const proof = { evidence: "convention", types: [], target: SIMULATED } as const;
    return {
      ...this.#file.site("send", view.construct ? "construct" : "wrapper", node, proof),
      slots: this.#file.slotsOf(code),
      method: name,
      code,
    };
  }

  /** What the file or a library declares is followed, or known to lead nowhere. */
  #isKnown(callee: Node): boolean {
    const { flow, syntax } = this.#file;
    if (flow.valuesOf(callee).length > 0) return true;
    const view = syntax.look(callee);
    if (view.kind !== "member") return false;
    return (
      flow.valuesOf(view.object).some(({ is }) => is === "instance" || is === "other") ||
      this.#file.typesOf(view.object).length > 0
    );
  }

  /** Whether a telling value or a close code's name stands in the call itself. */
  #isSpelled(arg: Node): boolean {
    const view = this.#file.syntax.look(arg);
    if (view.kind === "either") return view.arms.some((arm) => this.#isSpelled(arm));
    return view.kind === "literal" ? isTelling(view.value) : this.#file.isSpelledCloseCode(arg);
  }

  #isTelling(arg: Node): boolean {
    const { syntax } = this.#file;
    const { kind } = syntax.look(arg);
    // Only a flow could tell what a parameter is given, and it costs more than all the rest.
    if (kind === "identifier" && syntax.binding(arg, "value")?.kind === "parameter")
      return this.#file.isSpelledCloseCode(arg);
    if (!["literal", "identifier", "member", "either"].includes(kind)) return false;
    return this.#file.constants
      .armsOf(arg)
      .every((arm) =>
        arm.static.known ? isTelling(arm.static.value) : this.#file.isSpelledCloseCode(arm.node),
      );
  }
}
