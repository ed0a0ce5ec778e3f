import type { Catalogue, CatalogueType, Located } from "../catalogue/catalogue.ts";
import type { Node, Step, Syntax } from "../syntax.ts";
import { Annotations } from "./annotations.ts";
import { Asking } from "./asking.ts";
import { Bindings, constantAt } from "./bindings.ts";
import { Boxes } from "./boxes.ts";
import { Calls } from "./calls.ts";
import { Containers } from "./containers.ts";
import { Expectations } from "./expectations.ts";
import { Members } from "./members.ts";
import { Owners } from "./owners.ts";
import { Subscriptions } from "./subscriptions.ts";
import { Uses } from "./uses.ts";
import {
  distinct,
  elementsOf,
  iterated,
  isKnown,
  NONE,
  OTHER,
  settle,
  valuesOf,
  type Value,
} from "./value.ts";

/**
 * Follows values through one file: from `new WebSocket`, an import, an annotation or a library's
 * callback to the expression that somebody asks about. No types are asked here. Each part knows one
 * subject and asks the others through this.
 */
export class Flow {
  readonly syntax: Syntax;
  readonly catalogue: Catalogue;
  readonly annotations: Annotations;
  readonly bindings: Bindings;
  readonly boxes: Boxes;
  readonly calls: Calls;
  readonly containers: Containers;
  readonly expectations: Expectations;
  readonly members: Members;
  readonly owners: Owners;
  readonly subscriptions: Subscriptions;
  readonly uses: Uses;
  readonly #values = new Map<Node, readonly Value[]>();
  readonly #texts = new Map<Node, string | undefined>();
  readonly #asking = new Asking();

  constructor(syntax: Syntax, catalogue: Catalogue) {
    this.syntax = syntax;
    this.catalogue = catalogue;
    this.annotations = new Annotations(this);
    this.bindings = new Bindings(this);
    this.boxes = new Boxes(this);
    this.calls = new Calls(this);
    this.containers = new Containers(this);
    this.expectations = new Expectations(this);
    this.members = new Members(this);
    this.owners = new Owners(this);
    this.subscriptions = new Subscriptions(this);
    this.uses = new Uses(this);
  }

  /** What this expression may be. Empty where the file does not say. */
  valuesOf(node: Node): readonly Value[] {
    // Of a name it is remembered once, with what is bound to it.
    if (this.syntax.kind(node) === "identifier") return this.#valuesAt(node);
    return this.once(this.#values, node, () => this.#valuesAt(node));
  }

  #valuesAt(node: Node): readonly Value[] {
    const asserted = this.syntax.assertion(node);
    const written = asserted ? this.annotations.valuesOf(asserted) : NONE;
    const found = this.#ofExpression(node);
    return isKnown(written) && !isKnown(found) ? written : found;
  }

  /** What is found out about a node, once; where it is asked for meanwhile, nothing: cycles end here. */
  once(
    known: Map<Node, readonly Value[]>,
    node: Node,
    find: () => readonly Value[],
  ): readonly Value[] {
    return this.#asking.once(known, node, NONE, () => distinct(find()));
  }

  /** One step of a flow; beyond the deepest, nothing is known. */
  deeper(find: () => readonly Value[]): readonly Value[] {
    return this.#asking.deeper(NONE, find);
  }

  #ofExpression(node: Node): readonly Value[] {
    const view = this.syntax.look(node);
    switch (view.kind) {
      case "identifier": {
        const binding = this.syntax.binding(node, "value");
        return binding ? this.bindings.valuesOf(binding) : NONE;
      }
      case "this":
        return this.owners.thisAt(node);
      case "super":
        return this.owners.thisAt(node).flatMap((value) => this.members.heritage(value));
      case "member":
        return this.members.valuesOf(node, view);
      case "call":
        return this.calls.valuesOf(view);
      case "await":
        return this.valuesOf(view.operand).flatMap((value) =>
          value.is === "promise" ? value.of : [value],
        );
      case "either":
        if (view.operator === "&&") return this.valuesOf(view.arms[1]);
        return view.arms.flatMap((arm) => this.valuesOf(arm));
      case "assignment":
        return this.valuesOf(view.value);
      case "object":
        return [{ is: "object", node }];
      case "array":
        return [
          {
            is: "each",
            of: view.elements.flatMap((element) => (element ? this.#ofElement(element) : [])),
            keyed: false,
          },
        ];
      case "function":
        return [{ is: "function", node }];
      case "class":
        return [{ is: "user-class", node }];
      // A number proves nothing: it may well be a code that the file made up.
      case "literal":
        return view.value === null || typeof view.value === "number" ? NONE : OTHER;
      case "template":
        return OTHER;
      default:
        return NONE;
    }
  }

  /** What an element puts into its array; `...others` puts in what they hold. */
  #ofElement(node: Node): readonly Value[] {
    const view = this.syntax.look(node);
    return view.kind === "spread" ? iterated(this.valuesOf(view.operand)) : this.valuesOf(node);
  }

  /** `null`, `undefined`, `void 0`: what a variable holds before and after its value. */
  isNothing(node: Node): boolean {
    const view = this.syntax.look(node);
    if (view.kind === "literal") return view.value === null;
    if (view.kind === "unary") return view.operator === "void";
    return view.kind === "identifier" && view.name === "undefined";
  }

  /** What destructuring takes out of values, step by step. */
  along(values: readonly Value[], path: readonly Step[]): readonly Value[] {
    return path.reduce<readonly Value[]>((at, step) => {
      if (step.rest) return at.filter(({ is }) => is === "each");
      if (step.name !== undefined) {
        const found = this.members.of(at, step.name);
        return found.length > 0 || !step.default ? found : this.valuesOf(step.default);
      }
      if (step.index === 0 && at.some(({ is }) => is === "pair")) return OTHER;
      if (step.index === 0 && at.some(({ is }) => is === "state"))
        return at.flatMap((v) => (v.is === "state" ? settle(v.declared, v.given) : NONE));
      const { index } = step;
      if (index !== undefined && at.some(({ is }) => is === "tuple"))
        return at.flatMap((value) => (value.is === "tuple" ? (value.of[index] ?? NONE) : NONE));
      return elementsOf(at);
    }, values);
  }

  /** What a shape of the catalogue stands for; `owner` is the type whose member it is. */
  ofShape(located: Located, owner?: CatalogueType): readonly Value[] {
    return valuesOf(located, (library, name) => this.catalogue.type(library, name), owner);
  }

  /** The text that an expression spells out, a constant's or a library's event name among them. */
  text(node: Node): string | undefined {
    return this.#asking.once(this.#texts, node, undefined, () => this.#findText(node));
  }

  #findText(node: Node): string | undefined {
    const view = this.syntax.look(node);
    if (view.kind === "literal" && typeof view.value === "string") return view.value;
    if (view.kind === "template" && view.holes.length === 0) return view.texts[0];
    if (view.kind === "member" && view.name !== undefined) {
      for (const value of this.valuesOf(view.object))
        if (value.is === "events" && Object.hasOwn(value.names, view.name))
          return value.names[view.name];
    }
    const constant = constantAt(node, this.syntax);
    return constant && this.text(constant.init);
  }
}
