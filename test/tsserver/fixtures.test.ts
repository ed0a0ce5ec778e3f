import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describe as describeCode } from "ws-close-codes";
import { FixtureCopies } from "../fixtures/copies.ts";
import { readExpectations, type Expectation } from "../fixtures/expectations.ts";
import { fixtures, type Fixture } from "../fixtures/files.ts";
import { Project } from "./project.ts";
import { Server } from "./server.ts";

let project: Project;
let copies: FixtureCopies;
let server: Server;

beforeAll(async () => {
  project = await Project.create();
  copies = new FixtureCopies(project.folder);
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

/** Where the number literals of a program stand, and their values. */
function numbersIn({ text, name }: Fixture): [number, string][] {
  const found: [number, string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) found.push([node.getStart(), node.text]);
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
    const file = server.open(copies.of(fixture.path));
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
    for (const [start, number] of numbersIn(fixture)) {
      if (ranges.some(([from, to]) => from <= start && start < to)) continue;
      const shown = await hover(start);
      const isNamed = expectations.some(
        ({ value }, index) =>
          value === number && !fixture.text.startsWith(number, ranges[index]?.[0]),
      );
      // What a site names is explained where it is written too: `const code = failed ? 1011 : 1000`.
      if (isNamed && explanationsOf(number).some((text) => shown.includes(text))) continue;
      expect(shown, `offset ${start}`).toBe("");
    }
    server.close(file);
  });
});
