import type { Binding, Node, View, ViewOf } from "../syntax.ts";
import { isRegisteredRange, isTelling, namesCode } from "./convention.ts";
import type { File, Proof } from "./file.ts";
import type { Site, Slot } from "./site.ts";

/** What stands in one place of every row, and the parameter that it is given to. */
interface Column {
  readonly values: readonly Node[];
  readonly parameter: Extract<Binding, { kind: "parameter" }>;
}

/** Finds the codes that tests are run with: `test.each([[1001, true], [1002, false]])("...", (code, ok) => ...)`. */
export class TestRows {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  /** Cheap: whether an array is such a table, or one of its rows. */
  mayBe(array: Node): boolean {
    return this.#eachCallOf(array) !== undefined;
  }

  /** The columns that these arrays belong to, where they hold close codes. */
  sitesOf(declared: ReadonlyMap<Node, View>, sites: readonly Site[]): readonly Site[] {
    const known = new Set<Node>();
    return [...declared].flatMap(([array, view]) => {
      const call = view.kind === "array" ? this.#eachCallOf(array) : undefined;
      const table = call?.args[0];
      if (!call || !table || known.has(table)) return [];
      known.add(table);
      return this.#columnsOf(table, call).flatMap((column) => this.#sitesOf(column, sites));
    });
  }

  /** The call of `each` that an array is handed to, or the array around it. */
  #eachCallOf(array: Node): ViewOf<"call"> | undefined {
    const { syntax } = this.#file;
    const parent = syntax.parent(array);
    const around = parent && syntax.look(parent);
    const table = around?.kind === "array" ? parent : array;
    const call = around?.kind === "array" && parent ? syntax.parent(parent) : parent;
    const view = call && syntax.look(call);
    if (view?.kind !== "call" || view.args[0] !== table) return undefined;
    const callee = syntax.look(view.callee);
    return callee.kind === "member" && callee.name === "each" ? view : undefined;
  }

  #columnsOf(table: Node, call: ViewOf<"call">): readonly Column[] {
    const { syntax } = this.#file;
    const view = syntax.look(table);
    const each = syntax.parent(table);
    const tested = each && syntax.parent(each);
    const run = tested && syntax.look(tested);
    if (view.kind !== "array" || run?.kind !== "call" || syntax.look(run.callee) !== call)
      return [];
    const fn = run.args[1] && syntax.look(run.args[1]);
    if (fn?.kind !== "function") return [];
    const rows = view.elements.flatMap((row) => (row ? [this.#cellsOf(row)] : []));
    return fn.params.flatMap(({ target }, index): Column | [] => {
      const parameter = syntax.binding(target, "value");
      if (parameter?.kind !== "parameter") return [];
      return { parameter, values: rows.flatMap((cells) => cells[index] ?? []) };
    });
  }

  #cellsOf(row: Node): readonly (Node | undefined)[] {
    const view = this.#file.syntax.look(row);
    return view.kind === "array" ? view.elements : [row];
  }

  /** Each row is a test of its own, and so is its code a site. */
  #sitesOf({ values, parameter }: Column, sites: readonly Site[]): readonly Site[] {
    const slots = values.flatMap((node): Slot | [] => {
      const view = this.#file.syntax.look(node);
      if (view.kind !== "literal" || !isTelling(view.value)) return [];
      const range = this.#file.syntax.range(node);
      return { node, static: { known: true, value: view.value }, bare: false, source: node, range };
    });
    if (slots.length === 0 || slots.length < values.length) return [];
    const proof = this.#used(parameter, sites) ?? this.#named(parameter, slots);
    if (!proof) return [];
    return slots.map((slot) => ({
      ...this.#file.site("table", "declaration", slot.node, proof),
      slots: [slot],
    }));
  }

  /** By a site that is given the parameter: `expect(event.code).toBe(code)`. */
  #used({ node }: Column["parameter"], sites: readonly Site[]): Proof | undefined {
    const uses = new Set(this.#file.syntax.references(node));
    const site = sites.find(
      ({ evidence, slots }) =>
        evidence !== "convention" && slots.some((slot) => uses.has(slot.node)),
    );
    return site && { evidence: site.evidence, types: site.types };
  }

  #named({ name }: Column["parameter"], slots: readonly Slot[]): Proof | undefined {
    const registered = slots.filter(({ static: s }) => s.known && isRegisteredRange(s.value));
    const isClear = namesCode(name) && registered.length > 1 && this.#file.mentionsWebSocket;
    return isClear ? { evidence: "convention", types: [] } : undefined;
  }
}
