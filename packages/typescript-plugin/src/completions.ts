import type ts from "typescript";
import { proposalsAt, type Proposal } from "ws-close-codes-editor";
import type { Analysis } from "./analysis.ts";
import { fileChanges, spanOf } from "./edits.ts";

/** Adds the codes that make sense here to TypeScript's completions, best first. */
export function completions(
  analysis: Analysis,
  prior: ts.WithMetadata<ts.CompletionInfo> | undefined,
  fileName: string,
  position: number,
): ts.WithMetadata<ts.CompletionInfo> | undefined {
  const file = analysis.file(fileName);
  const proposals = file && proposalsAt(file, position);
  if (!proposals) return prior;
  const replacementSpan = spanOf(proposals.range);
  const entries = proposals.list.map(
    ({ text, named, filterText, sortText, description, imports }): ts.CompletionEntry => ({
      name: text,
      kind: (named ? "const" : "") as ts.ScriptElementKind,
      kindModifiers: "",
      sortText,
      filterText,
      insertText: text,
      labelDetails: { description },
      replacementSpan,
      ...(imports.length > 0 && { hasAction: true as const }),
    }),
  );
  const info = prior ?? {
    isGlobalCompletion: false,
    isMemberCompletion: false,
    isNewIdentifierLocation: true,
    entries: [],
  };
  return { ...info, entries: [...entries, ...info.entries] };
}

/** Explains a completion of ours. */
export function completionDetails(
  analysis: Analysis,
  prior: ts.CompletionEntryDetails | undefined,
  fileName: string,
  position: number,
  entryName: string,
): ts.CompletionEntryDetails | undefined {
  if (prior) return prior;
  const file = analysis.file(fileName);
  const proposals = file && proposalsAt(file, position);
  const proposal = proposals?.list.find(({ text }) => text === entryName);
  return proposal && detailsOf(proposal, fileName);
}

function detailsOf({ text, hover, imports }: Proposal, fileName: string) {
  return {
    name: text,
    kind: "" as ts.ScriptElementKind,
    kindModifiers: "",
    displayParts: [{ text: hover.title ?? "", kind: "text" }],
    documentation: [{ text: hover.paragraphs.join("\n\n"), kind: "text" }],
    ...(imports.length > 0 && {
      codeActions: [{ description: text, changes: [fileChanges(fileName, imports)] }],
    }),
  };
}
