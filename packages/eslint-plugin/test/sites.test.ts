import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { join } from "node:path";
import { expect, it } from "vitest";
import plugin from "../src/index.ts";
import { project } from "./rule-tester.ts";

/** Only the checker knows what `link` is, and no name or number suggests a socket. */
const code = 'import { link } from "./link.ts";\nlink.close(500);\n';

it("asks anew for a text that it has read without types", () => {
  const linter = new Linter({ cwd: project });
  const lint = (parserOptions: Linter.ParserOptions): (string | null)[] =>
    linter
      .verify(
        code,
        [plugin.configs.recommended, { languageOptions: { parser, parserOptions } }].map((one) => ({
          ...one,
          files: ["**/*.ts"],
        })),
        join(project, "file.ts"),
      )
      .map(({ ruleId, message }) => ruleId ?? message);
  expect(lint({})).toEqual([]);
  expect(lint({ projectService: true, tsconfigRootDir: project })).toEqual([
    "ws-close-codes/no-invalid-close-code",
  ]);
});
