import { defineConfig } from "vitest/config";
import root from "../../vitest.config.ts";

const MINUTES = 60_000;

export default defineConfig({
  ...root,
  test: {
    ...root.test,
    include: ["test/vscode/scenarios/*.ts"],
    globalSetup: "test/vscode/setup.ts",
    // One VS Code keeps a machine busy.
    fileParallelism: false,
    testTimeout: 5 * MINUTES,
    hookTimeout: 5 * MINUTES,
  },
});
