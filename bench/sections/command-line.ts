/**
 * Whole runs of ESLint's command line on the largest corpus, with and without the plugin.
 */
import { eslint, eslintConfig, inFolder, run, type Run } from "../command.ts";
import { readCorpus } from "../corpora.ts";
import { inTurn, spread } from "../measure.ts";
import { table, type Section } from "../section.ts";

const ROUNDS = 3;
/** Of its files, every so many-th: the whole takes a minute a run. */
const SHARE = 8;

export async function measureCommandLine(quick: boolean): Promise<Section> {
  const corpus = readCorpus("@babylonjs/core", false, quick ? 4 * SHARE : SHARE);
  const ways = [1, 2].flatMap((threads) =>
    (["without", "with"] as const).map((plugin) => ({ threads, plugin })),
  );
  const runs = new Map(ways.map((way): [typeof way, Run[]] => [way, []]));
  await inFolder([corpus], async (folder) => {
    await inTurn(ways, quick ? 1 : ROUNDS, (way) => {
      const config = eslintConfig(folder, way.plugin);
      const concurrency = way.threads === 1 ? "off" : String(way.threads);
      const done = run(folder, [
        ...eslint,
        ...["--config", config, "--concurrency", concurrency, "src"],
      ]);
      runs.get(way)?.push(done);
      return done.cpu;
    });
  });
  return {
    text: [
      `\`eslint\` on ${corpus.files.length} files of ${corpus.name}, with a rule that does nothing.\n`,
      ...table(
        ["threads", "plugin", "CPU time in s", "time that passes in s"],
        [...runs].map(([{ threads, plugin }, done]) => [
          String(threads),
          plugin,
          spread(done.map(({ cpu }) => cpu / 1000)),
          spread(done.map(({ wall }) => wall / 1000)),
        ]),
      ),
    ],
    figures: {},
  };
}
