/** Every ESLint that we support, with every parser, by its own command line. */
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FreshProject } from "./fresh-project.ts";

const VERSIONS = ["8.57.0", "8.57.1", "9.0.0", "9", "10.0.0", "10"];

const javascript = `import { WebSocketServer } from "ws";

const socket = new WebSocket("wss://chat.example.com");
socket.close(1001);
socket.close(3999);
socket.close(1000, error.message);
socket.onclose = (event) => {
  if (event.code === 999) console.log("what?");
  if (event.code === 1006) console.log("lost");
};
new WebSocketServer({ port: 8080 }).on("connection", (ws) => {
  ws.close(500);
  ws.on("close", (code) => socket.close(code));
});
`;

const javascriptReports = [
  "4:14 no-invalid-close-code",
  "5:14 no-library-range-close-code",
  "6:14 prefer-named-close-code",
  "8:22 no-unexpected-close-code",
  "9:22 prefer-named-close-code",
  "12:12 no-invalid-close-code",
  "13:41 no-forwarded-close-code",
];

/** What `link` is only types know, for it comes from another file. */
const typescript = `import type WebSocket from "ws";
import { link } from "./link.js";

enum Code {
  Lost = 1006,
}
link.close(999);
export const leave = (ws: WebSocket): void => ws.close(Code.Lost);
`;

const config = (parser: "espree" | "untyped" | "typed", rules = ""): string => `
import wsCloseCodes from "eslint-plugin-ws-close-codes";
${parser === "espree" ? "" : 'import parser from "@typescript-eslint/parser";'}

export default [
  wsCloseCodes.configs.recommended,
  ${parser === "espree" ? "" : '{ files: ["**/*.ts"], languageOptions: { parser } },'}
  ${parser === "typed" ? '{ files: ["**/*.ts"], languageOptions: { parserOptions: { projectService: true } } },' : ""}
  ${rules}
];
`;

/** Each option, and what it changes. */
const options: Readonly<
  Record<string, { rule: string; options: object; line: string; reported: boolean }>
> = {
  allow: {
    rule: "no-library-range-close-code",
    options: { allow: [3999] },
    line: "5:14",
    reported: false,
  },
  allowRegistered: {
    rule: "no-library-range-close-code",
    options: { allowRegistered: true },
    line: "5:14",
    reported: true,
  },
  checkUnbounded: {
    rule: "no-invalid-close-reason",
    options: { checkUnbounded: true },
    line: "6:20",
    reported: true,
  },
  constants: {
    rule: "prefer-named-close-code",
    options: { constants: [{ module: "ws-close-codes", name: "CloseCode" }] },
    line: "6:14",
    reported: true,
  },
};

/** The whole configuration files that a README shows: name and text. */
async function configurations(readme: string): Promise<readonly (readonly [string, string])[]> {
  const path = fileURLToPath(new URL(`../../${readme}`, import.meta.url));
  const blocks = (await readFile(path, "utf8")).matchAll(
    /^```js\n(\/\/ (eslint\.config\.[cm]?js)\n.*?)^```$/gmsu,
  );
  return [...blocks].map(([, text = "", name = ""]) => [name, text]);
}

const shown = [
  ...(await configurations("README.md")),
  ...(await configurations("packages/eslint-plugin/README.md")),
];

describe.each(VERSIONS)("ESLint %s", (version) => {
  let project: FreshProject;

  beforeAll(async () => {
    project = await FreshProject.create(
      `eslint@${version}`,
      "typescript-eslint@8",
      "typescript@~6.0.3",
      "@types/node@20",
      "@types/ws@8",
    );
    const tsconfig = {
      compilerOptions: { module: "nodenext", lib: ["es2023", "dom"], types: ["node"] },
    };
    await project.write({
      "chat.js": javascript,
      "chat.cjs": 'const { WebSocket } = require("ws");\nnew WebSocket("ws://a").close(1006);\n',
      "chat.ts": typescript,
      "link.ts":
        'import WebSocket from "ws";\nexport const link = new WebSocket("ws://localhost");\n',
      "empty.js": "",
      "tsconfig.json": JSON.stringify(tsconfig),
      "espree.config.js": config("espree"),
      "untyped.config.js": config("untyped"),
      "typed.config.js": config("typed"),
    });
  });

  afterAll(() => project.remove());

  it("reports in JavaScript", async () => {
    expect(await project.reports("chat.js", "-c", "espree.config.js")).toEqual(javascriptReports);
    expect(await project.reports("chat.cjs", "-c", "espree.config.js")).toEqual([
      "2:31 no-invalid-close-code",
    ]);
    expect(await project.reports("empty.js", "-c", "espree.config.js")).toEqual([]);
  });

  it("reports in TypeScript, and more with types", async () => {
    expect(await project.reports("chat.ts", "-c", "untyped.config.js")).toEqual([
      "8:56 no-invalid-close-code",
    ]);
    expect(await project.reports("chat.ts", "-c", "typed.config.js")).toEqual([
      "7:12 no-invalid-close-code",
      "8:56 no-invalid-close-code",
    ]);
  });

  it.each(Object.entries(options))(
    "takes the option %s",
    async (name, { rule, options, line, reported }) => {
      const entry = JSON.stringify({ [`ws-close-codes/${rule}`]: ["error", options] });
      await project.write({ [`${name}.config.js`]: config("espree", `{ rules: ${entry} },`) });
      const reports = await project.reports("chat.js", "-c", `${name}.config.js`);
      expect(reports.includes(`${line} ${rule}`)).toBe(reported);
    },
  );

  it("refuses an option that there is not", async () => {
    const rules =
      '{ rules: { "ws-close-codes/no-library-range-close-code": ["error", { alow: [] }] } },';
    await project.write({ "wrong.config.js": config("espree", rules) });
    const { code, stderr } = await project.eslint("-c", "wrong.config.js", "chat.js");
    expect(code).toBe(2);
    expect(stderr).toContain("alow");
  });

  it("is shown in every way to set it up", () => {
    expect(shown.map(([name]) => name)).toEqual([
      "eslint.config.mjs",
      "eslint.config.mjs",
      "eslint.config.mjs",
      "eslint.config.cjs",
    ]);
  });

  it.each(shown)("is set up as a README shows: %s %#", async (name, text) => {
    await project.write({ [name]: text, "plain.ts": javascript });
    try {
      const ours = async (file: string) =>
        (await project.reports(file)).filter((report) => !report.includes("@typescript-eslint/"));
      expect(await ours("chat.js")).toEqual(javascriptReports);
      if (text.includes("tseslint")) expect(await ours("plain.ts")).toEqual(javascriptReports);
    } finally {
      await rm(project.path(name));
    }
  });
});
