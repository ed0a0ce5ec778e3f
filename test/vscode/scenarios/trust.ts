/** A folder that nobody trusts yet: nothing runs, and all is there as soon as it is trusted. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Editor } from "../editor.ts";
import { typescript7 } from "../install.ts";
import { FILE, USE_TYPESCRIPT_7, VisualStudioCode } from "../visual-studio-code.ts";

const { ours, "typescript-7": standIn } = inject("extensions");

describe.each([
  { service: "tsserver", settings: {} },
  { service: "TypeScript 7", settings: USE_TYPESCRIPT_7 },
])("in VS Code with $service", ({ settings }) => {
  let code: VisualStudioCode;

  beforeAll(async () => {
    const unasked = { "security.workspace.trust.startupPrompt": "never" };
    const options = { trusting: false };
    code = await VisualStudioCode.start([ours, standIn], { ...settings, ...unasked }, options);
  });

  afterAll(() => code.stop());

  it("waits for trust", async () => {
    const project = code.project(typescript7);
    const page = await code.open(project, join(project, FILE));
    const editor = new Editor(page, project, FILE);
    await page.getByText("Restricted Mode").first().waitFor();
    expect(await editor.hovers("1006")).toEqual([]);
    expect(code.running("tsserver.js") + code.running("server.cjs")).toBe(0);

    await page.getByText("Manage", { exact: true }).click();
    await page
      .locator(".workspace-trust-editor .monaco-button", { hasText: "Trust" })
      .first()
      .click();
    await page.locator(".monaco-modal-editor-block .codicon-close").first().click();
    const shown = await editor.hover("1006", "Abnormal Closure");
    expect(shown.match(/1006 Abnormal Closure/gu)).toHaveLength(1);
  });
});
