/**
 * What the packages weigh, and how long the ESLint plugin takes to load.
 */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { inTurn, median, spread } from "../measure.ts";
import { table, type Section } from "../section.ts";

const ROUNDS = 15;

const OWN = "../packages/eslint-plugin/dist/index.js";
/** What ESLint and most plugins load, by itself: how fast this machine loads anything. */
const YARDSTICK = "@eslint-community/eslint-utils";
const LOADED = new Map([
  ["ours, with the facts", OWN],
  ["eslint-utils, without ESLint", YARDSTICK],
  ["eslint-plugin-regexp", "eslint-plugin-regexp"],
  ["eslint-plugin-n", "eslint-plugin-n"],
  ["eslint-plugin-unicorn", "eslint-plugin-unicorn"],
]);

/** Weighs the published packages, and loads the ESLint plugin after ESLint. */
export async function measurePackages(quick: boolean): Promise<Section> {
  const packed = ["eslint-plugin", "close-codes", "typescript-plugin", "language-server"].map(pack);
  const [plugin, facts] = packed;
  const ways = [...LOADED.values()];
  const times = await inTurn(ways, quick ? 5 : ROUNDS, load);
  const timeOf = (way: string): number => median(times[ways.indexOf(way)] ?? []);
  return {
    text: [
      ...table(
        ["package, unpacked", "files", "kB"],
        packed.map(({ name, entryCount, unpackedSize }) => [
          `\`${name}\``,
          String(entryCount),
          (unpackedSize / 1000).toFixed(0),
        ]),
      ),
      ...table(
        ["`import` in a process that has loaded ESLint", "CPU time in ms (quartiles)"],
        [...LOADED.keys()].map((name, i) => [name, spread(times[i] ?? [], 1)]),
      ),
    ],
    figures: {
      "import of the ESLint plugin after ESLint, of what eslint-utils takes":
        timeOf(OWN) / timeOf(YARDSTICK),
      "the ESLint plugin and the facts, installed":
        ((plugin?.unpackedSize ?? NaN) + (facts?.unpackedSize ?? NaN)) / 1000,
    },
  };
}

interface Packed {
  readonly name: string;
  readonly entryCount: number;
  readonly unpackedSize: number;
}

/** What npm would publish. */
function pack(folder: string): Packed {
  const out = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: path.join(import.meta.dirname, "../../packages", folder),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = Object.values(JSON.parse(out) as object) as Packed[];
  if (!packed) throw new Error(`npm packs nothing in ${folder}.`);
  return packed;
}

/** Milliseconds of CPU time, in a process of its own. */
function load(plugin: string): number {
  const script = `
    ${plugin === YARDSTICK ? "" : 'await import("eslint");'}
    const before = process.cpuUsage();
    await import(${JSON.stringify(plugin)});
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);
  `;
  const out = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: path.join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  return Number(out);
}
