/** Makes docs/pictures: the demo in VS Code, and ESLint's report of it. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { CodeServer, type Settings } from "./code-server.ts";
import { Editor } from "./editor.ts";
import { packExtension } from "./extensions/pack.ts";
import { install, programs, root } from "./install.ts";

const FOLDER = join(root, "docs/pictures");
const FILE = "chat-client.ts";
/** Space around what is shown, in CSS pixels; pictures have two of their own for each. */
const MARGIN = 12;
const SCALE = 2;

/** Only the editor is of interest. */
const bare: Settings = {
  "breadcrumbs.enabled": false,
  "editor.fontFamily": "DejaVu Sans Mono",
  "editor.hover.above": false,
  "editor.overviewRulerBorder": false,
  "editor.renderLineHighlight": "none",
  "editor.scrollbar.vertical": "hidden",
  "editor.stickyScroll.enabled": false,
  "window.commandCenter": false,
  "workbench.activityBar.location": "hidden",
  "workbench.editor.showTabs": "none",
  "workbench.layoutControl.enabled": false,
  "workbench.sideBar.location": "right",
  "workbench.statusBar.visible": false,
};
const light = { "workbench.colorTheme": "Default Light Modern" };
const dark = { "workbench.colorTheme": "Default Dark Modern" };
const loud = { "wsCloseCodes.diagnostics": "error" };

interface Scene {
  readonly picture: string;
  readonly settings: Settings;
  /** Brings what is to be shown on the screen, and says where it is. */
  readonly play: (editor: Editor, page: Page) => Promise<Locator>;
}

const hover =
  (words: string) =>
  async (editor: Editor): Promise<Locator> => {
    // A server that still looks for types says so in front of the name.
    await editor.hover("1006", new RegExp(`^\\s*1006 ${words}`, "u"), 1);
    return editor.hoverWidget;
  };

const scenes: readonly Scene[] = [
  { picture: "hover-light", settings: light, play: hover("Abnormal Closure") },
  { picture: "hover-dark", settings: dark, play: hover("Abnormal Closure") },
  {
    picture: "hover-zh",
    settings: { ...light, "wsCloseCodes.locale": "zh-CN" },
    play: hover("异常关闭"),
  },
  {
    picture: "quick-fix",
    settings: { ...light, ...loud },
    play: async (editor, page) => {
      await page.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
      await editor.quickFixes("1001", "1000");
      return page.locator(".action-widget:visible");
    },
  },
  {
    picture: "completions",
    settings: light,
    play: async (editor, page) => {
      await editor.goTo("1001");
      for (const _ of "1001") await page.keyboard.press("Delete");
      await editor.complete("socket.close(", "1000");
      return page.locator(".suggest-widget:visible");
    },
  },
];

async function photograph(page: Page, picture: string, shown: Locator): Promise<void> {
  const editor = await page.locator(".monaco-editor .overflow-guard").first().boundingBox();
  await page.waitForTimeout(1000);
  const box = await shown.boundingBox();
  const window = page.viewportSize();
  if (!editor || !box || !window) throw new Error(`There is nothing to see for ${picture}.`);
  const right = box.x + box.width + MARGIN;
  const bottom = box.y + box.height + MARGIN;
  if (right > window.width || bottom > window.height)
    throw new Error(`The window is too small for ${picture}: it needs ${right} by ${bottom}.`);
  await page.screenshot({
    path: join(FOLDER, `${picture}.png`),
    clip: { ...editor, height: bottom - editor.y },
  });
}

/** The plain colours that ESLint uses, by the numbers of their escape sequences. */
const styles: Readonly<Record<string, string>> = {
  1: "font-weight: bold",
  2: "color: #6e7781",
  4: "text-decoration: underline",
  31: "color: #cf222e",
  33: "color: #9a6700",
};

function toHtml(terminal: string): string {
  const escaped = terminal.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const coloured = escaped.replaceAll(/\u001b\[(\d+)m/gu, (_, number: string) =>
    styles[number] ? `<span style="${styles[number]}">` : "</span>",
  );
  // Long messages hang behind their place; no column needs the space in front of a rule's name.
  return coloured
    .replaceAll(/ {2,}(?=<span[^>]*>ws-close-codes)/gu, "  ")
    .split("\n")
    .map((line) => `<div style="padding-left: 17ch; text-indent: -17ch">${line || " "}</div>`)
    .join("");
}

/** ESLint's own output, in a page instead of a terminal. */
async function report(browser: Browser): Promise<void> {
  execFileSync("npm", ["run", "build", "--workspace", "packages/eslint-plugin"], { cwd: root });
  const { stdout } = spawnSync("npx", ["eslint", "--color", "--quiet", "src"], {
    cwd: join(root, "demo"),
    encoding: "utf8",
  });
  const page = await browser.newPage({
    viewport: { width: 900, height: 600 },
    deviceScaleFactor: SCALE,
  });
  const text = toHtml(`$ npx eslint --quiet demo/src\n${stdout.replaceAll(root, "").trimEnd()}`);
  await page.setContent(
    `<pre style="width: 868px; margin: 0; padding: 14px 16px; white-space: pre-wrap;
      font: 13px/1.45 'DejaVu Sans Mono'">${text}</pre>`,
  );
  await page.locator("pre").screenshot({ path: join(FOLDER, "report.png") });
  await page.close();
}

install();
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: programs.chromium,
  args: ["--no-sandbox"],
});
const wanted = process.argv.slice(2);
const isWanted = (picture: string): boolean => wanted.length === 0 || wanted.includes(picture);
if (isWanted("report")) await report(browser);
const server = new CodeServer([packExtension()]);
const project = mkdtempSync(join(tmpdir(), "ws-close-codes-pictures-"));
try {
  await server.start();
  for (const { picture, settings, play } of scenes.filter(({ picture: name }) => isWanted(name))) {
    cpSync(join(root, "demo/src"), project, { recursive: true });
    server.set({ ...bare, ...settings });
    const page = await browser.newPage({
      viewport: { width: 840, height: 620 },
      deviceScaleFactor: SCALE,
    });
    await page.goto(server.page(project, join(project, FILE)));
    await page.locator(".monaco-editor .view-line").first().waitFor();
    await page.keyboard.press("Control+B");
    await photograph(page, picture, await play(new Editor(page, project, FILE), page));
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(project, { recursive: true, force: true });
}
for (const picture of ["report", ...scenes.map((scene) => scene.picture)].filter(isWanted)) {
  const file = join(FOLDER, `${picture}.png`);
  execFileSync("pngquant", ["--force", "--strip", "--speed", "1", "--output", file, "--", file]);
  console.log(`${file.replace(root, "")}: ${readFileSync(file).length} bytes`);
}
