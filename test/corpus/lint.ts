/**
 * Lints the JavaScript and TypeScript files below a folder with a config of ours and nothing else, and
 * prints one JSON object for each report.
 *
 *   npm run --silent corpus:lint -- DIR [--repo owner/name] [--config recommended] [--types] [--findings FILE]
 *
 * With --findings, only what that table (findings.md) does not have is printed, and what it has and
 * ESLint no longer says.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as parser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import plugin from "../../packages/eslint-plugin/src/index.ts";
import { readFindings, type Finding } from "./findings.ts";
import { repositoryAt } from "./repository.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repo: { type: "string" },
    config: { type: "string", default: "recommended" },
    types: { type: "boolean", default: false },
    findings: { type: "string" },
  },
});
const [folder] = positionals;
const config = plugin.configs[options.config as keyof typeof plugin.configs];
if (folder === undefined || (config as unknown) === undefined) {
  console.error(
    "usage: corpus:lint DIR [--repo owner/name] [--config recommended|strict] [--types] [--findings FILE]",
  );
  process.exit(2);
}

const repository = repositoryAt(folder);
const eslint = new ESLint({
  cwd: repository.root,
  overrideConfigFile: true,
  allowInlineConfig: false,
  ignore: false,
  overrideConfig: [
    {
      ...config,
      files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
      languageOptions: {
        parser,
        parserOptions: options.types
          ? { programs: [repository.program()] }
          : { ecmaFeatures: { jsx: true } },
      },
      linterOptions: { reportUnusedDisableDirectives: "off" },
    },
  ],
});

const known = options.findings
  ? readFindings(readFileSync(options.findings, "utf8")).filter(({ repo }) => repo === options.repo)
  : [];
const keyOf = ({ path, line, rule }: Finding): string => [path, line, rule].join("\0");
const left = new Map(known.map((finding) => [keyOf(finding), finding]));

for (const { file, path, text } of repository.texts())
  for (const { messages } of await eslint.lintText(text, { filePath: file }))
    for (const { ruleId, messageId, line, column, message, fatal } of messages) {
      if (fatal) {
        console.error(`${path}:${line}: ${message}`);
        continue;
      }
      const rule = `${ruleId?.replace("ws-close-codes/", "")}/${messageId}`;
      const finding = { repo: options.repo ?? "", path, line, rule };
      const isKnown = known.some((one) => keyOf(one) === keyOf(finding));
      left.delete(keyOf(finding));
      if (!isKnown) console.log(JSON.stringify({ ...finding, column, message }));
    }
for (const gone of left.values()) console.log(JSON.stringify({ ...gone, gone: true }));
