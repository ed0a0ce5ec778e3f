import {
  explainLibraryRange,
  privateUseFor,
  rangeOf,
  registeredCode,
  type Texts,
} from "ws-close-codes";
import { replaceCode } from "../edits.ts";
import { quote } from "../quote.ts";
import type { Site } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Report } from "./report.ts";

export interface LibraryRangeOptions {
  /** Codes of 3000-3999 that this project may send. */
  readonly allow: readonly number[];
  /** Whether the codes that IANA has registered may be sent. */
  readonly allowRegistered: boolean;
}

/** Words beside a send that speak of what a registered code means. */
const MEANINGS: Readonly<Record<number, RegExp>> = {
  3000: /auth|credential|jwt|log[ _-]?in|session|sign[ _-]?in|token/i,
  3003: /access|den(?:ied|y)|forbid|permi(?:t|ssion)/i,
  3008: /deadline|expire|idle|time[ds]?[ _-]?out/i,
};
/** So many lines before a send usually say why. */
const LINES = 10;

/** Codes of 3000-3999, sent from application code. */
export function libraryRangeCodes(
  site: Site,
  sites: Sites,
  texts: Texts,
  { allow, allowRegistered }: LibraryRangeOptions,
): readonly Report[] {
  if (site.role !== "send" || site.target.profiles.includes("simulated")) return [];
  const { syntax } = sites.file;
  return site.slots.flatMap((slot): Report | [] => {
    const code = slot.static.known ? slot.static.value : undefined;
    if (typeof code !== "number" || rangeOf(code)?.id !== "library") return [];
    if (allow.includes(code)) return [];
    if (registeredCode(code) && (allowRegistered || isMeant(code, site, syntax.text))) return [];
    const { id, data } = explainLibraryRange(code, quote(site, slot, syntax), texts);
    const words = { code: String(code), instead: String(privateUseFor(code)) };
    const edits = replaceCode(site, slot, words.instead, syntax);
    const remedies = edits ? [{ id: "replace-code", data: words, edits } as const] : [];
    return { id, data, range: slot.range, remedies };
  });
}

/** Whether the lines at a send speak of what IANA has registered the code for. */
function isMeant(code: number, { range }: Site, text: string): boolean {
  const before = text.slice(0, range.start).split("\n").slice(-LINES);
  const around = [...before, text.slice(range.start, range.end)].join("\n");
  return MEANINGS[code]?.test(around) ?? false;
}
