/** A fresh project: the packed tarballs, ESLint's own command line, a program that mixes it all. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pack } from "./pack.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const OURS = ["ws-close-codes", "eslint-plugin-ws-close-codes"] as const;
/** What the project has besides: the repository's own copies stand in for a download. */
const THEIRS = ["eslint", "typescript", "@typescript-eslint/parser", "@types/node", "@types/ws"];

const program = `import { spawn } from "node:child_process";
import { connect } from "node:http2";
import { WebSocketServer } from "ws";

const url = "wss://chat.example.com";
new WebSocket(url).close(1001);
new WebSocket(url).close(1006);
new WebSocket(url).close(4000);
new WebSocketServer({ port: 8080 }).on("connection", (ws) => {
  ws.close(1011);
  ws.close(500);
});
new WebSocket(url).onclose = (event) => {
  if (event.code === 1006) console.log("lost");
  if (event.code === 999) console.log("what?");
};
const child = spawn("backup");
child.on("close", (code) => code === 1000);
const stream = connect("https://example.com").request({});
stream.close(8);
`;

const config = (types: boolean): string => `import parser from "@typescript-eslint/parser";
import wsCloseCodes from "eslint-plugin-ws-close-codes";

export default [
  {
    files: ["**/*.ts"],
    languageOptions: { parser, parserOptions: ${types ? "{ projectService: true }" : "{}"} },
  },
  wsCloseCodes.configs.recommended,
];
`;

let folder = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-eslint-")));
  for (const name of OURS) {
    const { tarball } = await pack(name, folder);
    const installed = join(folder, "node_modules", name);
    await mkdir(installed, { recursive: true });
    await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  }
  for (const name of THEIRS) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, "node_modules", name), link, "dir");
  }
  const manifest = { type: "module", dependencies: { ws: "*", "ws-close-codes": "*" } };
  const tsconfig = {
    compilerOptions: { module: "nodenext", lib: ["es2023", "dom"], types: ["node"], strict: true },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  await writeFile(join(folder, "chat.ts"), program);
  await writeFile(join(folder, "untyped.config.js"), config(false));
  await writeFile(join(folder, "typed.config.js"), config(true));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function lint(configuration: string): Promise<readonly string[]> {
  const bin = join(root, "node_modules/eslint/bin/eslint.js");
  const args = [bin, "--config", configuration, "--format", "json", "chat.ts"];
  // ESLint leaves with 1 where it reports an error.
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch(
    (error: unknown) => error as { stdout: string },
  );
  const [result] = JSON.parse(stdout) as ESLint.LintResult[];
  return (result?.messages ?? []).map(
    ({ line, ruleId, message }) => `${line} ${ruleId ?? message}`,
  );
}

describe("the packed plugin in a fresh project", () => {
  it.each(["untyped.config.js", "typed.config.js"])(
    "reports what it should by %s",
    async (configuration) => {
      expect(await lint(configuration)).toEqual([
        "6 ws-close-codes/no-invalid-close-code",
        "7 ws-close-codes/no-invalid-close-code",
        "10 ws-close-codes/prefer-named-close-code",
        "11 ws-close-codes/no-invalid-close-code",
        "14 ws-close-codes/prefer-named-close-code",
        "15 ws-close-codes/no-unexpected-close-code",
      ]);
    },
  );

  it("brings nothing along but its facts", async () => {
    const packages = join(folder, "node_modules");
    for (const name of OURS) expect(existsSync(join(packages, name, "dist/index.js"))).toBe(true);
    expect(await readdir(join(packages, OURS[1]))).not.toContain("node_modules");
    const { default: plugin } = (await import(join(packages, OURS[1], "package.json"), {
      with: { type: "json" },
    })) as { default: { dependencies: object } };
    expect(Object.keys(plugin.dependencies)).toEqual(["ws-close-codes"]);
  });

  it("loads by import and by require", async () => {
    const ask = "console.log(Object.keys(plugin.configs ?? plugin.default.configs).sort().join())";
    const flags = ["--input-type=module", "-e", `import plugin from "${OURS[1]}"; ${ask}`];
    const imported = await run(process.execPath, flags, { cwd: folder });
    expect(imported.stdout.trim()).toBe("library,recommended,strict");
    const required = await run(
      process.execPath,
      ["--input-type=commonjs", "-e", `const plugin = require("${OURS[1]}"); ${ask}`],
      { cwd: folder },
    );
    expect(required.stdout.trim()).toBe("library,recommended,strict");
  });
});
