import { describe as group, expect, test } from "vitest";
import { protocolCodes, protocols } from "ws-close-codes";

const ids = (code: number, imported?: readonly string[]): readonly string[] =>
  protocolCodes(code, imported).map(({ protocol, name }) => `${protocol.id} ${name}`);

group("the application protocols", () => {
  test("have unique ids, in alphabetical order", () => {
    const all = protocols.map(({ id }) => id);
    expect(all).toEqual([...new Set(all)].sort());
  });

  test.each(protocols.map((protocol) => [protocol.name, protocol] as const))(
    "%s is complete",
    (_, { name, url, codes }) => {
      expect(name).not.toBe("");
      expect(URL.canParse(url)).toBe(true);
      expect(codes.length).toBeGreaterThan(0);
      const numbers = codes.map(({ code }) => code);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      for (const { code, name, meaning } of codes) {
        expect(code >= 1000 && code <= 4999 && Number.isInteger(code)).toBe(true);
        expect(name).toMatch(/^[A-Z][A-Za-z]+$/u);
        expect(meaning).toMatch(/^[A-Z].+\.$/u);
      }
    },
  );
});

group("what a code means", () => {
  test("is what the imported package says", () => {
    expect(ids(4011, ["discord.js"])).toEqual(["discord-gateway ShardingRequired"]);
    expect(ids(4401, ["graphql-ws/use/ws", "ws"])).toEqual(["graphql-transport-ws Unauthorized"]);
    expect(ids(4011, ["oceanic.js"])).toEqual([
      "discord-gateway ShardingRequired",
      "discord-voice ServerNotFound",
    ]);
    expect(protocolCodes(4011, ["discord.js"])[0]).toMatchObject({
      imported: true,
      reconnect: false,
    });
  });

  test("follows the most exact package", () => {
    expect(ids(4011, ["discord-api-types/v10"])).toEqual(["discord-gateway ShardingRequired"]);
    expect(ids(4011, ["discord-api-types/voice/v8"])).toEqual(["discord-voice ServerNotFound"]);
    expect(ids(4001, ["discord-api-types/rpc/v10"])).toEqual(["discord-rpc InvalidOrigin"]);
  });

  test("is a list of candidates if nothing that is imported defines it", () => {
    const candidates = protocolCodes(4001);
    expect(candidates.length).toBeGreaterThan(5);
    expect(candidates.every(({ imported }) => !imported)).toBe(true);
    expect(ids(4001, ["ws", "discord.js-extras", "graphql-ws"])).toEqual(ids(4001));
  });

  test("is nothing if nobody defines it", () => {
    expect(protocolCodes(4998)).toEqual([]);
    expect(protocolCodes(4998, ["discord.js"])).toEqual([]);
    expect(protocolCodes(NaN)).toEqual([]);
  });
});
