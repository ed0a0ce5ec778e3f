import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, RuleTester, type Rule } from "eslint";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

/** Where the cases stand: its package.json lists `ws`, `graphql-ws` and `ws-close-codes`. */
export const project = join(import.meta.dirname, "project");

/** How a case is parsed: JavaScript, TypeScript, TypeScript with type information. */
type Way = "espree" | "typescript" | "typed";

interface Extra {
  /** The ways that a case is run; all by default. */
  ways?: readonly Way[];
  /** Its name in {@link project}, without the extension. */
  file?: string;
}

export type Valid = RuleTester.ValidTestCase & Extra;
export type Invalid = RuleTester.InvalidTestCase & Extra;

/** `WAYS=espree` leaves the others out, where a run has to be quick. */
const everyWay = (process.env["WAYS"]?.split(",") ?? [
  "espree",
  "typescript",
  "typed",
]) as readonly Way[];

/** The messages of a rule that some case of the file asserts, those of suggestions among them. */
const asserted = new Map<Rule.RuleModule, Set<string>>();

/** Runs every case of a rule in every way that it allows, each exactly asserted. */
export function test(
  name: string,
  rule: Rule.RuleModule,
  { valid, invalid }: { readonly valid: readonly Valid[]; readonly invalid: readonly Invalid[] },
): void {
  const ids = asserted.get(rule) ?? new Set();
  if (!asserted.has(rule))
    afterAll(() => {
      const all = Object.keys(rule.meta?.messages ?? {});
      expect([...ids].sort(), "asserted messages").toEqual(all.sort());
    });
  asserted.set(rule, ids);
  for (const error of invalid.flatMap(({ errors }) => errors as RuleTester.TestCaseError[]))
    for (const one of [error, ...[error.suggestions ?? []].flat()])
      if (typeof one === "object" && one.messageId) ids.add(one.messageId);

  for (const way of everyWay) {
    describe(way, () => {
      const tester = new RuleTester({ linterOptions: { reportUnusedDisableDirectives: "error" } });
      tester.run(name, rule, {
        assertionOptions: {
          requireMessage: "messageId",
          requireLocation: true,
          requireData: true,
        },
        valid: valid.filter(runs(way)).map((one) => prepared(one, way)),
        invalid: invalid.filter(runs(way)).map((one) => prepared(one, way)),
      } as never);
    });
  }
}

const runs =
  (way: Way) =>
  ({ ways = everyWay }: Extra): boolean =>
    ways.includes(way);

/** A case as ESLint's tester takes it, which knows no other keys than its own. */
function prepared<T extends Valid>(one: T, way: Way): T {
  const { languageOptions = {}, file = "file" } = one;
  const prepared = {
    filename: join(project, `${file}.${way === "espree" ? "js" : "ts"}`),
    ...one,
    languageOptions: {
      ...languageOptions,
      ...(way !== "espree" && typescript(way, languageOptions)),
    },
  };
  delete prepared.ways;
  delete prepared.file;
  return prepared;
}

function typescript(way: Way, { parserOptions }: Linter.LanguageOptions): Linter.LanguageOptions {
  const types = { projectService: true, tsconfigRootDir: project };
  return {
    parser: typescriptParser,
    parserOptions: { ...parserOptions, ...(way === "typed" && types) },
  };
}
