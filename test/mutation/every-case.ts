/**
 * Every case of a rule and every fixture as one file of tests: each mutant starts the test runner anew,
 * once for each file.
 */
import path from "node:path";
import { globSync } from "tinyglobby";
import { cases } from "./parts.ts";

const root = path.join(import.meta.dirname, "../..");
const rules = globSync(cases, { cwd: root });

for (const file of [...rules.sort(), "test/fixtures.test.ts"]) await import(path.join(root, file));
