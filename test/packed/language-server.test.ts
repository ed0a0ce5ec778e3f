/** The packed language server, started by its name, in projects on TypeScript 7, on 6 and on none. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectHovers } from "../language-server/fixture-hovers.ts";
import { FixtureCopies } from "../fixtures/copies.ts";
import { fixturesByFolder, root as fixtures } from "../fixtures/files.ts";
import { LanguageClient } from "../tsserver/language-client.ts";
import { pack } from "./pack.ts";

const NAME = "ws-close-codes-language-server";
const run = promisify(execFile);
const typescript7 = fileURLToPath(
  new URL("../language-server/typescript7/7.0/node_modules/typescript", import.meta.url),
);
const typescript6 = fileURLToPath(new URL("../../node_modules/typescript", import.meta.url));

interface Hover {
  readonly contents: { readonly value: string };
}
interface Action {
  readonly title: string;
  readonly diagnostics: readonly object[];
}

const main = `import { relay } from "./relay";

relay.close(1006);
new WebSocket("wss://chat.example.com").close(1001);
`;
const relay = (type: string): string => `export declare const relay: ${type};\n`;

let folder = "";
let command = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-server-")));
  const { tarball } = await pack(NAME, folder);
  // It brings nothing along, so nothing has to be downloaded.
  await run("npm", ["install", "--no-audit", "--no-fund", "--offline", tarball], { cwd: folder });
  command = join(folder, "node_modules/.bin", NAME);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it("says its version", async () => {
  const { stdout } = await run(command, ["--version"]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
});

describe.each([
  { on: "TypeScript 7", typescript: typescript7, answers: true, typed: true },
  { on: "TypeScript 6", typescript: typescript6, answers: false, typed: false },
  { on: "no TypeScript", typescript: undefined, answers: true, typed: false },
])("in a project on $on", ({ on, typescript, answers, typed }) => {
  let client: LanguageClient;
  let textDocument: { readonly uri: string };
  const file = (name: string): string => join(folder, on, name);

  beforeAll(async () => {
    await mkdir(file("node_modules"), { recursive: true });
    if (typescript) await symlink(typescript, file("node_modules/typescript"), "dir");
    await writeFile(file("tsconfig.json"), '{ "compilerOptions": { "lib": ["dom"] } }');
    await writeFile(file("main.ts"), main);
    await writeFile(file("relay.ts"), relay("{ close(after: number): void }"));
    client = new LanguageClient(command);
    await client.start(file("."), { locale: "en", diagnostics: "error" });
    textDocument = client.open(file("main.ts"), main);
  });

  afterAll(() => client.stop());

  async function titleAt(line: number, character: number): Promise<string | undefined> {
    const params = { textDocument, position: { line, character } };
    const shown = await client.request<Hover | null>("textDocument/hover", params);
    return shown?.contents.value.split("\n")[0];
  }

  it(answers ? "explains what a file shows" : "says once why it is silent", async () => {
    expect(await titleAt(3, 47)).toBe(answers ? "**1001 Going Away**" : undefined);
    const said = client.log.filter((line) => line.includes("typescript-plugin-ws-close-codes"));
    expect(said).toHaveLength(answers ? 0 : 1);
  });

  it(`${typed ? "explains" : "leaves alone"} what only types show, saved or not`, async () => {
    expect(await titleAt(2, 13)).toBeUndefined();
    const unsaved = client.open(file("relay.ts"), relay("WebSocket"));
    expect(await titleAt(2, 13)).toBe(typed ? "**1006 Abnormal Closure**" : undefined);
    client.notify("textDocument/didClose", { textDocument: unsaved });
    expect(await titleAt(2, 13)).toBeUndefined();
  });

  it(answers ? "reports, and mends" : "reports nothing", async () => {
    const position = { line: 3, character: 47 };
    const range = { start: position, end: position };
    const params = { textDocument, range, context: { diagnostics: [] } };
    const actions = await client.request<readonly Action[] | null>(
      "textDocument/codeAction",
      params,
    );
    const mend = { title: "Replace 1001 with 1000.", diagnostics: [{ code: 6455001 }] };
    expect(actions ?? []).toMatchObject(answers ? [mend] : []);
  });
});

describe("fixtures that need types, on TypeScript 7", () => {
  let client: LanguageClient;
  let copies: FixtureCopies;

  beforeAll(async () => {
    const beside = join(folder, "beside");
    await mkdir(beside);
    copies = new FixtureCopies(beside);
    await writeFile(join(copies.folder, "package.json"), "{}");
    await mkdir(join(copies.folder, "node_modules"));
    await symlink(typescript7, join(copies.folder, "node_modules/typescript"), "dir");
    client = new LanguageClient(command);
    await client.start(copies.folder, { locale: "en" });
  });

  afterAll(() => client.stop());

  // All of them: `npm run test:typescript7`.
  it.each(["dom", "graphql-ws"])("explains %s as the plugin does", async (name) => {
    const programs = fixturesByFolder().get(join(fixtures, name));
    if (!programs) throw new Error(`There are no fixtures of ${name}.`);
    await expectHovers(client, copies, programs);
  });
});
