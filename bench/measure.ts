/**
 * CPU time, and what several measurements of the same thing come to.
 */

/** Milliseconds of CPU time that the process spends on some work, its other threads included. */
export function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param at - between 0 and 1 */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

/** A cost, and the two that the even and the odd rounds come to: how far one may trust it. */
export interface Cost {
  readonly cost: number;
  readonly halves: readonly [number, number];
}

/**
 * What something costs beyond something else that was measured beside it. Other work on the machine
 * only ever adds, so the least of the rounds is the nearest to the truth.
 *
 * @param rounds - costs of the same work, round by round, in pieces that are the same in each round
 */
export function costBeyond(
  rounds: readonly (readonly number[])[],
  base: readonly (readonly number[])[],
): Cost {
  const leastOf = (all: readonly (readonly number[])[]): number =>
    (all[0] ?? [])
      .map((_, piece) => Math.min(...all.map((round) => round[piece] ?? Number.NaN)))
      .reduce((sum, least) => sum + least, 0);
  const beyond = (keep: (round: number) => boolean): number =>
    leastOf(rounds.filter((_, i) => keep(i))) - leastOf(base.filter((_, i) => keep(i)));
  return {
    cost: beyond(() => true),
    halves: [beyond((round) => round % 2 === 0), beyond((round) => round % 2 === 1)],
  };
}

/** The `k` of `cost = c * size^k` that fits best: 1 is linear. */
export function exponent(sizes: readonly number[], costs: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = costs.map(Math.log);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((value, i) => (value - x) * ((ys[i] ?? y) - y)));
  return covariance / mean(xs.map((value) => (value - x) ** 2));
}
