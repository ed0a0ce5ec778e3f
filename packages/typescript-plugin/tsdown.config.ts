import { defineConfig } from "tsdown";
import { ascii } from "../../scripts/ascii.ts";

export default defineConfig({
  // A lone default export becomes `module.exports = init`, which is what tsserver calls.
  entry: ["src/index.ts"],
  format: "cjs",
  dts: true,
  // Less to read when it is loaded; the names of functions stay, for stack traces.
  minify: { mangle: { toplevel: false }, compress: false },
  plugins: [ascii],
});
