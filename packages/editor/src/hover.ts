import {
  codeAt,
  entryNamedAt,
  receivedAt,
  type Range,
  type Site,
  type Slot,
} from "ws-close-codes-analysis";
import type { AnalysedFile } from "./file.ts";
import { escapeMarkdown } from "./markdown.ts";
import { renderChoice, renderHover, type Hover } from "./render.ts";

/** What a hover says, and of what. */
export interface Explained {
  readonly hover: Hover;
  readonly range: Range;
}

/** Explains the code at an offset, and what is received with a close (`event.code`, `wasClean`). */
export function hoverAt(file: AnalysedFile, offset: number): Explained | undefined {
  const code = explainedAt(file, offset);
  return code?.hover.title === undefined ? together(receivedIn(file, offset), code) : code;
}

/** `close(event.code)`: what is received, and what is wrong with passing it on. */
function together(
  first: Explained | undefined,
  second: Explained | undefined,
): Explained | undefined {
  if (!first || !second) return first ?? second;
  const paragraphs = [...first.hover.paragraphs, ...second.hover.paragraphs];
  return { hover: { paragraphs, here: paragraphs }, range: first.range };
}

function explainedAt(file: AnalysedFile, offset: number): Explained | undefined {
  const { sites, syntax, texts } = file;
  const entry = entryNamedAt(sites, offset);
  const found = entry ?? codeAt(sites, offset);
  if (!found) return undefined;
  const { site, slot } = found;
  const view = syntax.look(slot.node);
  // In `CLOSE.GOING_AWAY` only the last name is the code.
  if (view.kind === "member" && offset < syntax.range(view.property).start) return undefined;
  const modules = [() => file.importedModules(), () => file.packageModules()];
  const hovers = slotsOf(site, slot).flatMap(
    (one) => renderHover({ site, slot: one, sites, modules, texts }) ?? [],
  );
  const [hover] = hovers.length > 1 ? [renderChoice(hovers, texts)] : hovers;
  return hover && { hover, range: entry?.name ?? slot.range };
}

/** All that a place may hold: `const code = failed ? 1011 : 1000` makes two of `close(code)`. */
function slotsOf({ slots }: Site, slot: Slot): readonly Slot[] {
  return slots.includes(slot) ? slots.filter(({ node }) => node === slot.node) : [slot];
}

function receivedIn({ sites, texts }: AnalysedFile, offset: number): Explained | undefined {
  const found = receivedAt(sites, offset);
  if (!found) return undefined;
  const { role, range } = found;
  const paragraphs = [texts.received[role]];
  return { hover: { paragraphs, here: paragraphs }, range };
}

/** The whole of a hover where nothing is said beside it. */
export function markdownOf({ title, paragraphs }: Hover): string {
  return [...(title === undefined ? [] : [`**${escapeMarkdown(title)}**`]), ...paragraphs].join(
    "\n\n",
  );
}

/**
 * What a hover adds to a documentation that is shown with it.
 *
 * @param said the documentation, in Markdown
 * @returns empty where it says all already
 */
export function addedTo(said: string, hover: Hover): string {
  const { here, documentation } = hover;
  const isSaid = documentation !== undefined && said.startsWith(documentation);
  return isSaid ? here.join("\n\n") : markdownOf(hover);
}
