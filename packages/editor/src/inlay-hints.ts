import { describe, registeredCode } from "ws-close-codes";
import type { Range } from "ws-close-codes-analysis";
import type { AnalysedFile } from "./file.ts";

/** A name that is shown behind a number. */
export interface InlayHint {
  readonly text: string;
  readonly offset: number;
}

/** The names of the codes that stand as bare numbers in a range: `1001`, then a faint `Going Away`. */
export function inlayHintsIn(file: AnalysedFile, range: Range): readonly InlayHint[] {
  const { options, sites, texts } = file;
  if (!options.inlayHints) return [];
  // A bound stands for many codes: `code >= 1000` has nothing to do with Normal Closure.
  const slots = sites
    .withCode()
    .flatMap(({ form, slots: found }) => (form === "range" ? [] : found));
  return slots.flatMap(({ bare, static: s, range: { start, end } }): InlayHint | [] => {
    if (!bare || !s.known || typeof s.value !== "number" || !registeredCode(s.value)) return [];
    if (end < range.start || start > range.end) return [];
    return { text: describe(s.value, texts)?.name ?? "", offset: end };
  });
}
