import type ts from "typescript";

/** The language that the editor gave to tsserver (`--locale`), the most telling first. */
export function editorLocales(
  typescript: typeof ts,
  argv: readonly string[],
): readonly (string | undefined)[] {
  // Internal to TypeScript, present from 4.9 to 6.0; the argument says the same.
  const { getUILocale } = typescript as { getUILocale?: () => string | undefined };
  const option = argv.indexOf("--locale");
  return [getUILocale?.(), option === -1 ? undefined : argv[option + 1]];
}
