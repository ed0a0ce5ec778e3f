import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLUGIN, Project } from "./project.ts";
import { Server } from "./server.ts";

const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
  strict: true,
  jsx: "preserve",
  allowJs: true,
};
const plugins = [{ name: PLUGIN }];

/** A send that a browser refuses, and a look-alike. */
const send = "new WebSocket('wss://example.org').close(1001);\n";
const lookAlike = "({ close(n) {} }).close(1002);\n";
const lines = (count: number): string =>
  Array.from({ length: count }, (_, n) => `export const closed${n} = { code: ${n} };\n`).join("");

/** Programs by folder; `tsconfig.json` is an object. */
const programs: Readonly<Record<string, Readonly<Record<string, string | object>>>> = {
  javascript: {
    "tsconfig.json": { compilerOptions: { ...compilerOptions, plugins } },
    "program.js": send + lookAlike,
    "view.jsx": `export const view = <button onClick={() => ${send.trim().slice(0, -1)}}>1002</button>;\n`,
  },
  inferred: {
    "program.js": send + lookAlike,
  },
  large: {
    "tsconfig.json": { compilerOptions: { ...compilerOptions, plugins } },
    "program.ts": lines(20_000) + send + lookAlike.replace("n", "n: number"),
  },
  many: {
    "tsconfig.json": { compilerOptions: { ...compilerOptions, plugins } },
    "program.ts": `import { code } from "./module499.ts";\n${send}${lookAlike.replace("n", "n: number")}console.log(code);\n`,
    ...Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`module${n}.ts`, `export const code = ${n};\n`]),
    ),
  },
  references: {
    "tsconfig.json": { files: [], references: [{ path: "./codes" }, { path: "./app" }] },
    "codes/tsconfig.json": { compilerOptions: { ...compilerOptions, composite: true, plugins } },
    "codes/codes.ts": "export enum Close { Away = 1001 }\n",
    "app/tsconfig.json": {
      compilerOptions: { ...compilerOptions, composite: true, plugins },
      references: [{ path: "../codes" }],
    },
    "app/program.ts": `import { Close } from "../codes/codes";\n${send.replace("1001", "Close.Away")}`,
  },
};

let project: Project;
let server: Server;

beforeAll(async () => {
  project = await Project.create();
  for (const [name, files] of Object.entries(programs))
    for (const [file, content] of Object.entries(files)) {
      const path = project.file(name, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
    }
  server = new Server("6.0", project.args("global", "tsconfig"));
});

afterAll(async () => {
  await server.stop();
  await project.remove();
});

/** What is shown at the first piece of that text in a file. */
async function shown(program: string, file: string, piece: string): Promise<string> {
  const text = programs[program]?.[file] as string;
  const path = server.open(join(project.folder, program, file));
  const info = await server.hover(path, text.indexOf(piece) + 1);
  server.close(path);
  return info ? `${info.displayString}\n${info.documentation}` : "";
}

describe("a hover", () => {
  test.each([
    ["in JavaScript that nobody checks", "javascript", "program.js"],
    ["without a tsconfig.json", "inferred", "program.js"],
    ["behind 20,000 lines", "large", "program.ts"],
    ["in a program of 501 files", "many", "program.ts"],
  ])("explains a code and leaves others alone %s", async (_, program, file) => {
    expect(await shown(program, file, "1001);")).toMatch(
      /1001 Going Away[^]*throws InvalidAccessError/u,
    );
    expect(await shown(program, file, "1002);")).toBe("");
  });

  test("explains a code in JSX and leaves text alone", async () => {
    expect(await shown("javascript", "view.jsx", "1001")).toContain("1001 Going Away");
    expect(await shown("javascript", "view.jsx", "1002")).toBe("");
  });

  test("follows an enum into a referenced project", async () => {
    const text = await shown("references", "app/program.ts", "Away");
    expect(text).toContain("(enum member) Close.Away = 1001");
    expect(text).toContain("**1001 Going Away**");
  });
});
