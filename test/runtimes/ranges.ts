/** Sets of close codes, written as people write them: "1000-1003". */

/** Compresses ascending codes to ranges. */
export function toRanges(codes: readonly number[]): string[] {
  const ranges: string[] = [];
  for (let from = 0; from < codes.length;) {
    let to = from;
    while (codes[to + 1] === (codes[to] ?? 0) + 1) to++;
    ranges.push(from === to ? `${codes[from]}` : `${codes[from]}-${codes[to]}`);
    from = to + 1;
  }
  return ranges;
}

/** The codes of ranges, ends included. */
export function codesIn(ranges: readonly string[]): number[] {
  return ranges.flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** Whether a code lies in one of the ranges, ends included. */
export function inRanges(code: number, ranges: readonly string[]): boolean {
  return ranges.some((range) => {
    const [from, to = from] = range.split("-").map(Number);
    return from !== undefined && to !== undefined && code >= from && code <= to;
  });
}

/** Sorts codes by what became of them: outcome -> ranges, in the order in which outcomes first occur. */
export function groupByOutcome(
  outcomes: Iterable<readonly [code: number, outcome: string]>,
): Record<string, string[]> {
  const codes = new Map<string, number[]>();
  for (const [code, outcome] of outcomes) {
    const list = codes.get(outcome);
    if (list === undefined) codes.set(outcome, [code]);
    else list.push(code);
  }
  return Object.fromEntries([...codes].map(([outcome, list]) => [outcome, toRanges(list)]));
}

/** The reverse: the outcome of each code, at the code's own index. */
export function outcomesByCode(groups: Record<string, string[]>): (string | undefined)[] {
  const outcomes = new Array<string | undefined>(65_536).fill(undefined);
  for (const [outcome, ranges] of Object.entries(groups)) {
    for (const range of ranges) {
      const [from = 0, to = from] = range.split("-").map(Number);
      outcomes.fill(outcome, from, to + 1);
    }
  }
  return outcomes;
}

/** What a grouped table says of one code. */
export function outcomeOf(code: number, groups: Record<string, string[]>): string | undefined {
  return Object.entries(groups).find(([, ranges]) => inRanges(code, ranges))?.[0];
}
