import type ts from "typescript";
import type { Texts } from "ws-close-codes";
import { codeAt, receivedAt, type Range } from "ws-close-codes-analysis";
import type { AnalysedFile, Analysis } from "./analysis.ts";
import { importedModules, packageModules } from "./imports.ts";
import { renderHover, type Hover } from "./render.ts";

/**
 * Explains the code under the cursor, and what is received with a close (`event.code`, `wasClean`):
 * below TypeScript's own quick info where there is some, alone where there is none (on a number).
 */
export function hover(
  analysis: Analysis,
  texts: Texts,
  prior: ts.QuickInfo | undefined,
  fileName: string,
  position: number,
): ts.QuickInfo | undefined {
  const file = analysis.file(fileName);
  if (!file) return prior;
  const code = explainedAt(analysis, file, texts, position);
  const explained =
    code?.hover.title === undefined ? together(receivedIn(file, texts, position), code) : code;
  if (!explained) return prior;
  return prior ? below(prior, explained.hover) : alone(explained);
}

interface Explained {
  readonly hover: Hover;
  readonly range: Range;
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

function explainedAt(
  { typescript }: Analysis,
  { sites, syntax, sourceFile, program }: AnalysedFile,
  texts: Texts,
  position: number,
): Explained | undefined {
  const found = codeAt(sites, position);
  if (!found) return undefined;
  const { site, slot } = found;
  const view = syntax.look(slot.node);
  // In `CLOSE.GOING_AWAY` only the last name is the code.
  if (view.kind === "member" && position < syntax.range(view.property).start) return undefined;
  const hover = renderHover({
    site,
    slot,
    sites,
    modules: [() => importedModules(typescript, sourceFile), () => packageModules(program)],
    texts,
  });
  return hover && { hover, range: slot.range };
}

function receivedIn(
  { sites }: AnalysedFile,
  texts: Texts,
  position: number,
): Explained | undefined {
  const found = receivedAt(sites, position);
  if (!found) return undefined;
  const { role, range } = found;
  const paragraphs = [texts.received[role]];
  return { hover: { paragraphs, here: paragraphs }, range };
}

function alone({ hover: { title, paragraphs }, range }: Explained): ts.QuickInfo {
  const { start, end } = range;
  return {
    kind: "" as ts.ScriptElementKind,
    kindModifiers: "",
    textSpan: { start, length: end - start },
    displayParts: title === undefined ? [] : [{ text: title, kind: "text" }],
    documentation: [{ text: paragraphs.join("\n\n"), kind: "text" }],
  };
}

function below(prior: ts.QuickInfo, hover: Hover): ts.QuickInfo {
  const before = prior.documentation ?? [];
  const said = before.map(({ text }) => text).join("");
  const { title, paragraphs, here, documentation } = hover;
  const isSaid = documentation !== undefined && said.startsWith(documentation);
  const added = isSaid ? here : [...(title === undefined ? [] : [`**${title}**`]), ...paragraphs];
  if (added.length === 0) return prior;
  const rule = said === "" ? "" : "\n\n---\n\n";
  return {
    ...prior,
    documentation: [...before, { text: rule + added.join("\n\n"), kind: "text" }],
  };
}
