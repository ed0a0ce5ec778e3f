/**
 * What a section of the bench hands back.
 */
import type { FigureName } from "./budgets.ts";

/** One section of the page: Markdown, and the figures that have a budget. */
export interface Section {
  readonly text: readonly string[];
  readonly figures: Partial<Readonly<Record<FigureName, number>>>;
}

/**
 * Measures one section.
 *
 * @param quick - in less than a minute: less of everything, and noisier
 */
export type Measure = (quick: boolean) => Section | Promise<Section>;

/** A table in Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...rows.map(line), ""];
}
