/**
 * How the cost of a file grows with its length and with its sites: linear is what may be.
 */
import { OWN, ownConfigs } from "./configs.ts";
import type { SourceFile } from "./corpora.ts";
import { measureVerify } from "./verify.ts";
import { exponent } from "./measure.ts";
import { table, type Section } from "./section.ts";

const ROUNDS = 8;

/** One file of 1x, 4x and 16x the length; and one of 1x, 10x and 100x the sites. */
export async function measureGrowth(): Promise<Section> {
  const configs = new Map([...(await ownConfigs())].filter(([name]) => name === OWN));
  const cost = (file: SourceFile): number => {
    const { beyond } = measureVerify([file], configs, ROUNDS);
    return Math.max(beyond.get(OWN)?.cost ?? Number.NaN, 0.01);
  };
  const byLength = [1, 4, 16].map((size) => [size, cost(program(30 * size, 250 * size))] as const);
  const bySites = [1, 10, 100].map((size) => [size, cost(program(10 * size, 0))] as const);
  const fitted = [byLength, bySites].map((costs) =>
    exponent(
      costs.map(([size]) => size),
      costs.map(([, milliseconds]) => milliseconds),
    ),
  );
  const row = (name: string, costs: typeof byLength, k = Number.NaN): readonly string[] => [
    name,
    costs.map(([size, milliseconds]) => `${size}x ${milliseconds.toFixed(1)} ms`).join(", "),
    k.toFixed(2),
  ];
  const [length = Number.NaN, sites = Number.NaN] = fitted;
  return {
    title: "Growth",
    text: table(
      ["one file, growing", "CPU time", "exponent"],
      [row("in length", byLength, length), row("in sites", bySites, sites)],
    ),
    figures: { "growth by length, exponent": length, "growth by sites, exponent": sites },
  };
}

/** A file with so many sites, among so many functions of other kinds. */
function program(sites: number, others: number): SourceFile {
  const parts = [
    ...Array.from({ length: sites }, (_, n) => site(n)),
    ...Array.from({ length: others }, (_, n) => other(n)),
  ];
  const text = parts.join("");
  return { path: "/program.js", text, lines: text.split("\n").length };
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
