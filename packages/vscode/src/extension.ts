import { extensions, languages, workspace, type Disposable, type ExtensionContext } from "vscode";
import { TsserverInlayHints } from "./inlay-hints.ts";
import { LanguageServer } from "./language-server.ts";
import { LANGUAGES } from "./languages.ts";
import { SECTION, settingsMade } from "./settings.ts";
import { configureTsserverPlugin } from "./tsserver-plugin.ts";
import { USE_TYPESCRIPT_7, tsserverAnswers } from "./typescript-service.ts";

/**
 * Close codes are explained by one of two: the plugin in tsserver, or our language server where
 * TypeScript 7 answers, which loads no plugins. Both at once would say everything twice.
 */
export function activate(context: ExtensionContext): void {
  const server = new LanguageServer(context);
  const hints = new TsserverInlayHints();
  let asking: Disposable | undefined;

  async function settle(): Promise<void> {
    if (tsserverAnswers()) {
      await server.stop();
      await configureTsserverPlugin(settingsMade());
      asking ??= languages.registerInlayHintsProvider(LANGUAGES, hints);
      hints.refresh();
    } else {
      asking?.dispose();
      asking = undefined;
      await server.start(settingsMade());
    }
  }

  // One after the other: a change of mind on the way must leave no second server behind.
  let settled = Promise.resolve();
  const settleAgain = (): void => {
    settled = settled.then(settle).catch((error: unknown) => {
      server.log(error);
    });
  };
  context.subscriptions.push(
    server,
    { dispose: () => void asking?.dispose() },
    extensions.onDidChange(settleAgain),
    workspace.onDidChangeConfiguration((change) => {
      if ([SECTION, ...USE_TYPESCRIPT_7].some((name) => change.affectsConfiguration(name)))
        settleAgain();
    }),
  );
  settleAgain();
}
