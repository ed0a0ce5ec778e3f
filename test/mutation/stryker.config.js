const report = `node_modules/.mutation/${process.env.PART}`;

/** Run by run.ts, which says what to mutate. @type {import("@stryker-mutator/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  ignorePatterns: ["dist", "/fixtures/**/node_modules", "/test/corpus", "/packages/vscode"],
  concurrency: 1,
  timeoutMS: 20_000,
  allowEmpty: true,
  reporters: ["json", "clear-text"],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: `${report}.json` },
  incremental: true,
  incrementalFile: `${report}.incremental.json`,
  tempDirName: "node_modules/.stryker",
};
