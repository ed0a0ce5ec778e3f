/** What the server says with each TypeScript 7 is what the plugin says in TypeScript 6. */
import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "ws-close-codes";
import { hoverAt, markdownOf, readOptions } from "ws-close-codes-editor";
import { Analysis } from "../../../packages/typescript-plugin/src/analysis.ts";
import { FixtureCopies } from "../../fixtures/copies.ts";
import { readExpectations } from "../../fixtures/expectations.ts";
import { fixtures, type Fixture } from "../../fixtures/files.ts";
import { programOf } from "../../fixtures/programs.ts";
import { LanguageClient } from "../../tsserver/language-client.ts";

/** The moving one may fail loudly: it says what is to come. */
const VERSIONS = ["7.0.2", "7.1.0-beta", "7.1.0-dev.20261021.1"];

const script = fileURLToPath(
  new URL("../../../packages/language-server/dist/server.cjs", import.meta.url),
);

const byFolder = new Map<string, Fixture[]>();
for (const one of fixtures()) byFolder.set(one.folder, [...(byFolder.get(one.folder) ?? []), one]);

/** What the plugin says at the end of each expected code, in this process. */
function expectedHovers(programs: readonly Fixture[]): ReadonlyMap<string, readonly string[]> {
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

describe.each(VERSIONS)("TypeScript %s", (version) => {
  let folder: string;
  let copies: FixtureCopies;
  let client: LanguageClient;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-")));
    copies = new FixtureCopies(folder);
    await writeFile(join(copies.folder, "package.json"), "{}");
    await promisify(execFile)("npm", ["install", "--no-save", `typescript@${version}`], {
      cwd: copies.folder,
    });
    client = new LanguageClient(script);
    await client.start(copies.folder, { locale: "en" });
  });

  afterAll(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([...byFolder])("%s", async (_, programs) => {
    const expected = expectedHovers(programs);
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
  });
});
