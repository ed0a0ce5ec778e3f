import { defineConfig } from "vitest/config";
import root from "../../vitest.config.ts";

const HOURS = 3_600_000;

declare module "vitest" {
  interface ProvidedContext {
    /** Whether to write the tables: Vitest's own -u, which updates what is recorded. */
    write: boolean;
  }
}

export default defineConfig({
  ...root,
  test: {
    ...root.test,
    include: ["test/runtimes/measure-all.ts"],
    testTimeout: 2 * HOURS,
    hookTimeout: HOURS,
    provide: { write: process.argv.includes("-u") || process.argv.includes("--update") },
  },
});
