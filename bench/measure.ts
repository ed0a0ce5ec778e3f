/**
 * CPU time, and what several measurements of the same thing come to.
 *
 * Other work on the machine makes everything dearer for a while. So what is compared is measured in
 * turn, round by round; a difference is one between two costs of the same round; and of all rounds
 * the median counts.
 */

/** Milliseconds of CPU time that the process spends on some work, its other threads included. */
export function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Leaves nothing that whoever allocates next would pay for: what lives through it twice is old. */
export function collectYoung(): void {
  globalThis.gc?.(true);
  globalThis.gc?.(true);
}

/**
 * Measures several ways of doing the same, in turn. Each round begins with another one, so that none
 * profits from its place.
 *
 * @param measure - the cost of one of them
 * @returns its costs, round by round
 */
export async function inTurn<Way>(
  ways: readonly Way[],
  rounds: number,
  measure: (way: Way, round: number) => number | Promise<number>,
): Promise<readonly (readonly number[])[]> {
  const costs = ways.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < ways.length; i++) {
      const place = (i + round) % ways.length;
      const cost = await measure(ways[place] as Way, round);
      costs[place]?.push(cost);
    }
  return costs;
}

/** What something costs beyond something else that was measured beside it, round by round. */
export function beyond(costs: readonly number[], base: readonly number[]): readonly number[] {
  return costs.map((cost, round) => cost - (base[round] ?? Number.NaN));
}

/** Costs of two parts of the same work, added round by round. */
export function together(some: readonly number[], others: readonly number[]): readonly number[] {
  return some.map((cost, round) => cost + (others[round] ?? Number.NaN));
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param at - between 0 and 1 */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const [below = Number.NaN, above = below] = sorted.slice(
    Math.floor(place),
    Math.floor(place) + 2,
  );
  return below + (above - below) * (place % 1);
}

/** The median, and the quartiles around it: how far one may trust it. */
export function spread(values: readonly number[], digits = 2): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((at) => quantile(values, at).toFixed(digits));
  return `${middle} (${low} to ${high})`;
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
