import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { project } from "./rule-tester.ts";

const folder = join(import.meta.dirname, "../docs/rules");
const rules = new Map(Object.entries(plugin.rules));

interface Example {
  readonly correct: boolean;
  readonly language: string;
  readonly code: string;
  /** The option under whose heading it stands. */
  readonly option: string | undefined;
  /** The block of text behind it: what is reported. */
  says?: string;
}

/** The code blocks of a page that it calls correct or incorrect. */
function examplesOf(page: string): readonly Example[] {
  const examples: Example[] = [];
  let correct: boolean | undefined;
  let option: string | undefined;
  for (const part of page.split(/^(?=#+ |```)/mu)) {
    const heading = /^#+ (?:`(\w+)`)?/u.exec(part);
    if (heading) [option, correct] = [heading[1], undefined];
    const block = /^```(\w+)\n(.*?)$/su.exec(part);
    const [, language = "", code = ""] = block ?? [];
    const last = examples.at(-1);
    if (language === "text" && last) last.says = code;
    else if (block && correct !== undefined) examples.push({ correct, language, code, option });
    const said = part.match(/^(?:Examples of|Correct|Incorrect|Still).*:$/gmu)?.at(-1);
    if (said) correct = !/incorrect/iu.test(said);
  }
  return examples;
}

function lint(rule: string, { code, language }: Example): readonly Linter.LintMessage[] {
  const files = ["**/*.{js,ts}"];
  const config: Linter.Config = {
    files,
    plugins: { "ws-close-codes": plugin },
    rules: { [`ws-close-codes/${rule}`]: "error" },
    ...(language === "ts" && { languageOptions: { parser: typescriptParser } }),
  };
  const linter = new Linter({ configType: "flat", cwd: project });
  return linter.verify(code, config, join(project, `example.${language}`));
}

describe.each(readdirSync(folder))("%s", (file) => {
  const name = file.replace(".md", "");
  const page = readFileSync(join(folder, file), "utf8");
  const examples = examplesOf(page);

  it("is the page of a rule", () => {
    expect(rules.has(name)).toBe(true);
    expect(page).toMatch(/^## When not to use it$/mu);
    expect(page).toMatch(/^## Further reading$/mu);
  });

  it("shows what is right and what is wrong", () => {
    expect(examples.some(({ correct }) => correct)).toBe(true);
    expect(examples.some(({ correct }) => !correct)).toBe(true);
  });

  it.each(examples.map((one) => [one.correct ? "correct" : "incorrect", one.code, one] as const))(
    "has %s code: %s",
    (_, __, example) => {
      const reports = lint(name, example);
      for (const { ruleId, message } of reports)
        expect(ruleId ?? message).toBe(`ws-close-codes/${name}`);
      expect(reports.length > 0).toBe(!example.correct);
      const said = reports.map(({ line, column, message }) => `${line}:${column}  ${message}\n`);
      expect(example.says ?? "").toBe(said.join(""));
    },
  );

  it("has an example of every option", () => {
    const [schema] = (rules.get(name)?.meta?.schema ?? []) as { properties?: object }[];
    const shown = new Set(examples.map(({ option }) => option));
    for (const option of Object.keys(schema?.properties ?? {})) expect(shown).toContain(option);
  });
});

it("says in the README what each line is reported for", () => {
  const readme = readFileSync(join(folder, "../../README.md"), "utf8");
  const code = /^```js\n(import .*?)```$/msu.exec(readme)?.[1] ?? "";
  const said = code.split("\n").flatMap((text, index) => {
    const rule = /\/\/ (no-[\w-]+)/u.exec(text)?.[1];
    return rule === undefined ? [] : [`${index + 1} ws-close-codes/${rule}`];
  });
  const files = ["**/*.js"];
  const reported = new Linter({ configType: "flat", cwd: project })
    .verify(code, { ...plugin.configs.recommended, files }, join(project, "example.js"))
    .filter(({ severity }) => severity === 2)
    .map(({ line, ruleId }) => `${line} ${ruleId}`);
  expect(said.length).toBeGreaterThan(5);
  expect(reported).toEqual(said);
});
