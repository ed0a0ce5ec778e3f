import { explainReceived, judgeReceived, type ReceiveFault, type Texts } from "ws-close-codes";
import { replaceCode } from "../edits.ts";
import { quote } from "../quote.ts";
import type { Form, Site } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Remedy, Report } from "./report.ts";
import { isSurelyReceived } from "./surely-received.ts";

/** Where a code is asked for by its value. */
const EQUALITY: ReadonlySet<Form> = new Set(["comparison", "switch", "membership"]);
const LOOSE: ReadonlySet<string | undefined> = new Set(["==", "!="]);

/** Comparisons with what no peer sends; what may hold something else may well be compared with it. */
export function unexpectedCodes(site: Site, sites: Sites, texts: Texts): readonly Report[] {
  if (site.evidence === "convention") return [];
  const { subject } = site;
  const { syntax } = sites.file;
  return site.slots.flatMap((slot): Report | [] => {
    const value = slot.static.known ? slot.static.value : undefined;
    const fault = unexpected(value, site);
    if (!fault || isOwn(value, site)) return [];
    if (!subject || !isSurelyReceived(subject, sites.file)) return [];
    // `"999"` is never sent either where `==` makes a number of it.
    const code = fault === "never-sent" ? Number(value) : value;
    const { id, data } = explainReceived(fault, code, quote(site, slot, syntax.text), texts);
    const remedies = asNumber(value).flatMap((instead): Remedy | [] => {
      const edits = replaceCode(site, slot, instead, syntax);
      const words = { code: JSON.stringify(value), instead };
      return edits ? { id: "replace-code", data: words, edits } : [];
    });
    return { id, data, range: slot.range, remedies };
  });
}

/** What is wrong with comparing a received code with a value at a site. */
export function unexpected(
  value: unknown,
  { form, operator }: Pick<Site, "form" | "operator">,
): ReceiveFault | undefined {
  if (EQUALITY.has(form)) return judgeReceived(LOOSE.has(operator) ? coerced(value) : value);
  // A bound may be any number, and a string is compared as the number that it spells.
  return form === "range" && typeof value === "string" && Number.isNaN(Number(value))
    ? "impossible"
    : undefined;
}

/** A code that the API reports beside those of a Close frame. */
function isOwn(value: unknown, { alsoReceives = [] }: Site): boolean {
  return alsoReceives.some(
    ([from, to]) => typeof value === "number" && from <= value && value <= to,
  );
}

/** What `==` and `!=` compare a number with. */
function coerced(value: unknown): unknown {
  return value === undefined || value === null ? value : Number(value);
}

/** `"1006"` was meant to be 1006. */
function asNumber(value: unknown): readonly string[] {
  if (typeof value !== "string" || !/^\d{4}$/u.test(value)) return [];
  return judgeReceived(Number(value)) === undefined ? [value] : [];
}
