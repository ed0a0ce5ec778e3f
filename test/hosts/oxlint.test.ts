/** Oxlint runs the same package, unmodified, and says what ESLint says without types. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../packages/eslint-plugin/src/index.ts";
import { FreshProject } from "./fresh-project.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const rules = Object.fromEntries(
  Object.keys(plugin.rules).map((name) => [`ws-close-codes/${name}`, "error"]),
);

const eslintConfig = `import parser from "@typescript-eslint/parser";
import wsCloseCodes from "eslint-plugin-ws-close-codes";

const jsx = { ecmaFeatures: { jsx: true } };
export default [
  { files: ["**/*.{js,cjs,mjs,jsx,tsx}"], languageOptions: { parser, parserOptions: jsx } },
  { files: ["**/*.{ts,mts,cts}"], languageOptions: { parser } },
  { linterOptions: { reportUnusedDisableDirectives: "off" } },
  { plugins: { "ws-close-codes": wsCloseCodes }, rules: ${JSON.stringify(rules)} },
];
`;

/** The part of RuleTester's interface that both have. */
const tester = `import { RuleTester } from "oxlint/plugins-dev";
import plugin from "eslint-plugin-ws-close-codes";

RuleTester.describe = (_, run) => run();
RuleTester.it = (_, run) => run();
new RuleTester().run("no-invalid-close-code", plugin.rules["no-invalid-close-code"], {
  valid: ["new WebSocket(url).close(4000);", "door.close(1006);"],
  invalid: [
    {
      code: "new WebSocket(url).close(1011);",
      errors: [
        {
          messageId: "endpoint-only",
          line: 1,
          column: 25,
          suggestions: process.argv[2] === "wrong" ? [] : [
            { messageId: "replace-code", output: "new WebSocket(url).close(4500);" },
            { messageId: "replace-code", output: "new WebSocket(url).close(1000);" },
          ],
        },
      ],
    },
  ],
});
console.log("passed");
`;

let project: FreshProject;

beforeAll(async () => {
  project = await FreshProject.create(
    "oxlint@1",
    "eslint@10",
    "@typescript-eslint/parser@8",
    "typescript@~6.0.3",
  );
  await cp(join(root, "fixtures"), project.path("programs/fixtures"), { recursive: true });
  // The examples of the rules' pages make every rule report.
  const pages = join(root, "packages/eslint-plugin/docs/rules");
  for (const page of await readdir(pages)) {
    const blocks = (await readFile(join(pages, page), "utf8")).matchAll(
      /^```([jt]s)\n(.*?)^```$/gmsu,
    );
    for (const [index, [, language = "", text = ""]] of [...blocks].entries())
      await project.write({
        // Oxlint reads no options from comments.
        [`programs/pages/${page}-${index}.${language}`]: text.replace(/^\/\* eslint .*\*\/$/mu, ""),
      });
  }
  await project.write({
    "eslint.config.js": eslintConfig,
    ".oxlintrc.json": JSON.stringify({
      plugins: [],
      categories: { correctness: "off" },
      jsPlugins: ["eslint-plugin-ws-close-codes"],
      rules,
    }),
    "tester.mjs": tester,
  });
});

afterAll(() => project.remove());

interface Diagnostic {
  readonly message: string;
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

const byOxlint = async (): Promise<readonly Diagnostic[]> => {
  const { stdout, stderr } = await project.node("oxlint/bin/oxlint", ["-f", "json", "programs"]);
  if (!stdout.startsWith("{")) throw new Error(stdout + stderr);
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
};

/** Oxlint counts columns in bytes of UTF-8, ESLint in UTF-16 units. */
function inCharacters(filename: string, line: number, column: number): number {
  const text = readFileSync(project.path(filename), "utf8").split("\n")[line - 1] ?? "";
  return Buffer.from(text).toString("utf8", 0, column - 1).length + 1;
}

describe("Oxlint", () => {
  it("reports over the fixtures and the rules' pages what ESLint reports", async () => {
    const oxlint = (await byOxlint()).map(({ filename, labels, code, message }) => {
      const { line = 0, column = 0 } = labels[0]?.span ?? {};
      const rule = code.replace(/^ws-close-codes\((.*)\)$/u, "$1");
      return `${filename}:${line}:${inCharacters(filename, line, column)} ${rule} ${message}`;
    });
    const eslint = (await project.lint("programs")).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, column, message }) => {
        const file = filePath.slice(project.folder.length + 1).replaceAll("\\", "/");
        return `${file}:${line}:${column} ${ruleId?.replace("ws-close-codes/", "")} ${message}`;
      }),
    );
    expect(oxlint.toSorted()).toEqual(eslint.toSorted());
    const seen = new Set(eslint.map((line) => line.split(" ")[1]));
    expect([...seen].toSorted()).toEqual(Object.keys(plugin.rules).toSorted());
  });

  it("passes its own RuleTester, on the Node.js that this needs", async () => {
    const node24 = (...args: readonly string[]) =>
      promisify(execFile)("npx", ["--yes", "node@24", "tester.mjs", ...args], {
        cwd: project.folder,
        shell: process.platform === "win32",
      });
    expect((await node24()).stdout).toContain("passed");
    await expect(node24("wrong")).rejects.toThrow(/suggestion/iu);
  });
});
