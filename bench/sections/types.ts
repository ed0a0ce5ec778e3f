/**
 * What type information costs: what the rules ask of the checker, beyond the program that typed linting
 * has built.
 */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import ts from "typescript";
import {
  defaultSettings,
  findSites,
  mayHoldCodes,
  mayHoldSites,
  type Types,
} from "../../packages/analysis/src/index.ts";
import { Candidates } from "../../packages/analysis/src/sites/candidates.ts";
import { EstreeSyntax } from "../../packages/eslint-plugin/src/estree-syntax.ts";
import { OWN, ownConfigs } from "../configs.ts";
import { readCorpus, type SourceFile } from "../corpora.ts";
import { cpu, inTurn, median, spread } from "../measure.ts";
import { table, type Section } from "../section.ts";
import { empty, fresh, normalized, verifyOnce, WARM_UP, type Parsed } from "../verify.ts";

const PACKAGES = [
  "@hocuspocus/provider/src",
  "@supabase/realtime-js/src",
  "@trpc/client/src",
  "@trpc/server/src",
  "puppeteer-core/src",
];
const ROUNDS = 5;
/** How often each way is measured in a round: a program's build costs more than all of them. */
const REPEATS = 9;

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  strict: true,
  skipLibCheck: true,
};

export async function measureTypes(quick: boolean): Promise<Section> {
  const files = PACKAGES.flatMap((name) => readCorpus(name, true).files);
  const own = (await ownConfigs()).get(OWN) ?? [];
  const build: number[] = [];
  const [without, first, second]: [number[], number[], number[]] = [[], [], []];
  const linter = new Linter();
  const verify = (trees: readonly Parsed[], config: unknown): number =>
    verifyOnce(linter, trees, config);
  const untyped = { settings: { "ws-close-codes": { typeInformation: "off" } } };
  const ways = [[empty], [...own, untyped], own].map(normalized);
  const [, off, typed] = ways;
  let counted = { questions: 0, candidates: 0, undecided: 0 };
  let [searched, letIn] = [0, 0];
  for (let round = -WARM_UP; round < (quick ? 1 : ROUNDS); round++) {
    let program: ts.Program | undefined;
    const built = cpu(() => {
      program = ts.createProgram(
        files.map((file) => file.path),
        compilerOptions,
      );
      program.getTypeChecker();
    });
    if (!program) throw new Error("No program was built.");
    const trees = parseAll(program, files);
    const analysed = trees.filter(({ text }) => mayHoldCodes(text));
    [searched, letIn] = [trees.length, analysed.length];
    // Whoever sees a tree first pays for its memory.
    verify(trees, off);
    const [before, cold] = [verify(trees, off), verify(trees, typed)];
    const costs = await inTurn(ways, REPEATS, (way) => verify(trees, way));
    const [nothing = NaN, plain = NaN, warm = NaN] = costs.map(median);
    if (round === -1) counted = countQuestions(analysed);
    if (round < 0) continue;
    build.push(built);
    without.push(plain - nothing);
    first.push(cold - before);
    second.push(warm - plain);
  }
  const share = (cost: readonly number[]): string =>
    `${((median(cost) / median(build)) * 100).toFixed(2)} %`;
  const { questions, candidates, undecided } = counted;
  return {
    text: [
      `Typed linting of ${files.length} files (${PACKAGES.map((name) => name.replace(/\/src$/, "")).join(", ")}). ${searched} have a word of ours; these are measured, and the text gate lets ${letIn} of them in.\n`,
      ...table(
        ["", "ms (quartiles)", "of the program's build"],
        [
          ["the program's build", spread(build, 0), "100 %"],
          ["the rules without types", spread(without, 1), share(without)],
          ["with types they add, as the first to ask the checker", spread(first, 1), share(first)],
          ["when the checker has been asked before", spread(second, 1), share(second)],
        ],
      ),
      `Of ${candidates} calls, comparisons and switches that the text points at, the files themselves leave ${undecided} undecided; the checker is asked ${questions} questions.`,
    ],
    figures: {
      "typed linting, of the program's build": (median(second) / median(build)) * 100,
      "questions to the checker, by undecided candidate": questions / undecided,
    },
  };
}

function parseAll(program: ts.Program, files: readonly SourceFile[]): readonly Parsed[] {
  return files
    .map(({ path, read }) => ({ path, text: read() }))
    .filter(({ text }) => mayHoldSites(text))
    .map(({ path, text }) => {
      const { ast, services, scopeManager, visitorKeys } = typescriptParser.parseForESLint(text, {
        ...{ range: true, loc: true, tokens: true, comment: true, filePath: path },
        programs: [program],
      });
      return {
        ...{ filename: path, text, ast, scopeManager, visitorKeys, parserServices: services },
      } as unknown as Parsed;
    });
}

/** How many questions the analysis asks, and how many candidates nothing in the file itself decides. */
function countQuestions(trees: readonly Parsed[]) {
  const counted = { questions: 0, candidates: 0, undecided: 0 };
  for (const { sourceCode } of trees.map(fresh)) {
    const syntax = new EstreeSyntax(sourceCode, { types: true });
    const { types } = syntax;
    if (!types) throw new Error("The parser has left no types.");
    const sites = findSites(new EstreeSyntax(sourceCode, { types: false }), defaultSettings);
    const decided = new Set(
      sites.withCode().flatMap(({ node, evidence }) => (evidence === "flow" ? node : [])),
    );
    const counting = <Answer>(answer: Answer): Answer => {
      counted.questions++;
      return answer;
    };
    const asked: Types = {
      of: (node) => counting(types.of(node)),
      constant: (node) => counting(types.constant(node)),
      members: (node) => counting(types.members(node)),
      parameters: (node) => counting(types.parameters(node)),
      files: () => types.files(),
    };
    const typed = findSites(Object.assign(syntax, { types: asked }), defaultSettings);
    typed.withCode();
    const uses = [...new Candidates(typed.file).uses.keys()];
    counted.candidates += uses.length;
    counted.undecided += uses.filter((node) => !decided.has(node)).length;
  }
  return counted;
}
