import type ts from "typescript";
import type { Texts } from "ws-close-codes";
import { codeAt, sentenceOf, type TextEdit } from "ws-close-codes-analysis";
import type { Analysis } from "./analysis.ts";
import { reportsOf, reportsOn, rules } from "./reports.ts";

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

/** Adds the remedies of the reports that stand exactly here. */
export function codeFixes(
  analysis: Analysis,
  texts: Texts,
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
  const own = reportsOf(file, analysis, texts)
    .filter(
      ({ rule, range }) =>
        errorCodes.includes(rules[rule]) && range.start === start && range.end === end,
    )
    .flatMap(({ remedies }) => remedies)
    .map((remedy) => ({
      fixName: NAME,
      description: sentenceOf(remedy, texts),
      changes: [changesOf(fileName, remedy.edits)],
    }));
  return [...prior, ...own];
}

/** Offers the same remedies under the cursor where nothing is reported. */
export function refactors(
  analysis: Analysis,
  texts: Texts,
  prior: ts.ApplicableRefactorInfo[],
  fileName: string,
  place: number | ts.TextRange,
): ts.ApplicableRefactorInfo[] {
  // Diagnostics bring them as fixes.
  if (analysis.options.diagnostics !== "off") return prior;
  const remedies = remediesAt(analysis, texts, fileName, place);
  if (remedies.length === 0) return prior;
  const actions = remedies.map((remedy, index) => ({
    name: String(index),
    description: sentenceOf(remedy, texts),
    kind: "refactor.rewrite.close-code",
  }));
  return [...prior, { name: NAME, description: NAME, actions }];
}

export function refactorEdits(
  analysis: Analysis,
  texts: Texts,
  prior: ts.RefactorEditInfo | undefined,
  fileName: string,
  place: number | ts.TextRange,
  refactor: string,
  action: string,
): ts.RefactorEditInfo | undefined {
  if (refactor !== NAME) return prior;
  const remedy = remediesAt(analysis, texts, fileName, place)[Number(action)];
  return remedy && { edits: [changesOf(fileName, remedy.edits)] };
}

function remediesAt(
  analysis: Analysis,
  texts: Texts,
  fileName: string,
  place: number | ts.TextRange,
) {
  const { start, end } =
    typeof place === "number" ? { start: place, end: place } : { start: place.pos, end: place.end };
  const file = analysis.file(fileName);
  const found = file && codeAt(file.sites, start);
  if (!file || !found || end > found.slot.range.end) return [];
  const seen = new Set<string>();
  return reportsOn(found.site, file, analysis, texts)
    .filter(({ range }) => range.start === found.slot.range.start)
    .flatMap(({ remedies }) => remedies)
    .filter((remedy) => {
      const sentence = sentenceOf(remedy, texts);
      return !seen.has(sentence) && seen.add(sentence);
    });
}

function changesOf(fileName: string, edits: readonly TextEdit[]): ts.FileTextChanges {
  const textChanges = edits
    .toSorted((a, b) => a.range.start - b.range.start)
    .map(({ range: { start, end }, text }) => ({
      span: { start, length: end - start },
      newText: text,
    }));
  return { fileName, textChanges };
}
