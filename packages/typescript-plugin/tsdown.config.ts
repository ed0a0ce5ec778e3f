import { defineConfig } from "tsdown";

export default defineConfig({
  // A lone default export becomes `module.exports = init`, which is what tsserver calls.
  entry: ["src/index.ts"],
  format: "cjs",
  dts: true,
});
