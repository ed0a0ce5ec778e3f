import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.cts"],
  format: "cjs",
  dts: true,
});
