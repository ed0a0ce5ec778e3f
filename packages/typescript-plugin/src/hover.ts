import type ts from "typescript";
import type { Texts } from "ws-close-codes";
import type { Range } from "ws-close-codes-analysis";
import type { Analysis } from "./analysis.ts";
import { importedModules, packageModules } from "./imports.ts";
import { renderHover, type Hover } from "./render.ts";

/**
 * Explains the code under the cursor: below TypeScript's own quick info where there is some (a
 * constant, an enum member), alone where there is none (a number).
 */
export function hover(
  analysis: Analysis,
  texts: Texts,
  prior: ts.QuickInfo | undefined,
  fileName: string,
  position: number,
): ts.QuickInfo | undefined {
  const found = analysis.at(fileName, position);
  if (!found) return prior;
  const { site, slot, syntax, sourceFile, program } = found;
  const view = syntax.look(slot.node);
  // In `CLOSE.GOING_AWAY` only the last name is the code.
  if (view.kind === "member" && position < syntax.range(view.property).start) return prior;
  const explained = renderHover({
    site,
    slot,
    text: syntax.text,
    modules: [
      () => importedModules(analysis.typescript, sourceFile),
      () => packageModules(program),
    ],
    texts,
  });
  if (!explained) return prior;
  return prior ? below(prior, explained) : alone(explained, slot.range);
}

function alone({ title, paragraphs }: Hover, { start, end }: Range): ts.QuickInfo {
  return {
    kind: "" as ts.ScriptElementKind,
    kindModifiers: "",
    textSpan: { start, length: end - start },
    displayParts: [{ text: title, kind: "text" }],
    documentation: [{ text: paragraphs.join("\n\n"), kind: "text" }],
  };
}

function below(prior: ts.QuickInfo, { title, paragraphs }: Hover): ts.QuickInfo {
  const before = prior.documentation ?? [];
  const text = [`**${title}**`, ...paragraphs].join("\n\n");
  return {
    ...prior,
    documentation: [
      ...before,
      { text: before.length > 0 ? `\n\n---\n\n${text}` : text, kind: "text" },
    ],
  };
}
