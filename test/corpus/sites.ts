/**
 * Prints every site of the JavaScript and TypeScript files below a folder, one JSON object a line.
 *
 *   npm run --silent sites -- DIR [--repo owner/name] [--types] [--only LIST]
 *
 * LIST is a file that names, one a line, the paths to look at; without it all are.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import ts from "typescript";
import { defaultSettings, findSites, mayHoldSites, type Site } from "ws-close-codes-analysis";
import { typescriptSyntax } from "ws-close-codes-typescript-syntax";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repo: { type: "string" },
    types: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("usage: sites DIR [--repo owner/name] [--types]");
  process.exit(2);
}

const SOURCE = /\.[cm]?[jt]sx?$/;
const LARGEST = 1_000_000;

const root = path.resolve(folder);
const only =
  options.only === undefined ? undefined : new Set(readFileSync(options.only, "utf8").split("\n"));
const files = [...sources(root)].filter((file) => !only || only.has(path.relative(root, file)));
if (options.types) {
  const program = ts.createProgram(files, compilerOptions({}));
  for (const file of files) print(file, program, true);
} else {
  for (const file of files) print(file, undefined, false);
}

function* sources(at: string): Generator<string> {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    const full = path.join(at, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules" && entry.name !== ".git") yield* sources(full);
    } else if (entry.isFile() && SOURCE.test(entry.name)) yield full;
  }
}

function compilerOptions(more: ts.CompilerOptions): ts.CompilerOptions {
  return {
    allowJs: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    ...more,
  };
}

function print(file: string, whole: ts.Program | undefined, types: boolean): void {
  const text = readFileSync(file, "utf8");
  if (text.length > LARGEST || !mayHoldSites(text)) return;
  const program =
    whole ?? ts.createProgram([file], compilerOptions({ noResolve: true, noLib: true, types: [] }));
  const source = program.getSourceFile(file);
  if (!source) return;
  const syntax = typescriptSyntax(ts, source, program, { types });
  for (const site of findSites(syntax, defaultSettings).all()) {
    const { slots } = site;
    console.log(
      JSON.stringify({
        ...(options.repo && { repo: options.repo }),
        ...row(file, source, site),
        value: slots.length > 1 ? slots.map(valueOf) : slots[0] && valueOf(slots[0]),
      }),
    );
  }
}

function valueOf({ static: value }: Site["slots"][number]): unknown {
  return value.known ? (value.value ?? null) : undefined;
}

function row(file: string, source: ts.SourceFile, site: Site): Record<string, unknown> {
  const start = source.getLineAndCharacterOfPosition(site.range.start);
  const end = source.getLineAndCharacterOfPosition(site.range.end);
  return {
    path: path.relative(root, file).replaceAll(path.sep, "/"),
    line: start.line + 1,
    endLine: end.line + 1,
    column: start.character + 1,
    role: site.role,
    form: site.form,
    api: [...new Set(site.types.map((type) => type.library.name))].join("|"),
    profiles: site.target.profiles,
    evidence: site.evidence,
  };
}
