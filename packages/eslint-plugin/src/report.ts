import type { AST, Rule } from "eslint";
import type { Range, Report, TextEdit } from "ws-close-codes-analysis";

/**
 * Reports at a range of the text, which need not be a node of ESTree.
 *
 * @param fixed whether the first remedy is a fix and no mere suggestion
 */
export function report(
  context: Rule.RuleContext,
  { id, data, range, remedies }: Report,
  fixed = false,
): void {
  const [fix] = fixed ? remedies : [];
  context.report({
    loc: locationOf(context, range),
    messageId: id,
    data: { ...data },
    ...(fix && { fix: fixerOf(fix.edits) }),
    suggest: (fixed ? [] : remedies).map((remedy) => ({
      messageId: remedy.id,
      data: { ...remedy.data },
      fix: fixerOf(remedy.edits),
    })),
  });
}

function locationOf({ sourceCode }: Rule.RuleContext, { start, end }: Range): AST.SourceLocation {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}

function fixerOf(edits: readonly TextEdit[]): Rule.ReportFixer {
  return (fixer) =>
    edits.map(({ range, text }) => fixer.replaceTextRange([range.start, range.end], text));
}
