import { extensions, workspace } from "vscode";

/** VS Code's own JavaScript and TypeScript, which runs tsserver. */
export const TSSERVER_EXTENSION = "vscode.typescript-language-features";

/** The extensions that bring TypeScript 7, as VS Code's own extension knows them. */
const TYPESCRIPT_7_EXTENSIONS = [
  "typescriptteam.vscode-typescript",
  "typescriptteam.vscode-typescript-nightly",
  "typescriptteam.native-preview",
];

/** The setting that hands JavaScript and TypeScript over to TypeScript 7; the older name last. */
export const USE_TYPESCRIPT_7 = [
  "js/ts.experimental.useTsgo",
  "typescript.experimental.useTsgo",
] as const;

/** Whether tsserver answers in this window: as VS Code decides it, so that one of us answers. */
export function tsserverAnswers(): boolean {
  const isInstalled = (id: string): boolean => extensions.getExtension(id) !== undefined;
  if (!isInstalled(TSSERVER_EXTENSION)) return false;
  return !(usesTypeScript7() && TYPESCRIPT_7_EXTENSIONS.some(isInstalled));
}

function usesTypeScript7(): boolean {
  const [current, former] = USE_TYPESCRIPT_7.map((name) => {
    const made = workspace.getConfiguration().inspect<boolean>(name);
    return made?.workspaceFolderValue ?? made?.workspaceValue ?? made?.globalValue;
  });
  return current ?? former ?? false;
}
