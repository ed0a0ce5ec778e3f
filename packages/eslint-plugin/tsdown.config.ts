import { defineConfig } from "tsdown";
import { ascii } from "../../scripts/ascii.ts";

export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  fixedExtension: false,
  dts: true,
  // Less to read when it is loaded; the names of functions stay, for stack traces.
  minify: { mangle: { toplevel: false }, compress: false },
  // What require() returns.
  footer: { js: 'export { plugin as "module.exports" };' },
  plugins: [ascii],
});
