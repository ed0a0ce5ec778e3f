import type ts from "typescript";
import { judgeSent, protocolCodes, protocols, type Texts } from "ws-close-codes";
import { codeAt, type NamedCode, type Range, type Site, type Slot } from "ws-close-codes-analysis";
import type { AnalysedFile, Analysis } from "./analysis.ts";
import { importedModules } from "./imports.ts";
import { renderHover, type Hover } from "./render.ts";
import { namingOf } from "./reports.ts";

/** The registered codes, the most usual first. */
const USUAL: readonly number[] = [
  ...[1000, 1001, 1006, 1005, 1008, 1011, 1012, 1013, 1002, 1003, 1007, 1009, 1010, 1014, 1015],
  ...[3000, 3003, 3008],
];
/** Stands for all codes of the user's own. */
const PRIVATE_USE = 4000;

/** Where the text before the cursor allows for a code, and there is none yet. */
const OPEN = /(?:[(=<>[,]|\bcase)$/u;

/** The place of a code that is being typed. */
interface Gap {
  readonly site: Site;
  /** What is replaced: empty, or what has been typed. */
  readonly range: Range;
}

/** One code that makes sense in a gap. */
interface Proposal {
  readonly code: number;
  /** What is inserted: the number, or the name of a constant. */
  readonly text: string;
  readonly hover: Hover;
  /** What has to be imported for it. */
  readonly imports: NamedCode["edits"];
}

/** Adds the codes that make sense here to TypeScript's completions, best first. */
export function completions(
  analysis: Analysis,
  texts: Texts,
  prior: ts.WithMetadata<ts.CompletionInfo> | undefined,
  fileName: string,
  position: number,
): ts.WithMetadata<ts.CompletionInfo> | undefined {
  const proposals = proposalsAt(analysis, texts, fileName, position);
  if (!proposals) return prior;
  const { gap, list } = proposals;
  const { start, end } = gap.range;
  const entries = list.map(({ code, text, hover, imports }, index): ts.CompletionEntry => {
    const named = text !== String(code);
    return {
      name: text,
      kind: (named ? "const" : "") as ts.ScriptElementKind,
      kindModifiers: "",
      sortText: String(index).padStart(4, "0"),
      // Both the number and the name find it.
      filterText: named ? `${text} ${code}` : `${hover.title}`,
      insertText: text,
      labelDetails: { description: named ? String(code) : nameIn(hover, code) },
      replacementSpan: { start, length: end - start },
      ...(imports.length > 0 && { hasAction: true as const }),
    };
  });
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
  texts: Texts,
  prior: ts.CompletionEntryDetails | undefined,
  fileName: string,
  position: number,
  entryName: string,
): ts.CompletionEntryDetails | undefined {
  if (prior) return prior;
  const proposal = proposalsAt(analysis, texts, fileName, position)?.list.find(
    ({ text }) => text === entryName,
  );
  if (!proposal) return prior;
  const { hover, imports } = proposal;
  const textChanges = imports.map(({ range: { start, end }, text }) => ({
    span: { start, length: end - start },
    newText: text,
  }));
  return {
    name: entryName,
    kind: "" as ts.ScriptElementKind,
    kindModifiers: "",
    displayParts: [{ text: hover.title ?? "", kind: "text" }],
    documentation: [{ text: hover.paragraphs.join("\n\n"), kind: "text" }],
    ...(imports.length > 0 && {
      codeActions: [{ description: entryName, changes: [{ fileName, textChanges }] }],
    }),
  };
}

function proposalsAt(
  analysis: Analysis,
  texts: Texts,
  fileName: string,
  position: number,
): { readonly gap: Gap; readonly list: readonly Proposal[] } | undefined {
  if (!analysis.options.completions) return undefined;
  const file = analysis.file(fileName);
  const gap = file && gapAt(file, position);
  if (!gap) return undefined;
  const modules = importedModules(analysis.typescript, file.sourceFile);
  const naming = namingOf(file, analysis);
  const list = codesFor(gap.site, modules).flatMap((code): readonly Proposal[] => {
    const { site, range } = gap;
    const slot: Slot = { node: site.node, range, bare: true, static: { known: true, value: code } };
    const hover = renderHover({
      site: { ...site, slots: [slot] },
      slot,
      sites: file.sites,
      modules: [() => modules],
      texts,
    });
    if (!hover) return [];
    const names = naming.namesOf({ ...site, slots: [slot] }, slot).map(({ expression, edits }) => ({
      code,
      text: expression,
      hover,
      imports: edits.filter((edit) => edit.range !== range),
    }));
    return [...names, { code, text: String(code), hover, imports: [] }];
  });
  return { gap, list };
}

function gapAt({ sites, syntax }: AnalysedFile, position: number): Gap | undefined {
  const found = codeAt(sites, position);
  if (found && found.site.role !== "table") {
    const { site, slot } = found;
    const { kind } = syntax.look(slot.node);
    const typed = kind === "identifier" || kind === "literal";
    return typed && slot.range.end === position ? { site, range: slot.range } : undefined;
  }
  const before = syntax.text.slice(0, position).trimEnd();
  if (!OPEN.test(before)) return undefined;
  // Inside the last token: what stands behind it may belong to another, unfinished statement.
  const site = sites.around(before.length - 1);
  const empty =
    site?.form === "switch" ||
    site?.form === "membership" ||
    site?.slots.length === 0 ||
    // `close(|, "bye")`
    (before.endsWith("(") && /^\s*,/u.test(syntax.text.slice(position)));
  return site && empty ? { site, range: { start: position, end: position } } : undefined;
}

function codesFor(site: Site, modules: readonly string[]): readonly number[] {
  const spoken = protocolsSpoken(modules);
  const codes = [...new Set([...USUAL, ...spoken, PRIVATE_USE])];
  if (site.role === "send")
    return codes.filter((code) => judgeSent(code, site.target) === undefined);
  const present = site.slots.map(({ static: s }) => (s.known ? s.value : undefined));
  return codes.filter((code) => !present.includes(code));
}

/** The codes that are sent in the application protocols whose packages a file imports. */
function protocolsSpoken(modules: readonly string[]): readonly number[] {
  return protocols
    .filter(({ id, codes: [first] }) =>
      protocolCodes(first?.code ?? 0, modules).some(
        ({ imported, protocol }) => imported && protocol.id === id,
      ),
    )
    .flatMap(({ codes }) => codes.flatMap(({ code, sentBy }) => (sentBy === "local" ? [] : code)));
}

/** `1001 Going Away` without the number. */
function nameIn({ title = "" }: Hover, code: number): string {
  return title.slice(String(code).length + 1);
}
