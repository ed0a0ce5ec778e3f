import type ts from "typescript";
import type { Texts } from "ws-close-codes";
import { sentenceOf } from "ws-close-codes-analysis";
import type { Analysis } from "./analysis.ts";
import type { Severity } from "./options.ts";
import { reportsOf, rules, type RuleName } from "./reports.ts";

const SOURCE = "ws-close-codes";

/** A number that has a name is no fault: it is never more than a suggestion. */
function severityOf(rule: RuleName, severity: Severity): Severity {
  return rule === "prefer-named-close-code" && severity !== "off" ? "suggestion" : severity;
}

/**
 * Adds what the rules report to TypeScript's own diagnostics.
 *
 * @param suggestions whether those are TypeScript's suggestions, or its errors and warnings
 */
export function diagnostics<D extends ts.Diagnostic>(
  analysis: Analysis,
  texts: Texts,
  prior: D[],
  fileName: string,
  { suggestions }: { readonly suggestions: boolean },
): D[] {
  const { typescript, options } = analysis;
  if (options.diagnostics === "off") return prior;
  const file = analysis.file(fileName);
  if (!file) return prior;
  const categories = {
    suggestion: typescript.DiagnosticCategory.Suggestion,
    warning: typescript.DiagnosticCategory.Warning,
    error: typescript.DiagnosticCategory.Error,
  };
  const own = reportsOf(file, analysis, texts).flatMap((report): ts.DiagnosticWithLocation | [] => {
    const severity = severityOf(report.rule, options.diagnostics);
    if (severity === "off" || (severity === "suggestion") !== suggestions) return [];
    return {
      file: file.sourceFile,
      start: report.range.start,
      length: report.range.end - report.range.start,
      messageText: sentenceOf(report, texts),
      category: categories[severity],
      code: rules[report.rule],
      source: SOURCE,
    };
  });
  return own.length === 0 ? prior : [...prior, ...(own as unknown as D[])];
}
