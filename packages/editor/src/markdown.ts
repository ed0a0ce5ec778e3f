import type { Texts } from "ws-close-codes";
import type { Message } from "ws-close-codes-analysis";

/**
 * The sentence that a message makes, in Markdown: what it quotes of the program stays text, whatever
 * it holds. A string between backticks would end them, and one outside might be a picture.
 */
export function markdownSentence({ id, data }: Message, texts: Texts): string {
  return fillMarkdown(texts.messages[id], data);
}

/** Fills a template of Markdown: what stands between backticks, and a code that is no number, is code. */
export function fillMarkdown(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(
    /(`?)\{\{(\w+)\}\}\1/gu,
    (placeholder: string, tick: string, name: string) => {
      const text = data[name];
      if (text === undefined) return placeholder;
      return tick || (name === "code" && !/^[-+\w.]+$/u.test(text)) ? codeSpan(text) : text;
    },
  );
}

/** Plain text as Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~[\]<&]/gu, String.raw`\$&`);
}

/** Text as code: between more backticks than it holds one after the other. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
  const ticks = "`".repeat(longest + 1);
  // A space on both sides belongs to the backticks, so that others may stand beside it.
  const space = longest > 0 ? " " : "";
  return `${ticks}${space}${text}${space}${ticks}`;
}
