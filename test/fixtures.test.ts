import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import {
  codeAt,
  defaultSettings,
  findSites,
  type Site,
  type Slot,
} from "../packages/analysis/src/index.ts";
import { EstreeSyntax } from "../packages/eslint-plugin/src/estree-syntax.ts";
import plugin from "../packages/eslint-plugin/src/index.ts";
import { forFile } from "../packages/eslint-plugin/src/sites.ts";
import { expectedLines, lines, written, type Finding } from "./fixtures/expectations.ts";
import { fixturesByFolder, type Fixture } from "./fixtures/files.ts";
import { programOf } from "./fixtures/programs.ts";

/** Rules that may speak of something else than a code; see the fixtures' README. */
const elsewhere = /^(?:no-init-close-event|no-invalid-close-reason|require-close-code)\//u;

/** Types take long to start; see `WAYS` in the rule tester. */
const typed = process.env["WAYS"]?.split(",").includes("typed") ?? true;

type Place = Pick<Finding, "start" | "end">;
type Code = Omit<Finding, "reports">;

const isAt = (a: Place, b: Place): boolean => a.start === b.start && a.end === b.end;

function codeIn({ role, evidence }: Site, { range, static: value }: Slot): Code {
  return { ...range, role, evidence, value: written(value.known, value.known && value.value) };
}

/** What ESLint finds and says of a program: at all places, and when it is asked for one. */
function found({ text, name, path }: Fixture, languageOptions: Linter.LanguageOptions): Finding[] {
  const codes: Code[] = [];
  const collect: Rule.RuleModule = {
    create: (context) =>
      forFile(context, (sites) => {
        for (const site of sites.all())
          for (const slot of site.slots) codes.push(codeIn(site, slot));
        const asked = findSites(
          new EstreeSyntax(context.sourceCode, { types: true }),
          defaultSettings,
        );
        for (const code of codes) {
          const under = codeAt(asked, code.start);
          const said = under && codeIn(under.site, under.slot);
          if (!codes.some((one) => isAt(one, code) && isDeepStrictEqual(one, said)))
            throw new Error(`${name}: at ${code.start} stands ${JSON.stringify(said)}`);
        }
      }),
  };
  const config: Linter.Config[] = [
    // Mutation testing works on a copy that lies there.
    { ignores: ["!**/node_modules/"] },
    {
      ...plugin.configs.strict,
      files: ["**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}"],
      languageOptions,
      linterOptions: { reportUnusedDisableDirectives: "off" },
    },
    { plugins: { test: { rules: { collect } } }, rules: { "test/collect": "error" } },
    { rules: { "ws-close-codes/prefer-named-close-code": "off" } },
  ];
  const messages = new Linter({ configType: "flat", cwd: "/" }).verify(text, config, path);
  const reports = messages.map(({ ruleId, messageId, message, ...at }) => {
    if (ruleId === null) throw new Error(`${name}: ${message}`);
    const place = {
      start: offset(text, at.line, at.column),
      end: offset(text, at.endLine, at.endColumn),
    };
    return { place, id: `${ruleId.replace("ws-close-codes/", "")}/${messageId}` };
  });
  for (const { place, id } of reports)
    if (!elsewhere.test(id) && !codes.some((code) => isAt(code, place)))
      throw new Error(`${name}: ${id} stands on no code`);
  return codes.map((code) => ({
    ...code,
    reports: reports.filter(({ place }) => isAt(place, code)).map(({ id }) => id),
  }));
}

function offset(text: string, line = 1, column = 1): number {
  const start = text
    .split("\n")
    .slice(0, line - 1)
    .join("\n").length;
  return start + (line > 1 ? 1 : 0) + column - 1;
}

describe.each([...fixturesByFolder()])("%s", (folder, programs) => {
  it.each(programs.map((one) => [one.name, one] as const))("%s without types", (name, fixture) => {
    const parserOptions = { ecmaFeatures: { jsx: name.endsWith("x") } };
    const parser = /\.[cm]?tsx?$/u.test(name) ? { parser: typescriptParser } : {};
    const sourceType = name.endsWith(".cjs") ? "commonjs" : "module";
    const findings = found(fixture, { ...parser, sourceType, parserOptions });
    expect(lines(fixture.text, findings)).toEqual(expectedLines(fixture.text, { types: false }));
  });

  describe.runIf(typed)("with types", () => {
    let program: ReturnType<typeof programOf>;
    beforeAll(() => {
      program = programOf(
        folder,
        programs.map(({ path }) => path),
      );
    });

    it.each(programs.map((one) => [one.name, one] as const))("%s with types", (_, fixture) => {
      const findings = found(fixture, {
        parser: typescriptParser,
        parserOptions: { programs: [program] },
      });
      expect(lines(fixture.text, findings)).toEqual(expectedLines(fixture.text, { types: true }));
    });
  });
});
