import type ts from "typescript";
import { diagnosticsOf, remediesAt, rules } from "ws-close-codes-editor";
import type { Analysis } from "./analysis.ts";
import { fileChanges } from "./edits.ts";

const NAME = "ws-close-codes";

/** What TypeScript keeps of all code fixes, its own and others'; internal to it. */
interface CodeFixRegistry {
  registerCodeFix?(registration: {
    readonly errorCodes: readonly number[];
    getCodeActions(): undefined;
  }): void;
}

const registered = new WeakSet<object>();

/** Makes editors ask for fixes of our diagnostics: they ask only for those that TypeScript lists. */
export function registerCodeFixes(typescript: typeof ts): void {
  const { codefix } = typescript as unknown as { codefix?: CodeFixRegistry };
  if (!codefix?.registerCodeFix || registered.has(codefix)) return;
  registered.add(codefix);
  codefix.registerCodeFix({ errorCodes: Object.values(rules), getCodeActions: () => undefined });
}

/** Adds what mends the diagnostics that stand exactly here. */
export function codeFixes(
  analysis: Analysis,
  prior: readonly ts.CodeFixAction[],
  fileName: string,
  start: number,
  end: number,
  errorCodes: readonly number[],
): readonly ts.CodeFixAction[] {
  const file = errorCodes.some((code) => Object.values<number>(rules).includes(code))
    ? analysis.file(fileName)
    : undefined;
  if (!file) return prior;
  const own = diagnosticsOf(file)
    .filter(
      ({ rule, range }) =>
        errorCodes.includes(rules[rule]) && range.start === start && range.end === end,
    )
    .flatMap(({ actions }) => actions)
    .map(({ title, edits }) => ({
      fixName: NAME,
      description: title,
      changes: [fileChanges(fileName, edits)],
    }));
  return [...prior, ...own];
}

/** Offers the same under the cursor where nothing is reported. */
export function refactors(
  analysis: Analysis,
  prior: ts.ApplicableRefactorInfo[],
  fileName: string,
  place: number | ts.TextRange,
): ts.ApplicableRefactorInfo[] {
  const remedies = remediesIn(analysis, fileName, place);
  if (remedies.length === 0) return prior;
  const actions = remedies.map(({ title }, index) => ({
    name: String(index),
    description: title,
    kind: "refactor.rewrite.close-code",
  }));
  return [...prior, { name: NAME, description: NAME, actions }];
}

export function refactorEdits(
  analysis: Analysis,
  prior: ts.RefactorEditInfo | undefined,
  fileName: string,
  place: number | ts.TextRange,
  refactor: string,
  action: string,
): ts.RefactorEditInfo | undefined {
  if (refactor !== NAME) return prior;
  const remedy = remediesIn(analysis, fileName, place)[Number(action)];
  return remedy && { edits: [fileChanges(fileName, remedy.edits)] };
}

function remediesIn(analysis: Analysis, fileName: string, place: number | ts.TextRange) {
  const file = analysis.options.diagnostics === "off" ? analysis.file(fileName) : undefined;
  const { pos, end } = typeof place === "number" ? { pos: place, end: place } : place;
  return file ? remediesAt(file, { start: pos, end }) : [];
}
