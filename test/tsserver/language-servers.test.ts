import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LanguageClient } from "./language-client.ts";
import { PLUGIN, Project } from "./project.ts";

const require = createRequire(import.meta.url);
const text = `const socket = new WebSocket("wss://example.org");
socket.close(1006);
socket.close();
({ close(n: number) {} }).close(1002);
`;

let project: Project;

beforeAll(async () => {
  project = await Project.create();
  await project.program(
    "program",
    { compilerOptions: { target: "es2022", lib: ["es2022", "dom"], types: [] } },
    { "program.ts": text },
  );
});

afterAll(() => project.remove());

/** The servers that editors run in front of tsserver, and how each is told of a plugin. */
const servers = {
  "typescript-language-server": () => {
    const client = new LanguageClient(
      join(dirname(require.resolve("typescript-language-server/package.json")), "lib/cli.mjs"),
    );
    const plugins = [{ name: PLUGIN, location: join(project.folder, "editor") }];
    const tsserver = { path: require.resolve("typescript/lib/tsserver.js") };
    return { client, options: { plugins, tsserver } };
  },
  vtsls: () => {
    const globalPlugins = [
      {
        name: PLUGIN,
        location: join(project.folder, "editor"),
        enableForWorkspaceTypeScriptVersions: true,
      },
    ];
    const settings = { vtsls: { tsserver: { globalPlugins } } };
    const client = new LanguageClient(
      join(dirname(require.resolve("@vtsls/language-server/package.json")), "bin/vtsls.js"),
      settings,
    );
    return { client, options: {} };
  },
};

interface Item {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

describe.each(Object.entries(servers))("%s", (_, start) => {
  let client: LanguageClient;
  let textDocument: { readonly uri: string };

  beforeAll(async () => {
    const { client: started, options } = start();
    client = started;
    await client.start(join(project.folder, "program"), options);
    textDocument = client.open(project.file("program", "program.ts"), text);
  });

  afterAll(() => client.stop());

  const place = (line: number, code: string) => ({
    textDocument,
    position: { line, character: (text.split("\n")[line] ?? "").indexOf(code) + 1 },
  });

  /** Until the whole program is there, only a part of tsserver answers. */
  async function loaded<Answer>(ask: () => Promise<Answer>, isLoaded: (answer: Answer) => boolean) {
    let answer = await ask();
    for (let tries = 0; tries < 100 && !isLoaded(answer); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await ask();
    }
    return answer;
  }

  test("shows the hover", async () => {
    const ask = () => client.request<object | null>("textDocument/hover", place(1, "1006"));
    const shown = JSON.stringify(
      await loaded(ask, (answer) => JSON.stringify(answer).includes("throws")),
    );
    expect(shown).toContain("1006 Abnormal Closure");
    expect(shown).toContain("`close(1006)` throws InvalidAccessError in browsers");
    expect(await client.request("textDocument/hover", place(3, "1002"))).toBeNull();
  });

  test("shows completions and their documentation", async () => {
    const { items } = await client.request<{ items: Item[] }>(
      "textDocument/completion",
      place(2, "("),
    );
    const item = items.find(({ label }) => label === "1000");
    expect(item).toBeDefined();
    const { documentation } = await client.request<Item>("completionItem/resolve", item ?? {});
    expect(JSON.stringify(documentation)).toContain("done what it was opened for");
  });
});
