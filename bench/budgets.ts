/**
 * What may be spent. `target` is what we want, `limit` what `--check` holds us to: a figure beyond
 * its target is printed as missed, one beyond its limit is a regression and fails.
 */

interface Budget {
  readonly unit: "%" | "ms" | "MB" | "";
  readonly target: number;
  readonly limit: number;
}

const budgets = {
  "linting all corpora, of what the ten selectors cost": { unit: "%", target: 100, limit: 500 },
  "linting all corpora, of parsing": { unit: "%", target: 1, limit: 15 },
  "growth by length, exponent": { unit: "", target: 1, limit: 1.2 },
  "growth by sites, exponent": { unit: "", target: 1, limit: 1.2 },
  "import of the ESLint plugin after ESLint": { unit: "ms", target: 20, limit: 70 },
} as const satisfies Readonly<Record<string, Budget>>;

/** A figure with a budget. */
export type FigureName = keyof typeof budgets;

/** Whether a figure is within its limit, and the sentence that says it. */
export function judge(
  name: FigureName,
  value: number,
): { readonly kept: boolean; readonly says: string } {
  const { unit, target, limit }: Budget = budgets[name];
  const show = (figure: number): string => `${Number(figure.toPrecision(3))} ${unit}`.trim();
  const kept = value <= limit;
  const verdict = kept ? (value <= target ? "met" : "missed") : "beyond its limit";
  const says = `${name}: ${show(value)}, ${verdict} (target ${show(target)}, limit ${show(limit)}).`;
  return { kept, says };
}
