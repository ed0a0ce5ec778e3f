/**
 * Prints every site of the JavaScript and TypeScript files below a folder, one JSON object a line.
 *
 *   npm run --silent sites -- DIR [--repo owner/name] [--types] [--only LIST]
 *
 * LIST is a file that names, one a line, the paths to look at; without it all are.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import ts from "typescript";
import { defaultSettings, findSites, type Site } from "ws-close-codes-analysis";
import { programSyntax } from "ws-close-codes-typescript-syntax";
import { repositoryAt } from "./repository.ts";

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
  console.error("usage: sites DIR [--repo owner/name] [--types] [--only LIST]");
  process.exit(2);
}

const only =
  options.only === undefined ? undefined : new Set(readFileSync(options.only, "utf8").split("\n"));
const repository = repositoryAt(folder);
const whole = options.types ? repository.program() : undefined;

for (const { file, path } of repository.texts()) {
  if (only && !only.has(path)) continue;
  const program = whole ?? repository.programOf(file);
  const source = program.getSourceFile(file);
  if (!source) continue;
  const syntax = programSyntax(ts, source, program, { types: options.types });
  for (const site of findSites(syntax, defaultSettings).all()) {
    const { slots } = site;
    console.log(
      JSON.stringify({
        ...(options.repo && { repo: options.repo }),
        path,
        ...row(source, site),
        value: slots.length > 1 ? slots.map(valueOf) : slots[0] && valueOf(slots[0]),
      }),
    );
  }
}

function valueOf({ static: value }: Site["slots"][number]): unknown {
  return value.known ? (value.value ?? null) : undefined;
}

function row(source: ts.SourceFile, site: Site): Record<string, unknown> {
  const start = source.getLineAndCharacterOfPosition(site.range.start);
  const end = source.getLineAndCharacterOfPosition(site.range.end);
  return {
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
