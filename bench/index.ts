/**
 * Measures what the project costs: `npm run bench`, which writes its results to bench/README.md.
 * `npm run bench -- --check` prints each figure with its target, writes nothing, and fails where one is
 * missed. `npm run bench -- lint growth` measures and prints these sections, `--quick` less of them.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { judge, type FigureName } from "./budgets.ts";
import { modules } from "./corpora.ts";
import type { Measure } from "./section.ts";

const root = path.join(import.meta.dirname, "..");

// Loaded only when they are measured, for they import what is installed and built.
const sections: Readonly<Record<string, () => Promise<Measure>>> = {
  lint: async () => (await import("./sections/lint.ts")).measureLint,
  types: async () => (await import("./sections/types.ts")).measureTypes,
  growth: async () => (await import("./sections/growth.ts")).measureGrowth,
  oxlint: async () => (await import("./sections/oxlint.ts")).measureOxlint,
  "command-line": async () => (await import("./sections/command-line.ts")).measureCommandLine,
  tsserver: async () => (await import("./sections/tsserver.ts")).measureTsserver,
  packages: async () => (await import("./sections/packages.ts")).measurePackages,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const unknown = positionals.find((name) => !Object.hasOwn(sections, name));
if (unknown !== undefined)
  throw new Error(`There is no section "${unknown}": ${Object.keys(sections).join(", ")}.`);
const whole = positionals.length === 0;

install();

const load = os.loadavg();
const page: string[] = [];
const figures: string[] = [];
for (const name of whole ? Object.keys(sections) : positionals) {
  const measure = await sections[name]?.();
  if (!measure) continue;
  const section = await measure(values.quick);
  const text = [`## ${section.title}\n`, ...section.text, ""];
  page.push(...text);
  if (!values.check) console.log(text.join("\n"));
  for (const [figure, value] of Object.entries(section.figures)) {
    const { met, says } = judge(figure as FigureName, value);
    figures.push(says);
    if (values.check) console.log(says);
    if (values.check && !met) process.exitCode = 1;
  }
}
if (!values.check) console.log(figures.join("\n"));

if (whole && !values.check && !values.quick) {
  const file = path.join(import.meta.dirname, "README.md");
  const targets = ["## Targets\n", ...figures.map((sentence) => `- ${sentence}`), ""];
  writeFileSync(file, [...heading(), ...targets, ...page].join("\n"));
  execFileSync("npx", ["prettier", "--write", file], { stdio: "ignore" });
}

function heading(): readonly string[] {
  const versions = ["eslint", "typescript", "@typescript-eslint/parser"].map((name) => {
    const file = path.join(root, "node_modules", name, "package.json");
    return `${name} ${(JSON.parse(readFileSync(file, "utf8")) as { version: string }).version}`;
  });
  const processor = os.cpus()[0]?.model.trim() ?? "unknown processor";
  const busy = [load, os.loadavg()].map(([minute = Number.NaN]) => minute.toFixed(1)).join(" and ");
  return [
    "# What it costs\n",
    "`npm run bench` measures it and writes this page; `npm run bench -- --check` holds the figures to their [targets](budgets.ts), `npm run bench -- lint --quick` measures a part of it in a minute. It is no part of CI. The corpora and the other tools are npm packages of exact versions ([package.json](package.json)).\n",
    "Times are CPU time unless it says otherwise. What is compared was measured in turn, round by round; a cost beyond another is the difference in the same round. A figure is the median of all rounds, with the quartiles in brackets.\n",
    `Measured on ${new Date().toISOString().slice(0, 10)} on ${os.cpus().length} cores (${processor}, ${os.type()}) with Node ${process.version}, ${versions.join(", ")}. At the beginning and the end, ${busy} processes wanted the processor: compare figures within this page only.\n`,
  ];
}

function install(): void {
  const flags = ["--no-package-lock", "--ignore-scripts", "--legacy-peer-deps", "--no-audit"];
  if (!existsSync(modules))
    execFileSync("npm", ["install", ...flags], { cwd: import.meta.dirname, stdio: "inherit" });
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "ignore" });
}
