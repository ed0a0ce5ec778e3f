import { readFileSync } from "node:fs";
import fc from "fast-check";
import ts from "typescript";
import { describe as group, expect, test } from "vitest";
import {
  CloseCode,
  httpStatuses,
  httpStatusOf,
  rangeOf,
  ranges,
  registeredCode,
  registeredCodes,
} from "ws-close-codes";

group("the registry", () => {
  test("has a row for every code of RFC 6455 and IANA, in order", () => {
    expect(registeredCodes.map(({ code }) => code)).toEqual([
      1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014,
      1015, 3000, 3003, 3008,
    ]);
  });

  test("and CloseCode name the same codes the same way, except 1004", () => {
    const pascalCase = (name: string): string =>
      name
        .replace(/\w+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
        .replaceAll(" ", "");
    const members = registeredCodes
      .filter(({ code }) => code !== 1004)
      .map(({ code, name }) => [pascalCase(name), code]);
    expect(Object.entries(CloseCode)).toEqual(members);
    for (const { code, member } of registeredCodes) {
      expect(member === undefined ? 1004 : CloseCode[member]).toBe(code);
    }
  });

  test("says who sends and who sees each code", () => {
    const rows = registeredCodes.map(
      ({ code, sender, observer }) => `${code} ${sender} ${observer}`,
    );
    expect(rows).toEqual([
      "1000 either peer",
      "1001 either peer",
      "1002 either peer",
      "1003 either peer",
      "1004 nobody nobody",
      "1005 nobody local",
      "1006 nobody local",
      "1007 either peer",
      "1008 either peer",
      "1009 either peer",
      "1010 client server",
      "1011 either peer",
      "1012 server client",
      "1013 server client",
      "1014 server client",
      "1015 nobody local",
      "3000 either peer",
      "3003 either peer",
      "3008 either peer",
    ]);
  });

  test("gives each code a reference", () => {
    for (const { references } of registeredCodes) {
      expect(references.length).toBeGreaterThan(0);
      for (const { title, url } of references) {
        expect(title).not.toBe("");
        expect(URL.canParse(url)).toBe(true);
      }
    }
  });

  test("has no row for anything else", () => {
    for (const code of [-1, 0, 999, 1016, 2999, 3001, 4000, 65535, 1000.5, NaN, Infinity]) {
      expect(registeredCode(code)).toBeUndefined();
    }
  });
});

test("every member of CloseCode explains itself on hover", () => {
  const file = new URL("../src/close-code.ts", import.meta.url);
  const source = ts.createSourceFile(
    file.pathname,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const docs: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const [doc] = ts.getJSDocCommentsAndTags(node);
      docs.push(ts.getTextOfJSDocComment((doc as ts.JSDoc).comment) ?? "");
    }
    node.forEachChild(visit);
  };
  visit(source);

  const named = registeredCodes.filter(({ member }) => member !== undefined);
  expect(docs).toHaveLength(named.length);
  named.forEach(({ code, name, references }, index) => {
    const doc = docs[index] ?? "";
    expect(doc.startsWith(`${name} (${code}): `)).toBe(true);
    expect(doc).toMatch(/\n(Sent by|Never sent)/u);
    const [reference] = references;
    expect(doc).toContain(`](${reference?.url})`);
  });
});

group("the ranges", () => {
  test("cover 0-65535 without a gap or an overlap", () => {
    let next = 0;
    for (const { from, to } of ranges) {
      expect(from).toBe(next);
      expect(to).toBeGreaterThanOrEqual(from);
      next = to + 1;
    }
    expect(next).toBe(65536);
  });

  test("lie where the RFC and the registry put them", () => {
    expect(ranges.map(({ id, from, to }) => `${id} ${from}-${to}`)).toEqual([
      "not-used 0-999",
      "protocol 1000-1015",
      "unassigned 1016-2999",
      "library 3000-3999",
      "private-use 4000-4999",
      "outside 5000-65535",
    ]);
  });

  test("have one for every code, and none for what is no code", () => {
    for (let code = 0; code <= 65535; code++) {
      const range = rangeOf(code);
      if (range === undefined || code < range.from || code > range.to) {
        expect.fail(`${code} is in ${JSON.stringify(range)}`);
      }
    }
    fc.assert(
      fc.property(
        fc.double().filter((n) => !Number.isInteger(n) || n < 0 || n > 65535),
        (n) => rangeOf(n) === undefined,
      ),
    );
  });
});

test("4000 plus an HTTP status stands for that status", () => {
  expect(httpStatusOf(4401)).toBe(401);
  expect(httpStatusOf(4500)).toBe(500);
  for (const code of [401, 4000, 4001, 4399, 4499, 4600, 4999, 5401, NaN]) {
    expect(httpStatusOf(code)).toBeUndefined();
  }
  for (const status of Object.keys(httpStatuses)) expect(status).toMatch(/^[45]\d\d$/u);
});
