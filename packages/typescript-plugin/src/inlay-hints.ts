import type ts from "typescript";
import { inlayHintsIn } from "ws-close-codes-editor";
import type { Analysis } from "./analysis.ts";

/** Adds the names of codes behind bare numbers to TypeScript's own hints. */
export function inlayHints(
  analysis: Analysis,
  prior: ts.InlayHint[],
  fileName: string,
  { start, length }: ts.TextSpan,
): ts.InlayHint[] {
  const file = analysis.options.inlayHints ? analysis.file(fileName) : undefined;
  if (!file) return prior;
  const own = inlayHintsIn(file, { start, end: start + length }).map(({ text, offset }) => ({
    text,
    position: offset,
    kind: "Enum" as ts.InlayHintKind,
    whitespaceBefore: true,
  }));
  return own.length === 0 ? prior : [...prior, ...own];
}
