import type { TypeFact } from "../syntax.ts";
import type { Library, LibraryType, Method, Position, Shape, TypeSpecifier } from "./library.ts";

type Inherited =
  | "profile"
  | "part"
  | "throws"
  | "alsoSends"
  | "sendsEmpty"
  | "swallows"
  | "alsoReceives"
  | "forwards"
  | "construct";

/** A type of a library, with what its ancestors in the same library give it. */
export class CatalogueType {
  readonly library: Library;
  readonly name: string;
  readonly #entry: LibraryType;
  readonly #base: CatalogueType | undefined;

  constructor(library: Library, name: string, entry: LibraryType, base: CatalogueType | undefined) {
    this.library = library;
    this.name = name;
    this.#entry = entry;
    this.#base = base;
  }

  /** The nearest value of one of the entry's keys, own or inherited. */
  get<K extends Inherited>(key: K): LibraryType[K] | undefined {
    return this.#entry[key] ?? this.#base?.get(key);
  }

  method(name: string): Method | undefined {
    return own(this.#entry.methods, name) ?? this.#base?.method(name);
  }

  member(name: string): Shape | undefined {
    return own(this.#entry.members, name) ?? this.#base?.member(name);
  }

  /** What a handler of this emitter event is called with. */
  on(event: string): readonly (Shape | null)[] | undefined {
    return own(this.#entry.on, event) ?? this.#base?.on(event);
  }

  /** The event that this EventTarget event delivers. */
  listen(event: string): Shape | undefined {
    return own(this.#entry.listen, event) ?? this.#base?.listen(event);
  }

  /** Whether it is `other` or descends from it. */
  is(other: CatalogueType): boolean {
    return this === other || (this.#base?.is(other) ?? false);
  }

  get lookAlike(): boolean {
    return this.library.lookAlike ?? false;
  }
}

/** Deno's specifiers: `npm:ws@8`, `jsr:@hono/hono@4/deno`. */
const REGISTRY = /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?(.*)$/;

/** A shape beside the library whose type names it uses. */
export interface Located {
  readonly shape: Shape;
  readonly library: Library;
}

/** Every library that we know, the user's own first, made ready for look-ups. */
export class Catalogue {
  readonly libraries: readonly Library[];
  /** The names of all members that are a code: `code`, `closeCode`. */
  readonly codeMembers: ReadonlySet<string>;
  readonly #types = new Map<Library, Map<string, CatalogueType>>();
  readonly #modules = new Map<string, Library[]>();
  readonly #globals = new Map<string, Located[]>();
  readonly #declared = new Map<string, { type: CatalogueType; specifier: TypeSpecifier }[]>();
  readonly #sending = new Map<string, Position[]>();
  readonly #constructing: Position[] = [];
  readonly #implicit: { type: CatalogueType; members: ReadonlySet<string> }[] = [];
  readonly #taken = new Map<string, { type: CatalogueType; calls: string }[]>();

  constructor(libraries: readonly Library[]) {
    this.libraries = libraries;
    this.codeMembers = new Set(
      libraries
        .flatMap(({ types = {} }) => Object.values(types))
        .flatMap(({ members = {} }) => Object.entries(members))
        .flatMap(([name, shape]) => (shape === "code" ? name : [])),
    );
    for (const library of libraries) {
      for (const module of library.modules ?? []) push(this.#modules, module, library);
      for (const [name, shape] of Object.entries(library.globals ?? {}))
        push(this.#globals, name, { shape, library });
      for (const [name, entry] of Object.entries(library.types ?? {})) {
        const type = this.type(library, name);
        for (const specifier of entry.declared ?? [])
          if (type) push(this.#declared, specifier.name, { type, specifier });
        if (type && entry.implicit)
          this.#implicit.push({ type, members: new Set(Object.keys(entry.members ?? {})) });
        if (type && entry.taken)
          push(this.#taken, entry.taken.from, { type, calls: entry.taken.calls });
        for (const [method, { send }] of Object.entries(entry.methods ?? {}))
          if (send) push(this.#sending, method, send.code);
        if (entry.construct?.send) this.#constructing.push(entry.construct.send.code);
      }
    }
  }

  type(library: Library, name: string): CatalogueType | undefined {
    const types = this.#types.get(library) ?? new Map<string, CatalogueType>();
    this.#types.set(library, types);
    const known = types.get(name);
    if (known) return known;
    const entry = own(library.types, name);
    if (!entry) return undefined;
    const base = entry.extends === undefined ? undefined : this.type(library, entry.extends);
    const type = new CatalogueType(library, name, entry, base);
    types.set(name, type);
    return type;
  }

  /** The libraries behind an import specifier. */
  module(written: string): readonly Library[] {
    const specifier = written.replace(REGISTRY, "$1$2");
    const exact = this.#modules.get(specifier);
    if (exact) return exact;
    for (let end = specifier.lastIndexOf("/"); end > 0; end = specifier.lastIndexOf("/", end - 1)) {
      const family = this.#modules.get(`${specifier.slice(0, end)}/*`);
      if (family) return family;
    }
    return [];
  }

  export(specifier: string, name: string): readonly Located[] {
    return this.module(specifier).flatMap((library) => {
      const shape = own(library.exports, name);
      return shape === undefined ? [] : [{ shape, library }];
    });
  }

  global(name: string): readonly Located[] {
    return this.#globals.get(name) ?? [];
  }

  /** Where the methods of that name take a code, in any library. */
  codePositions(method: string): readonly Position[] {
    return this.#sending.get(method) ?? [];
  }

  /** Where constructors take a code, in any library. */
  get constructPositions(): readonly Position[] {
    return this.#constructing;
  }

  /** The names of all methods that send. */
  get sendingMethods(): readonly string[] {
    return [...this.#sending.keys()];
  }

  /** The types that a class with these methods implements without saying so. */
  implicit(methods: readonly string[]): readonly CatalogueType[] {
    return this.#implicit
      .filter(({ members }) => methods.some((name) => members.has(name)))
      .map(({ type }) => type);
  }

  /** The types of what is taken from a member of that name, each with the method that tells it. */
  taken(from: string): readonly { readonly type: CatalogueType; readonly calls: string }[] {
    return this.#taken.get(from) ?? [];
  }

  /**
   * The type that the checker's answer names; the nearest base that we know. What only descends from
   * a look-alike may well be a socket: `class Connection extends Duplex`.
   */
  declared(fact: TypeFact): CatalogueType | undefined {
    const here = this.#declared.get(fact.name)?.find(({ specifier }) => matches(specifier, fact));
    if (here) return here.type;
    for (const base of fact.bases) {
      const type = this.declared(base);
      if (type && !type.lookAlike) return type;
    }
    return undefined;
  }
}

function matches(specifier: TypeSpecifier, fact: TypeFact): boolean {
  switch (specifier.from) {
    case "lib":
      return fact.global && fact.files.some((file) => /(?:^|\/)lib\.[\w.]+\.d\.ts$/.test(file));
    case "package": {
      const packages = [specifier.package, typesPackage(specifier.package)];
      return fact.files.some((file) =>
        packages.some((name) => file.includes(`/node_modules/${name}/`)),
      );
    }
    case "file":
      return fact.files.some(
        (file) =>
          !file.includes("/node_modules/") &&
          (specifier.path === undefined ||
            file.endsWith(`/${specifier.path.replace(/^\.?\//, "")}`)),
      );
  }
}

function typesPackage(name: string): string {
  return `@types/${name.replace(/^@([^/]+)\//, "$1__")}`;
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
