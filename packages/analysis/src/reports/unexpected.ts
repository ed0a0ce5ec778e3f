import { explainReceived, judgeReceived, type ReceiveFault, type Texts } from "ws-close-codes";
import { replaceCode } from "../edits.ts";
import { quote } from "../quote.ts";
import type { Form, Site } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Remedy, Report } from "./report.ts";
import { isSurelyReceived } from "./surely-received.ts";

/** Where a code is asked for by its value. */
const EQUALITY: ReadonlySet<Form> = new Set(["comparison", "switch", "membership"]);
const RESERVED: ReadonlySet<unknown> = new Set([1004, 1005, 1006, 1015]);
const LOOSE: ReadonlySet<string | undefined> = new Set(["==", "!="]);

/** Comparisons with what no peer sends; what may hold something else may well be compared with it. */
export function unexpectedCodes(site: Site, sites: Sites, texts: Texts): readonly Report[] {
  if (site.evidence === "convention") return [];
  const { subject } = site;
  const { syntax } = sites.file;
  return site.slots.flatMap((slot): Report | [] => {
    const value = slot.static.known ? slot.static.value : undefined;
    const fault = unexpected(value, site);
    if (!fault || !subject || !isSurelyReceived(subject, sites.file)) return [];
    // `"999"` is never sent either where `==` makes a number of it.
    const code = fault === "never-sent" ? Number(value) : value;
    const { id, data } = explainReceived(fault, code, quote(site, slot, syntax), texts);
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
  site: Pick<Site, "form" | "operator" | "slots" | "alsoReceives">,
): ReceiveFault | undefined {
  const { form, operator } = site;
  if (isOwn(value, site) || (value === 1004 && listsReserved(site))) return undefined;
  if (EQUALITY.has(form)) return judgeReceived(LOOSE.has(operator) ? coerced(value) : value);
  // A bound may be any number, and a string is compared as the number that it spells.
  return form === "range" && typeof value === "string" && Number.isNaN(Number(value))
    ? "impossible"
    : undefined;
}

/** A code that the API reports beside those of a Close frame. */
function isOwn(value: unknown, { alsoReceives = [] }: Pick<Site, "alsoReceives">): boolean {
  return alsoReceives.some(
    ([from, to]) => typeof value === "number" && from <= value && value <= to,
  );
}

/** `[1004, 1005, 1006, 1015].includes(code)`: a list of what may not be sent on. */
function listsReserved({ form, slots }: Pick<Site, "form" | "slots">): boolean {
  return form === "membership" && slots.every(({ static: s }) => s.known && RESERVED.has(s.value));
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
