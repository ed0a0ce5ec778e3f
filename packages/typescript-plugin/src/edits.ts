import type ts from "typescript";
import type { Range, TextEdit } from "ws-close-codes-analysis";

export function spanOf({ start, end }: Range): ts.TextSpan {
  return { start, length: end - start };
}

export function fileChanges(fileName: string, edits: readonly TextEdit[]): ts.FileTextChanges {
  const textChanges = edits.map(({ range, text }) => ({ span: spanOf(range), newText: text }));
  return { fileName, textChanges };
}
