/**
 * How the cost grows with the number of files, with the length of a file, and with its sites: linear
 * is what may be.
 */
import { Linter } from "eslint";
import { OWN, ownConfigs } from "../configs.ts";
import { exponent, inTurn, median, spread } from "../measure.ts";
import { table, type Section } from "../section.ts";
import { empty, normalized, parseFile, verifyOnce, WARM_UP, type Parsed } from "../verify.ts";

const ROUNDS = 15;

/** What a file of the smallest size has: sites, and functions without any. */
const [SITES, OTHERS] = [10, 40];

/** What is measured of one size. */
interface Sized {
  readonly size: number;
  readonly trees: readonly Parsed[];
}

export async function measureGrowth(quick: boolean): Promise<Section> {
  const linter = new Linter();
  const [own, base] = [(await ownConfigs()).get(OWN) ?? [], [empty]].map(normalized);
  const costOf = ({ trees }: Sized): number =>
    verifyOnce(linter, trees, own) - verifyOnce(linter, trees, base);

  const fit = async (
    name: string,
    all: readonly Sized[],
    share: (cost: number, sized: Sized) => number,
  ) => {
    await inTurn(all, WARM_UP, costOf);
    const costs = await inTurn(all, quick ? 2 : ROUNDS, (one) => share(costOf(one), one));
    const cells = costs.map((each, i) => `${all[i]?.size}x ${spread(each, 1)} ms`);
    const fitted = exponent(
      all.map(({ size }) => size),
      costs.map(median),
    );
    return { row: [name, cells.join(", "), fitted.toFixed(2)], exponent: fitted };
  };

  const files = await fit(
    `files, of ${SITES} sites each`,
    [1, 4, 16].map((size) => ({ size, trees: programs(10 * size, SITES, OTHERS) })),
    (all) => all,
  );
  const length = await fit(
    "length and sites of a file",
    [1, 4, 16].map((size) => ({ size, trees: programs(128 / size, SITES * size, OTHERS * size) })),
    perFile,
  );
  const sites = await fit(
    "sites of a file",
    [1, 10, 100].map((size) => ({ size, trees: programs(600 / size, SITES * size, 0) })),
    perFile,
  );
  return {
    text: [
      "Of files of different sizes as many are measured as come to the same in all, so that none has the processor's caches for itself. What was left before is collected first, and all sizes are measured in turn.\n",
      ...table(
        ["growing in", "CPU time (quartiles)", "exponent"],
        [files, length, sites].map(({ row }) => row),
      ),
    ],
    figures: {
      "growth by files, exponent": files.exponent,
      "growth by length of a file, exponent": length.exponent,
      "growth by sites of a file, exponent": sites.exponent,
    },
  };
}

function perFile(all: number, { trees }: Sized): number {
  return all / trees.length;
}

/**
 * So many files with so many sites, among so many functions of other kinds. No two are spelled alike,
 * and one is no file to measure: a text that was just searched is not searched again.
 */
function programs(files: number, sites: number, others: number): readonly Parsed[] {
  return Array.from({ length: files }, (_, file) => {
    const text = [
      `export const file = ${file};\n`,
      ...Array.from({ length: sites }, (_, n) => site(n)),
      ...Array.from({ length: others }, (_, n) => other(n)),
    ].join("");
    return parseFile({ path: `/program${file}.js`, text });
  }).filter((tree) => tree !== undefined);
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
  return found ? { ...found, count: found.count + ${n % 900} } : { item, count: 0 };
}
`;
