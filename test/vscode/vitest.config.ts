import { defineConfig } from "vitest/config";
import root from "../../vitest.config.ts";

const MINUTES = 60_000;

export default defineConfig({
  ...root,
  test: {
    ...root.test,
    include: ["test/vscode/end-to-end.ts"],
    testTimeout: 3 * MINUTES,
    hookTimeout: 10 * MINUTES,
  },
});
