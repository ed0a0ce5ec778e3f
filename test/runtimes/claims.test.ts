/** The committed tables, held against what our words say of the same programs. */
import { describe, expect, test } from "vitest";
import { contradictions } from "./claims.ts";
import { implementations } from "./implementations/index.ts";
import { wsClient } from "./implementations/ws.ts";
import { readTable } from "./tables.ts";

const table = readTable("send");

test.each(implementations.map((each) => [each.name, each] as const))(
  "what we say of %s is what it was measured to do",
  (name, implementation) => {
    const row = table.find((each) => each.name === name);
    if (row === undefined) throw new Error(`send.json has no row of ${name}.`);
    expect(contradictions(implementation, row.version, row)).toEqual([]);
  },
);

describe("a contradiction names the library, the call, the claim and the fact:", () => {
  const row = table.find(({ name }) => name === wsClient.name);
  const { codes = {}, calls = {} } = row ?? {};

  test("of a code", () => {
    const changed = {
      sent: ["1000-1003", "1007-1013", "1015", "3000-4999"],
      "throws TypeError": ["0-999", "1004-1006", "1016-2999"],
      "throws RangeError": ["5000-65535"],
    };
    expect(contradictions(wsClient, "9.0.0", { codes: changed, calls })).toEqual([
      'ws client 9.0.0, close(1014): we claim "sent", in fact "not measured".',
      'ws client 9.0.0, close(1015): we claim "throws TypeError", in fact "sent".',
      'ws client 9.0.0, close(5000-65535): we claim "throws TypeError", in fact "throws RangeError".',
    ]);
  });

  test("of an odd call", () => {
    const changed = {
      ...calls,
      "close(-1)": "sends 65535",
      'close(1000, "a" x 124)': "throws SyntaxError",
    };
    expect(contradictions(wsClient, "9.0.0", { codes, calls: changed })).toEqual([
      'ws client 9.0.0, close(-1): we claim "throws TypeError", in fact "sends 65535".',
      'ws client 9.0.0, close(1000, "a" x 124): we claim "throws RangeError", in fact "throws SyntaxError".',
    ]);
  });

  test("of what is declared as too simple", () => {
    const simple = { ...wsClient, unlike: { codes: { "nothing happens": ["1005"] } } };
    expect(contradictions(simple, "9.0.0", { codes, calls })).toEqual([
      'ws client 9.0.0, close(1005): we claim "nothing happens", in fact "throws TypeError".',
    ]);
  });
});
