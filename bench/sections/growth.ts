/**
 * How the cost grows with the number of files, with the length of a file, and with its sites: linear
 * is what may be.
 */
import { OWN, ownConfigs } from "../configs.ts";
import type { SourceFile } from "../corpora.ts";
import { beyond, exponent, median } from "../measure.ts";
import { table, type Section } from "../section.ts";
import { measureVerify } from "../verify.ts";

const ROUNDS = 9;

export async function measureGrowth(quick: boolean): Promise<Section> {
  const configs = new Map([...(await ownConfigs())].filter(([name]) => name === OWN));
  const costOf = async (files: readonly SourceFile[]): Promise<number> => {
    const rounds = quick ? 2 : ROUNDS;
    const { costs, empty } = await measureVerify(files, configs, rounds, Infinity);
    return median(beyond(costs.get(OWN) ?? [], empty));
  };
  const fit = async (sizes: readonly number[], costAt: (size: number) => Promise<number>) => {
    const costs: number[] = [];
    for (const size of sizes) costs.push(await costAt(size));
    const cells = costs.map((cost, i) => `${sizes[i]}x ${cost.toFixed(1)} ms`);
    return { cells: cells.join(", "), exponent: exponent(sizes, costs) };
  };
  /**
   * The cost of one file of some size, as one of so many that all sizes come to the same. At least
   * two: the text of a file that was just searched is not searched again.
   */
  const fitFile = (sizes: readonly number[], make: (file: number, size: number) => SourceFile) =>
    fit(sizes, async (size) => {
      const count = (2 * Math.max(...sizes)) / size;
      return (await costOf(Array.from({ length: count }, (_, n) => make(n, size)))) / count;
    });
  const files = await fit([1, 4, 16], (size) =>
    costOf(Array.from({ length: 10 * size }, (_, n) => program(n, 10, 40))),
  );
  const length = await fitFile([1, 4, 16], (n, size) => program(n, 30 * size, 250 * size));
  const sites = await fitFile([1, 10, 100], (n, size) => program(n, 30 * size, 0));
  return {
    text: [
      "Of files of different sizes as many are measured as come to the same in all, so that none has the processor's caches for itself, and no young objects are collected meanwhile.\n",
      ...table(
        ["growing in", "CPU time", "exponent"],
        Object.entries({
          "files, of 10 sites each": files,
          "length and sites of a file": length,
          "sites of a file": sites,
        }).map(([name, { cells, exponent }]) => [name, cells, exponent.toFixed(2)]),
      ),
    ],
    figures: {
      "growth by files, exponent": files.exponent,
      "growth by length of a file, exponent": length.exponent,
      "growth by sites of a file, exponent": sites.exponent,
    },
  };
}

/** A file with so many sites, among so many functions of other kinds; no two are spelled alike. */
function program(file: number, sites: number, others: number): SourceFile {
  const text = [
    `export const file = ${file};\n`,
    ...Array.from({ length: sites }, (_, n) => site(n)),
    ...Array.from({ length: others }, (_, n) => other(n)),
  ].join("");
  return { path: `/program${file}.js`, read: () => text };
}

const site = (n: number): string => `
function open${n}(url) {
  const socket${n} = new WebSocket(url);
  socket${n}.onclose = (event) => {
    if (event.code === 1006) open${n}(url);
  };
  socket${n}.close(4000 + ${n % 900});
}
`;

const other = (n: number): string => `
function add${n}(list, item) {
  const found = list.find((one) => one.id === item.id);
  return found ? { ...found, count: found.count + ${n} } : { item, count: 0 };
}
`;
