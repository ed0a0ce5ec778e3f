/** The VSIX in real VS Code, used by keys: under tsserver, then under TypeScript 7. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CodeServer } from "./code-server.ts";
import { Editor } from "./editor.ts";
import { packExtension, packStandIn } from "./extensions.ts";
import { here, install, programs, typescript7 } from "./install.ts";

const FILE = "src/chat.ts";
const USE_TYPESCRIPT_7 = { "js/ts.experimental.useTsgo": true };

let browser: Browser;
let extensions: string[];

beforeAll(async () => {
  install();
  extensions = [packExtension(), await packStandIn()];
  browser = await chromium.launch({
    executablePath: programs.chromium,
    args: ["--no-sandbox"],
  });
});

afterAll(async () => browser.close());

describe.each([
  { service: "tsserver", settings: {}, runs: "tsserver.js", idle: "server.cjs" },
  { service: "TypeScript 7", settings: USE_TYPESCRIPT_7, runs: "server.cjs", idle: "tsserver.js" },
])("in VS Code with $service", ({ settings: base, runs, idle }) => {
  let server: CodeServer;
  let page: Page;
  let editor: Editor;
  let project: string;

  beforeAll(async () => {
    server = new CodeServer(extensions);
    server.set(base);
    await server.start();
  });

  afterAll(async () => server.stop());

  beforeEach(async () => {
    project = mkdtempSync(join(tmpdir(), "ws-close-codes-project-"));
    cpSync(join(here, "project"), project, { recursive: true });
    mkdirSync(join(project, "node_modules"));
    symlinkSync(typescript7, join(project, "node_modules/typescript"), "dir");
    page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.goto(server.page(project, FILE));
    await page.locator(".monaco-editor .view-line").first().waitFor();
    editor = new Editor(page, project, FILE);
    return async () => {
      await page.close();
      rmSync(project, { recursive: true, force: true });
    };
  });

  it("explains a code on hover, once, and lets a dog flap alone", async () => {
    const shown = await editor.hover("1006", "Abnormal Closure");
    expect(shown.match(/1006 Abnormal Closure/gu)).toHaveLength(1);
    expect(shown).toContain("RFC 6455");
    expect(server.commandLines().filter((line) => line.includes(runs))).not.toHaveLength(0);
    expect(server.commandLines().filter((line) => line.includes(idle))).toHaveLength(0);

    await expect(editor.hover("flap.close", "close(after: number)")).resolves.toBeDefined();
    await editor.goTo("1006", 1);
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    await page.waitForTimeout(1000);
    expect(await editor.hoverWidget.allInnerTexts()).toEqual([]);
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
