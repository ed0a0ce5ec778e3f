import {
  explainForwarded,
  judgeSent,
  unforwardable,
  type Target,
  type Texts,
} from "ws-close-codes";
import { replaceCode } from "../edits.ts";
import { declarationAt } from "../flow/bindings.ts";
import { textOf } from "../places.ts";
import { quote } from "../quote.ts";
import { isExpectedToThrow } from "../sites/expected-throw.ts";
import type { File } from "../sites/file.ts";
import { isBound } from "../sites/invocation.ts";
import type { Site, Slot } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Node, Syntax } from "../syntax.ts";
import { Guards } from "./guards.ts";
import type { Remedy, Report } from "./report.ts";

/** Received codes that are passed on to a send as they came. Names alone are no proof of one. */
export function forwardedCodes(site: Site, sites: Sites, texts: Texts): readonly Report[] {
  const { file } = sites;
  if (site.form !== "call" || site.evidence === "convention") return [];
  if (site.types.some((type) => type.get("forwards"))) return [];
  const guards = new Guards(file);
  const call = file.syntax.look(site.node);
  // `on("close", socket.close.bind(socket))`: nobody is there to look at the code.
  const isHandler = call.kind === "call" && isBound(call, file.syntax);
  // `socket.close.bind(socket, code)` is called who knows when.
  const slots = site.slots.filter(({ node }) =>
    isHandler ? node === site.node : guards.isReceivedCode(node),
  );
  if (slots.length === 0) return [];
  const unsendable = unforwardable(site.target);
  return slots.flatMap((slot): Report | [] => {
    const through = isHandler
      ? unsendable
      : guards.letThrough(unsendable, slot.node, site.node, throwsIn(site.target));
    if (through.length === 0) return [];
    const handlers = isHandler ? [site.node] : guards.handlersAt(slot.node);
    if (isClosedAlready(site, handlers, file) || isExpectedToThrow(site.node, file)) return [];
    const found = explainForwarded(site.target, quote(site, slot, file.syntax), texts, through);
    if (!found) return [];
    const { id, data } = found;
    return { id, data, range: slot.range, remedies: guarded(site, slot, file) };
  });
}

function throwsIn({ profiles }: Target): boolean {
  return !profiles.includes("endpoint-unchecked");
}

/**
 * `socket.on("close", (code) => socket.close(code))`: `ws` returns before it looks at the code, and
 * whoever asks for the `readyState` before does not come that far.
 */
function isClosedAlready(
  { node, target, subject }: Site,
  handlers: readonly Node[],
  { syntax, flow }: File,
): boolean {
  if (!subject || handlers.length === 0) return false;
  if (target.api !== "ws" && !isOpenOnly(node, syntax)) return false;
  return handlers.every((handler) => {
    const around = syntax.parent(handler);
    const view = around && syntax.look(around);
    const member = view?.kind === "call" ? view.callee : view?.kind === "assignment" && view.target;
    const listened = member && syntax.look(member);
    if (!listened || listened.kind !== "member") return false;
    const { object } = listened;
    if (isSame(object, subject, syntax)) return true;
    // `this.socket = socket; socket.on("close", () => this.socket.close())`
    const asked = syntax.look(subject);
    return (
      asked.kind === "member" &&
      asked.name !== undefined &&
      flow.members.index
        .assignmentsTo(asked.name)
        .some(({ value: written }) => isSame(written, object, syntax))
    );
  });
}

/** Whether a condition around a call asks for a `readyState`. */
function isOpenOnly(call: Node, syntax: Syntax): boolean {
  for (let at: Node | undefined = call; at; at = syntax.parent(at)) {
    const view = syntax.look(at);
    if (view.kind === "if" && textOf(view.test, syntax).includes("readyState")) return true;
    if (view.kind === "function") return false;
  }
  return false;
}

/** Whether two expressions are spelled alike; of two names, whether they are one variable. */
function isSame(a: Node, b: Node, syntax: Syntax): boolean {
  return (
    textOf(a, syntax) === textOf(b, syntax) && declarationAt(a, syntax) === declarationAt(b, syntax)
  );
}

/** Sends 1000, or the code that stands behind `||` or `??`, in the place of what may not be sent. */
function guarded(site: Site, slot: Slot, { syntax, constants }: File): readonly Remedy[] {
  const code = textOf(slot.node, syntax);
  const outer = syntax.parent(slot.node);
  const view = outer && syntax.look(outer);
  const inEither = view?.kind === "either" && view.operator !== "?:" && outer === site.code;
  const simple = slot.node === site.code;
  if (!site.code || (!simple && !(inEither && view.arms[0] === slot.node))) return [];
  // `code as 1000`, `code!`: what is said of the code is not said of the other.
  const { end } = syntax.range(site.code);
  if (code.includes("?.") || !/^\s*[,)}]/.test(syntax.text.slice(end))) return [];
  const fallback = inEither ? constants.valueOf(view.arms[1]) : undefined;
  const sent = fallback?.known === true && isSent(fallback.value, site.target);
  const instead = inEither && sent ? textOf(view.arms[1], syntax) : "1000";
  const text = guardedBy(code, instead, site.target);
  const edits = simple
    ? replaceCode({ ...site, slots: [slot] }, slot, text, syntax)
    : [{ range: syntax.range(site.code), text }];
  return edits ? [{ id: "guard-code", data: { instead }, edits }] : [];
}

function isSent(value: unknown, target: Target): boolean {
  return typeof value === "number" && judgeSent(value, target) === undefined;
}

function guardedBy(code: string, fallback: string, { profiles }: Target): string {
  return profiles.includes("browser")
    ? `${code} === 1000 || (${code} >= 3000 && ${code} <= 4999) ? ${code} : ${fallback}`
    : `${code} === 1005 || ${code} === 1006 || ${code} === 1015 ? ${fallback} : ${code}`;
}
