import type { Part, Target } from "ws-close-codes";
import type { CatalogueType } from "../catalogue/catalogue.ts";
import type { ByRuntime, Method, Runtime } from "../catalogue/library.ts";

/**
 * What may be sent on a socket of one of these types in a program that shows these runtimes.
 * The union of all: only what is wrong in every member is reported.
 */
export function targetOf(
  types: readonly CatalogueType[],
  runtimes: ReadonlySet<Runtime>,
  method?: Method,
): Target {
  // A method of its own way, such as one that drops the connection, checks nothing that others do.
  if (method?.profile !== undefined) {
    const part = common(types.map((type) => type.get("part")));
    const api = common(types.map((type) => type.library.api));
    return { profiles: [method.profile], ...(part && { part }), ...(api !== undefined && { api }) };
  }
  const profiles = new Set(types.flatMap((type) => shown(type.get("profile"), runtimes).flat()));
  const part = common(types.map((type) => type.get("part")));
  const errors = types.flatMap((type): (string | undefined)[] => {
    const own = shown(type.get("throws"), runtimes);
    return own.length > 0 ? [...own] : [undefined];
  });
  // Where they differ it is an error without a name.
  const throws = errors.some((error) => error !== undefined) ? (common(errors) ?? "") : undefined;
  const api = common(types.map((type) => type.library.api)) ?? hostOf(profiles, runtimes);
  const alsoSends = types.flatMap((type) => shown(type.get("alsoSends"), runtimes).flat());
  const sendsEmpty = types.flatMap((type) => type.get("sendsEmpty") ?? []);
  return {
    profiles: [...profiles],
    ...(part !== undefined && { part: part satisfies Part }),
    ...(throws !== undefined && { throws }),
    ...(api !== undefined && { api }),
    ...(alsoSends.length > 0 && { alsoSends }),
    ...(sendsEmpty.length > 0 && { sendsEmpty }),
    ...(types.length > 0 && types.every((type) => type.get("swallows")) && { swallows: true }),
  };
}

/** Who else than a browser has a browser's global `WebSocket`. */
function hostOf(
  profiles: ReadonlySet<string>,
  runtimes: ReadonlySet<Runtime>,
): Runtime | undefined {
  const [runtime, ...others] = runtimes;
  const isOne = others.length === 0 && (runtime === "node" || runtime === "deno");
  return isOne && profiles.size === 1 && profiles.has("browser") ? runtime : undefined;
}

/** What holds in the runtimes that a program shows. */
function shown<T>(value: ByRuntime<T> | undefined, runtimes: ReadonlySet<Runtime>): readonly T[] {
  if (value === undefined) return [];
  if (!isByRuntime(value)) return [value];
  const known = runtimes.size === 0 ? (["auto"] as const) : [...runtimes];
  return known.flatMap((runtime) => {
    const own = value[runtime] ?? value.auto;
    return own === undefined ? [] : [own];
  });
}

/** The value that all have, if they have the same. */
function common<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first, ...rest] = values;
  return rest.every((value) => value === first) ? first : undefined;
}

function isByRuntime<T>(
  value: ByRuntime<T>,
): value is Readonly<Partial<Record<Runtime | "auto", T>>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
