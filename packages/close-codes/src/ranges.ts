import { codeRanges, registry, type Reference } from "./references.ts";

/** Both ends belong to it. */
export type Interval = readonly [from: number, to: number];

export type CodeRangeId =
  "not-used" | "protocol" | "unassigned" | "library" | "private-use" | "outside";

/** A stretch of the 65,536 numbers that a Close frame has room for, and what it is kept for. */
export interface CodeRange {
  readonly from: number;
  /** The last code, included. */
  readonly to: number;
  readonly id: CodeRangeId;
  readonly references: readonly Reference[];
}

/**
 * All numbers from 0 to 65535, without a gap or an overlap, in ascending order.
 *
 * @see RFC 6455, sections 7.4.2 and 11.7: the registry holds 1000-4999
 */
export const ranges: readonly CodeRange[] = [
  { from: 0, to: 999, id: "not-used", references: [codeRanges] },
  { from: 1000, to: 1015, id: "protocol", references: [codeRanges, registry] },
  { from: 1016, to: 2999, id: "unassigned", references: [codeRanges, registry] },
  { from: 3000, to: 3999, id: "library", references: [codeRanges, registry] },
  { from: 4000, to: 4999, id: "private-use", references: [codeRanges] },
  { from: 5000, to: 65535, id: "outside", references: [registry] },
];

/** The range of a code; `undefined` for what is no integer from 0 to 65535. */
export function rangeOf(code: number): CodeRange | undefined {
  if (!Number.isInteger(code)) return undefined;
  return ranges.find(({ from, to }) => code >= from && code <= to);
}

/** Whether a code lies in one of the intervals. */
export function liesIn(code: number, intervals: readonly Interval[]): boolean {
  return intervals.some(([from, to]) => code >= from && code <= to);
}
