import { describe, expect, test } from "vitest";
import {
  en,
  explainForwarded,
  explainLibraryRange,
  explainMisnamed,
  explainReason,
  privateUseFor,
  type ReasonVerdict,
  type Target,
} from "../src/index.ts";
import { zhCN } from "../src/texts/zh-CN.ts";

const browser: Target = { profiles: ["browser"] };
const ws: Target = { profiles: ["endpoint"], throws: "TypeError", api: "ws" };

describe("explaining a forwarded code", () => {
  test("says what may not be sent, and what then happens", () => {
    expect(explainForwarded(browser, "close(code)")?.message).toBe(
      "`close(code)` passes on a received code, which may be 1001-1003 or 1005-1015, not for applications to send: then it throws InvalidAccessError in browsers. Send 1000 in the place of such a code.",
    );
    expect(explainForwarded(ws, "close(code)")?.message).toBe(
      "`close(code)` passes on a received code, which may be 1005, 1006 or 1015, set locally and never sent: then it throws TypeError in `ws`. Send 1000 in the place of such a code.",
    );
  });

  test.each([
    [[1006], "1006, set locally and never sent"],
    [[1005, 1015], "1005 or 1015, set locally and never sent"],
    [[1001, 1002, 1006], "1001, 1002 or 1006, not for applications to send"],
    [[1001, 1002, 1003, 1015], "1001-1003 or 1015, not for applications to send"],
    [[1007, 1008, 1009, 1010], "1007-1010, not for applications to send"],
  ])("names those that come through: %j", (codes, unsendable) => {
    expect(explainForwarded(browser, "close(code)", en, codes)?.data.unsendable).toBe(unsendable);
  });

  test("names none that the API takes", () => {
    const data = explainForwarded(ws, "close(code)", en, [1000, 1006, 4000])?.data;
    expect(data?.unsendable).toBe("1006, set locally and never sent");
    expect(data?.outcome).toBe("throws TypeError in `ws`");
  });

  test("says it in Chinese", () => {
    expect(explainForwarded(ws, "close(code)", zhCN)?.message).toBe(
      "`close(code)` 转发收到的关闭码，它可能是 1005、1006 或 1015，只在本地设置，从不发送：此时在 `ws` 中抛出 TypeError。遇到这样的关闭码，请改为发送 1000。",
    );
  });

  test("says nothing of 1015 alone, which hardly any runtime reports", () => {
    expect(explainForwarded(ws, "close(code)", en, [1015])).toBeUndefined();
    expect(explainForwarded(ws, "close(code)", en, [])).toBeUndefined();
  });

  test("says nothing of APIs that take every received code", () => {
    expect(explainForwarded({ profiles: ["simulated"] }, "close(code)")).toBeUndefined();
    const empty: Target = { profiles: ["endpoint-unchecked"], sendsEmpty: [[1005, 1006]] };
    expect(explainForwarded(empty, "close(code)")).toBeUndefined();
    const half: Target = { profiles: ["endpoint-unchecked"], sendsEmpty: [[1005, 1005]] };
    expect(explainForwarded(half, "close(code)")).toBeDefined();
  });
});

describe("explaining a misnamed code", () => {
  test("says which code has the name, and what this one means", () => {
    expect(explainMisnamed("UNSUPPORTED_DATA", 1007, 1003).message).toBe(
      "`UNSUPPORTED_DATA` is 1003, and 1007 is Invalid Frame Payload Data: whoever reads this name misreads the close. Name 1007 after its meaning, or give `UNSUPPORTED_DATA` the value 1003.",
    );
    expect(explainMisnamed("MANDATORY_EXTENSION", 1019, 1010).message).toBe(
      "`MANDATORY_EXTENSION` is 1010, and 1019 is unassigned: nobody may send it. Give `MANDATORY_EXTENSION` the value 1010.",
    );
    expect(explainMisnamed("KICKED", 3003, undefined).message).toBe(
      "`KICKED` is not what 3003 means: IANA has registered it as Forbidden, for every library. Give `KICKED` a code of 4000-4999.",
    );
  });

  test.each([
    [4001, 1001],
    [999, 1001],
    [1000.5, 1001],
    [5000, 1001],
    [2000, undefined],
    [4001, undefined],
  ])("is only for codes that mean something else or nothing: %j for %j", (code, right) => {
    expect(() => explainMisnamed("GOING_AWAY", code, right)).toThrow(RangeError);
    expect(() => explainMisnamed("GOING_AWAY", code, right)).toThrow(`${code} has no meaning`);
  });
});

describe("explaining the library range", () => {
  test.each([2999, 4000, 4500, 3000.5, NaN])("is not for %j", (code) => {
    const message = `${code} is not a code of libraries. Pass an integer from 3000 to 3999.`;
    expect(() => explainLibraryRange(code, "close()")).toThrow(new RangeError(message));
    expect(() => privateUseFor(code)).toThrow(new RangeError(message));
  });
});

describe("explaining a reason", () => {
  test.each([
    [browser, "browsers throw SyntaxError"],
    [ws, "`ws` throws RangeError"],
    [{ profiles: ["browser", "endpoint"] } satisfies Target, "depending on the runtime"],
  ])("says what comes of one that is too long: %o", (target, outcome) => {
    const { message } = explainReason({ fault: "too-long", bytes: 124, target }, "close()");
    expect(message).toContain("has at least 124 bytes");
    expect(message).toContain(outcome);
  });

  test.each([en, zhCN])("has words for every fault: $locale", (texts) => {
    const verdicts: readonly ReasonVerdict[] = [
      { fault: "too-long", bytes: 200, target: browser },
      { fault: "without-code" },
      { fault: "in-characters", limit: "text.slice(0, 123)" },
      { fault: "unbounded", part: "error.message" },
    ];
    for (const verdict of verdicts) {
      const { id, message } = explainReason(verdict, "close()", texts);
      expect(id).toBe(`reason-${verdict.fault}`);
      expect(message).not.toMatch(/\{\{|undefined/u);
      expect(message).toContain("close()");
    }
  });
});
