import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const closeCodes = (file: string): string =>
  fileURLToPath(new URL(`packages/close-codes/src/${file}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^ws-close-codes$/, replacement: closeCodes("index.ts") },
      { find: /^ws-close-codes\/(.+)$/, replacement: closeCodes("$1.ts") },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
