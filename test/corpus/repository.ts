/** The JavaScript and TypeScript files of a repository that somebody has laid out in a folder. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { mayHoldSites } from "ws-close-codes-analysis";

const SOURCE = /\.[cm]?[jt]sx?$/;

/** Larger files are bundles and data. */
const LARGEST = 1_000_000;

/** One file that may hold a site. */
export interface SourceText {
  /** Absolute. */
  readonly file: string;
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Repository {
  readonly root: string;
  /** Every source file, also those that cannot hold a site. */
  readonly files: readonly string[];
  /** Those that pass the text gate, one after the other. */
  texts(): Generator<SourceText>;
  /** One program of all files. Types come from the `node_modules` of the root, if there are any. */
  program(): ts.Program;
  /** A program of one file, without types. */
  programOf(file: string): ts.Program;
}

export function repositoryAt(folder: string): Repository {
  const root = path.resolve(folder);
  const files = [...sources(root)];
  return {
    root,
    files,
    *texts() {
      for (const file of files) {
        const text = readFileSync(file, "utf8");
        if (text.length > LARGEST || !mayHoldSites(text)) continue;
        yield { file, path: path.relative(root, file).replaceAll(path.sep, "/"), text };
      }
    },
    program() {
      const typeRoots = [path.join(root, "node_modules", "@types")];
      return ts.createProgram(files, compilerOptions({ typeRoots }));
    },
    programOf: (file) =>
      ts.createProgram([file], compilerOptions({ noResolve: true, noLib: true, types: [] })),
  };
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
