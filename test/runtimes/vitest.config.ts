import { defineConfig, mergeConfig } from "vitest/config";
import root from "../../vitest.config.ts";

const HOURS = 3_600_000;

declare module "vitest" {
  interface ProvidedContext {
    /** Whether to write the tables: Vitest's own -u, which updates what is recorded. */
    write: boolean;
  }
}

const config = mergeConfig(
  root,
  defineConfig({ test: { testTimeout: 2 * HOURS, hookTimeout: HOURS } }),
);
config.test.include = ["test/runtimes/measure-all.ts"]; // Merging would add to the root's list.
config.test.provide = {
  write: process.argv.includes("-u") || process.argv.includes("--update"),
};

export default config;
