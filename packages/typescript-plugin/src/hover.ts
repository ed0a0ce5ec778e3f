import type ts from "typescript";
import { addedTo, hoverAt, type Explained, type Hover } from "ws-close-codes-editor";
import type { Analysis } from "./analysis.ts";

/**
 * Explains what is under the cursor: below TypeScript's own quick info where there is some, alone
 * where there is none (on a number).
 */
export function hover(
  analysis: Analysis,
  prior: ts.QuickInfo | undefined,
  fileName: string,
  position: number,
): ts.QuickInfo | undefined {
  const file = analysis.file(fileName);
  const explained = file && hoverAt(file, position);
  if (!explained) return prior;
  return prior ? below(prior, explained.hover) : alone(explained);
}

function alone({ hover: { title, paragraphs }, range: { start, end } }: Explained): ts.QuickInfo {
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
  const added = addedTo(said, hover);
  if (added === "") return prior;
  const rule = said === "" ? "" : "\n\n---\n\n";
  return { ...prior, documentation: [...before, { text: rule + added, kind: "text" }] };
}
