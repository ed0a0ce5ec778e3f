import { sentenceOf, type Range } from "ws-close-codes-analysis";
import type { AnalysedFile } from "./file.ts";
import type { Options, Severity } from "./options.ts";
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
  if (options.diagnostics === "off") return [];
  return reportsOf(file).flatMap((report): Diagnostic | [] => {
    const { rule, range, remedies } = report;
    const severity = severityOf(rule, options);
    if (severity === "off") return [];
    const actions = remedies.map((remedy) => actionOf(remedy, texts));
    return { rule, severity, range, message: sentenceOf(report, texts), actions };
  });
}

function severityOf(rule: RuleName, { diagnostics, rules }: Options): Severity {
  const own = rules[rule];
  if (own !== undefined) return own;
  // A number that has a name is no fault, and neither is a close without a code.
  if (rule === "prefer-named-close-code") return "suggestion";
  return rule === "require-close-code" ? "off" : diagnostics;
}
