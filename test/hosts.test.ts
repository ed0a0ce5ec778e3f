import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import ts from "typescript";
import { en } from "ws-close-codes";
import { sentenceOf } from "ws-close-codes-analysis";
import { readOptions, reportsOf, rules, type RuleName } from "ws-close-codes-editor";
import plugin from "../packages/eslint-plugin/src/index.ts";
import { Analysis } from "../packages/typescript-plugin/src/analysis.ts";
import { fixtures, type Fixture } from "./fixtures/files.ts";
import { programOf } from "./fixtures/programs.ts";

const recommended = Object.fromEntries(
  Object.keys(plugin.configs.recommended.rules ?? {}).map((name) => [name, "error"]),
) as Linter.RulesRecord;

/** What ESLint reports, one line each. */
function linted({ text, path, name }: Fixture, program: ts.Program | undefined): string[] {
  const config: Linter.Config[] = [
    {
      plugins: { "ws-close-codes": plugin },
      rules: recommended,
      files: ["**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}"],
      linterOptions: { reportUnusedDisableDirectives: "off" },
      languageOptions: {
        parser: typescriptParser,
        sourceType: name.endsWith(".cjs") ? "commonjs" : "module",
        parserOptions: program
          ? { programs: [program] }
          : { ecmaFeatures: { jsx: name.endsWith("x") } },
      },
    },
  ];
  return new Linter({ configType: "flat", cwd: "/" })
    .verify(text, config, path)
    .map(({ ruleId, message, line, column, endLine, endColumn }) =>
      [`${line}:${column}-${endLine}:${endColumn}`, ruleId, message].join(" "),
    )
    .sort();
}

/** What the TypeScript plugin reports, in the same words. */
function diagnosed({ path }: Fixture, program: ts.Program, types: boolean): string[] {
  const service = { getProgram: () => program } as ts.LanguageService;
  const options = readOptions({ typeInformation: types ? "auto" : "off" }, (problem) => {
    throw new Error(problem);
  });
  const analysis = new Analysis(ts, service, ts.sys, options, en);
  const file = analysis.file(path);
  if (!file) return [];
  const place = (offset: number): string => {
    const { line, character } = file.sourceFile.getLineAndCharacterOfPosition(offset);
    return `${line + 1}:${character + 1}`;
  };
  return reportsOf(file)
    .map((report) =>
      [
        `${place(report.range.start)}-${place(report.range.end)}`,
        `ws-close-codes/${report.rule}`,
        sentenceOf(report, en),
      ].join(" "),
    )
    .sort();
}

test("both hosts have the same rules", () => {
  const names = Object.keys(rules) as RuleName[];
  expect(names.map((name) => `ws-close-codes/${name}`).sort()).toEqual(
    Object.keys(recommended).sort(),
  );
});

const folders = new Map<string, Fixture[]>();
for (const one of fixtures()) folders.set(one.folder, [...(folders.get(one.folder) ?? []), one]);

describe("ESLint and tsserver report the same", () => {
  describe.each([...folders])("in %s", (folder, programs) => {
    let program: ts.Program | undefined;
    const shared = () =>
      (program ??= programOf(
        folder,
        programs.map(({ path }) => path),
      ));
    test.each(programs.map((one) => [one.name, one] as const))("%s", (_, fixture) => {
      expect(diagnosed(fixture, shared(), true)).toEqual(linted(fixture, shared()));
      expect(diagnosed(fixture, shared(), false)).toEqual(linted(fixture, undefined));
    });
  });
});
