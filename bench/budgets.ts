/**
 * What may be spent.
 */

interface Budget {
  readonly unit: "%" | "ms" | "MB" | "kB" | "";
  readonly target: number;
}

export const budgets = {
  "linting, of what the ten selectors cost": { unit: "%", target: 100 },
  "linting, of parsing": { unit: "%", target: 1 },
  "growth by files, exponent": { unit: "", target: 1.1 },
  "growth by length of a file, exponent": { unit: "", target: 1.1 },
  "growth by sites of a file, exponent": { unit: "", target: 1.1 },
  "typed linting, of the program's build": { unit: "%", target: 1 },
  "questions to the checker, by undecided candidate": { unit: "", target: 1 },
  "hover on a code, adds at the median": { unit: "ms", target: 0.3 },
  "hover on a code, adds at the 99th percentile": { unit: "ms", target: 2 },
  "all else in tsserver by default, of what is noise": { unit: "%", target: 100 },
  "diagnostics and hints after an edit, where they are on, of TypeScript's own": {
    unit: "%",
    target: 50,
  },
  "memory of tsserver, adds": { unit: "MB", target: 5 },
  // 20 ms on a machine where eslint-utils takes 7.
  "import of the ESLint plugin after ESLint, of what eslint-utils takes": {
    unit: "",
    target: 20 / 7,
  },
  "the ESLint plugin and the facts, installed": { unit: "kB", target: 400 },
} as const satisfies Readonly<Record<string, Budget>>;

/** A figure with a budget. */
export type FigureName = keyof typeof budgets;

/** Whether a figure meets its target, and the sentence that says it. */
export function judge(
  name: FigureName,
  value: number,
): { readonly met: boolean; readonly says: string } {
  const { unit, target }: Budget = budgets[name];
  const show = (figure: number): string => `${Number(figure.toPrecision(3))} ${unit}`.trim();
  const met = value <= target;
  return {
    met,
    says: `${met ? "met" : "missed"}: ${name} ${show(value)}, target ${show(target)}.`,
  };
}
