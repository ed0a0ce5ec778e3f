/** Installs what real VS Code needs and packs the extensions, once for all scenarios. */
import type { TestProject } from "vitest/node";
import { packExtension, packForTests } from "./extensions/pack.ts";
import { install } from "./install.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** VSIX files by what they are. */
    readonly extensions: Readonly<Record<"ours" | "typescript-7" | "memory", string>>;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  install();
  project.provide("extensions", {
    ours: packExtension(),
    "typescript-7": await packForTests("typescript-7"),
    memory: await packForTests("memory"),
  });
}
