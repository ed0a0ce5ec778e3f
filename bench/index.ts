/**
 * Measures what the project costs: `npm run bench`, which writes its results to bench/README.md;
 * `npm run bench -- --check` prints each figure with its target and fails beyond a limit, and writes
 * nothing. `npm run bench -- lint packages --sample 20` prints two sections of a twentieth of the files.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { judge, type FigureName } from "./budgets.ts";
import { modules, readCorpora, type Corpus } from "./corpora.ts";
import type { Section } from "./section.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean" }, sample: { type: "string", default: "1" } },
});
const sample = Number(values.sample);
const root = path.join(import.meta.dirname, "..");

install();

// Loaded only now, for they import what is installed and built.
const sections: Readonly<Record<string, () => Section | Promise<Section>>> = {
  lint: async () => (await import("./lint.ts")).measureLint(readSample()),
  growth: async () => (await import("./growth.ts")).measureGrowth(),
  packages: async () => (await import("./packages.ts")).measurePackages(),
};

const page: string[] = [];
const said: string[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(sections)) {
  const measure = sections[name];
  if (!measure) throw new Error(`There is no section "${name}".`);
  const { title, text, figures } = await measure();
  page.push(`## ${title}\n`, ...text, "");
  if (!values.check) console.log(page.slice(-text.length - 2).join("\n"));
  for (const [figure, value] of Object.entries(figures)) {
    const { kept, says } = judge(figure as FigureName, value);
    said.push(says);
    if (!kept && values.check) process.exitCode = 1;
  }
}
console.log(said.join("\n"));

if (!values.check && positionals.length === 0) {
  const budgets = ["## Budgets\n", ...said.map((sentence) => `- ${sentence}`)];
  const file = path.join(import.meta.dirname, "README.md");
  writeFileSync(file, [...heading(), ...page, ...budgets, ""].join("\n"));
  execFileSync("npx", ["prettier", "--write", file], { stdio: "ignore" });
}

function heading(): readonly string[] {
  const { version } = JSON.parse(
    readFileSync(path.join(root, "node_modules/eslint/package.json"), "utf8"),
  ) as { version: string };
  const processor = os.cpus()[0]?.model.trim() ?? "unknown processor";
  const part = sample === 1 ? "" : ` Of the corpora, every ${sample}th file was measured.`;
  return [
    "# What it costs\n",
    "`npm run bench` measures it and writes this page; `npm run bench -- --check` holds the figures to their [budgets](budgets.ts). It is no part of CI. The corpora and the other plugins are npm packages of exact versions ([package.json](package.json)).\n",
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version} and ESLint ${version} on ${os.cpus().length} cores (${processor}) shared with other work: compare within this page.${part}\n`,
  ];
}

function readSample(): readonly Corpus[] {
  return readCorpora().map((corpus) => ({
    ...corpus,
    files: corpus.files.filter((_, index) => index % sample === 0),
  }));
}

function install(): void {
  const flags = ["--no-package-lock", "--ignore-scripts", "--legacy-peer-deps", "--no-audit"];
  if (!existsSync(modules))
    execFileSync("npm", ["install", ...flags], { cwd: import.meta.dirname, stdio: "inherit" });
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "ignore" });
}
