import { profiles } from "ws-close-codes";
import { RUNTIMES, type Library } from "./library.ts";

const ROLES: readonly string[] = ["code", "reason", "clean"];

/**
 * Checks one value.
 *
 * @param path where it stands, as a user would write it
 * @param types the names of the library's types
 */
type Check = (value: unknown, path: string, types: readonly string[]) => void;

const text: Check = (value, path) => {
  if (typeof value !== "string" || value === "") fail(path, value, "a text");
};

const textOrEmpty: Check = (value, path) => {
  if (typeof value !== "string") fail(path, value, "a text");
};

const typeName: Check = (value, path, types) => {
  if (typeof value !== "string" || !types.includes(value))
    fail(path, value, "the name of a type in `types`");
};

const flag: Check = (value, path) => {
  if (value !== true) fail(path, value, "true, or leave it out");
};

function oneOf(...names: readonly string[]): Check {
  return (value, path) => {
    if (typeof value !== "string" || !names.includes(value))
      fail(path, value, `${names.length > 1 ? "one of " : ""}${names.join(", ")}`);
  };
}

function listOf(check: Check): Check {
  return (value, path, types) => {
    if (!Array.isArray(value)) fail(path, value, "a list");
    else
      value.forEach((one, index) => {
        check(one, `${path}[${index}]`, types);
      });
  };
}

function recordOf(check: Check): Check {
  return (value, path, types) => {
    for (const [key, one] of entriesOf(value, path)) check(one, `${path}.${key}`, types);
  };
}

/** An object with these keys and no others; the required ones first. */
function shape(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const known = { ...required, ...optional };
  return (value, path, types) => {
    const entries = entriesOf(value, path);
    for (const [key, one] of entries) {
      const check = Object.hasOwn(known, key) ? known[key] : undefined;
      if (!check)
        throw new TypeError(
          `${path} has no key ${JSON.stringify(key)}. Use ${Object.keys(known).join(", ")}.`,
        );
      check(one, `${path}.${key}`, types);
    }
    for (const key of Object.keys(required))
      if (!entries.some(([name]) => name === key))
        throw new TypeError(`${path} has no ${key}. Add it.`);
  };
}

/** The object forms of a shape by the key that marks them, or the name of a role or a type. */
function anyShape(value: unknown, path: string, types: readonly string[]): void {
  if (typeof value === "string") {
    if (!ROLES.includes(value) && !types.includes(value))
      fail(path, value, `${ROLES.join(", ")} or the name of a type in \`types\``);
    return;
  }
  const [mark] = entriesOf(value, path)
    .map(([key]) => key)
    .filter((key) => Object.hasOwn(SHAPES, key));
  const check = mark === undefined ? undefined : SHAPES[mark];
  if (!check)
    throw new TypeError(
      `${path} is no shape: it has none of the keys ${Object.keys(SHAPES).join(", ")}. Name a role (${ROLES.join(", ")}), a type, or use one of them.`,
    );
  check(value, path, types);
}

const orNull =
  (check: Check): Check =>
  (value, path, types) => {
    if (value !== null) check(value, path, types);
  };

const index: Check = (value, path) => {
  if (!Number.isInteger(value) || (value as number) < 0)
    fail(path, value, "an argument's index, 0 for the first");
};

const position: Check = (value, path, types) => {
  if (!Array.isArray(value)) {
    index(value, path, types);
    return;
  }
  if (value.length !== 2) fail(path, value, "an index, or [index, key]");
  index(value[0], `${path}[0]`, types);
  text(value[1], `${path}[1]`, types);
};

const interval: Check = (value, path) => {
  const ok =
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((code) => Number.isInteger(code)) &&
    value[0] <= value[1];
  if (!ok) fail(path, value, "[from, to]");
};

const profile = oneOf(...Object.keys(profiles));
const method = shape(
  {},
  {
    send: shape({ code: position }, { reason: position, unless: index }),
    profile,
    args: listOf(orNull(anyShape)),
    returns: anyShape,
  },
);

const SHAPES: Readonly<Record<string, Check>> = {
  new: shape({ new: typeName }, { type: typeName, extended: typeName }),
  promise: shape({ promise: anyShape }),
  each: shape({ each: anyShape }),
  members: shape({ members: recordOf(anyShape) }),
  handler: shape({ handler: listOf(orNull(anyShape)) }, { returns: anyShape }),
  method: shape({ method }),
  constants: shape({ constants: recordOf(index) }),
  events: shape({ events: recordOf(text) }),
  tuple: shape({ tuple: listOf(orNull(anyShape)) }),
  awaits: shape({ awaits: oneOf("event") }),
  anyOf: shape({ anyOf: listOf(anyShape) }),
};

const specifier: Check = (value, path, types) => {
  const from = entriesOf(value, path).find(([key]) => key === "from")?.[1];
  oneOf("lib", "package", "file")(from, `${path}.from`, types);
  const more: Record<string, Check> = from === "package" ? { package: text } : {};
  const optional: Record<string, Check> = from === "file" ? { path: text } : {};
  shape({ from: text, name: text, ...more }, optional)(value, path, types);
};

function byRuntime(check: Check): Check {
  const each = shape({}, Object.fromEntries(["auto", ...RUNTIMES].map((name) => [name, check])));
  return (value, path, types) => {
    const isOne = typeof value !== "object" || value === null || Array.isArray(value);
    (isOne ? check : each)(value, path, types);
  };
}

const type = shape(
  {},
  {
    extends: typeName,
    declared: listOf(specifier),
    profile: byRuntime((value, path, types) => {
      (Array.isArray(value) ? listOf(profile) : profile)(value, path, types);
    }),
    part: oneOf("client", "server"),
    throws: byRuntime(textOrEmpty),
    alsoSends: byRuntime(listOf(interval)),
    sendsEmpty: listOf(interval),
    alsoReceives: listOf(interval),
    swallows: flag,
    forwards: flag,
    implicit: flag,
    taken: shape({ from: text, calls: text }),
    methods: recordOf(method),
    members: recordOf(anyShape),
    on: recordOf(listOf(orNull(anyShape))),
    listen: recordOf(anyShape),
    construct: method,
  },
);

const library = shape(
  { name: text },
  {
    title: text,
    url: text,
    api: text,
    runtime: oneOf(...RUNTIMES),
    lookAlike: flag,
    modules: listOf(text),
    exports: recordOf(anyShape),
    globals: recordOf(anyShape),
    types: recordOf(type),
  },
);

/**
 * Reads a library that a user describes in settings, in the catalogue's own shape.
 *
 * @param path where it stands, for messages
 * @throws TypeError that names the wrong key
 */
export function readLibrary(value: unknown, path: string): Library {
  const { types } = (value ?? {}) as { readonly types?: unknown };
  library(value, path, Object.keys(types ?? {}));
  const described = value as Omit<Library, "title"> & { readonly title?: string };
  refuseCycles(described.types ?? {}, `${path}.types`);
  return { ...described, title: described.title ?? described.name };
}

/** What extends itself, through others too, would have no end. */
function refuseCycles(types: NonNullable<Library["types"]>, path: string): void {
  for (const [name, { extends: base }] of Object.entries(types)) {
    const above = new Set<string>();
    for (let at = base; at !== undefined && !above.has(at); at = types[at]?.extends) above.add(at);
    if (above.has(name))
      fail(`${path}.${name}.extends`, base, `a type in \`types\` that does not extend ${name}`);
  }
}

function entriesOf(value: unknown, path: string): readonly [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(path, value, "an object");
  return Object.entries(value);
}

function fail(path: string, value: unknown, wanted: string): never {
  throw new TypeError(`${path} is ${JSON.stringify(value)}. Use ${wanted}.`);
}
