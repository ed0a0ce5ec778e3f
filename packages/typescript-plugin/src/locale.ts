import type ts from "typescript";
import { en, type Locale, type Texts } from "ws-close-codes";
import { zhCN } from "ws-close-codes/zh-CN";

/** Every language that there are texts in; the first one is for those who ask for another. */
const languages: readonly Texts[] = [en, zhCN];

export const locales: readonly Locale[] = languages.map(({ locale }) => locale);

/** The texts of a locale. */
export function textsIn(locale: Locale): Texts {
  return languages.find((texts) => texts.locale === locale) ?? en;
}

/**
 * The language that the user reads: the one that the editor gave to tsserver (`--locale`), else the
 * one of the environment, else English.
 */
export function userLocale(
  typescript: typeof ts,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  // Internal to TypeScript, present from 4.9 to 6.0; the argument says the same.
  const { getUILocale } = typescript as { getUILocale?: () => string | undefined };
  const option = argv.indexOf("--locale");
  const tags = [
    getUILocale?.(),
    option === -1 ? undefined : argv[option + 1],
    env["LC_ALL"],
    env["LC_MESSAGES"],
    env["LANG"],
  ];
  const tag = tags.find((each) => each !== undefined && each !== "");
  return (tag === undefined ? undefined : localeFor(tag)) ?? "en";
}

/** The locale that there are texts in for a BCP 47 tag or a POSIX locale, such as `zh_CN.UTF-8`. */
export function localeFor(tag: string): Locale | undefined {
  const wanted = written(tag.replace(/[.@].*$/u, "").replaceAll("_", "-"));
  return wanted === undefined ? undefined : locales.find((locale) => written(locale) === wanted);
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
