import { defineConfig } from "tsdown";
import { ascii } from "../../scripts/ascii.ts";
import { extractParser } from "../../scripts/extract-parser.ts";
import * as parser from "./src/parser.ts";

export default defineConfig({
  entry: { server: "src/main.ts" },
  format: "cjs",
  dts: false,
  minify: true,
  // It stands alone: an editor starts it without anything else being installed.
  deps: { alwaysBundle: /^(?!node:)/u },
  plugins: [
    {
      name: "typescript-parser",
      transform: (code, id) =>
        id.endsWith("/typescript/lib/typescript.js")
          ? { code: extractParser(code, Object.keys(parser)), moduleType: "js" }
          : undefined,
    },
    ascii,
  ],
});
