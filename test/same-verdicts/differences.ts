import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { defaultSettings, mayHoldSites } from "ws-close-codes-analysis";
import { inEslint, inTypeScript, type Findings, type SourceText } from "./hosts.ts";

/** What one host alone finds in a file. */
export interface Difference {
  readonly path: string;
  readonly types: boolean;
  readonly host: "eslint" | "typescript";
  readonly finding: string;
}

export interface Comparison {
  /** The files that both hosts looked at. */
  readonly files: number;
  /** The findings that both hosts have, with types and without. */
  readonly same: number;
  readonly differences: readonly Difference[];
  /** What typescript-eslint's parser does not take, and why. */
  readonly refused: readonly string[];
}

const SOURCE = /(?<!\.d|\.min)\.[cm]?[jt]sx?$/u;
/** In characters; what is longer was written by a bundler. */
const LONGEST = 1_000_000;

/** The files below a folder that may hold a site; those of packages installed in it left out. */
export function sourcesBelow(folder: string): readonly SourceText[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly SourceText[] => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(?:node_modules|\.git)$/u.test(entry.name) ? [] : sourcesBelow(path);
    if (!entry.isFile() || !SOURCE.test(entry.name)) return [];
    const text = readFileSync(path, "utf8");
    return text.length < LONGEST && mayHoldSites(text, defaultSettings) ? [{ path, text }] : [];
  });
}

/** Compares the hosts over files that make one program, with types and without. */
export function compare(files: readonly SourceText[]): Comparison {
  const program = ts.createProgram({
    rootNames: files.map(({ path }) => path),
    options: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.Preserve,
      allowJs: true,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    },
  });
  const refused: string[] = [];
  const differences: Difference[] = [];
  let same = 0;
  for (const file of files)
    try {
      for (const types of [true, false]) {
        const eslint = inEslint(file, types ? program : undefined);
        const typescript = inTypeScript(file, program, { types });
        const difference = { path: file.path, types };
        for (const finding of without(eslint, typescript))
          differences.push({ ...difference, host: "eslint", finding });
        for (const finding of without(typescript, eslint))
          differences.push({ ...difference, host: "typescript", finding });
        same += eslint.length - without(eslint, typescript).length;
      }
    } catch (error) {
      if (error instanceof SyntaxError) refused.push(error.message);
      else throw new Error(file.path, { cause: error });
    }
  return { files: files.length - refused.length, same, differences, refused };
}

/** Each finding as often as the others do not have it. */
function without(findings: Findings, others: Findings): Findings {
  const left = [...others];
  return findings.filter((finding) => {
    const at = left.indexOf(finding);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
