import {
  describe,
  explainReceived,
  explainSent,
  fill,
  fullName,
  httpConvention,
  judgeSent,
  protocolCodes,
  type CodeDescription,
  type ObservedNumber,
  type ProtocolMeaning,
  type Target,
  type Texts,
} from "ws-close-codes";
import {
  forwardedCodes,
  invalidCodes,
  misnamedCodes,
  quote,
  unexpected,
  unexpectedCodes,
  written,
  type Site,
  type Sites,
  type Slot,
} from "ws-close-codes-analysis";
import { escapeMarkdown, fillMarkdown, markdownSentence } from "./markdown.ts";

/** What a hover says of a code. */
export interface Hover {
  /** The code and its name, in plain text; nothing where what is explained is no code itself. */
  readonly title?: string;
  /** Markdown, one block each. */
  readonly paragraphs: readonly string[];
  /** Those of the paragraphs that are about this place, and not about the code as such. */
  readonly here: readonly string[];
  /** How the documentation of a constant begins that says the rest already, as `CloseCode`'s does. */
  readonly documentation?: string;
}

/** A code, where it stands, and the words to speak of it. */
export interface HoverSubject {
  readonly site: Site;
  readonly slot: Slot;
  /** The file that it stands in. */
  readonly sites: Sites;
  /**
   * Modules that may tell which application protocol is spoken, the most telling first: those that
   * the file imports, those that the program holds. Asked for codes of 4000-4999 only.
   */
  readonly modules: readonly (() => readonly string[])[];
  readonly texts: Texts;
}

/** Explains a code; `undefined` where there is nothing to say. */
export function renderHover(subject: HoverSubject): Hover | undefined {
  const { slot, texts } = subject;
  const value = slot.static.known ? slot.static.value : undefined;
  const verdict = verdictOn(subject);
  const description = typeof value === "number" ? describe(value, texts) : undefined;
  if (!description) {
    if (verdict === undefined) return undefined;
    const title = value === undefined || value === null ? {} : { title: written(value) };
    return { ...title, paragraphs: [verdict], here: [verdict] };
  }
  const { code, name, meaning } = description;
  const meanings = protocolMeanings(code, subject);
  const certain = spokenMeaning(code, subject);
  const here = [verdict, observed(code, subject)].filter((each) => each !== undefined);
  return {
    title: certain
      ? `${code} ${certain.name} (${certain.protocol.name})`
      : `${code} ${fullName(description, texts)}`,
    paragraphs: [
      certain ? certain.meaning : meaning,
      ...here,
      certain ? undefined : candidates(meanings, subject),
      httpConvention(code, texts),
      senderAndObserver(description, texts),
      references(description, certain),
    ].filter((paragraph) => paragraph !== undefined),
    here,
    documentation: `${name} (${code}): `,
  };
}

/** Explains what is one of several codes: each in a line, and what comes of them here. */
export function renderChoice(hovers: readonly Hover[], texts: Texts): Hover {
  const here = [...new Set(hovers.flatMap((hover) => hover.here))];
  const lines = hovers.flatMap(({ title = "", paragraphs: [meaning = ""] }) =>
    here.includes(meaning) ? [] : `- ${labelled(escapeMarkdown(title), meaning, texts)}`,
  );
  return { paragraphs: lines.length > 0 ? [lines.join("\n"), ...here] : here, here };
}

/**
 * What comes of it here: the words of the rules where they find fault, and of the facts where the
 * rules keep quiet, as they do where only names speak.
 */
function verdictOn({ site, slot, sites, texts }: HoverSubject): string | undefined {
  const found = [invalidCodes, forwardedCodes, misnamedCodes, unexpectedCodes]
    .flatMap((reports) => reports(site, sites, texts))
    .filter(({ range }) => range.start === slot.range.start && range.end === slot.range.end);
  if (found.length > 0) return found.map((report) => markdownSentence(report, texts)).join("\n\n");
  if (!slot.static.known) return undefined;
  const { value } = slot.static;
  const quoted = quote(site, slot, sites.file.syntax);
  if (site.role === "receive") {
    const fault = unexpected(value, site);
    // What is no code at all may well be something else that the name holds.
    if (fault !== "never-sent") return undefined;
    return markdownSentence(explainReceived(fault, value, quoted, texts), texts);
  }
  if (site.role !== "send") return undefined;
  const verdict = judgeSent(value, site.target);
  if (verdict) return markdownSentence(explainSent(verdict, quoted, texts), texts);
  return typeof value === "number" && isSentAnywhere(value, site.target)
    ? fillMarkdown(texts.sendable, { call: quoted, code: String(value) })
    : undefined;
}

/** Whether a code is sent by each socket that this one may be; a simulated one sends nothing. */
function isSentAnywhere(code: number, target: Target): boolean {
  return target.profiles.every(
    (profile) =>
      profile !== "simulated" && judgeSent(code, { ...target, profiles: [profile] }) === undefined,
  );
}

/** Where a received code comes from that nobody sends. */
function observed(code: number, { site, texts }: HoverSubject): string | undefined {
  const notes: Readonly<Partial<Record<number, string>>> = texts.observed satisfies Record<
    ObservedNumber,
    string
  >;
  return site.role === "receive" ? notes[code] : undefined;
}

function protocolMeanings(code: number, { modules }: HoverSubject): readonly ProtocolMeaning[] {
  if (code < 4000) return [];
  for (const list of modules) {
    const meanings = protocolCodes(code, list());
    if (meanings.some(({ imported }) => imported)) return meanings;
  }
  return protocolCodes(code);
}

/** What a code means in the one protocol that the file speaks; a code with a name of its own may be none. */
function spokenMeaning(
  code: number,
  { slot: { bare, source }, modules: [ofFile] }: HoverSubject,
): ProtocolMeaning | undefined {
  if (code < 4000 || (!bare && source)) return undefined;
  const [spoken, ...others] = protocolCodes(code, ofFile?.());
  return spoken?.imported && others.length === 0 ? spoken : undefined;
}

/** More than these do not fit into a hover. */
const MAX_CANDIDATES = 6;

function candidates(
  meanings: readonly ProtocolMeaning[],
  { site, slot, texts }: HoverSubject,
): string | undefined {
  // Whoever has given the code a name knows what it means, and a bound stands for many codes.
  const isKnown = (!slot.bare && !meanings[0]?.imported) || site.form === "range";
  if (meanings.length === 0 || isKnown) return undefined;
  const shown = meanings
    .slice(0, MAX_CANDIDATES)
    .map(({ name, protocol }) => `[${protocol.name}](${protocol.url}) \`${name}\``);
  if (meanings.length > MAX_CANDIDATES) shown.push("…");
  return labelled(texts.labels.candidates, shown.join(" · "), texts);
}

function senderAndObserver({ sender, observer }: CodeDescription, texts: Texts): string {
  const { labels } = texts;
  // Two spaces break the line.
  return `${labelled(labels.sender, sender, texts)}  \n${labelled(labels.observer, observer, texts)}`;
}

function references(
  description: CodeDescription,
  certain: ProtocolMeaning | undefined,
): string | undefined {
  const links = certain
    ? [{ title: certain.protocol.name, url: certain.protocol.url }]
    : description.references;
  return links.map(({ title, url }) => `[${title}](${url})`).join(" · ");
}

function labelled(label: string, text: string, texts: Texts): string {
  return fill(texts.labelled, { label: `**${label}**`, text });
}
