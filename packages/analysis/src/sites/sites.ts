import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Settings } from "../settings.ts";
import type { Node, Syntax, View, ViewOf } from "../syntax.ts";
import { Candidates, DECLARATIONS, USES } from "./candidates.ts";
import { File, type SiteWords } from "./file.ts";
import { Receives } from "./receives.ts";
import { Sends } from "./sends.ts";
import { Signatures } from "./signatures.ts";
import type { Site, Slot } from "./site.ts";
import { Tables } from "./tables.ts";
import { TestRows } from "./test-rows.ts";
import { Wrappers } from "./wrappers.ts";

/** A call of a member. */
interface MethodCall {
  readonly node: Node;
  readonly view: ViewOf<"call">;
  readonly callee: ViewOf<"member">;
}

/** The sites of one file, found when they are first asked for. */
export class Sites {
  readonly file: File;
  readonly #sends: Sends;
  readonly #wrappers: Wrappers;
  readonly #receives: Receives;
  readonly #tables: Tables;
  readonly #rows: TestRows;
  readonly #signatures: Signatures;
  readonly #known = new Map<Node, Site | undefined>();
  #noticed: Candidates | undefined;
  #withCode: readonly Site[] | undefined;
  #withCodeElsewhere: readonly Site[] | undefined;
  #withoutCode: readonly Site[] | undefined;

  constructor(syntax: Syntax, catalogue: Catalogue, words: SiteWords, settings: Settings) {
    this.file = new File(syntax, catalogue, words, settings);
    this.#sends = new Sends(this.file);
    this.#wrappers = new Wrappers(this.file, this.#sends);
    this.#receives = new Receives(this.file);
    this.#tables = new Tables(this.file);
    this.#rows = new TestRows(this.file);
    this.#signatures = new Signatures(this.file);
  }

  /** Every site, in source order. */
  all(): readonly Site[] {
    return [...this.withCode(), ...this.withoutCode()].sort(inSourceOrder);
  }

  /** Every site where a code stands, in source order. */
  withCode(): readonly Site[] {
    return (this.#withCode ??= this.#find(this.#candidates.uses).sort(inSourceOrder));
  }

  /**
   * Those of {@link withCode} whose code may stand elsewhere, `close(code)`, and the tables, where it
   * may stand. Quicker by far: most codes stand where they are used.
   */
  withCodeElsewhere(): readonly Site[] {
    if (this.#withCode) return this.#withCode;
    return (this.#withCodeElsewhere ??= this.#find(
      new Map([...this.#candidates.uses].filter(([, view]) => this.#mayBeNamed(view))),
    ).sort(inSourceOrder));
  }

  /** Every `close()` of a socket, in source order: there are many, and few ask for them. */
  withoutCode(): readonly Site[] {
    return (this.#withoutCode ??= this.#sitesOf(this.#candidates.empty).sort(inSourceOrder));
  }

  /** The calls of a method whose name has `close` in it. */
  callsOf(method: string): readonly MethodCall[] {
    const { uses, empty } = this.#candidates;
    return [...uses, ...empty].flatMap(([node, view]): MethodCall | [] => {
      if (view.kind !== "call" || view.construct) return [];
      const callee = this.file.syntax.look(view.callee);
      return callee.kind === "member" && callee.name === method ? { node, view, callee } : [];
    });
  }

  /** The site and the slot under an offset. Evaluates only what stands there, a table excepted. */
  at(offset: number): { readonly site: Site; readonly slot: Slot } | undefined {
    const { syntax } = this.file;
    for (let node = syntax.at(offset); node; node = syntax.parent(node)) {
      const view = syntax.look(node);
      const direct = USES.has(view.kind) ? this.#siteOf(node, view) : undefined;
      const site = direct ?? (view.kind === "call" ? this.#passing(node, view) : undefined);
      const slot = site && slotAt(site, offset);
      if (site && slot) return { site, slot };
      if (DECLARATIONS.has(view.kind) && this.#mayBeTable(node, view, offset)) {
        const table = this.withCodeElsewhere().find(
          (one) => one.role === "table" && slotAt(one, offset),
        );
        const entry = table && slotAt(table, offset);
        if (table && entry) return { site: table, slot: entry };
      }
    }
    return undefined;
  }

  /** The nearest send or receive around an offset, whether or not a code stands there: `close(|)`. */
  around(offset: number): Site | undefined {
    const { syntax } = this.file;
    for (let node = syntax.at(offset); node; node = syntax.parent(node)) {
      const view = syntax.look(node);
      if (view.kind === "function" || view.kind === "class") return undefined;
      const site = USES.has(view.kind) ? this.#siteOf(node, view) : undefined;
      if (site) return site;
    }
    return undefined;
  }

  #mayBeTable(node: Node, view: View, offset: number): boolean {
    return view.kind === "array" ? this.#rows.mayBe(node) : this.#tables.mayName(view, offset);
  }

  /** Whether what is sent or asked for may be something else than a literal. */
  #mayBeNamed(use: View): boolean {
    const isNamed = (node: Node | undefined): boolean =>
      node !== undefined && this.file.syntax.kind(node) !== "literal";
    switch (use.kind) {
      case "call":
        return use.args.some(isNamed);
      case "binary":
        return isNamed(use.left) && isNamed(use.right);
      case "switch":
        return use.cases.some(({ test }) => isNamed(test));
      default:
        return true;
    }
  }

  get #candidates(): Candidates {
    return (this.#noticed ??= new Candidates(this.file));
  }

  #find(uses: ReadonlyMap<Node, View>): Site[] {
    const { syntax } = this.file;
    const candidates = this.#candidates;
    const { declarations } = candidates;
    const sites = this.#sitesOf(uses);
    this.#followWrappers(sites);
    if (syntax.types) this.#askSignatures(uses, sites);
    for (const { slots } of sites)
      for (const { source } of slots) if (source) candidates.addDeclarationAround(source);
    return [
      ...sites,
      ...this.#tables.sitesOf(declarations, sites),
      ...this.#rows.sitesOf(declarations, sites),
    ];
  }

  /** From a send whose code is a parameter to the calls of that function, and on from there. */
  #followWrappers(sites: Site[]): void {
    let known: Set<Node> | undefined;
    // Grows while it is walked: a wrapper may itself be wrapped.
    for (const site of sites) {
      if (site.role !== "send") continue;
      for (const call of this.#wrappers.callsThrough(site)) {
        const view = this.file.syntax.look(call);
        known ??= new Set(sites.map(({ node }) => node));
        if (known.has(call) || view.kind !== "call") continue;
        known.add(call);
        const wrapped = this.#wrappers.siteOf(call, view);
        if (wrapped) sites.push(wrapped);
      }
    }
  }

  /** The checker is asked about calls that are nothing else. */
  #askSignatures(uses: ReadonlyMap<Node, View>, sites: Site[]): void {
    const known = new Set(sites.map(({ node }) => node));
    for (const [node, view] of uses) {
      const site =
        view.kind === "call" && !known.has(node) ? this.#signatures.siteOf(node, view) : undefined;
      if (site) sites.push(site);
    }
  }

  /** A call of a function that passes its argument on to a send, of this file or of another. */
  #passing(node: Node, view: ViewOf<"call">): Site | undefined {
    return this.#wrappers.siteOf(node, view) ?? this.#signatures.siteOf(node, view);
  }

  #sitesOf(uses: ReadonlyMap<Node, View>): Site[] {
    const sites: Site[] = [];
    for (const [node, view] of uses) {
      const site = this.#siteOf(node, view);
      if (site) sites.push(site);
    }
    return sites;
  }

  #siteOf(node: Node, view: View): Site | undefined {
    if (this.#known.has(node)) return this.#known.get(node);
    const send = view.kind === "call" ? this.#sends.siteOf(node, view) : undefined;
    const site = send ?? this.#receives.siteOf(node, view);
    this.#known.set(node, site);
    return site;
  }
}

/** The outer one of two that begin at the same place comes first. */
function inSourceOrder({ range: a }: Site, { range: b }: Site): number {
  return a.start - b.start || b.end - a.end;
}

function slotAt(site: Site, offset: number): Slot | undefined {
  return site.slots.find(({ range }) => range.start <= offset && offset <= range.end);
}
