import { sentenceOf, type Range } from "ws-close-codes-analysis";
import type { AnalysedFile } from "./file.ts";
import type { Severity } from "./options.ts";
import { actionOf, type Action } from "./remedies.ts";
import { reportsOf, type RuleName } from "./reports.ts";

/** Whose diagnostics these are, as editors show it beside them. */
export const SOURCE = "ws-close-codes";

/** What a rule says, as loud as the user wants it. */
export interface Diagnostic {
  readonly rule: RuleName;
  readonly severity: Exclude<Severity, "off">;
  readonly range: Range;
  readonly message: string;
  readonly actions: readonly Action[];
}

/** What the rules report of a file; nothing where the user has switched that off. */
export function diagnosticsOf(file: AnalysedFile): readonly Diagnostic[] {
  const { options, texts } = file;
  const { diagnostics: severity } = options;
  if (severity === "off") return [];
  return reportsOf(file).map((report) => ({
    rule: report.rule,
    // A number that has a name is no fault: it is never more than a suggestion.
    severity: report.rule === "prefer-named-close-code" ? "suggestion" : severity,
    range: report.range,
    message: sentenceOf(report, texts),
    actions: report.remedies.map((remedy) => actionOf(remedy, texts)),
  }));
}
