import type { CatalogueType } from "../catalogue/catalogue.ts";

const NAME = "([\"'`])([^\"'`]+)\\1";
/** `jest.mock("ws")`, `vi.doMock("ws", ...)`, `mock.module("ws", ...)`. */
const MODULE = new RegExp(
  String.raw`\b(?:do|unstable_)?mock(?:Module)?(?:\.module)?\(\s*${NAME}`,
  "gi",
);
/** `vi.stubGlobal("WebSocket", Fake)`, `globalThis.WebSocket = Fake`. */
const GLOBAL = new RegExp(
  String.raw`\bstubGlobal\(\s*${NAME}|\b(?:globalThis|global|window|self)\.(\w+)\s*=(?![=>])`,
  "g",
);
/** `vi.spyOn(socket, "close")`, `sinon.stub(socket, "close")`, `WebSocket.prototype.close = stop`. */
const METHOD = new RegExp(
  String.raw`\b(?:spyOn|stub|replace)\(\s*[\w.#$]+\s*,\s*${NAME}|\bWebSocket\.prototype\.(\w+)\s*=(?![=>])`,
  "g",
);

/** The names of what a file replaces. */
export interface Replaced {
  readonly modules: ReadonlySet<string | undefined>;
  readonly globals: ReadonlySet<string | undefined>;
  readonly methods: ReadonlySet<string | undefined>;
}

/**
 * Whether a file puts something of its own in the place of a library, as tests do: what is sent then
 * goes nowhere.
 *
 * @param method - the name of the method that sends
 */
export function isReplaced(
  types: readonly CatalogueType[],
  method: string,
  { modules, globals, methods }: Replaced,
): boolean {
  return (
    methods.has(method) ||
    types.some(
      ({ library }) =>
        (library.modules ?? []).some((name) => modules.has(name)) ||
        Object.keys(library.globals ?? {}).some((name) => globals.has(name)),
    )
  );
}

/** What a text puts something else in the place of. */
export function replacedIn(text: string): Replaced {
  return {
    modules: namesIn(text, MODULE),
    globals: namesIn(text, GLOBAL),
    methods: namesIn(text, METHOD),
  };
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string | undefined> {
  return new Set([...text.matchAll(pattern)].map(([, , quoted, plain]) => quoted ?? plain));
}
