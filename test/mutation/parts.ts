/** What is mutated together, and the tests that should notice. */
export interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /** Whether tests run with types, which take long to start. */
  readonly types?: boolean;
}

/** The cases of the rules. */
export const cases = "packages/eslint-plugin/test/{outcomes,rules/*}.test.ts";

const everyCase = "test/mutation/every-case.ts";

/** What editors and types ask, for the most part. */
const asked = [
  "packages/analysis/src/flow/subscriptions.ts",
  "packages/analysis/src/sites/{code-at,received,runtimes,signatures,typed-codes}.ts",
];

export const parts: Readonly<Record<string, Part>> = {
  codes: {
    mutate: [
      "packages/close-codes/src/*.ts",
      // Tables of facts: other tests hold them against real implementations.
      "!packages/close-codes/src/{close-code,codes,index,references,vocabularies,zh-CN}.ts",
    ],
    tests: ["packages/close-codes/test/{aliases,codes,explain,judge,reason,texts}.test.ts"],
  },
  rules: {
    mutate: ["packages/eslint-plugin/src/rules/*.ts"],
    tests: [cases, "packages/eslint-plugin/test/plugin.test.ts"],
  },
  reports: { mutate: ["packages/analysis/src/reports/*.ts"], tests: [cases] },
  sites: {
    mutate: ["packages/analysis/src/sites/*.ts", ...asked.map((file) => `!${file}`)],
    tests: [everyCase],
  },
  flow: {
    mutate: ["packages/analysis/src/flow/*.ts", ...asked.map((file) => `!${file}`)],
    tests: [everyCase],
  },
  asked: {
    mutate: asked,
    tests: [
      "test/fixtures.test.ts",
      "packages/typescript-plugin/test/{completions,hover,reports}.test.ts",
    ],
    types: true,
  },
};
