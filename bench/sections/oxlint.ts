/**
 * The same rules in Oxlint, by its `jsPlugins`, against its native rules and against ESLint.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import plugin from "../../packages/eslint-plugin/src/index.ts";
import { eslint, eslintConfig, inFolder, run, type Run } from "../command.ts";
import { modules, readCorpus } from "../corpora.ts";
import { inTurn, median, spread } from "../measure.ts";
import { table, type Section } from "../section.ts";

const PACKAGES = ["discord.js/src", "puppeteer-core/src", "@trpc/server/src", "undici/lib"];
const ROUNDS = 3;

export async function measureOxlint(quick: boolean): Promise<Section> {
  const corpora = PACKAGES.map((name) => readCorpus(name, true));
  const files = corpora.reduce((sum, corpus) => sum + corpus.files.length, 0);
  const runs = await inFolder(corpora, async (folder) => {
    const oxlint = (name: string, config: object): readonly string[] => {
      const file = path.join(folder, `${name}.oxlintrc.json`);
      writeFileSync(file, JSON.stringify(config));
      return [path.join(modules, ".bin/oxlint"), "--threads=1", "--config", file, "src"];
    };
    const none = { plugins: [], categories: { correctness: "off" } };
    const commands = new Map<string, readonly string[]>([
      ["Oxlint without rules", oxlint("none", none)],
      ["Oxlint, its own rules of correctness", oxlint("native", {})],
      [
        "Oxlint, ws-close-codes",
        oxlint("own", {
          ...none,
          jsPlugins: [path.join(import.meta.dirname, "../../packages/eslint-plugin/dist/index.js")],
          rules: plugin.configs.recommended.rules,
        }),
      ],
      [
        "ESLint, a rule that does nothing",
        [...eslint, "--config", eslintConfig(folder, "without"), "src"],
      ],
      ["ESLint, ws-close-codes", [...eslint, "--config", eslintConfig(folder, "with"), "src"]],
    ]);
    const found = new Map([...commands.keys()].map((name): [string, Run[]] => [name, []]));
    await inTurn([...commands.keys()], quick ? 1 : ROUNDS, (name) => {
      const done = run(folder, commands.get(name) ?? []);
      found.get(name)?.push(done);
      return done.cpu;
    });
    return found;
  });
  return {
    text: [
      `${files} files of ${corpora.map(({ name }) => name).join(", ")}; one thread.\n`,
      ...table(
        ["", "CPU time in s", "files per second of it", "time that passes in s"],
        [...runs].map(([name, done]) => {
          const times = done.map(({ cpu }) => cpu / 1000);
          return [
            name,
            spread(times),
            (files / median(times)).toFixed(0),
            spread(done.map(({ wall }) => wall / 1000)),
          ];
        }),
      ),
    ],
    figures: {},
  };
}
