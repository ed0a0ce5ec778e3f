import { workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** Starts and stops with the setting, as the real extension does. */
export async function activate(): Promise<void> {
  workspace.onDidChangeConfiguration(() => void settle());
  await settle();
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

async function settle(): Promise<void> {
  const wanted = workspace.getConfiguration("js/ts").get("experimental.useTsgo") === true;
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  if (wanted === (client !== undefined)) return;
  if (!wanted) {
    const stopped = client;
    client = undefined;
    await stopped?.dispose();
    return;
  }
  client = new LanguageClient(
    "typescript-7",
    "TypeScript 7",
    {
      command: process.execPath,
      args: [`${folder}/node_modules/typescript/bin/tsc`, "--lsp", "--stdio"],
    },
    { documentSelector: [{ scheme: "file", language: "typescript" }] },
  );
  await client.start();
}
