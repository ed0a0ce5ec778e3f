/** One file, looked at through both syntax trees: what ESLint finds and says, and what tsserver. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import ts from "typescript";
import { en } from "ws-close-codes";
import { sentenceOf, type Site } from "ws-close-codes-analysis";
import { readOptions, reportsOf } from "ws-close-codes-editor";
import plugin from "../../packages/eslint-plugin/src/index.ts";
import { forFile } from "../../packages/eslint-plugin/src/sites.ts";
import { Analysis } from "../../packages/typescript-plugin/src/analysis.ts";

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** One line for each site, each code of it, and each report. */
export type Findings = readonly string[];

export const allRules: Linter.RulesRecord = Object.fromEntries(
  Object.keys(plugin.rules).map((name) => [`ws-close-codes/${name}`, "error"]),
);

/**
 * What ESLint finds.
 *
 * @param program whose types it asks; without one it knows no types
 * @throws if the parser refuses the file
 */
export function inEslint({ text, path }: SourceText, program: ts.Program | undefined): Findings {
  const found: string[] = [];
  const collect: Rule.RuleModule = {
    create: (context) =>
      forFile(context, (sites) => {
        const place = (offset: number): string => {
          const { line, column } = context.sourceCode.getLocFromIndex(offset);
          return `${line}:${column + 1}`;
        };
        for (const site of sites.all()) found.push(...linesOf(site, place));
      }),
  };
  const config: Linter.Config[] = [
    // Published packages are the subject, wherever they lie.
    { ignores: ["!**/node_modules/", "!**/.*"] },
    {
      plugins: { "ws-close-codes": plugin, test: { rules: { collect } } },
      rules: { ...allRules, "test/collect": "error" },
      files: ["**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}"],
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
      languageOptions: {
        parser: typescriptParser,
        sourceType: path.endsWith(".cjs") ? "commonjs" : "module",
        parserOptions: program
          ? { programs: [program] }
          : { ecmaFeatures: { jsx: path.endsWith("x") } },
      },
    },
  ];
  const messages = new Linter({ configType: "flat", cwd: "/" }).verify(text, config, path);
  for (const { ruleId, fatal, message, line, column, endLine, endColumn } of messages) {
    if (fatal) throw new SyntaxError(`${path}:${line}:${column}: ${message}`);
    // ESLint's own remark on comments that configure it.
    if (ruleId === null) continue;
    found.push(`${line}:${column}-${endLine}:${endColumn} ${ruleId} ${message}`);
  }
  return found.sort();
}

/** What the TypeScript plugin finds, in the same words. */
export function inTypeScript(
  { path }: SourceText,
  program: ts.Program,
  { types }: { readonly types: boolean },
): Findings {
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
  const reports = reportsOf(file).map(
    (report) =>
      `${place(report.range.start)}-${place(report.range.end)} ws-close-codes/${report.rule} ${sentenceOf(report, en)}`,
  );
  return [...file.sites.all().flatMap((site) => linesOf(site, place)), ...reports].sort();
}

function linesOf(site: Site, place: (offset: number) => string): readonly string[] {
  const { role, form, evidence, target, slots } = site;
  const rangeOf = ({ start, end }: Site["range"]): string => `${place(start)}-${place(end)}`;
  const apis = [...new Set(site.types.map(({ library }) => library.name))].join("|");
  return [
    // `export enum` is one statement to the one parser and two to the other.
    `${role === "table" ? "" : rangeOf(site.range)} ${role} ${form} ${evidence} ${apis} ${JSON.stringify(target)}`,
    ...slots.map(
      ({ range, static: value }) =>
        `${rangeOf(range)} code ${value.known ? `${typeof value.value} ${value.value}` : "unknown"}`,
    ),
  ];
}
