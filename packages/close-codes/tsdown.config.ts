import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/zh-CN.ts"],
  format: "esm",
  platform: "neutral",
  dts: true,
});
