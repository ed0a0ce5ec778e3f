/* eslint-disable @typescript-eslint/no-unsafe-assignment -- espree has no typings. */
/**
 * The CPU time of `Linter.verify` under several configurations, on trees that are parsed already.
 *
 * `TIMING` does not count selector matching, so what a configuration costs is the difference to one
 * with an empty rule, measured in turn on the same files.
 */
import { createRequire } from "node:module";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, SourceCode } from "eslint";
import { analyze } from "eslint-scope";
import * as espree from "espree";
import type { Configs } from "./configs.ts";
import type { SourceFile } from "./corpora.ts";
import { costBeyond, cpu, type Cost } from "./measure.ts";

const require = createRequire(import.meta.url);

/** Rounds before the first that counts, for the compiler to see what is hot. */
const WARM_UP = 4;

/** What configurations cost, in milliseconds of CPU time over all files. */
export interface VerifyCosts {
  readonly parse: number;
  /** `Linter.verify` with an empty rule. */
  readonly empty: Cost;
  /** Beyond the empty rule, by configuration. */
  readonly beyond: ReadonlyMap<string, Cost>;
}

const empty: Linter.Config = {
  plugins: { bench: { rules: { empty: { create: () => ({ Program: () => undefined }) } } } },
  rules: { "bench/empty": "error" },
};

/** How many lines are measured at once, under each configuration in turn. */
const CHUNK = 4000;

/**
 * @param rounds - how often each file is verified under each configuration
 */
export function measureVerify(
  files: readonly SourceFile[],
  configs: Configs,
  rounds: number,
): VerifyCosts {
  const linter = new Linter();
  const all = [["", [empty]] as const, ...configs].map(([name, list]) => ({
    name,
    config: normalized(list),
    rounds: Array.from({ length: rounds }, (): number[] => []),
  }));
  let parse = 0;
  let warm = false;
  for (const chunk of chunksOf(files)) {
    const trees: Parsed[] = [];
    const parseChunk = (): void => {
      trees.length = 0;
      for (const file of chunk) {
        const parsed = parseFile(file);
        if (parsed) trees.push(parsed);
      }
    };
    parse += Math.min(cpu(parseChunk), cpu(parseChunk));
    for (let round = warm ? 0 : -WARM_UP; round < rounds; round++)
      for (let i = 0; i < all.length; i++) {
        // Each round begins with another one, so that none profits from its place.
        const one = all[(i + Math.max(round, 0)) % all.length];
        const sources = trees.map(fresh);
        globalThis.gc?.();
        const cost = cpu(() => {
          for (const { sourceCode, filename } of sources)
            linter.verify(sourceCode, one?.config as never, { filename });
        });
        one?.rounds[round]?.push(cost);
      }
    warm = true;
  }
  const [base, ...others] = all.map(({ rounds }) => rounds);
  const nothing = (base ?? []).map((round) => round.map(() => 0));
  return {
    parse,
    empty: costBeyond(base ?? [], nothing),
    beyond: new Map(
      [...configs.keys()].map((name, i) => [name, costBeyond(others[i] ?? [], base ?? [])]),
    ),
  };
}

function* chunksOf(files: readonly SourceFile[]): Generator<readonly SourceFile[]> {
  let chunk: SourceFile[] = [];
  let lines = 0;
  for (const file of files) {
    chunk.push(file);
    lines += file.lines;
    if (lines < CHUNK) continue;
    yield chunk;
    [chunk, lines] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}

// ---- parsing

interface Parsed {
  readonly filename: string;
  readonly text: string;
  readonly ast: SourceCode["ast"];
  readonly scopeManager: SourceCode["scopeManager"];
  readonly visitorKeys: SourceCode["visitorKeys"];
  readonly parserServices: SourceCode["parserServices"];
}

/** As ESLint parses it: espree for JavaScript, typescript-eslint's parser for TypeScript. */
function parseFile({ path: filename, text }: SourceFile): Parsed | undefined {
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
function fresh(parsed: Parsed): { sourceCode: SourceCode; filename: string } {
  const { filename, ...rest } = parsed;
  const sourceCode = new SourceCode({ ...rest, hasBOM: false, ast: { ...parsed.ast } });
  return { sourceCode, filename };
}

// ---- configurations

/**
 * A configuration that is ready to use: else each `verify` would read and check it anew, which costs
 * more for many rules than for one.
 */
function normalized(configs: readonly Linter.Config[]): unknown {
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
