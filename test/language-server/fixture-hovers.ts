/** Holds a language server to the fixtures: it must say what the plugin says in TypeScript 6. */
import ts from "typescript";
import { expect } from "vitest";
import { en } from "ws-close-codes";
import { hoverAt, markdownOf, readOptions } from "ws-close-codes-editor";
import { Analysis } from "../../packages/typescript-plugin/src/analysis.ts";
import type { FixtureCopies } from "../fixtures/copies.ts";
import { readExpectations } from "../fixtures/expectations.ts";
import type { Fixture } from "../fixtures/files.ts";
import { programOf } from "../fixtures/programs.ts";
import type { LanguageClient } from "../tsserver/language-client.ts";

/** Asks for a hover on each expected code of the programs of one folder. */
export async function expectHovers(
  client: LanguageClient,
  copies: FixtureCopies,
  programs: readonly Fixture[],
): Promise<void> {
  const expected = hoversInPlugin(programs);
  for (const { path, text, name } of programs) {
    const textDocument = client.open(copies.of(path), text);
    const shown: string[] = [];
    for (const offset of offsetsIn(text)) {
      const lines = text.slice(0, offset).split("\n");
      const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      const answer = await client.request<{ contents: { value: string } } | null>(
        "textDocument/hover",
        { textDocument, position },
      );
      shown.push(answer?.contents.value ?? "");
    }
    expect(shown, name).toEqual(expected.get(path));
    client.notify("textDocument/didClose", { textDocument });
  }
  expect(client.log).toEqual([]);
}

/** What the plugin says, in this process. */
function hoversInPlugin(programs: readonly Fixture[]): ReadonlyMap<string, readonly string[]> {
  const paths = programs.map(({ path }) => path);
  const program = programOf(programs[0]?.folder ?? "", paths);
  const service = { getProgram: () => program } as ts.LanguageService;
  const options = readOptions({}, (problem) => {
    throw new Error(problem);
  });
  const analysis = new Analysis(ts, service, ts.sys, options, en);
  return new Map(
    programs.map(({ path, text }) => {
      const file = analysis.file(path);
      const explained = offsetsIn(text).map((offset) => file && hoverAt(file, offset));
      return [path, explained.map((one) => (one ? markdownOf(one.hover) : ""))];
    }),
  );
}

/** Inside of the last character of each expected code. */
function offsetsIn(text: string): readonly number[] {
  const lines = text.split("\n");
  return readExpectations(text).map(
    ({ line, endColumn }) =>
      lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + endColumn - 2,
  );
}
