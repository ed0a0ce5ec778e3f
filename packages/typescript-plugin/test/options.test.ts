import { describe, expect, test } from "vitest";
import schema from "../schema.json" with { type: "json" };
import { readOptions } from "ws-close-codes-editor";

interface Property {
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

const { name: _, ...properties } = schema.definitions.options.properties;
const options = Object.entries<Property>(properties);

/** The options that an entry gives, and what is said against it. */
function read(entry: object) {
  const problems: string[] = [];
  return { options: readOptions(entry, (problem) => problems.push(problem)), problems };
}

describe("the JSON schema", () => {
  test("has every option, with its default", () => {
    const { options: defaults } = read({});
    expect(options.map(([name]) => name).sort()).toEqual(Object.keys(defaults).sort());
    for (const [name, { default: value }] of options)
      expect(defaults[name as keyof typeof defaults]).toEqual(value);
  });

  test.each(
    options.flatMap(([name, { enum: values = [] }]) => values.map((value) => [name, value])),
  )("and the plugin let %s be %j", (name, value) => {
    expect(read({ [String(name)]: value }).problems).toEqual([]);
  });
});

describe("readOptions", () => {
  test.each(options.map(([name]) => name))("ignores a wrong %s, and says what is right", (name) => {
    const { options: read_, problems } = read({ [name]: { wrong: true } });
    expect(read_).toEqual(read({}).options);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/\. Use .*\. It is ignored\.$/u);
  });

  test.each([
    { allow: ["3000"] },
    { allow: 3000 },
    { constants: [{ module: "codes" }] },
    { constants: [null] },
    { constants: [{ module: "codes", name: "Codes", members: { Gone: "1001" } }] },
    { constants: [{ module: "codes", name: "Codes", members: null }] },
    { constants: [{ module: "codes", name: "Codes", members: [1001] }] },
    { completions: "yes" },
    { rules: { "no-such-rule": "error" } },
    { rules: { "require-close-code": "loud" } },
    { rules: ["require-close-code"] },
  ])("ignores %j", (entry) => {
    expect(read(entry).options).toEqual(read({}).options);
    expect(read(entry).problems).toEqual([expect.stringContaining(". Use ")]);
  });

  test.each([
    [{ runtime: "nodejs" }, 'The setting runtime is "nodejs".'],
    [{ sockets: [{ modules: ["a"] }] }, "sockets[0] has no name."],
  ])("names the key as the user wrote it: %j", (entry, words) => {
    expect(read(entry).problems[0]?.startsWith(words)).toBe(true);
  });

  test("takes what is right beside what is wrong", () => {
    const constants = [{ module: "codes", name: "Codes", members: { Gone: 1001 } }];
    const { options: found, problems } = read({ constants, allow: [3001], colour: "red" });
    expect(found).toMatchObject({ constants, allow: [3001] });
    expect(problems).toEqual([expect.stringContaining("There is no option `colour`.")]);
  });
});
