/**
 * Runs everything over programs that are changed at random, and prints what went wrong.
 *
 *     npm run test:fuzz -- --programs 1000000 --seed 7 [FOLDER...]
 *
 * The programs come from the folders, node_modules by default.
 */
import { parseArgs } from "node:util";
import { check } from "./check.ts";
import { Programs } from "./programs.ts";
import { Random } from "./random.ts";

process.env["WS_CLOSE_CODES_DEBUG"] = "throw";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    programs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const count = Number(values.programs);
const random = new Random(Number(values.seed));
const programs = new Programs(random, positionals.length > 0 ? positionals : ["node_modules"]);
const total = { programs: 0, parsed: 0, reports: 0, remedies: 0, faults: 0 };
const kinds = new Map<string, number>();

console.log(`seed ${values.seed}, ${programs.paths} files`);
while (total.programs < count) {
  const { parsed, reports, remedies, faults } = check(programs.next(), random);
  total.programs++;
  total.parsed += Number(parsed);
  total.reports += reports;
  total.remedies += remedies;
  total.faults += faults.length;
  for (const { what, program } of faults) {
    const kind = what.split("\n", 2).join(" ");
    const times = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, times);
    if (times === 1) console.log(`\n${what}\n----\n${program}\n----`);
  }
  if (total.programs % 10_000 === 0) console.log(JSON.stringify(total));
}
console.log(JSON.stringify(total));
for (const [kind, times] of kinds) console.log(`${times} times: ${kind}`);
process.exitCode = total.faults > 0 ? 1 : 0;
