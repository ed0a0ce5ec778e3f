import { judgeSent, protocolCodes, protocols } from "ws-close-codes";
import {
  codeAt,
  type Range,
  type Site,
  type Slot,
  type Syntax,
  type TextEdit,
} from "ws-close-codes-analysis";
import type { AnalysedFile } from "./file.ts";
import { renderHover, type Hover } from "./render.ts";
import { namingOf } from "./reports.ts";

/** The codes of the protocol, the most usual first. */
const PROTOCOL: readonly number[] = [
  1000, 1001, 1006, 1005, 1008, 1011, 1012, 1013, 1002, 1003, 1007, 1009, 1010, 1014, 1015,
];
/** Stands for all codes of the user's own. */
const PRIVATE_USE = 4000;
/** The registered codes of the library range. */
const LIBRARY: readonly number[] = [3000, 3003, 3008];

/** Where the text before the cursor allows for a code, and there is none yet. */
const OPEN = /(?:[(=<>[,:]|\bcase)$/u;

/** What follows where nothing has been typed: `close(|, "bye")`, `close(|` above a statement. */
const EMPTY = /^[^\S\n]*(?:,|\r?\n|$)/u;

/** The place of a code that is being typed. */
interface Gap {
  readonly site: Site;
  /** What is replaced: empty, or what has been typed. */
  readonly range: Range;
}

/** One code that makes sense in a gap. */
export interface Proposal {
  /** What is inserted: the number, or the name of a constant. */
  readonly text: string;
  readonly named: boolean;
  /** What is typed to find it: both the number and the name. */
  readonly filterText: string;
  /** What is shown beside it: the name of a number, the number of a name. */
  readonly description: string;
  /** Orders proposals by their usefulness, before anybody else's. */
  readonly sortText: string;
  readonly hover: Hover;
  /** What imports it. */
  readonly imports: readonly TextEdit[];
}

/** The codes that make sense at a place, and what they replace. */
export interface Proposals {
  readonly range: Range;
  /** The best first. */
  readonly list: readonly Proposal[];
}

/** The codes that make sense at an offset; nothing where no code is being typed. */
export function proposalsAt(file: AnalysedFile, offset: number): Proposals | undefined {
  const gap = file.options.completions ? gapAt(file, offset) : undefined;
  if (!gap) return undefined;
  const modules = file.importedModules();
  const list = codesFor(gap.site, file, modules).flatMap((code) =>
    proposalsOf(code, gap, file, modules),
  );
  return {
    range: gap.range,
    list: list.map((one, index) => ({ ...one, sortText: String(index).padStart(4, "0") })),
  };
}

/** A code by its names, and by itself. */
function proposalsOf(
  code: number,
  { site, range }: Gap,
  file: AnalysedFile,
  modules: readonly string[],
): readonly Omit<Proposal, "sortText">[] {
  const { sites, texts } = file;
  const slot: Slot = { node: site.node, range, bare: true, static: { known: true, value: code } };
  const filled = { ...site, slots: [slot] };
  const hover = renderHover({ site: filled, slot, sites, modules: [() => modules], texts });
  if (!hover) return [];
  const { title = "" } = hover;
  const number = String(code);
  const names = namingOf(file)
    .namesOf(filled, slot)
    .map(({ expression, edits }) => ({
      text: expression,
      named: true,
      filterText: `${expression} ${number}`,
      description: number,
      hover,
      imports: edits.filter((edit) => edit.range !== range),
    }));
  // `1001 Going Away` without the number.
  const description = title.slice(number.length + 1);
  return [
    ...names,
    { text: number, named: false, filterText: title, description, hover, imports: [] },
  ];
}

function gapAt({ sites, syntax }: AnalysedFile, offset: number): Gap | undefined {
  const found = codeAt(sites, offset);
  if (found && found.site.role !== "table") {
    const { site, slot } = found;
    const { kind } = syntax.look(slot.node);
    const typed = kind === "identifier" || kind === "literal";
    return typed && slot.range.end === offset ? { site, range: slot.range } : undefined;
  }
  const before = syntax.text.slice(0, offset).trimEnd();
  if (!OPEN.test(before)) return undefined;
  // Inside the last token: what stands behind it may belong to another, unfinished statement.
  const site = sites.around(before.length - 1);
  if (!site) return undefined;
  const nothing = EMPTY.test(syntax.text.slice(offset));
  return isGap(site, before, nothing, syntax)
    ? { site, range: { start: offset, end: offset } }
    : undefined;
}

/** Whether a code of a site belongs behind a text. */
function isGap(site: Site, before: string, nothing: boolean, syntax: Syntax): boolean {
  switch (site.form) {
    case "switch":
      return before.endsWith("case");
    case "membership":
      return isInList(before, syntax);
    default:
      if (before.endsWith(":") && !isCodeBehind(before, site, syntax)) return false;
      return site.slots.length === 0 || (/[(=<>:]$/u.test(before) && nothing);
  }
}

/** Whether a text ends inside of the list, and not in what stands in it: `[1000, |]`, `[of(|)]`. */
function isInList(before: string, syntax: Syntax): boolean {
  let around = syntax.at(before.length - 1);
  while (around && syntax.range(around).end < before.length) around = syntax.parent(around);
  const owner = around && syntax.parent(around);
  if (!around || !owner) return false;
  return syntax.look(around).kind === "array" && syntax.look(owner).kind !== "array";
}

/** Whether the code of a site is what follows a text: `close({ code: |` and not `{ reason: |`. */
function isCodeBehind(before: string, { code }: Site, syntax: Syntax): boolean {
  if (!code) return false;
  return syntax.text.slice(0, syntax.range(code).start).trimEnd() === before;
}

function codesFor(site: Site, file: AnalysedFile, modules: readonly string[]): readonly number[] {
  const named = namingOf(file)
    .codes()
    .filter((code) => code >= 3000 && code <= 4999 && !LIBRARY.includes(code));
  const own = [...named, ...protocolsSpoken(modules), PRIVATE_USE];
  const codes = [...new Set([...PROTOCOL, ...own, ...LIBRARY])];
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
