import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_REASON_BYTES, reasonByteLength } from "ws-close-codes";

test("a reason may be 123 bytes long", () => {
  expect(MAX_REASON_BYTES).toBe(123);
});

test.each([
  ["", 0],
  ["bye", 3],
  ["é", 2],
  ["€".repeat(41), 123],
  ["你".repeat(42), 126],
  ["🔌".repeat(32), 128],
  ["\u007f", 1],
  ["\u0080", 2],
  ["\u07ff", 2],
  ["\u0800", 3],
  ["\uffff", 3],
  ["\u{10000}", 4],
  ["\ud83d", 3],
  ["\udd0c\ud83d", 6],
  ["a\ud83db", 5],
])("the reason %j takes %i bytes", (reason, bytes) => {
  expect(reasonByteLength(reason)).toBe(bytes);
});

test("bytes are counted as TextEncoder encodes them, lone surrogates included", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      (reason) => reasonByteLength(reason) === new TextEncoder().encode(reason).length,
    ),
  );
});
