import { profiles } from "ws-close-codes";
import type { Library } from "./library.ts";

/** Checks one value; `path` says where it stands, as a user would write it. */
type Check = (value: unknown, path: string) => void;

const text: Check = (value, path) => {
  if (typeof value !== "string" || value === "") fail(path, value, "a text");
};

const flag: Check = (value, path) => {
  if (value !== true) fail(path, value, "true, or leave it out");
};

function oneOf(...names: readonly string[]): Check {
  return (value, path) => {
    if (typeof value !== "string" || !names.includes(value))
      fail(path, value, `one of ${names.join(", ")}`);
  };
}

function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) fail(path, value, "a list");
    else
      value.forEach((one, index) => {
        check(one, `${path}[${index}]`);
      });
  };
}

function recordOf(check: Check): Check {
  return (value, path) => {
    for (const [key, one] of entriesOf(value, path)) check(one, `${path}.${key}`);
  };
}

/** An object with these keys and no others; the required ones first. */
function shape(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const known = { ...required, ...optional };
  return (value, path) => {
    const entries = entriesOf(value, path);
    for (const [key, one] of entries) {
      const check = Object.hasOwn(known, key) ? known[key] : undefined;
      if (!check)
        throw new TypeError(
          `${path} has no key ${JSON.stringify(key)}. Use ${Object.keys(known).join(", ")}.`,
        );
      check(one, `${path}.${key}`);
    }
    for (const key of Object.keys(required))
      if (!entries.some(([name]) => name === key))
        throw new TypeError(`${path} has no ${key}. Add it.`);
  };
}

/** The object forms of a shape by the key that marks them, or a text. */
function anyShape(value: unknown, path: string): void {
  if (typeof value === "string") return;
  const [mark] = entriesOf(value, path)
    .map(([key]) => key)
    .filter((key) => Object.hasOwn(SHAPES, key));
  const check = mark === undefined ? undefined : SHAPES[mark];
  if (!check)
    throw new TypeError(
      `${path} is no shape: it has none of the keys ${Object.keys(SHAPES).join(", ")}. Name a role (code, reason, clean), a type, or use one of them.`,
    );
  check(value, path);
}

const orNull =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path);
  };

const index: Check = (value, path) => {
  if (!Number.isInteger(value) || (value as number) < 0)
    fail(path, value, "an argument's index, 0 for the first");
};

const position: Check = (value, path) => {
  if (!Array.isArray(value)) {
    index(value, path);
    return;
  }
  if (value.length !== 2) fail(path, value, "an index, or [index, key]");
  index(value[0], `${path}[0]`);
  text(value[1], `${path}[1]`);
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
  new: shape({ new: text }, { type: text, extended: text }),
  promise: shape({ promise: anyShape }),
  each: shape({ each: anyShape }),
  members: shape({ members: recordOf(anyShape) }),
  handler: shape({ handler: listOf(orNull(anyShape)) }, { returns: anyShape }),
  method: shape({ method }),
  constants: shape({ constants: recordOf(index) }),
  events: shape({ events: recordOf(text) }),
  tuple: shape({ tuple: listOf(orNull(anyShape)) }),
  anyOf: shape({ anyOf: listOf(anyShape) }),
};

const specifier: Check = (value, path) => {
  const from = entriesOf(value, path).find(([key]) => key === "from")?.[1];
  oneOf("lib", "package", "file")(from, `${path}.from`);
  const more: Record<string, Check> = from === "package" ? { package: text } : {};
  shape({ from: text, name: text, ...more }, from === "file" ? { path: text } : {})(value, path);
};

function byRuntime(check: Check): Check {
  return (value, path) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      recordOf(check)(value, path);
    else check(value, path);
  };
}

const type = shape(
  {},
  {
    extends: text,
    declared: listOf(specifier),
    profile: byRuntime((value, path) => {
      (Array.isArray(value) ? listOf(profile) : profile)(value, path);
    }),
    part: oneOf("client", "server"),
    throws: byRuntime(text),
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
    runtime: oneOf("browser", "node", "bun", "deno", "workers", "react-native"),
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
  library(value, path);
  const described = value as Omit<Library, "title"> & { readonly title?: string };
  for (const [name, { extends: base }] of Object.entries(described.types ?? {}))
    if (base !== undefined && (base === name || !Object.hasOwn(described.types ?? {}, base)))
      fail(`${path}.types.${name}.extends`, base, "the name of another type in `types`");
  return { ...described, title: described.title ?? described.name };
}

function entriesOf(value: unknown, path: string): readonly [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(path, value, "an object");
  return Object.entries(value);
}

function fail(path: string, value: unknown, wanted: string): never {
  throw new TypeError(`${path} is ${JSON.stringify(value)}. Use ${wanted}.`);
}
