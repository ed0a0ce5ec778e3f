/* eslint-disable @typescript-eslint/no-unsafe-assignment -- espree has no typings. */
/**
 * The CPU time of `Linter.verify` under several configurations, on trees that are parsed already.
 *
 * `TIMING` does not count selector matching, so what a configuration costs is the difference to one
 * with an empty rule, measured in turn on the same files. ESLint's walk over a tree, which it does
 * once for all rules, is done before: it costs ten times what ours add, and drowns it.
 */
import { createRequire } from "node:module";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, SourceCode } from "eslint";
import { analyze } from "eslint-scope";
import * as espree from "espree";
import type { Configs } from "./configs.ts";
import type { SourceFile } from "./corpora.ts";
import { collectYoung, cpu, inTurn, together } from "./measure.ts";

const require = createRequire(import.meta.url);

/** Rounds before the first that counts, for the compiler to see what is hot. */
export const WARM_UP = 3;

/** How many lines are measured at once, under each configuration in turn. */
const CHUNK = 4000;

/** What configurations cost, in milliseconds of CPU time over all files. */
export interface VerifyCosts {
  readonly files: number;
  readonly lines: number;
  readonly parse: number;
  /** `Linter.verify` with an empty rule, round by round. */
  readonly empty: readonly number[];
  /** `Linter.verify`, by configuration. */
  readonly costs: ReadonlyMap<string, readonly number[]>;
}

/** The base: what a rule costs that does nothing. */
export const empty: Linter.Config = {
  plugins: { bench: { rules: { empty: { create: () => ({ Program: () => undefined }) } } } },
  rules: { "bench/empty": "error" },
};

/**
 * @param rounds - how often each file is verified under each configuration
 */
export async function measureVerify(
  files: readonly SourceFile[],
  configs: Configs,
  rounds: number,
): Promise<VerifyCosts> {
  const ways = [[empty], ...configs.values()].map(normalized);
  const linter = new Linter();
  const parse = parsingOf(files);
  let lines = 0;
  let sums: readonly (readonly number[])[] | undefined;
  for (const chunk of chunksOf(files)) {
    const texts = chunk.map(({ path, read }) => ({ path, text: read() }));
    lines += texts.reduce((sum, { text }) => sum + linesOf(text), 0);
    const trees = texts.flatMap((file) => parseFile(file) ?? []);
    const verify = (config: unknown): number => verifyOnce(linter, trees, config);
    if (!sums) {
      // What was done before is nobody's cost; later ones would cost V8 its optimised code.
      globalThis.gc?.();
      await inTurn(ways, WARM_UP, verify);
    }
    // Whoever sees a tree first pays for its memory.
    verify(ways[0]);
    const measured = await inTurn(ways, rounds, verify);
    // By rank: what disturbs a round disturbs some chunks of it, and the medians of all are added up.
    const costs = measured.map((each) => each.toSorted((a, b) => a - b));
    sums = sums?.map((sum, way) => together(sum, costs[way] ?? [])) ?? costs;
  }
  const [base = [], ...others] = sums ?? [];
  const costs = new Map([...configs.keys()].map((name, i) => [name, others[i] ?? []]));
  return { files: files.length, lines, parse, empty: base, costs };
}

/** Milliseconds of CPU time that one configuration takes for some trees, as if they were just walked. */
export function verifyOnce(linter: Linter, trees: readonly Parsed[], config: unknown): number {
  const sources = trees.map(fresh);
  for (const { sourceCode } of sources) sourceCode.traverse();
  collectYoung();
  return cpu(() => {
    for (const { sourceCode, filename } of sources)
      linter.verify(sourceCode, config as Linter.Config[], { filename });
  });
}

function* chunksOf(files: readonly SourceFile[]): Generator<readonly SourceFile[]> {
  let chunk: SourceFile[] = [];
  let lines = 0;
  for (const file of files) {
    chunk.push(file);
    lines += linesOf(file.read());
    if (lines < CHUNK) continue;
    yield chunk;
    [chunk, lines] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}

function linesOf(text: string): number {
  return text.split("\n").length;
}

// ---- parsing

/** What a parser makes of a file. */
export interface Parsed {
  readonly filename: string;
  readonly text: string;
  readonly ast: SourceCode["ast"];
  readonly scopeManager: SourceCode["scopeManager"];
  readonly visitorKeys: SourceCode["visitorKeys"];
  readonly parserServices: SourceCode["parserServices"];
}

/** One file after the other, as a lint run parses them: it costs twice as much among other work. */
function parsingOf(files: readonly SourceFile[]): number {
  return files
    .map(({ path, read }) => ({ path, text: read() }))
    .reduce((sum, file) => sum + cpu(() => parseFile(file)), 0);
}

/** As ESLint parses it: espree for JavaScript, typescript-eslint's parser for TypeScript. */
export function parseFile({
  path: filename,
  text,
}: {
  readonly path: string;
  readonly text: string;
}): Parsed | undefined {
  try {
    return /\.[cm]?tsx?$/.test(filename)
      ? parseTypeScript(filename, text)
      : parseJavaScript(filename, text);
  } catch {
    return undefined;
  }
}

const parsing = { range: true, loc: true, tokens: true, comment: true } as const;

function parseTypeScript(filename: string, text: string): Parsed {
  const { ast, services, scopeManager, visitorKeys } = typescriptParser.parseForESLint(text, {
    ...parsing,
    filePath: filename,
    ecmaFeatures: { jsx: filename.endsWith("x") },
  });
  const parserServices = services as unknown as SourceCode["parserServices"];
  return { filename, text, ast, scopeManager, visitorKeys, parserServices } as unknown as Parsed;
}

function parseJavaScript(filename: string, text: string): Parsed {
  const attempt = (sourceType: "module" | "commonjs"): Parsed => {
    const options = { ecmaVersion: 2026, sourceType } as const;
    const ast = espree.parse(text, { ...parsing, ...options, ecmaFeatures: { jsx: true } });
    const scopeManager = analyze(ast as never, {
      ignoreEval: true,
      ecmaVersion: 2026,
      sourceType,
      childVisitorKeys: espree.VisitorKeys,
      fallback: Object.keys as never,
    });
    const visitorKeys = espree.VisitorKeys as unknown as SourceCode["visitorKeys"];
    return { filename, text, ast, scopeManager, visitorKeys, parserServices: {} } as never;
  };
  try {
    return attempt("module");
  } catch {
    return attempt("commonjs");
  }
}

/** The same tree as if it were just parsed: nothing that ESLint or a rule remembers is left. */
export function fresh(parsed: Parsed): { sourceCode: SourceCode; filename: string } {
  const { filename, ...rest } = parsed;
  const sourceCode = new SourceCode({ ...rest, hasBOM: false, ast: { ...parsed.ast } });
  return { sourceCode, filename };
}

// ---- configurations

/**
 * A configuration that is ready to use: else each `verify` would read and check it anew, which costs
 * more for many rules than for one.
 */
export function normalized(configs: readonly Linter.Config[]): unknown {
  const eslint = path.dirname(require.resolve("eslint/package.json"));
  const { FlatConfigArray } = require(path.join(eslint, "lib/config/flat-config-array.js")) as {
    FlatConfigArray: new (
      configs: readonly Linter.Config[],
      options: { basePath: string },
    ) => {
      normalizeSync(): unknown;
    };
  };
  const everything: Linter.Config[] = [
    { ignores: ["!**/node_modules/"] },
    {
      files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
      linterOptions: { reportUnusedDisableDirectives: "off" },
    },
  ];
  const array = new FlatConfigArray([...everything, ...configs], { basePath: "/" });
  array.normalizeSync();
  return array;
}
