import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

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
    // A fault that the hosts hide from users must not be hidden from tests.
    env: { WS_CLOSE_CODES_DEBUG: "throw" },
    include: ["packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    // They install from the registry: `npm run test:hosts`.
    exclude: [...configDefaults.exclude, "test/hosts/**"],
    // One processor is left to the main process otherwise, which waits for most of the time.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
