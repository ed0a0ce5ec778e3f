import type { AST, Rule } from "eslint";
import {
  distinctReports,
  mayHoldCodes,
  type Range,
  type Report,
  type Site,
  type Sites,
  type TextEdit,
} from "ws-close-codes-analysis";
import { forFile, type Search } from "./sites.ts";

type FindAtSite = (site: Site, sites: Sites) => readonly Report[];
type Find = (sites: Sites) => readonly Report[];

/** A rule that reports what it finds at each site of a file; see {@link forFile}. */
export function reportSites(context: Rule.RuleContext, find: FindAtSite): Rule.RuleListener {
  return reportFile(context, atEachSite.bind(undefined, find));
}

function atEachSite(find: FindAtSite, sites: Sites): readonly Report[] {
  return sites.withCode().flatMap((site) => find(site, sites));
}

/** A rule that reports what it finds in a file; see {@link forFile}. */
export function reportFile(
  context: Rule.RuleContext,
  find: Find,
  search: Search = mayHoldCodes,
): Rule.RuleListener {
  return forFile(context, reportFound.bind(undefined, find), search);
}

function reportFound(find: Find, sites: Sites, context: Rule.RuleContext): void {
  for (const one of distinctReports(find(sites))) report(context, one);
}

/** Reports at a range of the text, which need not be a node of ESTree. */
function report(
  context: Rule.RuleContext,
  { id, data, range, remedies, certain = false }: Report,
): void {
  const [fix] = certain ? remedies : [];
  context.report({
    loc: locationOf(context, range),
    messageId: id,
    data: { ...data },
    ...(fix && { fix: fixerOf(fix.edits) }),
    suggest: (certain ? [] : remedies).map((remedy) => ({
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
