import type { Target } from "ws-close-codes";
import type { Catalogue, CatalogueType } from "../catalogue/catalogue.ts";
import type { Method, Position, Runtime } from "../catalogue/library.ts";
import { Constants } from "../flow/constants.ts";
import { Flow } from "../flow/flow.ts";
import type { Settings } from "../settings.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { TextGate } from "../text/gate.ts";
import { namesCloseCode } from "./convention.ts";
import { spreadAt } from "./invocation.ts";
import { runtimesOf } from "./runtimes.ts";
import type { Evidence, Form, Role, Site, Slot } from "./site.ts";
import { targetOf } from "./target.ts";

/** The union of all that names alone may mean. */
const ANY_TARGET = { profiles: ["browser", "endpoint", "endpoint-unchecked"] } as const;
/** An object that is handed around and never sent by itself. */
export const SIMULATED = { profiles: ["simulated"] } as const;

/** Why a site is one. */
export interface Proof {
  readonly evidence: Evidence;
  readonly types: readonly CatalogueType[];
  /** The method that sends, where it has ways of its own. */
  readonly method?: Method;
  /** What may be sent, where the types alone do not say. */
  readonly target?: Target;
}

/** What is looked for in a text. */
export interface SiteWords {
  readonly sites: RegExp;
  readonly suggestedSites: RegExp;
  readonly typedSites: RegExp;
  readonly gate: TextGate;
}

/** One file under analysis, and the questions that the finders of sends, receives and tables share. */
export class File {
  readonly syntax: Syntax;
  readonly catalogue: Catalogue;
  readonly flow: Flow;
  readonly constants: Constants;
  /** Whether the file may prove anything by itself: without, the checker and names are left. */
  readonly mayFollow: boolean;
  readonly #words: SiteWords;
  readonly #settings: Settings;
  readonly #targets = new Map<CatalogueType, Target>();
  #runtimes: ReadonlySet<Runtime> | undefined;
  #mentions: boolean | undefined;

  constructor(syntax: Syntax, catalogue: Catalogue, words: SiteWords, settings: Settings) {
    this.syntax = syntax;
    this.catalogue = catalogue;
    this.mayFollow = words.gate.mayProve(syntax.text);
    this.#words = words;
    this.#settings = settings;
    this.flow = new Flow(syntax, catalogue);
    this.constants = new Constants(syntax, this.flow);
  }

  /** What every site has one of at or beside it. */
  get siteWords(): RegExp {
    const { sites, typedSites, suggestedSites } = this.#words;
    if (this.mayFollow) return sites;
    return this.syntax.types ? typedSites : suggestedSites;
  }

  /** What every site has. */
  site(role: Role, form: Form, node: Node, proof: Proof): Omit<Site, "slots"> {
    const { evidence, types } = proof;
    const range = this.syntax.range(node);
    const alsoReceives = types.flatMap((type) => type.get("alsoReceives") ?? []);
    return {
      ...{ role, form, node, range, evidence, types, target: this.#targetOf(proof) },
      ...(role === "receive" && alsoReceives.length > 0 && { alsoReceives }),
    };
  }

  #targetOf({ types, method, target }: Proof): Target {
    if (target) return target;
    if (types.length === 0) return ANY_TARGET;
    this.#runtimes ??= runtimesOf(this.syntax, this.catalogue, this.#settings);
    const [type, ...others] = types;
    if (!type || others.length > 0 || method?.profile !== undefined)
      return targetOf(types, this.#runtimes, method);
    // Most files have one type of socket.
    let known = this.#targets.get(type);
    if (!known) this.#targets.set(type, (known = targetOf(types, this.#runtimes)));
    return known;
  }

  /** The codes that an expression may be; none where it is still to be written: `{ code: }`. */
  slotsOf(code: Node): readonly Slot[] {
    return this.constants
      .armsOf(code)
      .map((arm) => ({ ...arm, range: this.syntax.range(arm.node) }))
      .filter(({ range }) => range.start < range.end);
  }

  /** The library types that the checker gives an expression. */
  typesOf(node: Node): readonly CatalogueType[] {
    const facts = this.syntax.types?.of(node) ?? [];
    return facts.flatMap((fact) => this.catalogue.declared(fact) ?? []);
  }

  /** What stands at a position of a call; nothing behind a spread. */
  argument(view: ViewOf<"call">, position: Position): Node | undefined {
    const [index, key] = typeof position === "number" ? [position, undefined] : position;
    const spread = spreadAt(view.args, this.syntax);
    if (spread >= 0 && spread <= index) return undefined;
    const arg = view.args[index];
    if (!arg || key === undefined) return arg;
    const declared = this.constants.declarationOf(arg);
    const options = declared && this.syntax.look(declared);
    return options?.kind === "object"
      ? options.properties.find(({ name }) => name === key)?.value
      : undefined;
  }

  /**
   * Whether an expression is spelled like a close code: `closeCode`, `CloseCode.Going`,
   * `WS_CLOSE_NORMAL`, or the name that the registry gives its value.
   */
  isSpelledCloseCode(node: Node): boolean {
    const view = this.syntax.look(node);
    if (view.kind === "identifier") return namesCloseCode(view.name);
    if (view.kind !== "member" || view.name === undefined) return false;
    return namesCloseCode(view.name) || namesCloseCode(this.nameOf(view.object) ?? "");
  }

  /** Whether the file speaks of WebSockets at all. */
  get mentionsWebSocket(): boolean {
    return (this.#mentions ??= /websocket|closeevent/i.test(this.syntax.text));
  }

  /** The last name of an expression: `ws`, `this.#ws`, `getSocket()`; the class's for `this`. */
  nameOf(node: Node): string | undefined {
    const view = this.syntax.look(node);
    switch (view.kind) {
      case "identifier":
      case "member":
        return view.name;
      case "call":
        return this.nameOf(view.callee);
      case "this":
      case "super": {
        const [owner] = this.flow.owners.thisAt(node);
        const around = owner && "node" in owner ? this.syntax.look(owner.node) : undefined;
        return around?.kind === "class" || around?.kind === "function" ? around.name : undefined;
      }
      default:
        return undefined;
    }
  }
}
