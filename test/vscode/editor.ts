/** The editor in a page of VS Code, used as its users do: by keys, and by what is on the screen. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Settings } from "./code-server.ts";

/** How long TypeScript may take until it answers, in milliseconds. */
const PATIENCE = 60_000;

/** How long VS Code is given to show what it should not, or to show more, in milliseconds. */
const SECOND_LOOK = 1000;

/** Both start at 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export class Editor {
  readonly #page: Page;
  readonly #folder: string;
  readonly #file: string;

  /** Without a folder, for a file on no disk, where there are places but no texts to find. */
  constructor(page: Page, folder = "", file = "") {
    this.#page = page;
    this.#folder = folder;
    this.#file = join(folder, file);
  }

  /** Changes the settings of the workspace; the window takes them up as it stands. */
  set(settings: Settings): void {
    mkdirSync(join(this.#folder, ".vscode"), { recursive: true });
    writeFileSync(join(this.#folder, ".vscode/settings.json"), JSON.stringify(settings));
  }

  get hoverWidget(): Locator {
    return this.#page.locator(".monaco-resizable-hover:visible .monaco-hover-content");
  }

  /** Puts the cursor on a text of the file, as saved, or on a place. */
  async goTo(where: string | Place, nth = 0, behind = false): Promise<void> {
    const { line, column } = typeof where === "string" ? this.#find(where, nth, behind) : where;
    await this.#page.keyboard.press("Escape");
    await this.#page.keyboard.press("Control+G");
    await this.#page.locator(".quick-input-widget:visible input").waitFor();
    await this.#page.keyboard.type(`${line}:${column}`);
    await this.#page.keyboard.press("Enter");
    await this.#page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  #find(text: string, nth: number, behind: boolean): Place {
    const content = this.saved();
    let at = -1;
    for (let n = 0; n <= nth; n++) at = content.indexOf(text, at + 1);
    if (at === -1) throw new Error(`There is no ${text} in ${this.#file}.`);
    const before = content.slice(0, behind ? at + text.length : at).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
  }

  async #askForHover(where: string | Place, nth: number): Promise<void> {
    await this.goTo(where, nth);
    await this.#page.keyboard.press("Control+K");
    await this.#page.keyboard.press("Control+I");
  }

  /** All that a hover says, once it says what is looked for. */
  async hover(where: string | Place, looked: string | RegExp, nth = 0): Promise<string> {
    return this.#again(async () => {
      await this.#askForHover(where, nth);
      const shown = this.hoverWidget.filter({ hasText: looked });
      await shown.waitFor({ timeout: 3000 });
      await this.#page.waitForTimeout(SECOND_LOOK);
      return shown.innerText();
    });
  }

  /** What a hover says of a text; nothing where it does not come up. */
  async hovers(text: string, nth = 0): Promise<string[]> {
    await this.#askForHover(text, nth);
    await this.#page.waitForTimeout(SECOND_LOOK);
    return this.hoverWidget.allInnerTexts();
  }

  /** The labels of what is proposed behind a text, once one of them is looked for. */
  async complete(text: string, looked: string, nth = 0): Promise<string[]> {
    const rows = this.#page.locator(".suggest-widget:visible .monaco-list-row");
    return this.#again(async () => {
      await this.goTo(text, nth, true);
      await this.#page.keyboard.press("Control+Space");
      await rows.filter({ hasText: looked }).first().waitFor({ timeout: 3000 });
      return rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
    });
  }

  /** The quick fixes for a text, once one of them is looked for. */
  async quickFixes(text: string, looked: string | RegExp): Promise<string[]> {
    const rows = this.#page.locator(".action-widget:visible .monaco-list-row.action");
    return this.#again(async () => {
      await this.goTo(text);
      await this.#page.keyboard.press("Control+.");
      await rows.filter({ hasText: looked }).first().waitFor({ timeout: 3000 });
      return rows.allInnerTexts();
    });
  }

  /** Chooses what is looked for in the list that is open. */
  async accept(looked: string | RegExp): Promise<void> {
    const row = this.#page.locator(".monaco-list-row:visible").filter({ hasText: looked });
    await row.first().click();
  }

  /** Waits for a text on the screen that is not in the file. */
  async hint(text: string): Promise<void> {
    const hints = this.#page.locator(".view-line span").filter({ hasText: text });
    await hints.first().waitFor({ timeout: PATIENCE });
  }

  async save(): Promise<string> {
    const before = this.saved();
    return this.#again(async () => {
      await this.#page.keyboard.press("Control+S");
      await this.#page.waitForTimeout(300);
      const after = this.saved();
      if (after === before) throw new Error(`${this.#file} is as it was.`);
      return after;
    });
  }

  saved(): string {
    return readFileSync(this.#file, "utf8");
  }

  /** Tries until it works: TypeScript takes its time to start, and settings to arrive. */
  async #again<T>(attempt: () => Promise<T>): Promise<T> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }
}
