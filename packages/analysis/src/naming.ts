import { CloseCode, isRightName, rangeOf, registeredCode } from "ws-close-codes";
import { replaceCode, type TextEdit } from "./edits.ts";
import { isFilledAt } from "./flow/filled-objects.ts";
import { importEdits, type ImportedName, type Imports } from "./imports.ts";
import { isInside } from "./places.ts";
import { namesCloseCode, namesMeasure } from "./sites/convention.ts";
import type { Site, Slot } from "./sites/site.ts";
import type { Sites } from "./sites/sites.ts";
import type { Member, Node, Syntax } from "./syntax.ts";

/** An object of named close codes that another module exports. */
export interface ExportedConstants {
  readonly module: string;
  /** The exported name. */
  readonly name: string;
  /** Its members and their codes; those of `CloseCode` in `ws-close-codes` if left out. */
  readonly members?: Readonly<Record<string, number>>;
}

/** A constant that can stand for a code. */
export interface NamedCode {
  /** What the code becomes: `CloseCode.GoingAway`. */
  readonly expression: string;
  /** The export that the edits import; absent where the constant is in scope. */
  readonly from?: { readonly module: string; readonly name: string };
  readonly edits: readonly TextEdit[];
}

export interface NamingOptions {
  /** The host's view of the file's imports. */
  readonly imports: Imports;
  /** Modules whose constants the user prefers, best first. */
  readonly constants: readonly ExportedConstants[];
  /** Whether the file may import a module: its nearest package.json lists it. Asked once of each. */
  isInstalled(module: string): boolean;
}

/** A member of an object of constants and its value. */
type Entry = readonly [name: string, value: number | string];

/** One name of a code. */
interface Constant {
  readonly code: number;
  readonly expression: string;
  /** Whether it can be used at a node. */
  visibleAt(node: Node): boolean;
}

/** Where a constant is declared, and the names that lead to it from there. */
interface Path {
  readonly names: readonly [root: string, ...inner: string[]];
  readonly declaration: Node;
  /** What the root's binding is known by. */
  readonly binding: Node;
  /** The class that a private one does not leave. */
  readonly only?: Node;
}

/** Names that say of a value that it is a code, and not which: `{ code: 1006 }`. */
const NO_NAME = /^_*(?:close_?)?(?:reason_?)?(?:code|status|status_?code)$/i;

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

const OURS: ExportedConstants = { module: "ws-close-codes", name: "CloseCode", members: CloseCode };

/** Finds the named constants that can stand for the bare numbers of one file. */
export class Naming {
  readonly #sites: Sites;
  readonly #syntax: Syntax;
  readonly #options: NamingOptions;
  readonly #exported: readonly ExportedConstants[];
  #known: readonly Constant[] | undefined;
  readonly #meanings = new Map<string, ReadonlySet<unknown>>();
  readonly #installed = new Map<string, boolean>();

  constructor(sites: Sites, options: NamingOptions) {
    this.#sites = sites;
    this.#syntax = sites.file.syntax;
    this.#options = options;
    this.#exported = [...options.constants, OURS];
  }

  /**
   * The constants that name a code, best first: those in scope, or where there is none, those of
   * installed modules. Empty where nothing names it.
   */
  namesOf(site: Site, slot: Slot): readonly NamedCode[] {
    if (!slot.static.known || typeof slot.static.value !== "number") return [];
    const code = slot.static.value;
    const inScope = this.#inScope(code, slot.node).flatMap(({ expression }): NamedCode | [] => {
      const edits = replaceCode(site, slot, expression, this.#syntax);
      return edits ? { expression, edits } : [];
    });
    if (inScope.length > 0) return inScope;
    // A program that sends 3000 without a name for it seldom means what IANA has registered.
    const isOthers = site.role === "send" && rangeOf(code)?.id === "library";
    const exported = isOthers ? this.#options.constants : this.#exported;
    return exported.flatMap((one) => this.#afterImport(one, code, site, slot) ?? []);
  }

  /** The codes that the file declares or imports a constant for, in source order. */
  codes(): readonly number[] {
    return this.#constants.map(({ code }) => code);
  }

  // ---- in scope

  get #constants(): readonly Constant[] {
    this.#known ??= [...this.#declaredConstants(), ...this.#importedConstants()];
    return this.#known;
  }

  #inScope(code: number, node: Node): readonly Constant[] {
    const usable = this.#constants.filter(
      (one) => one.code === code && !isMisnamed(one) && one.visibleAt(node),
    );
    const telling = usable.filter(({ expression }) => isRightName(expression, code));
    return telling.length === 1 ? telling : usable;
  }

  /** What the tables of the file name: enums, const objects, constants, static fields. */
  #declaredConstants(): readonly Constant[] {
    const slots = this.#sites
      .withCode()
      .flatMap((site) => (site.role === "table" ? site.slots : []));
    return slots.flatMap(({ node, name, static: s }): Constant | [] => {
      if (!s.known || typeof s.value !== "number" || NO_NAME.test(name ?? "")) return [];
      const path = this.#pathTo(node);
      const around = path && this.#syntax.parent(path.declaration);
      if (!around || this.#syntax.kind(around) !== "block") return [];
      const scope = path.only ?? around;
      const [root, ...inner] = path.names;
      if (path.names.some(namesMeasure) || this.#mayChange(path)) return [];
      return {
        code: s.value,
        expression: member(root, inner),
        visibleAt: (at) =>
          isInside(at, scope, this.#syntax) &&
          this.#isMadeBefore(at, path.declaration, around) &&
          this.#meansOnly(root, path.binding),
      };
    });
  }

  /** Whether a declaration in a block has its value when the program comes to a place. */
  #isMadeBefore(at: Node, declaration: Node, block: Node): boolean {
    const { start, end } = this.#syntax.range(declaration);
    const place = this.#syntax.range(at).start;
    const fn = this.#outermostFunction(at, place < end ? declaration : block);
    if (place <= start || (place < end && !fn)) return false;
    // Whoever calls a function before the declaration, which is hoisted, comes too early.
    const isHoisted = fn && this.#syntax.parent(fn) === block;
    return !isHoisted || !this.#callsFunctionBefore(start, block);
  }

  #callsFunctionBefore(end: number, block: Node): boolean {
    let calls = false;
    this.#syntax.walk(
      (node, view) => {
        if (calls || view.kind !== "call" || this.#syntax.range(node).start >= end) return;
        const isOwn = this.#syntax.binding(view.callee, "value")?.kind === "declaration";
        calls = isOwn && this.#outermostFunction(node, block) === undefined;
      },
      new Set(["call"]),
      block,
    );
    return calls;
  }

  #outermostFunction(node: Node, within: Node): Node | undefined {
    let outermost: Node | undefined;
    for (let at: Node | undefined = node; at && at !== within; at = this.#syntax.parent(at))
      if (this.#syntax.kind(at) === "function") outermost = at;
    return outermost;
  }

  /** Whether the program writes to what a path leads to, or may. */
  #mayChange({ names: [, ...inner], binding }: Path): boolean {
    const { members } = this.#sites.file.flow;
    if (inner.some((name) => members.isAssigned(name))) return true;
    return this.#syntax.references(binding).some((use) => isFilledAt(use, this.#syntax));
  }

  /** The names that lead from a declaration to a value inside it. */
  #pathTo(value: Node): Path | undefined {
    const syntax = this.#syntax;
    const inner: string[] = [];
    let child = value;
    for (let at = syntax.parent(value); at; at = syntax.parent(at)) {
      const view = syntax.look(at);
      switch (view.kind) {
        case "enum": {
          const found = view.members.find(({ key, init }) => key === child || init === child);
          return found && { names: [view.name, found.name], declaration: at, binding: at };
        }
        case "class": {
          const found = view.members.find((one) => one.static && one.value === child);
          if (view.name === undefined || !found?.name || found.name.startsWith("#"))
            return undefined;
          const names = [view.name, found.name, ...inner] as const;
          return {
            names,
            declaration: at,
            binding: at,
            ...(this.#isHidden(found) && { only: at }),
          };
        }
        case "object": {
          const found = view.properties.find((one) => one.value === child);
          // What is spread may have the name, too.
          if (found?.name === undefined || view.spreads) return undefined;
          inner.unshift(found.name);
          break;
        }
        case "call":
          if (!this.#isFreeze(view.callee)) return undefined;
          break;
        case "variable": {
          const binding = syntax.binding(view.target, "value");
          if (binding?.kind !== "variable" || !binding.constant || binding.path.length > 0)
            return undefined;
          return { names: [binding.name, ...inner], declaration: at, binding: binding.node };
        }
        default:
          return undefined;
      }
      child = at;
    }
    return undefined;
  }

  /** `private` and `protected` are seen in the text alone. */
  #isHidden({ key }: Member): boolean {
    const end = key ? this.#syntax.range(key).start : 0;
    return /\b(?:private|protected)\b[^;{}]*$/u.test(this.#syntax.text.slice(0, end));
  }

  #isFreeze(callee: Node): boolean {
    const view = this.#syntax.look(callee);
    return view.kind === "member" && view.name === "freeze";
  }

  /** What the file's imports name: our own constants, a known library's, the user's. */
  #importedConstants(): readonly Constant[] {
    return this.#options.imports.statements.flatMap(({ module, typeOnly, names }) =>
      names
        .filter((name) => !typeOnly && !name.typeOnly)
        .flatMap((name) =>
          this.#membersOf(module, name).flatMap(([key, code]): Constant | [] => {
            const expression = member(name.local, [key]);
            const visibleAt = () => this.#meansOnly(name.local);
            return typeof code === "number" ? { code, expression, visibleAt } : [];
          }),
        ),
    );
  }

  /** The members of an import: known for our own constants, the user's and a known library's. */
  #membersOf(module: string, { imported, local, node }: ImportedName): readonly Entry[] {
    const wanted = this.#exported.find((one) => one.module === module && one.name === imported);
    if (wanted) return Object.entries(wanted.members ?? CloseCode);
    const binding = { kind: "import", node: {}, module, imported } as const;
    for (const value of this.#sites.file.flow.bindings.valuesOf(binding))
      if (value.is === "constants") return Object.entries(value.constants);
    return node && /clos|code|disconnect|socket|ws/i.test(local)
      ? this.#membersByType(node, local)
      : [];
  }

  /** The members that the checker knows, if the names are those of close codes. */
  #membersByType(node: Node, name: string): readonly Entry[] {
    const members = [...(this.#syntax.types?.members(node) ?? [])];
    const registered = members.filter(([one, code]) => isRightName(one, Number(code)));
    return namesCloseCode(name) || registered.length > 1 ? members : [];
  }

  // ---- with an import

  #afterImport(
    { module, name, members = CloseCode }: ExportedConstants,
    code: number,
    site: Site,
    slot: Slot,
  ): NamedCode | undefined {
    const key = Object.keys(members).find((one) => members[one as never] === code);
    if (key === undefined || !this.#isInstalled(module)) return undefined;
    const local = this.#localNameFor(module, name);
    if (local === undefined) return undefined;
    const { imports } = this.#options;
    const expression = member(local, [key]);
    const replacement = replaceCode(site, slot, expression, this.#syntax);
    if (!replacement) return undefined;
    const added = importEdits(imports, this.#syntax.text, { module, name }, local);
    return added && { expression, from: { module, name }, edits: [...added, ...replacement] };
  }

  #isInstalled(module: string): boolean {
    const answer = this.#installed.get(module) ?? this.#options.isInstalled(module);
    this.#installed.set(module, answer);
    return answer;
  }

  /** A name that is free in the whole file, or that a type-only import has taken for it already. */
  #localNameFor(module: string, name: string): string | undefined {
    for (const statement of this.#options.imports.statements)
      for (const { imported, local, typeOnly } of statement.names)
        if (statement.module === module && imported === name && (statement.typeOnly || typeOnly))
          return local;
    // A default export has no name to go by, and a text for a name is none.
    if (name === "default" || !IDENTIFIER.test(name)) return undefined;
    return [name, `WebSocket${name}`].find((one) => this.#meaningsOf(one).size === 0);
  }

  // ---- scopes

  /** Whether a name has one meaning in the whole file, so that nothing shadows it anywhere. */
  #meansOnly(name: string, declaration?: unknown): boolean {
    const meanings = this.#meaningsOf(name);
    return meanings.size <= 1 && (declaration === undefined || meanings.has(declaration));
  }

  /** Every declaration, or global, that a name stands for somewhere in the file. */
  #meaningsOf(name: string): ReadonlySet<unknown> {
    const known = this.#meanings.get(name);
    if (known) return known;
    const meanings = new Set<unknown>();
    this.#meanings.set(name, meanings);
    if (!this.#syntax.text.includes(name)) return meanings;
    this.#syntax.walk(
      (node, view) => {
        if (view.kind !== "identifier" || view.name !== name) return;
        const binding = this.#syntax.binding(node, "value");
        if (binding) meanings.add(binding.kind === "global" ? "global" : binding.node);
      },
      new Set(["identifier"]),
    );
    return meanings;
  }
}

/** A registered code under another code's name; above 4000 names are everybody's own. */
function isMisnamed({ code, expression }: Constant): boolean {
  return registeredCode(code) !== undefined && isRightName(expression, code) === false;
}

/** `Codes.GoingAway`, `Codes["going-away"]`. */
function member(root: string, names: readonly string[]): string {
  return names.reduce(
    (at, one) => (IDENTIFIER.test(one) ? `${at}.${one}` : `${at}[${JSON.stringify(one)}]`),
    root,
  );
}
