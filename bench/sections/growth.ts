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
  const fit = async (
    sizes: readonly number[],
    filesOf: (size: number) => readonly SourceFile[],
  ) => {
    const costs: number[] = [];
    for (const size of sizes) {
      const measured = await measureVerify(filesOf(size), configs, quick ? 2 : ROUNDS);
      costs.push(median(beyond(measured.costs.get(OWN) ?? [], measured.empty)));
    }
    const cells = costs.map((cost, i) => `${sizes[i]}x ${cost.toFixed(1)} ms`);
    return { cells: cells.join(", "), exponent: exponent(sizes, costs) };
  };
  const files = await fit([1, 4, 16], (size) =>
    Array.from({ length: 10 * size }, (_, n) => program(n, 10, 40)),
  );
  const length = await fit([1, 4, 16], (size) => [program(0, 30 * size, 250 * size)]);
  const sites = await fit([1, 10, 100], (size) => [program(0, 30 * size, 0)]);
  return {
    text: table(
      ["growing in", "CPU time", "exponent"],
      Object.entries({
        "files, of 10 sites each": files,
        "length and sites of a file": length,
        "sites of a file": sites,
      }).map(([name, { cells, exponent }]) => [name, cells, exponent.toFixed(2)]),
    ),
    figures: {
      "growth by files, exponent": files.exponent,
      "growth by length of a file, exponent": length.exponent,
      "growth by sites of a file, exponent": sites.exponent,
    },
  };
}

/** A file with so many sites, among so many functions of other kinds. */
function program(file: number, sites: number, others: number): SourceFile {
  const text = [
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
