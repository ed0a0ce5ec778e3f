/** One text as each host parses it. */
import { createRequire } from "node:module";
import * as parser from "@typescript-eslint/parser";
import { Linter, type SourceCode } from "eslint";
import ts from "typescript";
import type { Syntax } from "ws-close-codes-analysis";
import { EstreeSyntax } from "../../packages/eslint-plugin/src/estree-syntax.ts";
import { programSyntax, typescriptSyntax } from "ws-close-codes-typescript-syntax";

export type TypeScript = typeof ts;

/** Another TypeScript than the repository's own, as the tests of tsserver keep it. */
export const typescriptOf = (version: "4.9" | "5.0" | "5.4" | "5.9"): TypeScript =>
  createRequire(new URL(`../tsserver/typescript/${version}/package.json`, import.meta.url))(
    "typescript",
  ) as TypeScript;

/** How a file is named, which says whether it is JavaScript and a module. */
export type FileName = `file.${"js" | "jsx" | "cjs" | "mjs" | "ts" | "d.ts" | "tsx"}`;

const linter = new Linter({ configType: "flat" });

/** ESLint's own source code, with its scopes complete, as a rule gets it. */
export function sourceCodeOf(
  text: string,
  filename: string,
  languageOptions: Linter.LanguageOptions,
): SourceCode {
  let found: SourceCode | undefined;
  const plugin = {
    rules: {
      capture: {
        create: (context: { sourceCode: SourceCode }) => ({
          Program() {
            found = context.sourceCode;
          },
        }),
      },
    },
  };
  const messages = linter.verify(
    text,
    {
      files: ["**/*.{js,jsx,cjs,mjs,ts,tsx}"],
      languageOptions,
      linterOptions: { reportUnusedDisableDirectives: "off", noInlineConfig: true },
      plugins: { test: plugin as never },
      rules: { "test/capture": "error" },
    },
    filename,
  );
  if (!found) throw new SyntaxError(messages[0]?.message ?? "nothing was linted");
  return found;
}

/** By espree, ESLint's default parser. */
export function espree(text: string, filename: FileName, sourceType = "module"): Syntax {
  const languageOptions = {
    ecmaVersion: "latest",
    sourceType: sourceType as "module",
    parserOptions: { ecmaFeatures: { jsx: true } },
  } as const;
  return new EstreeSyntax(sourceCodeOf(text, filename, languageOptions), { types: false });
}

/** By typescript-eslint's parser, without types. */
export function typescriptEslint(text: string, filename: FileName, sourceType = "module"): Syntax {
  const languageOptions = {
    parser,
    sourceType: sourceType as "module",
    parserOptions: { ecmaFeatures: { jsx: filename.endsWith("x") } },
  };
  return new EstreeSyntax(sourceCodeOf(text, filename, languageOptions), { types: false });
}

/** By TypeScript itself: a program of this one file. */
export function typescript(text: string, filename: string, version: TypeScript = ts): Syntax {
  const path = `/${filename}`;
  const options: ts.CompilerOptions = {
    allowJs: true,
    noLib: true,
    noResolve: true,
    types: [],
    jsx: version.JsxEmit.Preserve,
    target: version.ScriptTarget.ESNext,
    module: version.ModuleKind.ESNext,
    moduleDetection: version.ModuleDetectionKind.Auto,
  };
  const file = version.createSourceFile(path, text, parsing(version), true);
  const host: ts.CompilerHost = {
    fileExists: (name) => name === path,
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: () => "/lib.d.ts",
    getNewLine: () => "\n",
    getSourceFile: (name) => (name === path ? file : undefined),
    readFile: (name) => (name === path ? text : undefined),
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  };
  const program = version.createProgram([path], options, host);
  return programSyntax(version, file, program, { types: false });
}

/** By TypeScript's parser alone, with scopes of our own. */
export function scoped(text: string, filename: string, version: TypeScript = ts): Syntax {
  const file = version.createSourceFile(`/${filename}`, text, parsing(version), true);
  return typescriptSyntax(version, file);
}

/** Without JSDoc, whose parser may not come to an end; before TypeScript 5.3 there is no such choice. */
function parsing(version: TypeScript): ts.CreateSourceFileOptions {
  const { JSDocParsingMode: modes } = version as Partial<Pick<TypeScript, "JSDocParsingMode">>;
  return {
    languageVersion: version.ScriptTarget.ESNext,
    ...(modes && { jsDocParsingMode: modes.ParseNone }),
  };
}
