/** What the extension does, used by keys: under tsserver, then under TypeScript 7. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { Editor } from "../editor.ts";
import { typescript7 } from "../install.ts";
import { FILE, USE_TYPESCRIPT_7, VisualStudioCode } from "../visual-studio-code.ts";

const { ours, "typescript-7": standIn } = inject("extensions");

describe.each([
  { service: "tsserver", settings: {}, runs: "tsserver.js", idle: "server.cjs" },
  { service: "TypeScript 7", settings: USE_TYPESCRIPT_7, runs: "server.cjs", idle: "tsserver.js" },
])("in VS Code with $service", ({ settings, runs, idle }) => {
  let code: VisualStudioCode;
  let page: Page;
  let editor: Editor;

  beforeAll(async () => {
    code = await VisualStudioCode.start([ours, standIn], settings);
  });

  afterAll(() => code.stop());

  beforeEach(async () => {
    const project = code.project(typescript7);
    page = await code.open(project, join(project, FILE));
    editor = new Editor(page, project, FILE);
    return () => page.close();
  });

  it("explains a code on hover, once, and lets a dog flap alone", async () => {
    const shown = await editor.hover("1006", "Abnormal Closure");
    expect(shown.match(/1006 Abnormal Closure/gu)).toHaveLength(1);
    expect(shown).toContain("RFC 6455");
    expect(code.running(runs)).toBeGreaterThan(0);
    expect(code.running(idle)).toBe(0);

    await expect(editor.hover("flap.close", "close(after: number)")).resolves.toBeDefined();
    expect(await editor.hovers("1006", 1)).toEqual([]);
  });

  it("proposes codes and writes the one that is accepted", async () => {
    const labels = await editor.complete("socket.close(", "1000", 1);
    expect(labels.join("\n")).not.toContain("1006");
    await editor.accept("1000");
    expect(await editor.save()).toContain("socket.close(1000);");
  });

  it("reports a wrong code and writes the fix that is accepted", async () => {
    editor.set({ "wsCloseCodes.diagnostics": "error" });
    const squiggle = page.locator(".squiggly-error");
    await squiggle.first().waitFor({ timeout: 60_000 });
    await editor.quickFixes("1001", "1000");
    await editor.accept("1000");
    expect(await editor.save()).toContain("socket.close(1000);");
  });

  it("shows names behind numbers", async () => {
    editor.set({ "wsCloseCodes.inlayHints": true });
    await editor.hint("Abnormal Closure");
  });

  it("speaks Chinese as soon as it is asked to", async () => {
    await editor.hover("1006", "Abnormal Closure");
    editor.set({ "wsCloseCodes.locale": "zh-CN" });
    expect(await editor.hover("1006", "异常关闭")).toContain("1006 异常关闭（Abnormal Closure）");
  });
});
