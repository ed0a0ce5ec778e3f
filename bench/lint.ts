/**
 * What linting costs in process, beyond an empty rule.
 */
import type { Corpus, SourceFile } from "./corpora.ts";
import { OWN, otherConfigs, ownConfigs, SELECTORS } from "./configs.ts";
import type { Cost } from "./measure.ts";
import { table, type Section } from "./section.ts";
import { measureVerify, type VerifyCosts } from "./verify.ts";

/** Ours and what it is compared with are near each other; the other plugins are far away. */
const ROUNDS = 6;
const ROUNDS_OF_OTHERS = 2;

export async function measureLint(corpora: readonly Corpus[]): Promise<Section> {
  const own = await ownConfigs();
  const others = await otherConfigs();
  const filesOf = (all: readonly Corpus[]): readonly SourceFile[] =>
    all.flatMap(({ files }) => files);
  const measure = (title: string, files: readonly SourceFile[]) => {
    const costs = measureVerify(files, own, ROUNDS);
    const { beyond } = measureVerify(files, others, ROUNDS_OF_OTHERS);
    return { costs, text: page(title, files, costs, new Map([...costs.beyond, ...beyond])) };
  };
  const all = measure("All corpora", filesOf(corpora));
  const speaking = corpora.filter(({ webSockets }) => webSockets);
  const webSockets = measure("The packages that speak WebSocket", filesOf(speaking));
  const of = (name: string): number => all.costs.beyond.get(name)?.cost ?? Number.NaN;
  return {
    title: "Linting",
    text: [...all.text, ...webSockets.text],
    figures: {
      "linting all corpora, of what the ten selectors cost": (of(OWN) / of(SELECTORS)) * 100,
      "linting all corpora, of parsing": (of(OWN) / all.costs.parse) * 100,
    },
  };
}

function page(
  title: string,
  files: readonly SourceFile[],
  { parse, empty }: VerifyCosts,
  beyond: ReadonlyMap<string, Cost>,
): readonly string[] {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const each = (milliseconds: number): string => ((milliseconds / lines) * 1000).toFixed(2);
  const percent = (milliseconds: number): string => ((milliseconds / parse) * 100).toFixed(1);
  const row = (name: string, { cost, halves }: Cost): readonly string[] => [
    name,
    each(cost),
    halves.map(each).join(", "),
    `${percent(cost)} %`,
  ];
  return [
    `### ${title}: ${files.length} files, ${lines} lines\n`,
    ...table(
      ["CPU time per 1,000 lines", "ms", "even and odd rounds", "of parsing"],
      [
        ["parsing", each(parse), "", "100 %"],
        row("`Linter.verify` with an empty rule", empty),
        ...[...beyond].map(([name, cost]) => row(`${name}, beyond it`, cost)),
      ],
    ),
  ];
}
