import type { File } from "../sites/file.ts";
import type { Node, ViewOf } from "../syntax.ts";

/** What a condition may come to; `undefined` where only the program knows, which then looks at the code. */
export type Outcomes = ReadonlySet<boolean> | undefined;

const ALWAYS: Outcomes = new Set([true]);
const NEVER: Outcomes = new Set([false]);
const EITHER: Outcomes = new Set([true, false]);

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "===": (a, b) => a === b,
  "==": (a, b) => a === b,
  "!==": (a, b) => a !== b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** What expressions have to do with a received close. */
export interface Received {
  /** Whether it names anything of that close, or what the program has made of it. */
  isAbout(node: Node): boolean;
  isCode(node: Node): boolean;
  isEvent(node: Node): boolean;
}

/** A received close, supposed to have one code: what do the conditions of the program come to then? */
export class Supposition {
  readonly #file: File;
  readonly #received: Received;
  readonly #code: number;

  constructor(file: File, received: Received, code: number) {
    this.#file = file;
    this.#received = received;
    this.#code = code;
  }

  outcomesOf(condition: Node): Outcomes {
    if (!this.#received.isAbout(condition)) return EITHER;
    if (this.#received.isCode(condition) || this.#received.isEvent(condition)) return ALWAYS;
    const view = this.#file.syntax.look(condition);
    switch (view.kind) {
      case "unary":
        return view.operator === "!" ? negated(this.outcomesOf(view.operand)) : undefined;
      case "binary":
        return this.#ofComparison(view);
      case "either":
        return this.#ofEither(view);
      default:
        return undefined;
    }
  }

  /** The index of the clause that a `switch` leads to, -1 for none; nothing where only the program knows. */
  clauseOf({ subject, cases }: ViewOf<"switch">): number | undefined {
    const code = this.#valueOf(subject);
    const tests = cases.map(({ test }) => test && this.#valueOf(test));
    if (code === undefined || cases.some(({ test }, n) => test && tests[n] === undefined))
      return undefined;
    const matching = tests.indexOf(code);
    return matching >= 0 ? matching : tests.indexOf(undefined);
  }

  #ofComparison({ left, operator, right }: ViewOf<"binary">): Outcomes {
    const compare = COMPARISONS[operator];
    const [a, b] = [left, right].map((side) => side && this.#valueOf(side));
    if (!compare || a === undefined || b === undefined) return undefined;
    return compare(a, b) ? ALWAYS : NEVER;
  }

  #valueOf(node: Node): number | undefined {
    if (this.#received.isCode(node) && this.#received.isAbout(node)) return this.#code;
    const value = this.#file.constants.valueOf(node);
    if (!value.known) return undefined;
    // NaN compares with a code as `undefined` does.
    if (value.value === undefined || value.value === null) return NaN;
    return typeof value.value === "number" ? value.value : undefined;
  }

  #ofEither({ operator, arms }: ViewOf<"either">): Outcomes {
    if (operator !== "&&" && operator !== "||") return undefined;
    const decides = operator === "||";
    const [first, second] = arms.map((arm) => this.outcomesOf(arm));
    if (isOnly(first, decides) || isOnly(second, decides)) return decides ? ALWAYS : NEVER;
    return first && second && new Set([...first, ...second]);
  }
}

function negated(outcomes: Outcomes): Outcomes {
  return outcomes && new Set([...outcomes].map((outcome) => !outcome));
}

function isOnly(outcomes: Outcomes, outcome: boolean): boolean {
  return outcomes?.size === 1 && outcomes.has(outcome);
}
