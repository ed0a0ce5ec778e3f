import type ts from "typescript";
import { plugin } from "./plugin.ts";

/** What tsserver calls once for each project, with the TypeScript that it runs. */
export default function init({ typescript }: { typescript: typeof ts }): ts.server.PluginModule {
  return plugin(typescript);
}
