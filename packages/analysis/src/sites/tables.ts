import { findCloseCodes } from "ws-close-codes";
import type { Node, View } from "../syntax.ts";
import { isTelling, namesCloseCode } from "./convention.ts";
import type { File, Proof } from "./file.ts";
import type { Site, Slot } from "./site.ts";

const BY_NAME: Proof = { evidence: "convention", types: [] };

interface Declared {
  readonly node: Node;
  readonly view: View;
}

interface Entry {
  readonly name: string;
  readonly slot: Slot;
}

/** Finds where close codes are given names: enums, const objects, constants, static fields. */
export class Tables {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  /** Cheap: whether a declaration can be a table at all. */
  mayBe(view: View): boolean {
    switch (view.kind) {
      case "enum":
        return true;
      case "object":
        return view.properties.length > 0;
      case "variable":
        return view.init !== undefined;
      case "class":
        return view.members.some((member) => member.kind === "field" && member.static);
      case "assignment":
        return view.operator === "=";
      default:
        return false;
    }
  }

  /** The tables among these declarations: used at one of the sites, or named like one. */
  sitesOf(declared: readonly Declared[], sites: readonly Site[]): readonly Site[] {
    const proofs = new Map<Node, Proof>();
    for (const { slots, evidence, types } of sites)
      for (const slot of slots)
        if (slot.source && !slot.bare && evidence !== "convention")
          proofs.set(slot.source, { evidence, types });
    return declared.flatMap(({ node, view }) => this.#tableOf(node, view, proofs) ?? []);
  }

  #tableOf(node: Node, view: View, proofs: ReadonlyMap<Node, Proof>): Site | undefined {
    const entries = this.#entriesOf(node, view);
    if (entries.length === 0) return undefined;
    const used = entries.map(({ slot }) => proofs.get(slot.source ?? slot.node)).find(Boolean);
    const proof = used ?? (this.#isNamed(node, view, entries) ? BY_NAME : undefined);
    if (!proof) return undefined;
    return {
      ...this.#file.site("table", "declaration", node, proof),
      slots: entries.map(({ name, slot }) => ({ ...slot, name })),
    };
  }

  #entriesOf(node: Node, view: View): readonly Entry[] {
    switch (view.kind) {
      case "enum":
      case "object":
        return [...this.#file.constants.membersOf(node)].flatMap(([name, { arm }]) =>
          this.#entry(name, arm.node),
        );
      case "class":
        return view.members.flatMap((member) =>
          member.kind === "field" && member.static && member.name !== undefined && member.value
            ? this.#entry(member.name, member.value)
            : [],
        );
      case "variable": {
        const name = this.#file.nameOf(view.target);
        return name !== undefined && view.init ? this.#entry(name, view.init) : [];
      }
      case "assignment": {
        const target = this.#file.syntax.look(view.target);
        return target.kind === "member" && target.name !== undefined
          ? this.#entry(target.name, view.value)
          : [];
      }
      default:
        return [];
    }
  }

  #entry(name: string, node: Node): readonly Entry[] {
    const { syntax, constants } = this.#file;
    const [arm] = constants.armsOf(node);
    if (!arm?.static.known || typeof arm.static.value !== "number") return [];
    return [{ name, slot: { ...arm, bare: false, source: node, range: syntax.range(node) } }];
  }

  /** Several values that are telling, under names that are. */
  #isNamed(node: Node, view: View, entries: readonly Entry[]): boolean {
    const telling = entries.filter(({ slot: { static: s } }) => s.known && isTelling(s.value));
    if (telling.length === 0) return false;
    const registered = telling.filter(
      ({ name, slot: { static: s } }) =>
        s.known && findCloseCodes(name).includes(s.value as number),
    );
    if (view.kind === "variable" || view.kind === "assignment")
      return telling.every(({ name }) => namesCloseCode(name));
    const owner = this.#ownName(node, view);
    const named = owner !== undefined && namesCloseCode(owner);
    return (named && telling.length * 2 >= entries.length) || registered.length >= 2;
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
