import { findCloseCodes } from "ws-close-codes";
import type { Static } from "../flow/constants.ts";
import type { Node, View } from "../syntax.ts";
import {
  isRegisteredRange,
  isTelling,
  namesCloseCode,
  namesClosing,
  namesEventClass,
  namesMeasure,
} from "./convention.ts";
import type { File, Proof } from "./file.ts";
import type { Site, Slot } from "./site.ts";

const BY_NAME: Proof = { evidence: "convention", types: [] };

interface Entry {
  readonly name: string;
  readonly slot: Slot;
  /** Of a code that is a key: the text behind it, which names it. */
  readonly text?: string;
}

/** Finds where close codes are given names: enums, const objects, constants, static fields. */
export class Tables {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  /** Cheap: whether a declaration may give a name to what stands at an offset. */
  mayName(view: View, offset: number): boolean {
    return this.#entriesOf(view).some(
      ({ slot: { range } }) => range.start <= offset && offset <= range.end,
    );
  }

  /** The tables among these declarations: used at one of the sites, or named like one. */
  sitesOf(declared: ReadonlyMap<Node, View>, sites: readonly Site[]): readonly Site[] {
    if (declared.size === 0) return [];
    const proofs = new Map<Node, Proof>();
    const sent = new Set(
      sites.flatMap(({ code }) => (code ? (this.#file.syntax.parent(code) ?? []) : [])),
    );
    for (const { slots, evidence, types } of sites)
      for (const slot of slots)
        if (slot.source && !slot.bare && evidence !== "convention")
          proofs.set(slot.source, { evidence, types });
    return [...declared].flatMap(([node, view]) =>
      sent.has(node) ? [] : this.#tablesOf(node, view, proofs),
    );
  }

  #tablesOf(node: Node, view: View, proofs: ReadonlyMap<Node, Proof>): readonly Site[] {
    const entries = this.#entriesOf(view);
    // The fields of a class stand for themselves: beside them it has a life of its own.
    const groups = view.kind === "class" ? entries.map((entry) => [entry]) : [entries];
    return groups.flatMap((group) => {
      const used = group.filter(({ slot }) => proofs.has(slot.node));
      const isOne = used.length > 0 && isHomogeneous(view, group);
      // `{ kicked: 4001, timeout: 3000 }` is no table: what is not used may be anything.
      const codes = isOne || this.#isNamed(node, view, group) ? group : used;
      const [first] = codes;
      if (!first) return [];
      const [known = first] = used;
      const proof = proofs.get(known.slot.node) ?? BY_NAME;
      return {
        ...this.#file.site(
          "table",
          "declaration",
          view.kind === "class" ? first.slot.node : node,
          proof,
        ),
        slots: codes.map(({ name, slot }) => ({ ...slot, name })),
      };
    });
  }

  #entriesOf(view: View): readonly Entry[] {
    switch (view.kind) {
      case "enum":
        return [...this.#file.constants.membersOf(view)].flatMap(([name, arm]) =>
          this.#entry(name, arm.node, arm.static),
        );
      case "object":
        return view.properties.flatMap(({ name, key, value }) => {
          if (name === undefined) return [];
          const numbered = this.#numbered(name, key, value);
          return numbered.length > 0 ? numbered : this.#written(name, value);
        });
      case "class":
        return view.members.flatMap(({ kind, name, value }) =>
          kind === "field" && name !== undefined && value ? this.#written(name, value) : [],
        );
      case "variable":
        return view.init ? this.#writtenTo(view.target, view.init) : [];
      case "assignment":
        return view.operator === "=" ? this.#writtenTo(view.target, view.value) : [];
      default:
        return [];
    }
  }

  #writtenTo(target: Node, value: Node): readonly Entry[] {
    const view = this.#file.syntax.look(target);
    const named = view.kind === "member" || view.kind === "identifier";
    return named && view.name !== undefined ? this.#written(view.name, value) : [];
  }

  /** Only what is spelled out here: a name for another name is no table of its own. */
  #written(name: string, node: Node): readonly Entry[] {
    const view = this.#file.syntax.look(node);
    return view.kind === "literal"
      ? this.#entry(name, node, { known: true, value: view.value })
      : [];
  }

  #entry(name: string, node: Node, value: Static): readonly Entry[] {
    if (!value.known || typeof value.value !== "number") return [];
    const range = this.#file.syntax.range(node);
    return [{ name, slot: { node, static: value, bare: false, source: node, range } }];
  }

  /** `{ 1006: "Abnormal Closure" }`: the key is the code, and the text its name. */
  #numbered(name: string, key: Node, value: Node): readonly Entry[] {
    const code = Number(name);
    if (!isTelling(code)) return [];
    const text = this.#textOf(value);
    return this.#entry(name, key, { known: true, value: code }).map((entry) => ({
      ...entry,
      ...(text !== undefined && { text }),
    }));
  }

  /** `"Normal Closure"`, `{ name: "Normal Closure" }`. */
  #textOf(node: Node): string | undefined {
    const view = this.#file.syntax.look(node);
    if (view.kind === "literal" && typeof view.value === "string") return view.value;
    const named = view.kind === "object" && view.properties.find(({ name }) => name === "name");
    return named ? this.#textOf(named.value) : undefined;
  }

  /** Values that are telling, under names that are. */
  #isNamed(node: Node, view: View, entries: readonly Entry[]): boolean {
    const telling = entries.filter(({ slot }) => valueIn(slot, isTelling));
    if (telling.length === 0) return false;
    const registered = telling.filter(({ name, text = name, slot }) =>
      valueIn(slot, (value) => findCloseCodes(text).includes(value as number)),
    );
    if (view.kind === "variable" && telling.every(({ name }) => name === "code"))
      return (
        this.#file.mentionsWebSocket &&
        telling.every(({ slot }) => valueIn(slot, isRegisteredRange))
      );
    if (view.kind === "class" && namesEventClass(view.name ?? ""))
      return telling.every(({ name }) => name === "code");
    if (view.kind === "variable" || view.kind === "assignment" || view.kind === "class")
      return (
        telling.every(({ name }) => namesCloseCode(name) && !namesMeasure(name)) ||
        (view.kind === "class" && namesCloseCode(view.name ?? "")) ||
        (registered.length > 0 && this.#file.mentionsWebSocket)
      );
    const owner = this.#ownName(node, view);
    if (owner !== undefined && namesCloseCode(owner)) return telling.length * 2 >= entries.length;
    if (
      owner !== undefined &&
      namesClosing(owner) &&
      !namesMeasure(owner) &&
      telling.length === entries.length
    )
      return view.kind === "enum" || !telling.some(({ name }) => namesMeasure(name));
    return registered.length > 1 || this.#isEvent(node, view, telling, owner);
  }

  /** `{ code: 1006, reason: "" }`, `"Going Away": { code: 1001, ... }`. */
  #isEvent(node: Node, view: View, telling: readonly Entry[], owner: string | undefined): boolean {
    if (view.kind !== "object") return false;
    const code = telling.find(({ name }) => name === "code" || name === "closeCode");
    if (!code) return false;
    if (view.properties.some(({ name }) => name === "wasClean")) return true;
    if (view.properties.some(({ name }) => name === "reason")) return !this.#isArgumentOfSend(node);
    return (
      owner !== undefined &&
      (namesEventClass(owner) ||
        valueIn(code.slot, (value) => findCloseCodes(owner).includes(value as number)))
    );
  }

  /** `transport.close({ closeCode, reason })`: if it were a WebSocket's, it would be a send. */
  #isArgumentOfSend(node: Node): boolean {
    const { syntax, catalogue } = this.#file;
    const parent = syntax.parent(node);
    const view = parent && syntax.look(parent);
    if (view?.kind !== "call") return false;
    return catalogue.codePositions(this.#file.nameOf(view.callee) ?? "").length > 0;
  }

  #ownName(node: Node, view: View): string | undefined {
    if (view.kind === "enum" || view.kind === "class") return view.name;
    const parent = this.#file.syntax.parent(node);
    const around = parent && this.#file.syntax.look(parent);
    if (around?.kind === "variable") return this.#file.nameOf(around.target);
    if (around?.kind === "call") {
      const outer = parent && this.#file.syntax.parent(parent);
      const declared = outer && this.#file.syntax.look(outer);
      return declared?.kind === "variable" ? this.#file.nameOf(declared.target) : undefined;
    }
    if (around?.kind === "object")
      return around.properties.find(({ value }) => value === node)?.name;
    return around?.kind === "assignment" ? this.#file.nameOf(around.target) : undefined;
  }
}

/** Whether what is known of one entry is true of all: values of an enum, and codes beside codes. */
function isHomogeneous({ kind }: View, entries: readonly Entry[]): boolean {
  if (kind !== "object") return true;
  return entries.every(({ name, slot }) => valueIn(slot, isTelling) && !namesMeasure(name));
}

function valueIn({ static: s }: Slot, test: (value: unknown) => boolean): boolean {
  return s.known && test(s.value);
}
