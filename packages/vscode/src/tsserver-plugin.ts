import { extensions } from "vscode";
import type { Options } from "./settings.ts";
import { TSSERVER_EXTENSION } from "./typescript-service.ts";

/** The name of the plugin, which package.json contributes to tsserver. */
const PLUGIN = "typescript-plugin-ws-close-codes";

/** What VS Code's TypeScript extension exports. */
interface TypeScriptExtension {
  getAPI(version: 0): { configurePlugin(name: string, options: Options): void } | undefined;
}

/**
 * Gives the plugin its options; VS Code gives them again to every tsserver that it starts. They come
 * on top of those in tsconfig.json.
 */
export async function configureTsserverPlugin(options: Options): Promise<void> {
  const extension = extensions.getExtension<TypeScriptExtension>(TSSERVER_EXTENSION);
  const api = (await extension?.activate())?.getAPI(0);
  api?.configurePlugin(PLUGIN, options);
}
