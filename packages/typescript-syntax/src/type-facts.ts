import type { TypeFact } from "ws-close-codes-analysis";

/** How a type is read, whoever's it is: the checker's in this process, or TypeScript 7's in its own. */
export interface TypeReader<Type, TypeSymbol> {
  /** What `T extends WebSocket` and `this` are at least. */
  constraintOf(type: Type): Type | undefined;
  /** The members of a union or an intersection. */
  membersOf(type: Type): readonly Type[] | undefined;
  /** The class or interface, without its type arguments. */
  declared(type: Type): Type | undefined;
  symbolOf(type: Type): TypeSymbol | undefined;
  /** The symbol of the type alias that a type goes by. */
  aliasOf(type: Type): TypeSymbol | undefined;
  /** What a class or an interface extends and implements. */
  basesOf(declared: Type): readonly Type[];
  /** The same for the same symbol. */
  keyOf(symbol: TypeSymbol): unknown;
  nameOf(symbol: TypeSymbol): string;
  /** The files that declare it. */
  filesOf(symbol: TypeSymbol): readonly string[];
  isGlobal(symbol: TypeSymbol): boolean;
}

/** How far a type's bases are followed: more is generated code. */
const MAX_BASES = 32;

/** Says of the types that an expression of a type may be, one by one, what they are. */
export function typeFacts<Type extends object, TypeSymbol extends object>(
  reader: TypeReader<Type, TypeSymbol>,
): (type: Type | undefined) => readonly TypeFact[] {
  const facts = new Map<unknown, TypeFact>();

  function flat(type: Type | undefined): Type[] {
    const found: Type[] = [];
    const stack = type ? [type] : [];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const least = reader.constraintOf(next) ?? next;
      const members = reader.membersOf(least);
      if (members) stack.push(...members.toReversed());
      else found.push(least);
    }
    return found;
  }

  function symbolOf(type: Type): TypeSymbol | undefined {
    const declared = reader.declared(type);
    return (declared && reader.symbolOf(declared)) ?? reader.aliasOf(type);
  }

  function basesOf(type: Type, itself: unknown): TypeFact[] {
    const found = new Map<unknown, TypeFact>();
    const queue = [type];
    for (const next of queue) {
      const declared = reader.declared(next);
      for (const base of (declared ? reader.basesOf(declared) : []).flatMap(flat)) {
        const symbol = symbolOf(base);
        const key = symbol && reader.keyOf(symbol);
        if (!symbol || key === itself || found.has(key)) continue;
        if (found.size >= MAX_BASES) return [...found.values()];
        found.set(key, factOf(base, symbol));
        queue.push(base);
      }
    }
    return [...found.values()];
  }

  function factOf(type: Type, symbol: TypeSymbol): TypeFact {
    const key = reader.keyOf(symbol);
    const known = facts.get(key);
    if (known) return known;
    let bases: readonly TypeFact[] | undefined;
    const fact: TypeFact = {
      name: reader.nameOf(symbol),
      files: [...new Set(reader.filesOf(symbol).map((file) => file.replaceAll("\\", "/")))],
      global: reader.isGlobal(symbol),
      get bases() {
        return (bases ??= basesOf(type, key));
      },
    };
    facts.set(key, fact);
    return fact;
  }

  return (type) => {
    const found = flat(type).flatMap((one) => {
      const symbol = symbolOf(one);
      return symbol ? factOf(one, symbol) : [];
    });
    return [...new Set(found)];
  };
}
