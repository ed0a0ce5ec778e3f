import { configDefaults, defineConfig } from "vitest/config";
import root from "../../vitest.config.ts";

const MINUTES = 60_000;

export default defineConfig({
  ...root,
  test: {
    ...root.test,
    include: ["test/hosts/*.test.ts"],
    exclude: configDefaults.exclude,
    // One installation at a time.
    fileParallelism: false,
    testTimeout: 2 * MINUTES,
    hookTimeout: 10 * MINUTES,
  },
});
