/**
 * Makes bundles quicker to load: for one character beyond ASCII, such as an ellipsis in a text, V8
 * holds a whole file in two bytes a character, and takes a quarter longer to read it.
 */

const BEYOND = /[^\0-\x7F]/g;

/** A file with more of them than one in so many characters is Chinese, and shorter as it is. */
const RARE = 50;

/** A plugin for Rolldown that writes such characters as escapes; nothing of ours has them in `String.raw`. */
export const ascii = {
  name: "ascii",
  generateBundle(
    _options: unknown,
    bundle: Readonly<Record<string, { type: string; code?: string }>>,
  ): void {
    for (const file of Object.values(bundle))
      if (file.type === "chunk" && file.code !== undefined) file.code = escaped(file.code);
  },
};

function escaped(code: string): string {
  if ((code.match(BEYOND)?.length ?? 0) > code.length / RARE) return code;
  return code.replace(BEYOND, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
