/**
 * Breaks one expression after the other and sees whether a test notices.
 *
 *     npm run test:mutation                       everything; hours
 *     npm run test:mutation -- reports            one part of parts.ts
 *     npm run test:mutation -- reports forwarded  the files of it whose paths have that word
 */
import { spawnSync } from "node:child_process";
import { globSync } from "tinyglobby";
import { parts } from "./parts.ts";

const [chosen, word = ""] = process.argv.slice(2);

for (const [name, { mutate }] of Object.entries(parts)) {
  if (chosen !== undefined && chosen !== name) continue;
  const files = globSync([...mutate], { expandDirectories: false }).filter((file) =>
    file.includes(word),
  );
  const args = ["run", "test/mutation/stryker.config.js", "--mutate", files.join(",")];
  const { status } = spawnSync("node_modules/.bin/stryker", args, {
    stdio: "inherit",
    env: { ...process.env, PART: name },
  });
  if (status !== 0) process.exitCode = 1;
}
