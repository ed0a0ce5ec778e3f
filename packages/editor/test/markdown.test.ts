/** What a hover quotes of a program is shown as it is written, and never read as Markdown. */
import { expect, it, test } from "vitest";
import { en, type Texts } from "ws-close-codes";
import { zhCN } from "ws-close-codes/zh-CN";
import { escapeMarkdown, markdownSentence } from "../src/markdown.ts";

/** What comes from the program's text. */
const QUOTED = ["call", "comparison", "limit", "part", "module"];

const locales: readonly Texts[] = [en, zhCN];

test.each(locales)("$locale quotes the program between backticks", ({ messages }) => {
  for (const message of Object.values(messages))
    for (const [placeholder, name = ""] of message.matchAll(/`?\{\{(\w+)\}\}`?/gu))
      if (QUOTED.includes(name)) expect(placeholder, message).toBe(`\`{{${name}}}\``);
});

it("puts as many backticks around what it quotes as keep it together", () => {
  const said = (call: string): string =>
    markdownSentence({ id: "without-code", data: { call } }, en).split(" sends no code")[0] ?? "";
  expect(said("close()")).toBe("`close()`");
  expect(said("close(`a`)")).toBe("`` close(`a`) ``");
  expect(said("close(```)")).toBe("```` close(```) ````");
});

it("shows a code that is no number as code", () => {
  const said = (code: string): string =>
    markdownSentence({ id: "replace-code", data: { code, instead: "1000" } }, en);
  expect(said("1001")).toBe("Replace 1001 with 1000.");
  expect(said('"![](https://example.org)"')).toBe(
    'Replace `"![](https://example.org)"` with 1000.',
  );
});

it("leaves a placeholder that nothing fills", () => {
  expect(markdownSentence({ id: "replace-code", data: {} }, en)).toBe(en.messages["replace-code"]);
});

it("escapes what would be Markdown", () => {
  expect(escapeMarkdown("1001 Going Away")).toBe("1001 Going Away");
  expect(escapeMarkdown('"<b> [x](y) a_b `*` &lt;"')).toBe(
    String.raw`"\<b> \[x\](y) a\_b \`\*\` \&lt;"`,
  );
});
