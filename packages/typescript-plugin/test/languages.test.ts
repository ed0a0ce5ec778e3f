/** A third language is one file: here it is made in memory, and nothing that is shown misses it. */
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { en, protocols, registeredCodes, type Texts } from "ws-close-codes";
import { zhCN } from "ws-close-codes/zh-CN";
import {
  diagnosticsOf,
  hoverAt,
  inlayHintsIn,
  markdownOf,
  proposalsAt,
  readOptions,
  remediesAt,
  rules,
} from "ws-close-codes-editor";
import { fixtures } from "../../../test/fixtures/files.ts";
import { programOf } from "../../../test/fixtures/programs.ts";
import { Analysis } from "../src/analysis.ts";

/** Whatever is no code and no placeholder, in letters that English does not have. */
function foreign(text: string): string {
  return text.replace(/`[^`]*`|\{\{\w+\}\}|[A-Za-z]+/gu, (piece) =>
    /^[`{]/u.test(piece) ? piece : piece.replace(/[A-Za-z]/gu, fullWidth),
  );
}
const fullWidth = (letter: string): string =>
  String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);

function translated<T>(texts: T): T {
  if (typeof texts === "string") return foreign(texts) as T;
  if (typeof texts !== "object" || texts === null) return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      key === "locale" ? value : translated(value),
    ]),
  ) as T;
}

/** What stays as it is in every language: names of the registry, of errors and of protocols, links. */
const names = [
  ...registeredCodes.map(({ name }) => name),
  ...protocols.flatMap(({ name, codes }) => [
    name,
    ...codes.flatMap((code) => [code.name, code.meaning]),
  ]),
  ...[
    "InvalidAccessError",
    "TypeError",
    "SyntaxError",
    "RangeError",
    "Error",
    "NaN",
    "undefined",
    "null",
    "true",
    "false",
    "Infinity",
  ],
].sort((a, b) => b.length - a.length);
function wordsIn(text: string): readonly string[] {
  const prose = text
    // A template in the source has backticks of its own.
    .replace(/`[^`\n]*`[^`\n]*\$\{[^`\n]*`[^`\n]*`/gu, "")
    // Links, code, string literals of the source, and the phrase behind an HTTP status.
    .replace(/\[[^\]]*\]\([^)]*\)/gu, "")
    .replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gsu, "")
    .replace(/"[^"]*"/gu, "")
    .replace(/\b[45]\d\d ?[(（][^)）]*[)）]/gu, "");
  const left = names.reduce((rest, name) => rest.replaceAll(name, ""), prose);
  return left.match(/[A-Za-z]{2,}/gu) ?? [];
}

const folders = new Map<string, string[]>();
for (const { folder, name, path } of fixtures())
  if (/^(?:dom|ws)\//u.test(name)) folders.set(folder, [...(folders.get(folder) ?? []), path]);

/** Everything that an editor shows of some fixtures. */
function shownIn(texts: Texts): ReadonlySet<string> {
  const shown = new Set<string>();
  const every = Object.fromEntries(Object.keys(rules).map((rule) => [rule, "error"]));
  const options = (entry: object) =>
    readOptions({ inlayHints: true, ...entry }, (problem) => {
      throw new Error(problem);
    });
  for (const [folder, paths] of folders) {
    const program = programOf(folder, paths);
    const service = { getProgram: () => program } as ts.LanguageService;
    for (const path of paths) showIn(service, path);
  }
  return shown;

  function showIn(service: ts.LanguageService, path: string): void {
    const silent = new Analysis(ts, service, ts.sys, options({}), texts).file(path);
    const loud = new Analysis(
      ts,
      service,
      ts.sys,
      options({ diagnostics: "error", rules: every }),
      texts,
    ).file(path);
    if (!silent || !loud) return;
    for (const { range } of silent.sites.all().flatMap(({ slots }) => slots)) {
      const hover = hoverAt(silent, range.end - 1)?.hover;
      if (hover) shown.add(markdownOf(hover));
      for (const { title } of remediesAt(silent, { start: range.start, end: range.start }))
        shown.add(title);
      for (const each of proposalsAt(silent, range.end)?.list ?? [])
        shown.add(markdownOf(each.hover));
    }
    for (const { message, actions } of diagnosticsOf(loud)) {
      shown.add(message);
      for (const { title } of actions) shown.add(title);
    }
    for (const hint of inlayHintsIn(loud, { start: 0, end: loud.syntax.text.length }))
      shown.add(hint.text);
  }
}

describe("everything that is shown", () => {
  const foreignTexts = translated(en);

  test("is in the reader's language", () => {
    const shown = shownIn(foreignTexts);
    expect(shown.size).toBeGreaterThan(50);
    for (const text of shown) expect(wordsIn(text), text).toEqual([]);
  });

  test("is Chinese in Chinese", () => {
    // What Chinese engineers call by these names too.
    const usual =
      /^(?:WebSocket|HTTP|TLS|IANA|UTF|API|Deno|Firefox|Bun|Node|js|Cloudflare|Workers|true|false|Web)$/u;
    for (const text of shownIn(zhCN))
      expect(
        wordsIn(text).filter((word) => !usual.test(word)),
        text,
      ).toEqual([]);
  });
});
