import type ts from "typescript";
import { diagnosticsOf, rules, SOURCE } from "ws-close-codes-editor";
import type { Analysis } from "./analysis.ts";
import { spanOf } from "./edits.ts";

/**
 * Adds what the rules report to TypeScript's own diagnostics.
 *
 * @param suggestions whether those are TypeScript's suggestions, or its errors and warnings
 */
export function diagnostics<D extends ts.Diagnostic>(
  analysis: Analysis,
  prior: D[],
  fileName: string,
  { suggestions }: { readonly suggestions: boolean },
): D[] {
  const file = analysis.options.diagnostics === "off" ? undefined : analysis.file(fileName);
  if (!file) return prior;
  const { DiagnosticCategory } = analysis.typescript;
  const categories = {
    suggestion: DiagnosticCategory.Suggestion,
    warning: DiagnosticCategory.Warning,
    error: DiagnosticCategory.Error,
  };
  const own = diagnosticsOf(file)
    .filter(({ severity }) => (severity === "suggestion") === suggestions)
    .map(({ rule, severity, range, message }): ts.DiagnosticWithLocation => ({
      file: file.sourceFile,
      ...spanOf(range),
      messageText: message,
      category: categories[severity],
      code: rules[rule],
      source: SOURCE,
    }));
  return own.length === 0 ? prior : [...prior, ...(own as unknown as D[])];
}
