/** The ESLint language server that VS Code, Neovim and others start: squiggles, fixes, suggestions. */
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LanguageClient } from "../tsserver/language-client.ts";
import { FreshProject } from "./fresh-project.ts";

const text = `import { CloseCode } from "ws-close-codes";

const socket = new WebSocket("wss://chat.example.com");
socket.close(1011);
socket.close(1000);
export const lost = CloseCode.AbnormalClosure;
`;

interface Diagnostic {
  readonly code: string;
  readonly source: string;
  readonly severity: number;
  readonly message: string;
  readonly range: object;
}

let project: FreshProject;
let client: LanguageClient;

beforeAll(async () => {
  project = await FreshProject.create("eslint@10", "vscode-langservers-extracted@4.10.0");
  await project.write({
    "eslint.config.js": `import wsCloseCodes from "eslint-plugin-ws-close-codes";
export default [wsCloseCodes.configs.recommended];
`,
    "chat.js": text,
  });
  const workspaceFolder = { name: "chat", uri: pathToFileURL(project.folder).href };
  // What vscode-eslint sends unless the user has set something else.
  const settings = {
    validate: "on",
    packageManager: "npm",
    useESLintClass: true,
    experimental: {},
    codeActionOnSave: { enable: false, mode: "all" },
    format: false,
    quiet: false,
    onIgnoredFiles: "off",
    options: {},
    rulesCustomizations: [],
    run: "onType",
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workingDirectory: { mode: "location" },
    workspaceFolder,
    codeAction: {
      disableRuleComment: { enable: true, location: "separateLine", commentStyle: "line" },
      showDocumentation: { enable: true },
    },
  };
  const server = "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server";
  client = new LanguageClient(project.path(server), { "": settings });
  await client.start(project.folder, {});
});

afterAll(async () => {
  await client.stop();
  await project.remove();
});

it("underlines, fixes and suggests", async () => {
  const textDocument = client.open(project.path("chat.js"), text, "javascript");
  const { items } = await client.request<{ items: readonly Diagnostic[] }>(
    "textDocument/diagnostic",
    { textDocument },
  );
  expect(items).toMatchObject([
    {
      source: "eslint",
      code: "ws-close-codes/no-invalid-close-code",
      severity: 1,
      message: expect.stringContaining("`close(1011)` throws InvalidAccessError in browsers"),
      range: { start: { line: 3, character: 13 }, end: { line: 3, character: 17 } },
    },
    {
      source: "eslint",
      code: "ws-close-codes/prefer-named-close-code",
      severity: 2,
      range: { start: { line: 4, character: 13 }, end: { line: 4, character: 17 } },
    },
  ]);
  const titles = await Promise.all(
    items.map(async (diagnostic) => {
      const actions = await client.request<readonly { title: string }[]>(
        "textDocument/codeAction",
        {
          textDocument,
          range: diagnostic.range,
          context: { diagnostics: [diagnostic] },
        },
      );
      return actions.map(({ title }) => title);
    }),
  );
  expect(titles[0]).toEqual(
    expect.arrayContaining([
      "Replace 1011 with 4500. (ws-close-codes/no-invalid-close-code)",
      "Replace 1011 with 1000. (ws-close-codes/no-invalid-close-code)",
    ]),
  );
  expect(titles[1]).toEqual(
    expect.arrayContaining(["Fix this ws-close-codes/prefer-named-close-code problem"]),
  );
});
