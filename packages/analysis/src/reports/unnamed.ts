import { judgeSent } from "ws-close-codes";
import type { NamedCode, Naming } from "../naming.ts";
import type { Site, Slot } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Remedy, Report } from "./report.ts";

/**
 * Bare numbers at a site that have a name.
 *
 * @param naming - asked for only where there is one
 */
export function unnamedCodes(site: Site, sites: Sites, naming: () => Naming): readonly Report[] {
  if (!isNameable(site)) return [];
  const { text } = sites.file.syntax;
  return site.slots.flatMap((slot): Report | [] => {
    if (!slot.bare || isFaulty(site, slot)) return [];
    const { range } = slot;
    const names = naming().namesOf(site, slot);
    const [best] = names;
    if (!best) return [];
    const code = text.slice(range.start, range.end);
    return {
      id: "prefer-named",
      data: { name: best.expression, code },
      range,
      certain: names.length === 1 && !best.from && site.evidence !== "convention",
      remedies: names.map((name) => remedy(name, code)),
    };
  });
}

/** A bound of a range is no code: `code >= 3000` has nothing to do with Unauthorized. */
function isNameable({ role, form, evidence }: Site): boolean {
  return role === "send" || (role === "receive" && form !== "range" && evidence !== "convention");
}

/** One fault, one report: a name makes a code readable, not right. */
function isFaulty({ role, target }: Site, { static: value }: Slot): boolean {
  return role === "send" && value.known && judgeSent(value.value, target) !== undefined;
}

function remedy({ expression, from, edits }: NamedCode, code: string): Remedy {
  const data = { name: expression, code };
  if (!from) return { id: "use-name", data, edits };
  return { id: "import-name", data: { ...data, module: from.module }, edits };
}
