import type { CatalogueType } from "../catalogue/catalogue.ts";
import type { Member, Node, Syntax, TypeMember, ViewOf } from "../syntax.ts";
import type { Flow } from "./flow.ts";
import { isContent } from "./boxes.ts";
import { MemberIndex } from "./member-index.ts";
import { subscribing } from "./subscriptions.ts";
import { elementsOf, isKnown, NONE, same, settle, type Value } from "./value.ts";

/** What a member of a value may be: of a library's type, of a class, an object or an interface of the file. */
export class Members {
  readonly #flow: Flow;
  readonly #syntax: Syntax;
  readonly #asked = new Map<Node, Set<string>>();
  #index: MemberIndex | undefined;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#syntax = flow.syntax;
  }

  /** What `object.name` or `object[key]` may be. */
  valuesOf(node: Node, view: ViewOf<"member">): readonly Value[] {
    const objects = this.#flow.valuesOf(view.object);
    if (view.name === undefined) return elementsOf(objects);
    const found = this.of(objects, view.name);
    if (found.length > 0 || isKnown(objects)) return found;
    return this.#ofAssignments(node, view.object, view.name);
  }

  /** The members that a name has on these values. */
  of(values: readonly Value[], name: string): readonly Value[] {
    return values.flatMap((value) => this.ofOne(value, name));
  }

  /** The members of the file by name, asked for where a flow leads through one. */
  get index(): MemberIndex {
    return (this.#index ??= new MemberIndex(this.#syntax));
  }

  /** Whether the file assigns to a member of that name anywhere. */
  isAssigned(name: string): boolean {
    return this.index.assignmentsTo(name).length > 0;
  }

  /**
   * `state.ws = new WebSocket(url)` somewhere in the file says what `state.ws` is. Of another variable
   * of that name only a socket is believed: there is more than one `error.code`.
   */
  #ofAssignments(node: Node, object: Node, name: string): readonly Value[] {
    const spelled = this.#spelling(object);
    if (spelled === undefined) return NONE;
    const root = this.#rootOf(object);
    return this.index.assignmentsTo(name).flatMap(({ target, value }) => {
      const view = this.#syntax.look(target);
      if (target === node || view.kind !== "member" || this.#flow.isNothing(value)) return NONE;
      if (this.#spelling(view.object) !== spelled) return NONE;
      const values = this.#flow.valuesOf(value);
      const same = root !== undefined && root === this.#rootOf(view.object);
      return same ? values : values.filter(({ is }) => is !== "role");
    });
  }

  /** What declares the first name of a path, or the class that its `this` is of. */
  #rootOf(node: Node): unknown {
    const view = this.#syntax.look(node);
    if (view.kind === "member") return this.#rootOf(view.object);
    if (view.kind === "this") {
      const [owner] = this.#flow.owners.thisAt(node);
      return owner && "node" in owner ? owner.node : undefined;
    }
    const binding = this.#syntax.binding(node, "value");
    return binding?.kind === "global" ? binding.name : binding?.node;
  }

  /** A path such as `this.state` or `a.b`, as one word; nothing for anything else. */
  #spelling(node: Node): string | undefined {
    const view = this.#syntax.look(node);
    if (view.kind === "identifier") return view.name;
    if (view.kind === "this") return "this";
    if (view.kind !== "member" || view.name === undefined) return undefined;
    const object = this.#spelling(view.object);
    return object === undefined ? undefined : `${object}.${view.name}`;
  }

  /** The member that a name has on one value. */
  ofOne(value: Value, name: string): readonly Value[] {
    switch (value.is) {
      case "instance": {
        const { type } = value;
        const method = type.method(name);
        if (method) return [{ is: "method", method, library: type.library, type }];
        const shape = type.member(name);
        if (shape !== undefined) return this.#flow.ofShape({ shape, library: type.library }, type);
        const how = subscribing(name);
        return how ? [{ is: "subscribe", how, type }] : NONE;
      }
      case "class":
        return this.#ofExports(value.type, name);
      case "module":
        return this.#flow.bindings.ofExport(value.specifier, name);
      case "globals":
        return this.#flow.bindings.ofGlobal(name);
      case "members": {
        const shape = Object.hasOwn(value.members, name) ? value.members[name] : undefined;
        return shape === undefined
          ? NONE
          : this.#flow.ofShape({ shape, library: value.library }, value.owner);
      }
      case "each":
        if (/^\d+$/.test(name)) return value.of;
        return [{ is: "builtin", name: `each.${name}` }];
      case "boxed":
        return isContent(name) ? settle(value.declared, value.given) : NONE;
      case "tuple":
        return /^\d+$/.test(name) ? (value.of[Number(name)] ?? NONE) : NONE;
      case "object": {
        const view = this.#syntax.look(value.node);
        if (view.kind !== "object") return NONE;
        const property = view.properties.find((p) => p.name === name);
        const written =
          property && !this.#flow.isNothing(property.value)
            ? [this.#flow.valuesOf(property.value)]
            : [];
        return settle(NONE, [...written, ...this.#assignedOn(value, name)]);
      }
      case "user-instance":
      case "user-class":
        return this.#ofClassMember(value, name);
      case "typed":
        return this.#ofTypeMember(value.node, name);
      case "builtin":
        return [{ is: "builtin", name: `${value.name}.${name}` }];
      default:
        return NONE;
    }
  }

  #assignedOn(owner: Value, name: string): readonly (readonly Value[])[] {
    return this.index
      .assignmentsTo(name)
      .filter(({ target, value }) => {
        const view = this.#syntax.look(target);
        if (view.kind !== "member" || this.#flow.isNothing(value)) return false;
        // What a class has itself is not what its instances have.
        return this.#flow.valuesOf(view.object).some((one) => same(one, owner));
      })
      .map(({ value }) => this.#flow.valuesOf(value));
  }

  #ofExports(type: CatalogueType, name: string): readonly Value[] {
    const { library } = type;
    const shape =
      library.exports && Object.hasOwn(library.exports, name) ? library.exports[name] : undefined;
    return shape === undefined ? NONE : this.#flow.ofShape({ shape, library });
  }

  #ofClassMember(
    value: Extract<Value, { is: "user-instance" | "user-class" }>,
    name: string,
  ): readonly Value[] {
    const view = this.#syntax.look(value.node);
    const isStatic = value.is === "user-class";
    const members: Member[] =
      view.kind === "class"
        ? view.members.filter((m) => m.name === name && m.static === isStatic)
        : [];
    const annotated: Value[] = [];
    const written: (readonly Value[])[] = [];
    for (const member of members) {
      if (member.annotation) annotated.push(...this.#flow.annotations.valuesOf(member.annotation));
      if (!member.value) continue;
      if (member.kind === "method") return [{ is: "function", node: member.value }];
      if (member.kind === "getter") written.push(this.#flow.calls.resultOf(member.value));
      if (member.kind === "field" && !this.#flow.isNothing(member.value))
        written.push(this.#flow.valuesOf(member.value));
    }
    written.push(...this.#assignedOn(value, name));
    const found = settle(annotated, written);
    if (found.length > 0 || members.length > 0)
      return this.#flow.bindings.filled(
        found,
        () => this.#flow.uses.ofMember(value.node, name),
        annotated,
      );
    return this.ofBases(value.node, name, () =>
      this.heritage(value).flatMap((base) => this.ofOne(base, name)),
    );
  }

  #ofTypeMember(node: Node, name: string): readonly Value[] {
    const view = this.#syntax.look(node);
    if (view.kind !== "interface" && view.kind !== "type-object") return NONE;
    const member = view.members.find((m: TypeMember) => m.name === name);
    if (member) return member.type ? this.#flow.annotations.valuesOf(member.type) : NONE;
    if (view.kind !== "interface") return NONE;
    return this.ofBases(node, name, () =>
      view.extends.flatMap((base) => this.of(this.#flow.annotations.valuesOf(base), name)),
    );
  }

  /** What the bases of a class or an interface say of a member; nothing where it is its own base. */
  ofBases(node: Node, name: string, ask: () => readonly Value[]): readonly Value[] {
    const asked = this.#asked.get(node) ?? new Set();
    this.#asked.set(node, asked);
    if (asked.has(name)) return NONE;
    asked.add(name);
    const values = ask();
    asked.delete(name);
    return values;
  }

  /** What the class behind a value extends, as an instance (or as a class for statics). */
  heritage(value: Value): readonly Value[] {
    if (value.is !== "user-instance" && value.is !== "user-class") return NONE;
    const view = this.#syntax.look(value.node);
    if (view.kind !== "class") return NONE;
    const bases = view.extends ? this.#flow.valuesOf(view.extends) : NONE;
    const extended =
      value.is === "user-class" ? bases : bases.flatMap((base) => this.#extended(base));
    const named = [
      ...extended,
      ...view.implements.flatMap((type) => this.#flow.annotations.valuesOf(type)),
    ];
    if (named.length > 0 || value.is === "user-class") return named;
    return this.#flow.catalogue
      .implicit(
        view.members.flatMap(({ kind, name }) =>
          kind === "method" && name !== undefined ? [name] : [],
        ),
      )
      .map((type) => ({ is: "instance", type }));
  }

  /** An instance of a class of the file that extends this one. */
  #extended(base: Value): readonly Value[] {
    return base.is === "class"
      ? [{ is: "instance", type: base.extended }]
      : this.#flow.calls.instanceOf(base, false);
  }
}
