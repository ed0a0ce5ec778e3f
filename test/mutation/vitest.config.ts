import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";
import { parts } from "./parts.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const { tests = [], types = false } = parts[process.env["PART"] ?? ""] ?? {};

const config = mergeConfig(base, {
  root,
  resolve: {
    alias: [
      // Stryker mutates a copy; what node_modules links to is the original.
      { find: /^ws-close-codes-analysis$/, replacement: `${root}packages/analysis/src/index.ts` },
    ],
  },
  test: { env: types ? {} : { WAYS: "espree,typescript" } },
});

// Merging would add to the list.
config.test.include = [...tests];

export default defineConfig(config);
