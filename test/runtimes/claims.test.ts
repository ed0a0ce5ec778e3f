import { expect, test } from "vitest";
import { contradictions } from "./claims.ts";
import { wsClient } from "./implementations/ws.ts";
import { partysocket } from "./implementations/wrappers.ts";

const endpoint = {
  sent: ["1000-1003", "1007-1014", "3000-4999"],
  "throws TypeError": ["0-999", "1004-1006", "1015-2999", "5000-65535"],
};
const row = (codes: Record<string, string[]>) => ({ codes, closeEvent: {}, calls: {} });

test("a row that fits the profile contradicts nothing", () => {
  expect(contradictions(wsClient, "8.23.0", row(endpoint))).toEqual([]);
});

test("a contradiction names the library, the codes, the claim and the fact", () => {
  const codes = {
    sent: ["1000-1003", "1007-1013", "1015", "3000-4999"],
    "throws TypeError": ["0-999", "1004-1006", "1016-2999", "5000-65535"],
  };
  expect(contradictions(wsClient, "9.0.0", row(codes))).toEqual([
    'ws client 9.0.0, close(1014): profile "endpoint" claims "sent", in fact "not measured".',
    'ws client 9.0.0, close(1015): profile "endpoint" claims "throws", in fact "sent".',
  ]);
});

test("what is declared beside the profile is held against the facts too", () => {
  const codes = {
    sent: ["1000", "3000-4999"],
    "nothing happens": ["0-999", "1001-2999"],
    "throws InvalidAccessError": ["5000-65535"],
  };
  expect(contradictions(partysocket, "1.3.0", row(codes))).toEqual([
    'partysocket over undici 1.3.0, close(5000-65535): profile "browser" claims "nothing happens", in fact "throws InvalidAccessError".',
  ]);
});
