import { describe, expect, it } from "vitest";
import { defaultSettings, libraries, readSettings } from "../src/index.ts";

const house = {
  name: "house",
  modules: ["@acme/house-socket"],
  exports: { HouseSocket: { new: "Socket" } },
  types: {
    Socket: {
      profile: "endpoint",
      declared: [{ from: "package", package: "@acme/house-socket", name: "HouseSocket" }],
      methods: { hangUp: { send: { code: 0, reason: 1 } } },
      on: { gone: ["code", "reason"] },
    },
  },
};

describe("settings", () => {
  it("are the defaults where nothing is said", () => {
    expect(readSettings(undefined)).toBe(defaultSettings);
    expect(readSettings({})).toEqual(defaultSettings);
  });

  it("read a socket of the user's own", () => {
    const { sockets } = readSettings({ sockets: [house] });
    expect(sockets).toEqual([{ ...house, title: "house" }]);
  });

  it.each(libraries.map((library) => [library.name, library] as const))(
    "take %s as the catalogue has it",
    (_, library) => {
      expect(readSettings({ sockets: [library] }).sockets).toEqual([library]);
    },
  );

  it("take a chain of types", () => {
    const types = { A: {}, B: { extends: "A" }, C: { extends: "B" }, D: { extends: "B" } };
    expect(readSettings({ sockets: [{ name: "a", types }] }).sockets[0]?.types).toEqual(types);
  });

  it("name keys by the path that the host gives", () => {
    expect(() => readSettings({ runtime: "nodejs" }, "")).toThrow(
      'The setting runtime is "nodejs".',
    );
    expect(() => readSettings({ sockets: [{}] }, "")).toThrow(/^sockets\[0\] has no name\./u);
  });

  it.each([
    [[], "must be an object"],
    [{ runtime: "nodejs" }, '`ws-close-codes`.runtime is "nodejs". Use one of auto, browser'],
    [{ typeInformation: true }, "typeInformation is true. Use auto or off."],
    [{ socket: [] }, 'has no key "socket". Use runtime, typeInformation or sockets.'],
    [{ sockets: house }, "sockets is {"],
    [{ sockets: [{ ...house, name: undefined }] }, "sockets[0].name is undefined"],
    [{ sockets: [{ modules: ["a"] }] }, "sockets[0] has no name. Add it."],
    [{ sockets: [{ ...house, module: "a" }] }, 'sockets[0] has no key "module". Use name, title'],
    [
      { sockets: [{ ...house, exports: { A: { nwe: "Socket" } } }] },
      "sockets[0].exports.A is no shape",
    ],
    [
      { sockets: [{ name: "a", types: { S: { profile: "server" } } }] },
      'sockets[0].types.S.profile is "server". Use one of browser, endpoint',
    ],
    [
      { sockets: [{ name: "a", types: { S: { methods: { close: { send: { code: "0" } } } } } }] },
      "sockets[0].types.S.methods.close.send.code",
    ],
    [
      { sockets: [{ name: "a", types: { S: { extends: "S" } } }] },
      'sockets[0].types.S.extends is "S". Use a type in `types` that does not extend S.',
    ],
    [
      { sockets: [{ name: "a", types: { S: { extends: "T" }, T: { extends: "S" } } }] },
      'sockets[0].types.S.extends is "T". Use a type in `types` that does not extend S.',
    ],
    [
      { sockets: [{ name: "a", types: { R: { extends: "S" }, S: { extends: "S" } } }] },
      'sockets[0].types.S.extends is "S".',
    ],
    [
      { sockets: [{ name: "a", types: { S: { extends: "T" } } }] },
      'sockets[0].types.S.extends is "T". Use the name of a type in `types`.',
    ],
    [
      { sockets: [{ ...house, exports: { A: { new: "Sokcet" } } }] },
      'sockets[0].exports.A.new is "Sokcet". Use the name of a type in `types`.',
    ],
    [
      { sockets: [{ name: "a", globals: { A: { new: "S" } } }] },
      'sockets[0].globals.A.new is "S". Use the name of a type in `types`.',
    ],
    [
      { sockets: [{ ...house, exports: { a: { method: { returns: "cdoe" } } } }] },
      'sockets[0].exports.a.method.returns is "cdoe". Use code, reason, clean or the name of a type in `types`.',
    ],
    [
      { sockets: [{ name: "a", types: { S: { on: { gone: ["code", "raeson"] } } } }] },
      'sockets[0].types.S.on.gone[1] is "raeson". Use code, reason, clean or the name',
    ],
    [
      { sockets: [{ name: "a", types: { S: { profile: { atuo: "endpoint" } } } }] },
      'sockets[0].types.S.profile has no key "atuo". Use auto, browser, node',
    ],
    [
      { sockets: [{ ...house, exports: { once: { awaits: "close" } } }] },
      'sockets[0].exports.once.awaits is "close". Use event.',
    ],
    [
      { sockets: [{ name: "a", types: { S: { declared: [{ from: "npm", name: "S" }] } } }] },
      'sockets[0].types.S.declared[0].from is "npm". Use one of lib, package, file.',
    ],
  ])("name the wrong key in %j", (settings, message) => {
    expect(() => readSettings(settings)).toThrow(message);
    expect(() => readSettings(settings)).toThrow(TypeError);
  });
});
