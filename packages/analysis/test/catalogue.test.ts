import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { libraries, type Library, type Shape } from "ws-close-codes-analysis";
import { Catalogue } from "../src/catalogue/catalogue.ts";
import type { Method } from "../src/catalogue/library.ts";
import type { TypeFact } from "../src/syntax.ts";

const FIXTURES = new URL("../../../fixtures/", import.meta.url);
const ROLES = ["code", "reason", "clean"];

/** The type names that a library's data refer to. */
function typesNamed({ exports = {}, globals = {}, types = {} }: Library): string[] {
  const named: string[] = [];
  const shape = (one: Shape | null | undefined): void => {
    if (one === null || one === undefined) return;
    if (typeof one === "string") named.push(...(ROLES.includes(one) ? [] : [one]));
    else if ("new" in one) named.push(one.new, ...(one.type === undefined ? [] : [one.type]));
    else if ("promise" in one) shape(one.promise);
    else if ("each" in one) shape(one.each);
    else if ("handler" in one) [...one.handler, one.returns].forEach(shape);
    else if ("tuple" in one) one.tuple.forEach(shape);
    else if ("anyOf" in one) one.anyOf.forEach(shape);
    else if ("members" in one) Object.values(one.members).forEach(shape);
    else if ("method" in one) method(one.method);
  };
  const method = ({ args = [], returns }: Method): void => {
    [...args, returns].forEach(shape);
  };
  [...Object.values(exports), ...Object.values(globals)].forEach(shape);
  for (const type of Object.values(types)) {
    const { members = {}, methods = {}, listen = {}, on = {}, construct = {} } = type;
    if (type.extends !== undefined) named.push(type.extends);
    [...Object.values(members), ...Object.values(listen)].forEach(shape);
    Object.values(on).forEach((params) => {
      params.forEach(shape);
    });
    [...Object.values(methods), construct].forEach(method);
  }
  return named;
}

describe("every library", () => {
  it.each(libraries.map((library) => [library.name, library] as const))(
    "%s names only types that it has",
    (_, library) => {
      const known = Object.keys(library.types ?? {});
      expect(typesNamed(library).filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it("has a name of its own", () => {
    const names = libraries.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("has fixtures, and every folder of fixtures a library", () => {
    const without = libraries.filter(({ name }) => !existsSync(new URL(`${name}/`, FIXTURES)));
    expect(without.map(({ name }) => name)).toEqual([]);
    const folders = readdirSync(FIXTURES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "look-alikes")
      .map(({ name }) => name);
    const names = libraries.map(({ name }) => name);
    expect(folders.filter((folder) => !names.includes(folder))).toEqual([]);
  });

  it("sends nothing if it is a look-alike", () => {
    const sending = libraries.filter(
      (library) => library.lookAlike && /"send":|"code"(?!:)/.test(JSON.stringify(library)),
    );
    expect(sending.map(({ name }) => name)).toEqual([]);
  });
});

describe("the catalogue", () => {
  const catalogue = new Catalogue(libraries);

  it.each([
    ["ws", "ws"],
    ["npm:ws@8", "ws"],
    ["npm:ws", "ws"],
    ["npm:/ws@8.18.0", "ws"],
    ["jsr:@hono/node-ws@1", "hono"],
    ["npm:hono@4/deno", "hono"],
    ["crossws/adapters/node", "crossws"],
    ["graphql-ws/lib/use/ws", "graphql-ws"],
  ])("knows what %s is", (specifier, name) => {
    expect(catalogue.module(specifier).map((library) => library.name)).toContain(name);
  });

  it.each(["./ws", "wss", "ws/lib/sender.js", "@scope/ws", "npm:", ""])(
    "takes %j for nothing it knows",
    (specifier) => {
      expect(catalogue.module(specifier)).toEqual([]);
    },
  );

  const fact = (name: string, file: string, bases: TypeFact[] = []): TypeFact => ({
    name,
    files: [`/project/node_modules/${file}`],
    global: false,
    bases,
  });

  it("knows a type by its package, and one that descends from it", () => {
    const socket = fact("WebSocket", "@types/ws/index.d.mts");
    expect(catalogue.declared(socket)?.library.name).toBe("ws");
    expect(catalogue.declared(fact("Client", "mine/index.d.ts", [socket]))?.name).toBe("WebSocket");
    expect(catalogue.declared(fact("WebSocket", "other/index.d.ts"))).toBeUndefined();
  });

  it("takes what only descends from a look-alike for no look-alike", () => {
    const stream = fact("Socket", "@types/node/net.d.ts");
    expect(catalogue.declared(stream)?.lookAlike).toBe(true);
    expect(catalogue.declared(fact("Connection", "mine/index.d.ts", [stream]))).toBeUndefined();
  });
});
