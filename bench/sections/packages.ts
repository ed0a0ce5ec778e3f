/**
 * What the packages weigh, and how long the plugin takes to load.
 */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { median } from "../measure.ts";
import { table, type Section } from "../section.ts";

const root = path.join(import.meta.dirname, "../..");
const ROUNDS = 15;

/** Weighs the published packages, and loads the ESLint plugin after ESLint. */
export function measurePackages(quick: boolean): Section {
  const rows = ["close-codes", "eslint-plugin", "typescript-plugin", "language-server"].map(weigh);
  const times = Array.from({ length: quick ? 5 : ROUNDS }, load);
  const middle = median(times);
  return {
    title: "Packages",
    text: [
      ...table(["package, unpacked", "files", "KB"], rows),
      `\`import\` of the ESLint plugin in a process that has loaded ESLint: ${middle.toFixed(1)} ms at the median of ${ROUNDS} processes, ${Math.min(...times).toFixed(1)} at the least.`,
    ],
    figures: { "import of the ESLint plugin after ESLint": middle },
  };
}

/** What npm would publish. */
function weigh(folder: string): readonly string[] {
  const out = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: path.join(root, "packages", folder),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = Object.values(JSON.parse(out) as object) as {
    readonly name: string;
    readonly entryCount: number;
    readonly unpackedSize: number;
  }[];
  if (!packed) throw new Error(`npm packs nothing in ${folder}.`);
  const { name, entryCount, unpackedSize } = packed;
  return [`\`${name}\``, String(entryCount), (unpackedSize / 1024).toFixed(0)];
}

function load(): number {
  const script = `
    await import("eslint");
    const start = performance.now();
    await import("./packages/eslint-plugin/dist/index.js");
    console.log(performance.now() - start);
  `;
  const out = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    encoding: "utf8",
  });
  return Number(out);
}
