import { Asking } from "./asking.ts";
import { constantAt, declarationAt } from "./bindings.ts";
import { isFilledAt, mayFill } from "./filled-objects.ts";
import type { Flow } from "./flow.ts";
import { spelledElements, spelledEntries } from "./spelled-lists.ts";
import type { Binding, Literal, Node, Step, Syntax, ViewOf } from "../syntax.ts";

/** What an expression spells out, `undefined` among it; or that it does not. */
export type Static =
  { readonly known: true; readonly value: Literal | undefined } | { readonly known: false };

/** One of the values that an expression may have: `c ? 1000 : CODE` has two. */
export interface Arm {
  /** The expression as it stands at the site: a literal, a name, a member. */
  readonly node: Node;
  readonly static: Static;
  /** The literal stands at the site itself and has no name. */
  readonly bare: boolean;
  /** Where the value is written, if it is written in this file. */
  readonly source?: Node;
}

const UNKNOWN: Static = { known: false };

/**
 * Reads the values that a program spells out: literals, constants and their destructuring, enums
 * (auto-increment too), const objects, lists and Maps, `static readonly`, both arms of `?:`, `??`, `||` and `&&`,
 * parameter defaults, and a library's own constants. Asks types last.
 */
export class Constants {
  readonly #syntax: Syntax;
  readonly #flow: Flow;
  readonly #arms = new Map<Node, readonly Arm[]>();
  readonly #one = new Map<Node, Arm>();
  readonly #declarations = new Map<Node, Node | undefined>();
  readonly #asking = new Asking();
  #mayFill: boolean | undefined;

  constructor(syntax: Syntax, flow: Flow) {
    this.#syntax = syntax;
    this.#flow = flow;
  }

  /** Every value that an expression may have, at least one. */
  armsOf(node: Node): readonly Arm[] {
    const literal = this.#literal(node);
    if (literal) return [literal];
    return this.#asking.once(this.#arms, node, [unknownArm(node)], () => this.#findArms(node));
  }

  #findArms(node: Node): readonly Arm[] {
    const view = this.#syntax.look(node);
    if (view.kind === "either") {
      const arms = view.operator === "&&" ? view.arms.slice(1) : view.arms;
      return arms.flatMap((arm) => this.armsOf(arm));
    }
    if (view.kind === "identifier") {
      const binding = this.#syntax.binding(node, "value");
      if (binding?.kind === "parameter") return this.#armsOfParameter(node, binding);
      if (
        binding?.kind === "variable" &&
        binding.constant &&
        binding.init &&
        binding.path.length === 0
      ) {
        const init = this.#syntax.look(binding.init);
        if (init.kind === "either")
          return distinctArms(this.armsOf(binding.init).map((arm) => named(arm, node)));
      }
    }
    return [this.#armOf(node)];
  }

  /** The one value that an expression has, if the file spells it out. */
  valueOf(node: Node): Static {
    return this.#armOf(node).static;
  }

  /** The members of an enum with their values, where they are known. */
  membersOf(view: ViewOf<"enum">): ReadonlyMap<string, Arm> {
    const members = new Map<string, Arm>();
    let counted = 0;
    for (const [index, { name, init }] of view.members.entries()) {
      if (init) counted = index;
      members.set(name, this.#armOfMember(view, index, counted));
    }
    return members;
  }

  /** One member alone: the others may be made of it. */
  #memberOf(view: ViewOf<"enum" | "object">, name: string): Arm | undefined {
    if (view.kind === "object") {
      // What is spread may have the name, too.
      if (view.spreads) return undefined;
      const property = view.properties.findLast((one) => one.name === name);
      return property && this.#armOf(property.value);
    }
    const index = view.members.findLastIndex((one) => one.name === name);
    if (index < 0) return undefined;
    const counted = view.members.findLastIndex(({ init }, at) => at <= index && init !== undefined);
    return this.#armOfMember(view, index, Math.max(counted, 0));
  }

  /** @param counted - the last member with a value of its own: those behind it count up from there */
  #armOfMember({ members }: ViewOf<"enum">, index: number, counted: number): Arm {
    const { init } = members[counted] ?? {};
    const first = init ? this.#armOf(init) : undefined;
    if (first && index === counted) return first;
    const from = first ? first.static : known(0);
    const key = members[index]?.key as Node;
    return { node: key, static: up(from, index - counted), bare: false, source: key };
  }

  #armsOfParameter(node: Node, binding: Extract<Binding, { kind: "parameter" }>): readonly Arm[] {
    const fallback = binding.path.length > 0 ? binding.path.at(-1)?.default : binding.default;
    const given = unknownArm(node);
    // Whoever writes to it may mend it.
    return fallback && binding.constant ? [given, ...this.armsOf(fallback)] : [given];
  }

  #armOf(node: Node): Arm {
    const literal = this.#literal(node);
    if (literal) return literal;
    const unknown = unknownArm(node);
    return this.#asking.once(this.#one, node, unknown, () => this.#findArm(node) ?? unknown);
  }

  /** Most codes are plain numbers, of which nothing need be remembered. */
  #literal(node: Node): Arm | undefined {
    const view = this.#syntax.look(node);
    if (view.kind !== "literal") return undefined;
    return { node, static: known(view.value), bare: true, source: node };
  }

  #findArm(node: Node): Arm | undefined {
    const view = this.#syntax.look(node);
    switch (view.kind) {
      case "template":
        return view.holes.length === 0
          ? { node, static: known(view.texts[0]), bare: true, source: node }
          : undefined;
      case "unary":
        return { node, static: this.#unary(view), bare: true, source: node };
      case "binary":
        return { node, static: this.#binary(view), bare: false, source: node };
      case "identifier":
        return this.#ofIdentifier(node, view.name) ?? this.#byType(node);
      case "member":
        return this.#ofMember(node, view) ?? this.#byType(node);
      case "call":
        return this.#ofCall(node, view);
      default:
        return undefined;
    }
  }

  /** `Number("1006")`, `parseInt("1006")`, `CODES.get("lost")` of a Map that is spelled out. */
  #ofCall(node: Node, { callee, args }: ViewOf<"call">): Arm | undefined {
    const [first, ...others] = args;
    if (!first || others.length > 0) return undefined;
    const view = this.#syntax.look(callee);
    if (view.kind === "member" && view.name === "get")
      return this.#ofEntry(node, view.object, first);
    const convert = [Number, parseInt].find(({ name }) => this.#isGlobal(callee, name));
    if (!convert) return undefined;
    const given = this.#armOf(first).static;
    if (!given.known || typeof given.value !== "string") return undefined;
    return { node, static: known(convert(given.value)), bare: false };
  }

  #ofEntry(node: Node, map: Node, key: Node): Arm | undefined {
    const wanted = this.#armOf(key).static;
    if (!wanted.known) return undefined;
    const entry = spelledEntries(map, this.#syntax)?.findLast(([one]) => {
      const known = one && this.#armOf(one).static;
      return known?.known && known.value === wanted.value;
    });
    const arm = entry?.[1] && this.#armOf(entry[1]);
    return arm?.static.known ? named(arm, node) : undefined;
  }

  #byType(node: Node): Arm {
    const value = this.#syntax.types?.constant(node);
    return value === undefined ? unknownArm(node) : { node, static: known(value), bare: false };
  }

  #ofIdentifier(node: Node, name: string): Arm | undefined {
    const binding = this.#syntax.binding(node, "value");
    if (binding?.kind === "global") {
      if (name === "undefined") return { node, static: known(undefined), bare: false };
      if (name === "NaN") return { node, static: known(Number.NaN), bare: false };
      if (name === "Infinity")
        return { node, static: known(Number.POSITIVE_INFINITY), bare: false };
    }
    if (binding?.kind !== "variable" || !binding.constant || !binding.init || binding.each)
      return undefined;
    const arm =
      binding.path.length === 0
        ? this.#armOf(binding.init)
        : this.#alongPath(binding.init, binding.path);
    return arm?.static.known ? named(arm, node) : undefined;
  }

  #alongPath(init: Node, path: readonly Step[]): Arm | undefined {
    const [step, ...rest] = path;
    if (step?.name === undefined || rest.length > 0) return undefined;
    return this.#memberNamed(init, step.name);
  }

  #ofMember(node: Node, view: ViewOf<"member">): Arm | undefined {
    if (view.name === undefined) return undefined;
    if (view.name === "NaN" && this.#isGlobal(view.object, "Number"))
      return { node, static: known(Number.NaN), bare: false };
    const element = /^\d+$/.test(view.name)
      ? spelledElements(view.object, this.#syntax)?.[Number(view.name)]
      : undefined;
    const arm = element ? this.#armOf(element) : this.#memberNamed(view.object, view.name);
    return arm?.static.known ? named(arm, node) : undefined;
  }

  #isGlobal(node: Node, name: string): boolean {
    const view = this.#syntax.look(node);
    return (
      view.kind === "identifier" &&
      view.name === name &&
      this.#syntax.binding(node, "value")?.kind === "global"
    );
  }

  /** `object.name`, where the object is an enum, a const object, a class, a library's constants. */
  #memberNamed(object: Node, name: string): Arm | undefined {
    const declared = this.declarationOf(object);
    if (declared) {
      const view = this.#syntax.look(declared);
      if (view.kind === "enum" || view.kind === "object") {
        if (view.kind === "object" && this.#flow.members.isAssigned(name)) return undefined;
        if (view.kind === "object" && this.#isFilled(object)) return undefined;
        return this.#memberOf(view, name);
      }
      if (view.kind === "class") {
        const field = view.members.find((m) => m.kind === "field" && m.name === name);
        if (!field?.value || this.#flow.members.isAssigned(name)) return undefined;
        return this.#armOf(field.value);
      }
    }
    for (const value of this.#flow.valuesOf(object))
      if (value.is === "constants" && Object.hasOwn(value.constants, name))
        return { node: object, static: known(value.constants[name]), bare: false };
    return undefined;
  }

  #isFilled(object: Node): boolean {
    if (!(this.#mayFill ??= mayFill(this.#syntax.text))) return false;
    const declared = declarationAt(object, this.#syntax);
    const uses = declared ? this.#syntax.references(declared) : [];
    return uses.some((use) => isFilledAt(use, this.#syntax));
  }

  /** The enum, object literal or class that an expression names, `Object.freeze` looked through. */
  declarationOf(node: Node): Node | undefined {
    return this.#asking.once(this.#declarations, node, undefined, () =>
      this.#findDeclaration(node),
    );
  }

  #findDeclaration(node: Node): Node | undefined {
    const view = this.#syntax.look(node);
    switch (view.kind) {
      case "object":
        return node;
      case "call": {
        const callee = this.#syntax.look(view.callee);
        const frozen =
          callee.kind === "member" && callee.name === "freeze" ? view.args[0] : undefined;
        return frozen && this.declarationOf(frozen);
      }
      case "identifier": {
        const binding = this.#syntax.binding(node, "value");
        if (binding?.kind === "declaration") return binding.node;
        const constant = constantAt(node, this.#syntax);
        return constant && this.declarationOf(constant.init);
      }
      case "this":
        return this.#flow.owners.thisAt(node).find((value) => "node" in value)?.node;
      case "member": {
        const owner = view.name === undefined ? undefined : this.declarationOf(view.object);
        const inside = owner && this.#syntax.look(owner);
        if (inside?.kind === "object")
          return firstDefined(inside.properties, (p) =>
            p.name === view.name ? this.declarationOf(p.value) : undefined,
          );
        if (inside?.kind === "class")
          return firstDefined(inside.members, (m) =>
            m.name === view.name && m.kind === "field" && m.value
              ? this.declarationOf(m.value)
              : undefined,
          );
        return undefined;
      }
      default:
        return undefined;
    }
  }

  #unary({ operator, operand }: ViewOf<"unary">): Static {
    const inner = this.#armOf(operand).static;
    if (operator === "void") return known(undefined);
    if (operator === "+" && inner.known && typeof inner.value === "string")
      return known(Number(inner.value));
    if (!inner.known || typeof inner.value !== "number") return UNKNOWN;
    if (operator === "-") return known(-inner.value);
    return operator === "+" ? inner : UNKNOWN;
  }

  #binary({ operator, left, right }: ViewOf<"binary">): Static {
    const a = this.#armOf(left).static;
    const b = right ? this.#armOf(right).static : UNKNOWN;
    if (!a.known || !b.known || typeof a.value !== "number" || typeof b.value !== "number")
      return UNKNOWN;
    if (operator === "+") return known(a.value + b.value);
    if (operator === "-") return known(a.value - b.value);
    return operator === "*" ? known(a.value * b.value) : UNKNOWN;
  }
}

function known(value: Literal | undefined): Static {
  return { known: true, value };
}

function named(arm: Arm, node: Node): Arm {
  return { ...arm, node, bare: false };
}

function unknownArm(node: Node): Arm {
  return { node, static: UNKNOWN, bare: false };
}

function up(from: Static, by: number): Static {
  return from.known && typeof from.value === "number" ? known(from.value + by) : UNKNOWN;
}

function distinctArms(arms: readonly Arm[]): readonly Arm[] {
  const key = ({ static: s }: Arm): unknown => (s.known ? s.value : UNKNOWN);
  return arms.filter((arm, index) => arms.findIndex((other) => key(other) === key(arm)) === index);
}

function firstDefined<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
