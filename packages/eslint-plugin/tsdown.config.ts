import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  fixedExtension: false,
  dts: true,
  // Without comments and white space it is small; its names stay, for stack traces.
  minify: { mangle: false, compress: false },
  // What require() returns.
  footer: { js: 'export { plugin as "module.exports" };' },
});
