import type { CatalogueType, Located } from "../catalogue/catalogue.ts";
import type { Library, Method, Shape } from "../catalogue/library.ts";
import type { Node } from "../syntax.ts";

/** What is received with a close: the code, the reason, whether the closing handshake was clean. */
export type Role = "code" | "reason" | "clean";

/**
 * What an expression may be, as far as close codes are concerned. Several values are a union; none
 * means that nothing is known.
 */
export type Value =
  // of a library
  | { readonly is: "instance"; readonly type: CatalogueType }
  | {
      readonly is: "class";
      readonly type: CatalogueType;
      readonly annotation: CatalogueType;
      readonly extended: CatalogueType;
    }
  | { readonly is: "role"; readonly role: Role; readonly owner: CatalogueType | undefined }
  | { readonly is: "module"; readonly specifier: string }
  | {
      readonly is: "method";
      readonly method: Method;
      readonly library: Library;
      readonly type: CatalogueType | undefined;
    }
  | { readonly is: "subscribe"; readonly how: "on" | "listen"; readonly type: CatalogueType }
  | {
      readonly is: "members";
      readonly members: Readonly<Record<string, Shape>>;
      readonly library: Library;
      readonly owner: CatalogueType | undefined;
    }
  | {
      readonly is: "handler";
      readonly params: readonly (Shape | null)[];
      /** What it must return: an object with handlers of its own. */
      readonly returns?: Shape;
      readonly library: Library;
      readonly owner: CatalogueType | undefined;
    }
  | { readonly is: "constants"; readonly constants: Readonly<Record<string, number>> }
  | { readonly is: "events"; readonly names: Readonly<Record<string, string>> }
  // of the language
  | { readonly is: "promise"; readonly of: readonly Value[] }
  | { readonly is: "each"; readonly of: readonly Value[]; readonly keyed: boolean }
  /** A fixed array: what stands at each index. */
  | { readonly is: "tuple"; readonly of: readonly (readonly Value[])[] }
  /** `once` of `node:events`. */
  | { readonly is: "awaits" }
  /** One entry of a Map, `[key, value]`. */
  | { readonly is: "pair"; readonly of: readonly Value[] }
  /** A `Ref` of a view library, and a state with its setter: what each is declared and given to hold. */
  | {
      readonly is: "boxed" | "state";
      readonly declared: readonly Value[];
      readonly given: readonly (readonly Value[])[];
    }
  /** A function that is called with this at one index. */
  | { readonly is: "receives"; readonly index: number; readonly of: readonly Value[] }
  | { readonly is: "globals" }
  | { readonly is: "builtin"; readonly name: string }
  // of the file
  | {
      readonly is: "object";
      readonly node: Node;
      /** What the file puts under keys that it computes: `clients[id] = ws`. */
      readonly entries?: readonly Value[];
    }
  | { readonly is: "function"; readonly node: Node }
  | { readonly is: "user-class"; readonly node: Node }
  | { readonly is: "user-instance"; readonly node: Node }
  | { readonly is: "typed"; readonly node: Node }
  /** Known, and nothing of ours: a child process, a Map, a string. */
  | { readonly is: "other" };

/** Nothing is known. */
export const NONE: readonly Value[] = [];

/** Known to be nothing of ours. */
export const OTHER: readonly Value[] = [{ is: "other" }];

const ROLES: ReadonlySet<string> = new Set<Role>(["code", "reason", "clean"]);

/** The values that a catalogue shape stands for. `owner` is the type whose member it is. */
export function valuesOf(
  { shape, library }: Located,
  typeOf: (library: Library, name: string) => CatalogueType | undefined,
  owner?: CatalogueType,
): readonly Value[] {
  const inner = (of: Shape): readonly Value[] => valuesOf({ shape: of, library }, typeOf, owner);
  if (typeof shape === "string") {
    if (ROLES.has(shape)) return [{ is: "role", role: shape as Role, owner }];
    const type = typeOf(library, shape);
    return type ? [{ is: "instance", type }] : [];
  }
  if ("new" in shape) {
    const type = typeOf(library, shape.new);
    const annotation = shape.type === undefined ? type : typeOf(library, shape.type);
    const extended = shape.extended === undefined ? annotation : typeOf(library, shape.extended);
    return type && annotation && extended ? [{ is: "class", type, annotation, extended }] : [];
  }
  if ("promise" in shape) return [{ is: "promise", of: inner(shape.promise) }];
  if ("each" in shape) return [{ is: "each", of: inner(shape.each), keyed: false }];
  if ("members" in shape) return [{ is: "members", members: shape.members, library, owner }];
  if ("handler" in shape) {
    const { handler: params, returns } = shape;
    return [{ is: "handler", params, ...(returns !== undefined && { returns }), library, owner }];
  }
  if ("constants" in shape) return [{ is: "constants", constants: shape.constants }];
  if ("events" in shape) return [{ is: "events", names: shape.events }];
  if ("tuple" in shape)
    return [{ is: "tuple", of: shape.tuple.map((one) => (one === null ? [] : inner(one))) }];
  if ("awaits" in shape) return [{ is: "awaits" }];
  if ("anyOf" in shape) return shape.anyOf.flatMap(inner);
  return [{ is: "method", method: shape.method, library, type: owner }];
}

/** Whether anything of ours, or of the file, is among the values. */
export function isKnown(values: readonly Value[]): boolean {
  return values.some(({ is }) => is !== "other");
}

/** Whether it is known to be nothing of ours. */
export function isOther(values: readonly Value[]): boolean {
  return (
    values.length > 0 &&
    values.every(
      (value) => value.is === "other" || (value.is === "instance" && value.type.lookAlike),
    )
  );
}

/** Whether it is a received close code. */
export function isCode(value: Value): value is Extract<Value, { is: "role" }> {
  return value.is === "role" && value.role === "code";
}

/** What a container holds. */
export function elementsOf(values: readonly Value[]): readonly Value[] {
  return values.flatMap((value) => {
    if (value.is === "tuple") return value.of.flat();
    if (value.is === "object") return value.entries ?? [];
    return value.is === "each" || value.is === "pair" ? value.of : [];
  });
}

/** What `for (const x of values)` and `...values` give: entries for a Map, elements for the rest. */
export function iterated(values: readonly Value[]): readonly Value[] {
  return values.flatMap((value): readonly Value[] =>
    value.is === "each" && value.keyed ? [{ is: "pair", of: value.of }] : elementsOf([value]),
  );
}

/**
 * One variable, several sources. An annotation speaks where a source is unknown; else the sources
 * do, since they say more (`new WebSocket` opened it here).
 */
export function settle(
  annotated: readonly Value[],
  written: readonly (readonly Value[])[],
): readonly Value[] {
  const complete = written.length > 0 && written.every(isKnown);
  return !complete && isKnown(annotated) ? annotated : written.flat();
}

/** A union of more says nothing; bundlers write programs that make thousands. */
const MOST = 64;

/** Leaves out values that are there already. */
export function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  return values
    .slice(0, MOST)
    .filter((value, index) => values.findIndex((other) => same(value, other)) === index);
}

/** Whether two values are one: of one type, of one role, or of one node in the same way. */
export function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.is !== b.is) return false;
  if (a.is === "other") return true;
  if (a.is === "instance" && b.is === "instance") return a.type === b.type;
  if (a.is === "role" && b.is === "role") return a.role === b.role && a.owner === b.owner;
  return "node" in a && "node" in b && a.node === b.node;
}
