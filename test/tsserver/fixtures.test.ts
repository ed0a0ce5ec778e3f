import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describe as describeCode } from "ws-close-codes";
import { readExpectations, type Expectation } from "../fixtures/expectations.ts";
import { fixtures, root, type Fixture } from "../fixtures/files.ts";
import { Project } from "./project.ts";
import { Server } from "./server.ts";

/** What a folder of fixtures is compiled with, unless its own tsconfig.json says otherwise. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "preserve",
  types: ["node"],
  jsx: "preserve",
  allowJs: true,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

let project: Project;
let server: Server;

/** Where a fixture stands outside of the repository. */
const copyOf = (path: string): string => join(project.folder, "fixtures", path.slice(root.length));

beforeAll(async () => {
  project = await Project.create();
  const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
  symlinkSync(modules, join(project.folder, "node_modules"), "dir");
  cpSync(root, join(project.folder, "fixtures"), { recursive: true });
  for (const folder of new Set(fixtures().map(({ path }) => dirname(path)))) {
    const own = join(folder, "tsconfig.json");
    const written = existsSync(own)
      ? (JSON.parse(readFileSync(own, "utf8")) as { compilerOptions?: object })
      : {};
    const options = { ...compilerOptions, ...written.compilerOptions };
    mkdirSync(copyOf(folder), { recursive: true });
    writeFileSync(
      join(copyOf(folder), "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, include: ["*"] }),
    );
  }
  server = new Server("6.0", project.args("global"));
});

afterAll(async () => {
  await server.stop();
  await project.remove();
});

/** Offsets of an expectation's first character and behind its last. */
function rangeOf(text: string, { line, column, endColumn }: Expectation): [number, number] {
  const start = text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  return [start + column - 1, start + endColumn - 1];
}

/** Where the number literals of a program stand. */
function numbersIn({ text, name }: Fixture): number[] {
  const found: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) found.push(node.getStart());
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found;
}

/**
 * What a hover on an expected value has to say: our own title, or the documentation that the constant
 * itself has. What 4000-4999 are called is the protocol's affair.
 */
function explanationsOf(value: string): readonly string[] {
  const code = Number(value);
  const name = code >= 4000 && code < 5000 ? undefined : describeCode(code)?.name;
  return name === undefined ? [value] : [`${value} ${name}`, `${name} (${value})`];
}

describe("every fixture", () => {
  test.each(fixtures().map((one) => [one.name, one] as const))("%s", async (_, fixture) => {
    const file = server.open(copyOf(fixture.path));
    const hover = async (offset: number): Promise<string> => {
      const info = await server.hover(file, offset);
      return info ? `${info.displayString}\n${info.documentation}` : "";
    };
    const expectations = readExpectations(fixture.text).filter(({ typed }) => typed !== false);
    const ranges = expectations.map((one) => rangeOf(fixture.text, one));
    for (const [index, { value, line, reports }] of expectations.entries()) {
      const [, end] = ranges[index] as [number, number];
      // A mock sends anything; there is nothing to say of 65536.
      if (value === "?" || (!describeCode(Number(value)) && reports.length === 0)) continue;
      // On the last name of `Codes.GoingAway`.
      const shown = await hover(end - 1);
      const isExplained = explanationsOf(value).some((text) => shown.includes(text));
      expect(isExplained, `line ${line}: ${shown}`).toBe(true);
    }
    for (const start of numbersIn(fixture))
      if (!ranges.some(([from, to]) => from <= start && start < to))
        expect(await hover(start), `offset ${start}`).toBe("");
    server.close(file);
  });
});
