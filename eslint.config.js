import eslintPlugin from "eslint-plugin-eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Arrows point one way only: hosts -> editor, typescript-syntax -> analysis -> close-codes. */
const hostFree = [
  {
    group: ["eslint", "eslint/*", "@typescript-eslint/*"],
    message: "The analysis knows no linter.",
  },
  { group: ["typescript", "typescript/*"], message: "The analysis knows no compiler." },
  { group: ["vscode*"], message: "The analysis knows no editor." },
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
      // Style that the compiler's stricter index signatures and Prettier decide between them.
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/no-empty-object-type": [
        "error",
        { allowInterfaces: "with-single-extends" },
      ],
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // Numbers and booleans in templates are what messages are made of.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["packages/close-codes/src/**"],
    ignores: ["packages/close-codes/src/cli/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            ...hostFree,
            { group: ["ws-close-codes-*"], message: "The facts know no syntax." },
          ],
        },
      ],
    },
  },
  {
    files: ["packages/analysis/src/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            ...hostFree,
            { group: ["ws-close-codes-*"], message: "The analysis knows no host." },
          ],
        },
      ],
    },
  },
  {
    files: ["packages/editor/src/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            ...hostFree,
            {
              group: ["ws-close-codes-typescript-syntax"],
              message: "Trees are the hosts' affair.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["packages/eslint-plugin/src/rules/**"],
    extends: [eslintPlugin.configs.all],
  },
  {
    // They compare the types of all of ESTree's nodes with each other, which takes them a minute.
    files: ["packages/eslint-plugin/src/estree-*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
    },
  },
  {
    // TypeScript comes in as a value of any version from 4.9 on: its enums are numbers here.
    files: ["packages/{typescript-plugin,typescript-syntax,language-server}/src/**"],
    rules: {
      "@typescript-eslint/no-deprecated": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  {
    // Tests look at what came over a wire or out of a process.
    files: ["test/**", "packages/*/test/**"],
    rules: {
      "@typescript-eslint/prefer-nullish-coalescing": "off",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
]);
