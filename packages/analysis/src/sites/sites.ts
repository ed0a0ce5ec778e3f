import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Settings } from "../settings.ts";
import type { Kind, Node, Syntax, View, ViewOf } from "../syntax.ts";
import { File } from "./file.ts";
import { Receives } from "./receives.ts";
import { Sends } from "./sends.ts";
import { Signatures } from "./signatures.ts";
import type { Site, Slot } from "./site.ts";
import { Tables } from "./tables.ts";
import { Wrappers } from "./wrappers.ts";

const CANDIDATES: ReadonlySet<Kind> = new Set<Kind>(["call", "binary", "switch"]);
const DECLARATIONS: ReadonlySet<Kind> = new Set<Kind>([
  "enum",
  "object",
  "variable",
  "class",
  "assignment",
]);
const BOTH: ReadonlySet<Kind> = new Set([...CANDIDATES, ...DECLARATIONS]);

/** The sites of one file, found when they are first asked for. */
export class Sites {
  readonly file: File;
  readonly #sends: Sends;
  readonly #wrappers: Wrappers;
  readonly #receives: Receives;
  readonly #tables: Tables;
  readonly #signatures: Signatures;
  readonly #known = new Map<Node, Site | undefined>();
  #all: readonly Site[] | undefined;

  constructor(syntax: Syntax, catalogue: Catalogue, settings: Settings) {
    this.file = new File(remembering(syntax), catalogue, settings);
    this.#sends = new Sends(this.file);
    this.#wrappers = new Wrappers(this.file, this.#sends);
    this.#receives = new Receives(this.file);
    this.#tables = new Tables(this.file);
    this.#signatures = new Signatures(this.file);
  }

  /** Every site, in source order. */
  all(): readonly Site[] {
    this.#all ??= this.#find().sort((a, b) => a.range.start - b.range.start);
    return this.#all;
  }

  /** The site and the slot under an offset. Evaluates only what stands there, a table excepted. */
  at(offset: number): { readonly site: Site; readonly slot: Slot } | undefined {
    const { syntax } = this.file;
    for (let node = syntax.at(offset); node; node = syntax.parent(node)) {
      const view = syntax.look(node);
      const direct = CANDIDATES.has(view.kind) ? this.#siteOf(node, view) : undefined;
      const site = direct ?? (view.kind === "call" ? this.#passing(node, view) : undefined);
      const slot = site && slotAt(site, offset);
      if (site && slot) return { site, slot };
      if (DECLARATIONS.has(view.kind) && this.#tables.mayBe(view)) {
        const table = this.all().find((one) => one.role === "table" && slotAt(one, offset));
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
      const site = CANDIDATES.has(view.kind) ? this.#siteOf(node, view) : undefined;
      if (site) return site;
    }
    return undefined;
  }

  #find(): Site[] {
    const sites: Site[] = [];
    const declarations: { node: Node; view: View }[] = [];
    const calls: { node: Node; view: ViewOf<"call"> }[] = [];
    this.file.syntax.walk((node, view) => {
      if (CANDIDATES.has(view.kind)) {
        const site = this.#siteOf(node, view);
        if (site) sites.push(site);
        else if (view.kind === "call") calls.push({ node, view });
      } else if (this.#tables.mayBe(view)) declarations.push({ node, view });
    }, BOTH);
    this.#followWrappers(sites);
    const known = new Set(sites.map(({ node }) => node));
    for (const { node, view } of this.file.syntax.types ? calls : []) {
      const site = known.has(node) ? undefined : this.#signatures.siteOf(node, view);
      if (site) sites.push(site);
    }
    return [...sites, ...this.#tables.sitesOf(declarations, sites)];
  }

  /** From a send whose code is a parameter to the calls of that function, and on from there. */
  #followWrappers(sites: Site[]): void {
    const known = new Set(sites.map(({ node }) => node));
    // Grows while it is walked: a wrapper may itself be wrapped.
    for (const site of sites) {
      if (site.role !== "send") continue;
      for (const call of this.#wrappers.callsThrough(site)) {
        const view = this.file.syntax.look(call);
        if (known.has(call) || view.kind !== "call") continue;
        known.add(call);
        const wrapped = this.#wrappers.siteOf(call, view);
        if (wrapped) sites.push(wrapped);
      }
    }
  }

  /** A call of a function that passes its argument on to a send, of this file or of another. */
  #passing(node: Node, view: ViewOf<"call">): Site | undefined {
    return this.#wrappers.siteOf(node, view) ?? this.#signatures.siteOf(node, view);
  }

  #siteOf(node: Node, view: View): Site | undefined {
    if (this.#known.has(node)) return this.#known.get(node);
    const send = view.kind === "call" ? this.#sends.siteOf(node, view) : undefined;
    const site = send ?? this.#receives.siteOf(node, view);
    this.#known.set(node, site);
    return site;
  }
}

/** Flows look at the same classes and calls again and again. */
function remembering(syntax: Syntax): Syntax {
  const views = new Map<Node, View>();
  return {
    ...syntax,
    look(node) {
      let view = views.get(node);
      if (!view) views.set(node, (view = syntax.look(node)));
      return view;
    },
  };
}

function slotAt(site: Site, offset: number): Slot | undefined {
  return site.slots.find(({ range }) => range.start <= offset && offset <= range.end);
}
