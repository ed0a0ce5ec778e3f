import type { AST, Rule } from "eslint";
import type { Explanation, MessageId } from "ws-close-codes";
import type { Range, TextEdit } from "ws-close-codes-analysis";

/** A change that a rule proposes, in words of its own. */
export interface Suggestion {
  readonly id: MessageId;
  readonly data?: Record<string, string>;
  readonly edits: readonly TextEdit[];
}

/** Reports at a range of the text, which need not be a node of ESTree. */
export function report(
  context: Rule.RuleContext,
  range: Range,
  { id, data }: Pick<Explanation<MessageId>, "id" | "data">,
  remedies: { readonly fix?: readonly TextEdit[]; readonly suggest?: readonly Suggestion[] } = {},
): void {
  const { fix, suggest = [] } = remedies;
  context.report({
    loc: locationOf(context, range),
    messageId: id,
    data,
    ...(fix && { fix: fixerOf(fix) }),
    suggest: suggest.map((one) => ({
      messageId: one.id,
      ...(one.data && { data: one.data }),
      fix: fixerOf(one.edits),
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
