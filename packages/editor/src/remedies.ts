import type { Texts } from "ws-close-codes";
import {
  codeAt,
  sentenceOf,
  type Range,
  type Remedy,
  type TextEdit,
} from "ws-close-codes-analysis";
import type { AnalysedFile } from "./file.ts";
import { reportsOn } from "./reports.ts";

/** A change that mends something, for the user to choose. */
export interface Action {
  /** What it does, in a sentence. */
  readonly title: string;
  /** In the order of the text. */
  readonly edits: readonly TextEdit[];
}

export function actionOf(remedy: Remedy, texts: Texts): Action {
  return {
    title: sentenceOf(remedy, texts),
    edits: remedy.edits.toSorted((a, b) => a.range.start - b.range.start),
  };
}

/**
 * The remedies for what stands under the cursor, where nothing is reported; where diagnostics are
 * on, these bring their own.
 */
export function remediesAt(file: AnalysedFile, { start, end }: Range): readonly Action[] {
  if (file.options.diagnostics !== "off") return [];
  const { sites } = file;
  const site = codeAt(sites, start)?.site ?? sites.around(start);
  if (!site) return [];
  const actions = reportsOn(site, file)
    .filter(({ range }) => range.start <= start && end <= range.end)
    .flatMap(({ remedies }) => remedies)
    .map((remedy) => actionOf(remedy, file.texts));
  return actions.filter(
    ({ title }, index) => actions.findIndex((one) => one.title === title) === index,
  );
}
