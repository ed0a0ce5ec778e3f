/** The setting that hands over to TypeScript 7, changed in a window that goes on. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { Editor } from "../editor.ts";
import { typescript7 } from "../install.ts";
import { FILE, USE_TYPESCRIPT_7, VisualStudioCode } from "../visual-studio-code.ts";

const { ours, "typescript-7": standIn } = inject("extensions");
const LOUD = { "wsCloseCodes.diagnostics": "error" } as const;

let code: VisualStudioCode;
let editor: Editor;

beforeAll(async () => {
  code = await VisualStudioCode.start([ours, standIn]);
  const project = code.project(typescript7);
  editor = new Editor(await code.open(project, join(project, FILE)), project, FILE);
});

afterAll(() => code.stop());

/** Everything is said by one service, and by one alone. */
async function expectOnly(runs: "tsserver.js" | "server.cjs"): Promise<void> {
  const idle = runs === "tsserver.js" ? "server.cjs" : "tsserver.js";
  await expect.poll(() => code.running(idle), { timeout: 60_000 }).toBe(0);
  await expect.poll(() => code.running(runs), { timeout: 60_000 }).toBeGreaterThan(0);
  const shown = await editor.hover("1006", "Abnormal Closure");
  expect(shown.match(/1006 Abnormal Closure/gu)).toHaveLength(1);
  const fixes = await editor.quickFixes("1001", "1000");
  expect(fixes.filter((title) => title.includes("Replace 1001 with 1000."))).toHaveLength(1);
}

it("is followed at once, and back again", async () => {
  editor.set(LOUD);
  await expectOnly("tsserver.js");
  editor.set({ ...LOUD, ...USE_TYPESCRIPT_7 });
  await expectOnly("server.cjs");
  expect(code.running("server.cjs")).toBe(1);
  editor.set(LOUD);
  await expectOnly("tsserver.js");
});

it("may change while one of the two still starts", async () => {
  for (const settings of [USE_TYPESCRIPT_7, {}, USE_TYPESCRIPT_7, {}, USE_TYPESCRIPT_7]) {
    editor.set({ ...LOUD, ...settings });
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  await expectOnly("server.cjs");
  expect(code.running("server.cjs")).toBe(1);
});
