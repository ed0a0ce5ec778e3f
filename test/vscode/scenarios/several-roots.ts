/** A window with two folders, one on TypeScript 6 and one on TypeScript 7: one service has both. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Editor } from "../editor.ts";
import { root, typescript7 } from "../install.ts";
import { FILE, USE_TYPESCRIPT_7, VisualStudioCode } from "../visual-studio-code.ts";

const { ours, "typescript-7": standIn } = inject("extensions");

describe.each([
  { service: "tsserver", settings: {}, idle: "server.cjs" },
  { service: "TypeScript 7", settings: USE_TYPESCRIPT_7, idle: "tsserver.js" },
])("in VS Code with $service", ({ settings, idle }) => {
  let code: VisualStudioCode;
  let folder: string;
  let workspace: string;

  beforeAll(async () => {
    code = await VisualStudioCode.start([ours, standIn], settings);
    folder = code.folder();
    const roots = { seven: typescript7, six: join(root, "node_modules/typescript") };
    for (const [name, typescript] of Object.entries(roots)) {
      mkdirSync(join(folder, name));
      code.project(typescript, join(folder, name));
    }
    workspace = join(folder, "both.code-workspace");
    const folders = Object.keys(roots).map((path) => ({ path }));
    writeFileSync(workspace, JSON.stringify({ folders }));
  });

  afterAll(() => code.stop());

  it.each(["seven", "six"])("explains a code once in the folder %s", async (name) => {
    const project = join(folder, name);
    const page = await code.open(workspace, join(project, FILE));
    const shown = await new Editor(page, project, FILE).hover("1006", "Abnormal Closure");
    expect(shown.match(/1006 Abnormal Closure/gu)).toHaveLength(1);
    expect(code.running(idle)).toBe(0);
    await page.close();
  });
});
