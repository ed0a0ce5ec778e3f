/** What is mutated together, and the tests that should notice. */
export interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

/** The cases of the rules. */
export const cases = "packages/eslint-plugin/test/{outcomes,rules/*}.test.ts";

const everyCase = "test/mutation/every-case.ts";

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
    mutate: [
      "packages/analysis/src/sites/*.ts",
      // What editors and types ask: the tests of tsserver hold it.
      "!packages/analysis/src/sites/{received,signatures}.ts",
    ],
    tests: [everyCase],
  },
  flow: {
    mutate: ["packages/analysis/src/flow/*.ts"],
    tests: [everyCase],
  },
};
