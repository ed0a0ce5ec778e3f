import ts from "typescript";
import { describe, expect, test } from "vitest";
import { localeFor, userLocale } from "../src/locale.ts";

describe("localeFor", () => {
  test.each([
    ["zh-CN", "zh-CN"],
    ["zh-cn", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh_CN.UTF-8", "zh-CN"],
    ["zh-Hans-SG", "zh-CN"],
    ["zh-TW", undefined],
    ["zh-Hant", undefined],
    ["en", "en"],
    ["en-GB", "en"],
    ["de", undefined],
    ["C.UTF-8", undefined],
  ])("takes %s as %s", (tag, locale) => {
    expect(localeFor(tag)).toBe(locale);
  });
});

describe("userLocale", () => {
  const silent = { ...ts, getUILocale: () => undefined } as unknown as typeof ts;
  const speaking = { ...ts, getUILocale: () => "zh-cn" } as unknown as typeof ts;

  test("asks TypeScript, then the arguments, then the environment", () => {
    expect(userLocale(speaking, ["--locale", "en"], { LANG: "en" })).toBe("zh-CN");
    expect(userLocale(silent, ["--locale", "zh-cn"], { LANG: "en" })).toBe("zh-CN");
    expect(userLocale(silent, [], { LC_ALL: "", LANG: "zh_CN.UTF-8" })).toBe("zh-CN");
    expect(userLocale(silent, [], {})).toBe("en");
  });

  test("is English for an editor in a language without texts", () => {
    expect(userLocale(silent, ["--locale", "fr"], { LANG: "zh_CN" })).toBe("en");
  });

  test("does without TypeScript's internal function", () => {
    expect(userLocale({} as typeof ts, ["--locale", "zh-cn"], {})).toBe("zh-CN");
  });
});
