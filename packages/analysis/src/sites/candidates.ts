import type { Kind, Node, View } from "../syntax.ts";
import type { File } from "./file.ts";

/** What may send or receive a code. */
export const USES: ReadonlySet<Kind> = new Set<Kind>(["call", "binary", "switch"]);

/** What may stand between a word and the use that it belongs to. */
const BETWEEN: ReadonlySet<Kind> = new Set<Kind>([
  "array",
  "call",
  "case",
  "either",
  "member",
  "object",
  "pattern",
]);

/** What may give codes names, or run tests with them. */
export const DECLARATIONS: ReadonlySet<Kind> = new Set<Kind>([
  "array",
  "assignment",
  "class",
  "enum",
  "object",
  "variable",
]);

/** What has no other nodes in it. */
const LEAVES: ReadonlySet<Kind> = new Set<Kind>(["identifier", "literal"]);

/**
 * The nodes of a file that may be sites, found from the words of its text: few of a program's nodes
 * are, and a walk over all of them costs more than a look at these.
 */
export class Candidates {
  /** Calls, comparisons and switches that may have a code. */
  readonly uses = new Map<Node, View>();
  /** Calls without an argument. */
  readonly empty = new Map<Node, View>();
  /** Declarations that may be tables. */
  readonly declarations = new Map<Node, View>();
  readonly #file: File;
  readonly #passed = new Set<Node>();

  constructor(file: File) {
    const { syntax, siteWords } = (this.#file = file);
    const all = new RegExp(siteWords);
    for (let match = all.exec(syntax.text); match; match = all.exec(syntax.text)) {
      const node = syntax.at(match.index);
      if (!node) continue;
      this.#addUses(node);
      this.#addDeclaration(node);
      // One word is enough of a name, and of a text, which may be longer than all the rest.
      if (LEAVES.has(syntax.kind(node)))
        all.lastIndex = Math.max(all.lastIndex, syntax.range(node).end);
    }
  }

  /** Adds the declaration that gives this number a name. */
  addDeclarationAround(number: Node): void {
    const { syntax } = this.#file;
    const parent = syntax.parent(number);
    if (parent && DECLARATIONS.has(syntax.kind(parent)))
      this.declarations.set(parent, syntax.look(parent));
  }

  #addDeclaration(node: Node): void {
    const { syntax } = this.#file;
    const kind = syntax.kind(node);
    if (kind === "enum") this.declarations.set(node, syntax.look(node));
    if (kind === "literal") this.addDeclarationAround(node);
  }

  #addUses(word: Node): void {
    const { syntax } = this.#file;
    for (let at: Node | undefined = word; at; at = syntax.parent(at)) {
      const kind = syntax.kind(at);
      if (LEAVES.has(kind)) continue;
      if (this.#passed.has(at)) return;
      this.#passed.add(at);
      if (USES.has(kind)) this.#addUse(at);
      if (kind === "variable" && this.#namesMethod(word)) this.#addRenamed(at);
      if (!BETWEEN.has(kind)) return;
    }
  }

  #addUse(node: Node): void {
    const view = this.#file.syntax.look(node);
    const isEmpty = view.kind === "call" && view.args.length === 0;
    (isEmpty ? this.empty : this.uses).set(node, view);
  }

  #namesMethod(word: Node): boolean {
    const view = this.#file.syntax.look(word);
    if (view.kind !== "identifier" || !this.#file.mayFollow) return false;
    return this.#file.catalogue.codePositions(view.name).length > 0;
  }

  /** `const { close: hangUp } = socket`: the calls of `hangUp`. */
  #addRenamed(variable: Node): void {
    const { syntax } = this.#file;
    const declaration = syntax.look(variable);
    if (declaration.kind !== "variable") return;
    const { target } = declaration;
    const pattern = syntax.look(target);
    for (const name of pattern.kind === "pattern" ? pattern.names : [target]) {
      const declared = syntax.binding(name, "value");
      if (declared?.kind !== "variable") continue;
      for (const use of syntax.references(declared.node)) {
        const call = syntax.parent(use);
        const view = call && syntax.look(call);
        if (call && view?.kind === "call" && view.callee === use) this.#addUse(call);
      }
    }
  }
}
