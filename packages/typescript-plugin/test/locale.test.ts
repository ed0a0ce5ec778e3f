import ts from "typescript";
import { describe, expect, test } from "vitest";
import { textsForReader } from "ws-close-codes-editor";
import { editorLocales } from "../src/locale.ts";

const silent = { ...ts, getUILocale: () => undefined } as unknown as typeof ts;
const speaking = { ...ts, getUILocale: () => "zh-cn" } as unknown as typeof ts;

describe("the reader's language", () => {
  const locale = (typescript: typeof ts, argv: readonly string[], env: NodeJS.ProcessEnv) =>
    textsForReader(editorLocales(typescript, argv), env).locale;

  test("is TypeScript's, then the arguments', then the environment's", () => {
    expect(locale(speaking, ["--locale", "en"], { LANG: "en" })).toBe("zh-CN");
    expect(locale(silent, ["--locale", "zh-cn"], { LANG: "en" })).toBe("zh-CN");
    expect(locale(silent, [], { LC_ALL: "", LANG: "zh_CN.UTF-8" })).toBe("zh-CN");
    expect(locale(silent, [], {})).toBe("en");
  });

  test("is English for an editor in a language without texts", () => {
    expect(locale(silent, ["--locale", "fr"], { LANG: "zh_CN" })).toBe("en");
  });

  test("does without TypeScript's internal function", () => {
    expect(locale({} as typeof ts, ["--locale", "zh-cn"], {})).toBe("zh-CN");
  });
});
