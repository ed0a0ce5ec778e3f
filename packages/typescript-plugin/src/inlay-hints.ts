import type ts from "typescript";
import { describe, registeredCode, type Texts } from "ws-close-codes";
import type { Analysis } from "./analysis.ts";

/** Shows the names of codes behind bare numbers: `1001`, then a faint `Going Away`. */
export function inlayHints(
  analysis: Analysis,
  texts: Texts,
  prior: ts.InlayHint[],
  fileName: string,
  span: ts.TextSpan,
): ts.InlayHint[] {
  if (!analysis.options.inlayHints) return prior;
  const slots =
    analysis
      .file(fileName)
      ?.sites.all()
      .flatMap((site) => site.slots) ?? [];
  const own = slots.flatMap(({ bare, static: s, range: { start, end } }): ts.InlayHint | [] => {
    if (!bare || !s.known || typeof s.value !== "number" || !registeredCode(s.value)) return [];
    if (end < span.start || start > span.start + span.length) return [];
    return {
      text: describe(s.value, texts)?.name ?? "",
      position: end,
      kind: "Enum" as ts.InlayHintKind,
      whitespaceBefore: true,
    };
  });
  return own.length === 0 ? prior : [...prior, ...own];
}
