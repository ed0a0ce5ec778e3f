import { en } from "./en.ts";
import type { Texts } from "./texts.ts";
import { zhCN } from "./zh-CN.ts";

/** Every language that there are texts in. */
export const languages: readonly Texts[] = [en, zhCN];

/**
 * The texts for a reader, by language and script: `zh`, `zh-Hans-SG` and `zh_CN.UTF-8` are `zh-CN`,
 * and `zh-TW` is not.
 *
 * @param tag a BCP 47 tag or a POSIX locale
 * @returns `undefined` where there are none
 */
export function textsFor(tag: string): Texts | undefined {
  const wanted = written(tag.replace(/[.@].*$/u, "").replaceAll("_", "-"));
  return wanted === undefined
    ? undefined
    : languages.find(({ locale }) => written(locale) === wanted);
}

/** A language and its script: `zh-CN` is `zh-Hans`, `zh-TW` is `zh-Hant`. */
function written(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    // `C` is no language.
    return undefined;
  }
}
