/**
 * What the libraries that we know are spelled with.
 */
import type { Library, Method, Shape } from "../catalogue/library.ts";

/** What is looked for in a text. */
export interface Words {
  /** Methods that take a code as an argument. */
  readonly calls: Set<string>;
  /** Methods that take an object with a code. */
  readonly keyedCalls: Set<string>;
  /** Names that a code is sent or received by. */
  readonly names: Set<string>;
}

/** The words beside which a code may stand. */
export function wordsOf(libraries: readonly Library[]): Readonly<Words> {
  const found: Words = { calls: new Set(), keyedCalls: new Set(), names: new Set() };
  for (const library of libraries) {
    const { modules = [], exports = {}, globals = {}, types = {} } = library;
    for (const [name, shape] of [...Object.entries(exports), ...Object.entries(globals)]) {
      // The default export goes by any name, and by that of its module.
      const names = name === "default" || name === "module.exports" ? modules : [name];
      addShape(found, names, shape, library);
    }
    for (const type of Object.values(types)) {
      const { members = {}, methods = {}, on = {}, listen = {}, construct } = type;
      for (const [name, shape] of [...Object.entries(members), ...Object.entries(listen)])
        addShape(found, [name], shape, library);
      for (const [event, params] of Object.entries(on))
        for (const shape of params) if (shape !== null) addShape(found, [event], shape, library);
      for (const [name, method] of Object.entries(methods))
        addMethod(found, [name], method, library);
      // Who constructs it is known by the names of its class.
      for (const shape of construct?.args ?? [])
        if (shape !== null) addShape(found, [], shape, library);
    }
  }
  return found;
}

/** Adds what a shape that goes by these names brings; a code that it is or hands on goes by them too. */
function addShape(found: Words, names: readonly string[], shape: Shape, library: Library): void {
  const inside = (inner: Shape | null): void => {
    if (inner !== null) addShape(found, names, inner, library);
  };
  if (typeof shape === "string") {
    if (shape === "code") names.forEach((name) => found.names.add(name));
  } else if ("new" in shape) {
    const send = library.types?.[shape.new]?.construct?.send;
    if (send) names.forEach((name) => found.names.add(name));
  } else if ("promise" in shape) inside(shape.promise);
  else if ("each" in shape) inside(shape.each);
  else if ("handler" in shape) [...shape.handler, shape.returns ?? null].forEach(inside);
  else if ("tuple" in shape) shape.tuple.forEach(inside);
  else if ("anyOf" in shape) shape.anyOf.forEach(inside);
  else if ("method" in shape) addMethod(found, names, shape.method, library);
  else if ("members" in shape)
    for (const [name, inner] of Object.entries(shape.members))
      addShape(found, [name], inner, library);
}

function addMethod(
  found: Words,
  names: readonly string[],
  { send, args = [], returns }: Method,
  library: Library,
): void {
  if (send) {
    if (typeof send.code === "number") names.forEach((name) => found.calls.add(name));
    else {
      names.forEach((name) => found.keyedCalls.add(name));
      found.names.add(send.code[1]);
    }
  }
  for (const shape of [...args, returns ?? null])
    if (shape !== null) addShape(found, names, shape, library);
}
