import { defineConfig } from "tsdown";
import { ascii } from "../../scripts/ascii.ts";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    "zh-CN": "src/zh-CN.ts",
    languages: "src/languages.ts",
    cli: "src/cli/cli.ts",
  },
  format: "esm",
  platform: "neutral",
  dts: { entry: "src/*.ts" },
  // Editors read the comments of the declarations.
  outputOptions: { comments: { jsdoc: false } },
  // The command is a user of the library like any other, and the library does not grow by it.
  deps: { neverBundle: [/^node:/u, /^ws-close-codes/u] },
  plugins: [ascii],
});
