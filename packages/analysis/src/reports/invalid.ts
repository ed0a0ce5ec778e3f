import { explainSent, judgeSent, type SendVerdict, type Texts } from "ws-close-codes";
import { replaceCode, swapArguments } from "../edits.ts";
import { textOf } from "../places.ts";
import { quote, written } from "../quote.ts";
import { isExpectedToThrow } from "../sites/expected-throw.ts";
import type { File } from "../sites/file.ts";
import type { Site, Slot } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Syntax } from "../syntax.ts";
import { Guards } from "./guards.ts";
import type { Remedy, Report } from "./report.ts";

/** Sent codes that the API rejects, or that no endpoint may send. */
export function invalidCodes(site: Site, sites: Sites, texts: Texts): readonly Report[] {
  if (site.role !== "send") return [];
  const { syntax } = sites.file;
  const reports = site.slots.flatMap((slot): Report | [] => {
    const { range } = slot;
    const value = slot.static.known ? slot.static.value : undefined;
    const verdict = judgeSent(value, site.target);
    if (isSwapped(site, slot, verdict, sites)) {
      const remedy = {
        id: "swap-arguments",
        data: {},
        edits: swapArguments(site, syntax),
      } as const;
      return {
        id: "swapped-arguments",
        data: quoteSwapped(site, syntax),
        range,
        remedies: [remedy],
      };
    }
    if (!verdict || isHeldBack(site, slot, sites.file)) return [];
    const { id, data } = explainSent(verdict, quote(site, slot, syntax), texts);
    const remedies = verdict.instead.flatMap((instead): Remedy | [] => {
      const edits = replaceCode(site, slot, String(instead), syntax);
      const words = { code: written(value), instead: String(instead) };
      return edits ? { id: "replace-code", data: words, edits } : [];
    });
    return { id, data, range, remedies };
  });
  return reports.length > 0 && isExpectedToThrow(site.node, sites.file) ? [] : reports;
}

/** Whether the program asks for one of several codes before it sends them: `if (code !== 1006)`. */
function isHeldBack({ node, range, slots }: Site, slot: Slot, file: File): boolean {
  const value = slot.static.known ? slot.static.value : undefined;
  const isChosen = slots.some((other) => other !== slot && other.node === slot.node);
  const isDefault = slot.range.end <= range.start;
  const given = isDefault ? slots.find((other) => !other.static.known)?.node : undefined;
  const name = isChosen ? slot.node : given;
  if (name === undefined || typeof value !== "number") return false;
  return !new Guards(file).mayReach(value, name, node);
}

/** `close("bye", 4000)`: text where the code should be, and a code that may be sent behind it. */
function isSwapped(
  { node, target, code, reason, slots }: Site,
  slot: Slot,
  verdict: SendVerdict | undefined,
  { file: { syntax, constants } }: Sites,
): boolean {
  if (!code || !reason || slots.length > 1 || syntax.parent(code) !== node) return false;
  const text = slot.static.known
    ? verdict?.fault === "not-a-code" && typeof verdict.code === "string"
    : syntax.kind(slot.node) === "template";
  const behind = constants.valueOf(reason);
  return (
    text &&
    behind.known &&
    typeof behind.value === "number" &&
    !target.profiles.includes("simulated") &&
    judgeSent(behind.value, target) === undefined
  );
}

function quoteSwapped({ method, code, reason }: Site, syntax: Syntax): Record<string, string> {
  const args = [code, reason].flatMap((node) => (node ? textOf(node, syntax) : []));
  return {
    call: `${method}(${args.join(", ")})`,
    instead: `${method}(${args.toReversed().join(", ")})`,
  };
}
