/**
 * Measures what the project costs: `npm run bench`, which writes its results to bench/README.md.
 * `npm run bench -- lint growth` measures these sections and writes no other. With `--check` it writes
 * nothing, prints each figure with its target, and fails where one is missed; `--quick` measures less,
 * and prints it.
 */
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { judge, type FigureName } from "./budgets.ts";
import { modules } from "./corpora.ts";
import type { Measure } from "./section.ts";

const root = path.join(import.meta.dirname, "..");

interface Entry {
  readonly title: string;
  /** What Node is started with. */
  readonly flags?: readonly string[];
  /** Only when it is measured, for it imports what is installed and built. */
  readonly load: () => Promise<Measure>;
}

const sections: Readonly<Record<string, Entry>> = {
  lint: {
    title: "Linting",
    load: async () => (await import("./sections/lint.ts")).measureLint,
  },
  types: {
    title: "Types",
    load: async () => (await import("./sections/types.ts")).measureTypes,
  },
  growth: {
    title: "Growth",
    // A collection of all that the bench keeps, or a part of one, is nobody's growth.
    flags: ["--min-semi-space-size=512", "--max-semi-space-size=512", "--no-incremental-marking"],
    load: async () => (await import("./sections/growth.ts")).measureGrowth,
  },
  oxlint: {
    title: "Oxlint",
    load: async () => (await import("./sections/oxlint.ts")).measureOxlint,
  },
  "command-line": {
    title: "The command line",
    load: async () => (await import("./sections/command-line.ts")).measureCommandLine,
  },
  tsserver: {
    title: "tsserver",
    load: async () => (await import("./sections/tsserver.ts")).measureTsserver,
  },
  packages: {
    title: "Packages",
    load: async () => (await import("./sections/packages.ts")).measurePackages,
  },
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

const wanted = Object.keys(sections).filter(
  (name) => positionals.length === 0 || positionals.includes(name),
);
// What one section has made V8 compile would make the next one dearer.
const isParent = process.send === undefined;
if (isParent) install();
for (const name of wanted) await (isParent ? inProcessOfItsOwn(name) : measured(name));

async function inProcessOfItsOwn(name: string): Promise<void> {
  const args = Object.entries(values).flatMap(([flag, isSet]) => (isSet ? [`--${flag}`] : []));
  const execArgv = [...process.execArgv, ...(sections[name]?.flags ?? [])];
  const child = fork(import.meta.filename, [name, ...args], { execArgv });
  const [code] = (await once(child, "exit")) as [number];
  if (code !== 0) process.exitCode = 1;
}

async function measured(name: string): Promise<void> {
  const { title, load } = sections[name] as Entry;
  const measure = await load();
  const before = os.loadavg();
  const { text, figures } = await measure(values.quick);
  const judged = Object.entries(figures).map(([figure, value]) =>
    judge(figure as FigureName, value),
  );
  const sentences = judged.map(({ says }) => `- ${says}`);
  const written = [`## ${title}\n`, ...text, "", ...sentences, "", circumstances(before), ""];
  console.log((values.check ? sentences : written).join("\n"));
  if (values.check && judged.some(({ met }) => !met)) process.exitCode = 1;
  if (!values.check && !values.quick) write(title, written.join("\n"));
}

/** Puts a section in its place on the page, or in the place of its former self. */
function write(title: string, section: string): void {
  const file = path.join(import.meta.dirname, "README.md");
  const [introduction = "", ...others] = readFileSync(file, "utf8").split(/^(?=## )/m);
  const titled = new Map(others.map((text) => [text.slice(3, text.indexOf("\n")), text]));
  titled.set(title, section);
  const page = Object.values(sections).map((one) => titled.get(one.title) ?? "");
  writeFileSync(file, [introduction, ...page].join("\n"));
  execFileSync("npx", ["prettier", "--write", file], { cwd: root, stdio: "ignore" });
}

function circumstances(before: readonly number[]): string {
  const versions = ["eslint", "typescript", "@typescript-eslint/parser"].map((name) => {
    const file = path.join(root, "node_modules", name, "package.json");
    return `${name} ${(JSON.parse(readFileSync(file, "utf8")) as { version: string }).version}`;
  });
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? "unknown"}, ${os.type()})`;
  const [from, to] = [before, os.loadavg()].map(([minute = NaN]) => minute.toFixed(1));
  return `Measured on ${date} on ${machine} with Node ${process.version}, ${versions.join(", ")}; ${from} processes wanted the processor at the beginning, ${to} at the end.`;
}

function install(): void {
  const flags = ["--no-package-lock", "--ignore-scripts", "--legacy-peer-deps", "--no-audit"];
  if (!existsSync(modules))
    execFileSync("npm", ["install", ...flags], { cwd: import.meta.dirname, stdio: "inherit" });
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "ignore" });
}
