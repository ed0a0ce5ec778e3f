import { viewOf } from "../places.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";

/** A word behind what may stand before a member's name. */
const NAMES = /[.#"'`](#?[\w$]+)/g;

/** One that something is assigned to: `.name =`, `"name"] =`, `.name! ??=`, `.name as T) =`. */
const ASSIGNED =
  /[.#"'`](#?[\w$]+)(?=["'`\]!)\s]*(?:as\b|(?:\?\?|\|\||&&|\*\*|>>>?|<<|[-+*/%&|^])?=(?![=>])))/g;

const WORD = /^#?[\w$]+$/;

/** So many names are each searched for in the text; for more, all of its names are listed once. */
const FEW = 24;

/**
 * The member expressions of a file by name, and what is assigned to them. Found where their names
 * stand in the text: a walk over the whole tree costs more than a look at these.
 */
export class MemberIndex {
  readonly #syntax: Syntax;
  readonly #members = new Map<string, readonly Node[]>();
  readonly #assignments = new Map<string, readonly ViewOf<"assignment">[]>();
  #searches = 0;
  #list: ReadonlyMap<string, readonly number[]> | undefined;
  #assigned: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(syntax: Syntax) {
    this.#syntax = syntax;
  }

  /** In source order. */
  named(name: string): readonly Node[] {
    let found = this.#members.get(name);
    if (!found) {
      found = this.#placesOf(name).flatMap((place) => this.#memberAt(place, name) ?? []);
      this.#members.set(name, found);
    }
    return found;
  }

  /** In source order. */
  assignmentsTo(name: string): readonly ViewOf<"assignment">[] {
    let found = this.#assignments.get(name);
    if (!found) {
      const places = this.#assignedPlacesOf(name);
      found = places.flatMap((place) => this.#assignmentAt(place, name) ?? []);
      this.#assignments.set(name, found);
    }
    return found;
  }

  /** Where the text has this name behind a dot or a quotation mark. */
  #placesOf(name: string): readonly number[] {
    const { text } = this.#syntax;
    if (this.#searches++ < FEW || !WORD.test(name)) return placesOf(name, text);
    this.#list ??= placesByName(text, NAMES);
    return this.#list.get(name) ?? [];
  }

  /** Those that are assigned to are few, and all listed at once. */
  #assignedPlacesOf(name: string): readonly number[] {
    const { text } = this.#syntax;
    if (!WORD.test(name)) return placesOf(name, text);
    this.#assigned ??= placesByName(text, ASSIGNED);
    return this.#assigned.get(name) ?? [];
  }

  #memberAt(place: number, name: string): Node | undefined {
    const word = this.#syntax.at(place);
    const member = word && this.#syntax.parent(word);
    const view = viewOf(member, "member", this.#syntax);
    return view?.name === name && view.object !== word ? member : undefined;
  }

  #assignmentAt(place: number, name: string): ViewOf<"assignment"> | undefined {
    const member = this.#memberAt(place, name);
    const around = member && this.#syntax.parent(member);
    const view = viewOf(around, "assignment", this.#syntax);
    return view?.target === member ? view : undefined;
  }
}

function placesOf(name: string, text: string): readonly number[] {
  const places: number[] = [];
  if (name === "") return places;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (/[.#"'`]/.test(text[at - 1] ?? "") && !/[\w$]/.test(text[at + name.length] ?? ""))
      places.push(at);
  return places;
}

function placesByName(text: string, names: RegExp): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { 1: name = "", index } of text.matchAll(names)) {
    const known = places.get(name);
    if (known) known.push(index + 1);
    else places.set(name, [index + 1]);
  }
  return places;
}
