import eslintPlugin from "eslint-plugin-eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Arrows point one way only: hosts -> analysis -> close-codes. */
const hostFree = [
  { group: ["eslint", "eslint/*", "@typescript-eslint/*"], message: "The analysis knows no linter." },
  { group: ["typescript", "typescript/*"], message: "The analysis knows no compiler." },
  { group: ["node:*"], message: "This runs anywhere." },
];

export default defineConfig([
  globalIgnores(["**/dist/", "fixtures/", "demo/src/", "coverage/", "**/*.d.ts"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,cts,mts}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: "error",
      // Numbers and booleans in templates are what messages are made of.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["packages/close-codes/src/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        { patterns: [...hostFree, { group: ["ws-close-codes-analysis"], message: "The facts know no syntax." }] },
      ],
    },
  },
  {
    files: ["packages/analysis/src/**"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: hostFree }] },
  },
  {
    files: ["packages/eslint-plugin/src/rules/**"],
    extends: [eslintPlugin.configs.all],
  },
]);
