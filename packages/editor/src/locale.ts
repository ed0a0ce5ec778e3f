import { en, type Locale, type Texts } from "ws-close-codes";
import { languages, textsFor } from "ws-close-codes/languages";

/** Every language that there are texts in. */
export const locales: readonly Locale[] = languages.map(({ locale }) => locale);

/**
 * The texts for a reader. The editor's own language decides; an environment's is asked only where
 * the editor says nothing, and who reads another language than ours reads English.
 *
 * @param tags what the editor says of its language, the most telling first
 */
export function textsForReader(
  tags: readonly (string | undefined)[],
  env: Readonly<Record<string, string | undefined>>,
): Texts {
  const tag = [...tags, env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(Boolean);
  return (tag === undefined ? undefined : textsFor(tag)) ?? en;
}
