/**
 * Whole runs of command lines over corpora that are laid out in a folder of their own.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import type { Corpus } from "./corpora.ts";

const require = createRequire(import.meta.url);

/** What a run takes, in milliseconds. */
export interface Run {
  readonly cpu: number;
  readonly wall: number;
}

/** A folder with the files of some corpora, outside of `node_modules`, where linters would skip them. */
export async function inFolder<Result>(
  corpora: readonly Corpus[],
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), "ws-close-codes-bench-"));
  try {
    corpora
      .flatMap(({ files }) => files)
      .forEach((file, n) => {
        // Flat enough for every tool, and as many files in a folder as people have.
        const place = path.join(folder, "src", String(Math.floor(n / 50)));
        mkdirSync(place, { recursive: true });
        writeFileSync(path.join(place, `${n}-${path.basename(file.path)}`), file.read());
      });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a command line to its end, whatever it reports. */
export function run(folder: string, command: readonly string[]): Run {
  const before = performance.now();
  const out = execFileSync("sh", ["-c", '"$@" > /dev/null 2>&1; times', "sh", ...command], {
    cwd: folder,
    encoding: "utf8",
  });
  const wall = performance.now() - before;
  // The second line is of what the shell has run: `0m1.230s 0m0.450s`.
  const times = (out.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g);
  const cpu = [...times].reduce((sum, [, m, s]) => sum + Number(m) * 60_000 + Number(s) * 1000, 0);
  return { cpu, wall };
}

/**
 * An ESLint configuration for JavaScript and TypeScript, with a rule that does nothing: a run without
 * any is cheaper by more than the plugin costs, and nobody lints so.
 *
 * @param plugin - whether the plugin is loaded, with its recommended rules
 */
export function eslintConfig(folder: string, plugin: "with" | "without"): string {
  const file = path.join(folder, `${plugin}.config.mjs`);
  const parser = pathToFileURL(require.resolve("@typescript-eslint/parser")).href;
  const own = new URL("../packages/eslint-plugin/dist/index.js", import.meta.url).href;
  writeFileSync(
    file,
    `import parser from ${JSON.stringify(parser)};
${plugin === "with" ? `import own from ${JSON.stringify(own)};` : ""}
export default [
  { files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"], linterOptions: { reportUnusedDisableDirectives: "off" } },
  { files: ["**/*.{ts,cts,mts,tsx}"], languageOptions: { parser } },
  {
    plugins: { bench: { rules: { empty: { create: () => ({ Program() {} }) } } } },
    rules: { "bench/empty": "error" },
  },
  ${plugin === "with" ? "own.configs.recommended," : ""}
];
`,
  );
  return file;
}

/** ESLint's own command line. */
export const eslint = [
  process.execPath,
  path.join(import.meta.dirname, "../node_modules/eslint/bin/eslint.js"),
];
