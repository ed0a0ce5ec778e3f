/** What ESLint's command line can do: workers, a cache, suppressions, SARIF for code scanning. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FreshProject } from "./fresh-project.ts";

const wrong = 'new WebSocket("wss://a.example").close(1006);\n';

let project: FreshProject;

beforeAll(async () => {
  project = await FreshProject.create("eslint@10", "@microsoft/eslint-formatter-sarif@3");
  await project.write({
    "eslint.config.js": `import wsCloseCodes from "eslint-plugin-ws-close-codes";
export default [wsCloseCodes.configs.recommended];
`,
    "src/a.js": wrong,
    "src/b.js": wrong + wrong,
    "src/c.js": "export {};\n",
  });
});

afterAll(() => project.remove());

/** How many reports each file has. */
const counts = async (...args: readonly string[]): Promise<readonly number[]> =>
  (await project.lint(...args, "src")).map(({ messages }) => messages.length);

describe("ESLint's command line", () => {
  it("lints in several workers", async () => {
    expect(await counts("--concurrency", "2")).toEqual([1, 2, 0]);
  });

  it("keeps a cache, and drops it where a setting changes", async () => {
    const cached = ["--cache", "--cache-location", project.path("cache")];
    expect(await counts(...cached)).toEqual([1, 2, 0]);
    expect(await counts(...cached)).toEqual([1, 2, 0]);
    expect(await project.read("cache")).toContain("a.js");
    const config = await project.read("eslint.config.js");
    const settings = '{ settings: { "ws-close-codes": { runtime: "bun" } } }';
    await project.write({ "bun.config.js": config.replace("];", `, ${settings}];`) });
    const [before] = await project.lint("src/a.js", ...cached);
    const [after] = await project.lint("src/a.js", ...cached, "-c", "bun.config.js");
    expect(after?.messages[0]?.message).not.toBe(before?.messages[0]?.message);
  });

  it("suppresses what there is by the names of our rules, and reports what is new", async () => {
    await project.eslint("--suppress-all", "src");
    // These names are in users' repositories: changing one is a breaking change.
    expect(JSON.parse(await project.read("eslint-suppressions.json"))).toEqual({
      "src/a.js": { "ws-close-codes/no-invalid-close-code": { count: 1 } },
      "src/b.js": { "ws-close-codes/no-invalid-close-code": { count: 2 } },
    });
    expect(await counts()).toEqual([0, 0, 0]);
    await project.write({ "src/a.js": wrong + wrong });
    expect(await counts()).toEqual([2, 0, 0]);
    await project.write({ "src/a.js": wrong, "eslint-suppressions.json": "{}" });
  });

  it("writes SARIF with our rules' descriptions and pages", async () => {
    const { stdout } = await project.eslint("-f", "@microsoft/eslint-formatter-sarif", "src/a.js");
    const { runs } = JSON.parse(stdout) as { runs: readonly unknown[] };
    expect(runs).toMatchObject([
      {
        tool: {
          driver: {
            rules: [
              {
                id: "ws-close-codes/no-invalid-close-code",
                helpUri: expect.stringMatching(/docs\/rules\/no-invalid-close-code\.md$/u),
                shortDescription: { text: expect.stringContaining("close codes") },
              },
            ],
          },
        },
        results: [
          {
            ruleId: "ws-close-codes/no-invalid-close-code",
            level: "error",
            message: { text: expect.stringContaining("`close(1006)` throws") },
            locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 40 } } }],
          },
        ],
      },
    ]);
  });
});
