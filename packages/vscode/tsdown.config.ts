import { defineConfig } from "tsdown";
import { ascii } from "../../scripts/ascii.ts";

export default defineConfig({
  entry: ["src/extension.ts"],
  format: "cjs",
  platform: "node",
  // VS Code itself provides this one; all else goes into the extension.
  deps: { neverBundle: ["vscode"], alwaysBundle: [/./u], onlyBundle: false },
  minify: true,
  plugins: [ascii],
});
