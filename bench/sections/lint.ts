/**
 * What linting costs in process, beyond an empty rule.
 */
import { defaultSettings, mayHoldCodes } from "../../packages/analysis/src/index.ts";
import { OWN, otherConfigs, ownConfigs, SELECTORS, type Configs } from "../configs.ts";
import { everyNth, readCorpora, type SourceFile } from "../corpora.ts";
import { beyond, median, spread, together } from "../measure.ts";
import { table, type Section } from "../section.ts";
import { measureVerify, type VerifyCosts } from "../verify.ts";

const ROUNDS = 9;

/** The other plugins cost so much that fewer rounds of fewer files tell it. */
const OTHERS = { rounds: 2, share: 40 };
const QUICK_SHARE = 20;

export async function measureLint(quick: boolean): Promise<Section> {
  const own = await ownConfigs();
  const corpora = readCorpora();
  const measured: Partial<Record<string, VerifyCosts>> = {};
  for (const webSockets of [true, false])
    for (const letIn of [true, false]) {
      const files = corpora
        .filter((corpus) => corpus.webSockets === webSockets)
        .flatMap((corpus) => everyNth(corpus.files, quick ? QUICK_SHARE : 1))
        .filter((file) => mayHoldCodes(file.read(), defaultSettings, false) === letIn);
      measured[`${webSockets} ${letIn}`] = await measureVerify(files, own, ROUNDS);
    }
  const some = (part: RegExp): VerifyCosts =>
    Object.entries(measured)
      .flatMap(([key, costs]) => (costs && part.test(key) ? [costs] : []))
      .reduce(added);
  const all = some(/./);
  const parts = new Map([
    ["packages that speak WebSocket", some(/^true/)],
    ["packages that do not", some(/^false/)],
    ["files that the text gate lets in", some(/true$/)],
    ["files that it rules out", some(/false$/)],
  ]);
  const others = quick ? [] : await measureOthers(corpora.flatMap(({ files }) => files));
  const cost = (name: string, { costs, empty }: VerifyCosts): number =>
    median(beyond(costs.get(name) ?? [], empty));
  return {
    text: [
      "`Linter.verify` on files that are parsed and walked, in process. `TIMING` does not count selector matching, so a configuration costs what it adds to one with an empty rule.\n",
      ...table(
        [`${all.files} files, ${all.lines} lines`, ...HEAD],
        [
          ["parsing", ((all.parse / all.lines) * 1000).toFixed(2), "100 %"],
          row("`verify` with an empty rule", all.empty, all),
          ...[...own.keys()].map((name) => rowOf(name, name, all)),
          ...others,
        ],
      ),
      ...table(
        [OWN, "files", "lines", ...HEAD],
        [...parts].map(([name, part]) => {
          const [, ...cells] = rowOf(name, OWN, part);
          return [name, String(part.files), String(part.lines), ...cells];
        }),
      ),
    ],
    figures: {
      "linting, of what the ten selectors cost": (cost(OWN, all) / cost(SELECTORS, all)) * 100,
      "linting, of parsing": (cost(OWN, all) / all.parse) * 100,
    },
  };
}

const HEAD = ["ms per 1,000 lines (quartiles)", "of parsing"];

function row(title: string, costs: readonly number[], { lines, parse }: VerifyCosts): string[] {
  const each = costs.map((cost) => (cost / lines) * 1000);
  return [title, spread(each), `${((median(costs) / parse) * 100).toFixed(1)} %`];
}

function rowOf(title: string, config: string, part: VerifyCosts): string[] {
  return row(title, beyond(part.costs.get(config) ?? [], part.empty), part);
}

async function measureOthers(files: readonly SourceFile[]): Promise<readonly string[][]> {
  const others: Configs = await otherConfigs();
  const costs = await measureVerify(everyNth(files, OTHERS.share), others, OTHERS.rounds);
  return [...others.keys()].map((name) =>
    rowOf(`${name} (every ${OTHERS.share}th file)`, name, costs),
  );
}

function added(some: VerifyCosts, others: VerifyCosts): VerifyCosts {
  return {
    files: some.files + others.files,
    lines: some.lines + others.lines,
    parse: some.parse + others.parse,
    empty: together(some.empty, others.empty),
    costs: new Map(
      [...some.costs].map(([name, costs]) => [name, together(costs, others.costs.get(name) ?? [])]),
    ),
  };
}
