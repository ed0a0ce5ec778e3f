import {
  explainMisnamed,
  findCloseCodes,
  isRightName,
  rangeOf,
  registeredCode,
  type Texts,
} from "ws-close-codes";
import { replaceCode } from "../edits.ts";
import {
  mentionsSocket,
  namesCloseCode,
  namesClosing,
  namesMeasure,
  spellsCloseCode,
} from "../sites/convention.ts";
import type { Site, Slot } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Node, Syntax } from "../syntax.ts";
import type { Remedy, Report } from "./report.ts";

/** A name and its code. */
interface Named {
  readonly slot: Slot;
  readonly name: string;
  readonly code: number;
  /** `{ 1006: "Abnormal Closure" }`: the code is a key, and its text the name. */
  readonly isKey: boolean;
}

/** Codes that go by the name of another code, in a table that is clearly one of close codes. */
export function misnamedCodes(site: Site, sites: Sites, texts: Texts): readonly Report[] {
  if (site.role !== "table") return [];
  const { syntax } = sites.file;
  const entries = site.slots.flatMap((slot) => namedBy(slot, syntax) ?? []);
  const owner = ownerOf(site.node, sites) ?? "";
  const rightly = entries.filter(({ name, code }) => isRightName(name, code)).length;
  // Positions, orders and tickets are closed, too.
  const isOfSockets = sites.file.mentionsWebSocket || mentionsSocket(owner);
  const isAboutClosing =
    rightly > 1 || (isOfSockets && namesClosing(owner)) || namesCloseCode(owner);
  const isOfCloseCodes = rightly > 1 || spellsCloseCode(owner);
  return entries.flatMap((entry): Report | [] => {
    const { slot, name, code } = entry;
    if (!misnames(name, code)) return [];
    const [right] = findCloseCodes(name);
    if (right === undefined) {
      // A name of the program's own: 3000 may be an error of its own, or so many milliseconds.
      if (!isOfCloseCodes || namesMeasure(owner) || namesMeasure(name)) return [];
    } else if (!isAboutClosing && !namesCloseCode(name)) {
      // A use elsewhere proves the table, but not that a number like 2000 in it is a close code.
      if (site.evidence === "convention" || rangeOf(code)?.id === "unassigned") return [];
    }
    const { id, data } = explainMisnamed(name, code, right, texts);
    return {
      id,
      data,
      range: slot.range,
      remedies: right === undefined ? [] : renumbered(entry, right, entries, site, syntax),
    };
  });
}

/** Whether a name belongs to another code, and to this one by nobody's usage. */
function misnames(name: string, code: number): boolean {
  if (isRightName(name, code) !== false) return false;
  const right = findCloseCodes(name);
  const registered = registeredCode(code) !== undefined;
  // What IANA registered in 2023 went by 1008 and its like before, and `CLOSE_TIMEOUT` is a time.
  if (right.every((one) => one >= 3000)) return registered && code >= 3000 && !/time/i.test(name);
  return registered || rangeOf(code)?.id === "unassigned";
}

function namedBy(slot: Slot, syntax: Syntax): Named | undefined {
  if (slot.name === undefined || !slot.static.known || typeof slot.static.value !== "number")
    return undefined;
  const code = slot.static.value;
  if (slot.name !== String(code)) return { slot, name: slot.name, code, isKey: false };
  const around = syntax.parent(slot.node);
  const table = around && syntax.look(around);
  const text =
    table?.kind === "object" && table.properties.find(({ key }) => key === slot.node)?.value;
  const view = text && syntax.look(text);
  return view && view.kind === "literal" && typeof view.value === "string"
    ? { slot, name: view.value, code, isKey: true }
    : undefined;
}

/** What the table is called: `enum CloseCode`, `const closeCodes = Object.freeze({`. */
function ownerOf(table: Node, { file }: Sites): string | undefined {
  for (let at: Node | undefined = table; at; at = file.syntax.parent(at)) {
    const view = file.syntax.look(at);
    if (view.kind === "enum" || view.kind === "class") return view.name;
    if (view.kind === "variable" || view.kind === "assignment") return file.nameOf(view.target);
    if (view.kind !== "object" && view.kind !== "call" && view.kind !== "literal") return undefined;
  }
  return undefined;
}

/** The code that the name has; not where another key has it already. */
function renumbered(
  { slot, code, isKey }: Named,
  right: number,
  entries: readonly Named[],
  site: Site,
  syntax: Syntax,
): readonly Remedy[] {
  const isTaken = isKey && entries.some((other) => other.code === right);
  const isWritten = isKey || syntax.kind(slot.node) === "literal";
  const isFixed = isTaken || !isWritten || isCountedOn(slot.node, syntax);
  const edits = isFixed ? undefined : replaceCode(site, slot, String(right), syntax);
  const data = { code: String(code), instead: String(right) };
  return edits ? [{ id: "replace-code", data, edits }] : [];
}

/** `enum { GoingAway = 1002, Next }`: whose value is made of this one. */
function isCountedOn(value: Node, syntax: Syntax): boolean {
  const around = syntax.parent(value);
  const view = around && syntax.look(around);
  if (view?.kind !== "enum") return false;
  const next = view.members[view.members.findIndex(({ init }) => init === value) + 1];
  return next !== undefined && next.init === undefined;
}
