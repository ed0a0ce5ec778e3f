import fc from "fast-check";
import { describe as group, expect, test } from "vitest";
import {
  CloseCode,
  findCloseCodes,
  isRightName,
  registeredCodes,
  vocabularies,
} from "ws-close-codes";

group("finding a code by name", () => {
  test.each([
    ["CLOSE_GOING_AWAY", [1001]],
    ["GoingAway", [1001]],
    ["going away", [1001]],
    ["WS_1001_GOING_AWAY", [1001]],
    ["CloseCode.GoingAway", [1001]],
    ["CloseCode::Error", [1011]],
    ["NORMAL_CLOSE_CODE", [1000]],
    ["TLSHandshake", [1015]],
    ["Mandatory Ext.", [1010]],
    ["MANDATORY_EXTENSION", [1010]],
    ["INVALID_UTF8", [1007]],
    ["CLOSE_REASON_INTERNAL_SERVER_ERROR", [1011]],
    ["WINHTTP_WEB_SOCKET_SUCCESS_CLOSE_STATUS", [1000]],
    ["Unauthorized", [3000]],
    ["UNSUPPORTED_DATA", [1003, 1007]],
    ["CLOSE_TOO_LARGE", [1009, 1004]],
  ])("%s is %j", (alias, codes) => {
    expect(findCloseCodes(alias)).toEqual(codes);
  });

  test.each([
    "",
    " ",
    "...",
    "1001",
    "CLOSE",
    "close code",
    "INVALID_CLOSE_CODE",
    "CLOSE_ERROR",
    "constructor",
    "__proto__",
  ])("%j is none", (alias) => {
    expect(findCloseCodes(alias)).toEqual([]);
  });

  test("nothing is found in a very long name, at once", () => {
    expect(findCloseCodes("CLOSE_".repeat(10_000) + "NORMAL")).toEqual([]);
  });

  test("what usually stands before or after a name adds nothing", () => {
    const before = ["WS", "WSS", "WEB_SOCKET", "WEBSOCKET", "WINHTTP", "CLOSE", "EVENT", "CODE"];
    for (const prefix of [...before, "CODES", "STATUS", "REASON", "WS_CLOSE_REASON"]) {
      expect(findCloseCodes(`${prefix}_ABNORMAL`), prefix).toEqual([1006]);
    }
    for (const suffix of ["CLOSE", "CODE", "STATUS", "REASON", "CLOSE_STATUS_CODE"]) {
      expect(findCloseCodes(`ABNORMAL_${suffix}`), suffix).toEqual([1006]);
    }
  });

  const general = ["again", "away", "empty", "error", "extension", "invalid", "no", "ok", "policy"];
  general.push("protocol", "reserved", "restart", "size", "status", "success", "tls");
  test.each([...general, "unacceptable", "unknown"])("%s is too general to be a part", (word) => {
    expect(findCloseCodes(`WS_${word}_CODE`)).toEqual([]);
    expect(isRightName(word, 1000)).toBeUndefined();
  });

  test("every name of every vocabulary finds its code, in any spelling", () => {
    for (const { names } of vocabularies) {
      for (const [name, code] of Object.entries(names)) {
        const words = name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])\d*/gu) as string[];
        const capitalised = words.map((w) => w.charAt(0).toUpperCase() + w.slice(1).toLowerCase());
        for (const spelling of [
          name,
          words.join("_").toUpperCase(),
          words.join("-").toLowerCase(),
          capitalised.join(""),
          `CloseCode.${capitalised.join("")}`,
        ]) {
          expect(findCloseCodes(spelling), spelling).toContain(code);
        }
      }
    }
  });

  test("every registered name and every member finds its own code first", () => {
    for (const { code, name } of registeredCodes) expect(findCloseCodes(name)[0]).toBe(code);
    for (const [name, code] of Object.entries(CloseCode)) {
      expect(findCloseCodes(name)[0]).toBe(code);
    }
  });

  test("any string is an answer, never an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (alias) => {
        expect(findCloseCodes(alias).every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

group("a name is", () => {
  test.each([
    ["UNSUPPORTED_DATA", 1003],
    ["CLOSE_TOO_LARGE", 1009],
    ["CLOSE_UNSUPPORTED", 1003],
    ["Unauthorized", 3000],
    ["CLOSE_NORMAL", 1000],
  ])("right: %s for %i", (alias, code) => {
    expect(isRightName(alias, code)).toBe(true);
  });

  test.each([
    ["UNSUPPORTED_DATA", 1007],
    ["MANDATORY_EXTENSION", 1019],
    ["TIMEOUT", 3000],
    ["CLOSE_NORMAL", 1001],
    ["KICKED", 3003],
    ["CloseCode.RoomFull", 3000],
    ["server shutting down", 3008],
  ])("wrong: %s for %i", (alias, code) => {
    expect(isRightName(alias, code)).toBe(false);
  });

  test.each(["ERROR", "OK", "Away", "HELLO", ""])("not to be judged: %s", (alias) => {
    expect(isRightName(alias, 1006)).toBeUndefined();
  });

  test.each([
    ["KICKED", 3001],
    ["KICKED", 4003],
    ["KICKED", 1008],
    ["ACCESS_DENIED", 3003],
    ["KICKED_FOR_IDLE", 3008],
    ["the room is full of guests", 3000],
    ["CloseCode", 3000],
  ])("not to be judged: %s for %i", (alias, code) => {
    expect(isRightName(alias, code)).toBeUndefined();
  });

  test("right in every vocabulary, unless the registry gives it to another code", () => {
    const wrong = vocabularies.flatMap(({ id, names }) =>
      Object.entries(names)
        .filter(([name, code]) => isRightName(name, code) === false)
        .map(([name, code]) => `${id}: ${name} ${code}`),
    );
    expect(wrong).toEqual(["mdn-old: Unsupported Data 1007"]);
  });
});
