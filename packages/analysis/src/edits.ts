import { textOf } from "./places.ts";
import type { Site, Slot } from "./sites/site.ts";
import type { Range, Syntax } from "./syntax.ts";

/** Text that takes the place of a range; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * Puts another expression in the place of a code.
 *
 * @returns nothing where a name stands for several codes, one of which cannot be replaced alone
 */
export function replaceCode(
  site: Site,
  slot: Slot,
  text: string,
  syntax: Syntax,
): readonly TextEdit[] | undefined {
  if (site.slots.some((other) => other !== slot && other.node === slot.node)) return undefined;
  const parent = syntax.parent(slot.node);
  const view = parent && syntax.look(parent);
  const shorthand =
    view?.kind === "object" &&
    view.properties.find(({ key, value }) => value === slot.node && key === value)?.name;
  return [{ range: slot.range, text: shorthand ? `${shorthand}: ${text}` : text }];
}

/** Swaps the code and the reason of a call. */
export function swapArguments({ code, reason }: Site, syntax: Syntax): readonly TextEdit[] {
  if (!code || !reason) return [];
  return [
    { range: syntax.range(code), text: textOf(reason, syntax) },
    { range: syntax.range(reason), text: textOf(code, syntax) },
  ];
}
