/**
 * Compares ESLint and tsserver, site by site and report by report, over the files below folders.
 *
 *   npm run --silent same-verdicts -- DIR...
 */
import { relative, resolve } from "node:path";
import { compare, sourcesBelow } from "./differences.ts";

const folders = process.argv.slice(2);
let failures = 0;
console.log("folder, files, findings, differences, refused");
for (const folder of folders) {
  const { files, same, differences, refused } = compare(sourcesBelow(resolve(folder)));
  console.log([folder, files, same, differences.length, refused.length].join(", "));
  for (const { path, types, host, finding } of differences)
    console.log(
      `  ${relative(folder, path)} ${types ? "typed" : "untyped"} only in ${host}: ${finding}`,
    );
  for (const problem of refused) console.log(`  refused: ${problem}`);
  failures += differences.length;
}
process.exitCode = failures === 0 ? 0 : 1;
