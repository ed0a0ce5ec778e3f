import fc from "fast-check";
import { describe as group, expect, test } from "vitest";
import {
  isSendable,
  judgeReceived,
  judgeSent,
  profiles,
  type Profile,
  type SendFault,
  type SendVerdict,
  type Target,
  unforwardable,
} from "ws-close-codes";

const browser: Target = { profiles: ["browser"] };
const ws: Target = { profiles: ["endpoint"], throws: "TypeError", api: "ws" };
const deno: Target = { profiles: ["endpoint-unchecked"], api: "Deno.upgradeWebSocket" };
const unknown: Target = { profiles: ["browser", "endpoint", "endpoint-unchecked"] };

const statuses = new Set([
  400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421,
  422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 511,
]);

/** The rules of RFC 6455, IANA and WHATWG, written once more and in another way. */
const table: readonly [
  from: number,
  to: number,
  browser: SendFault | "ok",
  endpoint: SendFault | "ok",
][] = [
  [0, 999, "below-1000", "below-1000"],
  [1000, 1000, "ok", "ok"],
  [1001, 1003, "endpoint-only", "ok"],
  [1004, 1006, "reserved", "reserved"],
  [1007, 1014, "endpoint-only", "ok"],
  [1015, 1015, "reserved", "reserved"],
  [1016, 2999, "unassigned", "unassigned"],
  [3000, 4999, "ok", "ok"],
  [5000, 65535, "above-4999", "above-4999"],
];

function expectedFault(code: number, isBrowser: boolean): SendFault | undefined {
  if (statuses.has(code)) return "http-status";
  const row = table.find(([from, to]) => code >= from && code <= to);
  const fault = isBrowser ? row?.[2] : row?.[3];
  return fault === "ok" ? undefined : fault;
}

const everyCode = Array.from({ length: 65536 }, (_, code) => code);
const real: readonly Profile[] = ["browser", "endpoint", "endpoint-unchecked"];
const unions: readonly (readonly Profile[])[] = [
  ...real.map((profile) => [profile]),
  ["browser", "endpoint"],
  ["browser", "endpoint-unchecked"],
  ["endpoint", "endpoint-unchecked"],
  real,
];

group("a code that is sent", () => {
  test.each(unions.map((profiles) => [profiles.join(" or "), profiles] as const))(
    "is judged as the table says, all 65,536 of them, for %s",
    (_, profiles) => {
      const isBrowser = profiles.every((profile) => profile === "browser");
      const wrong = everyCode.filter(
        (code) => judgeSent(code, { profiles })?.fault !== expectedFault(code, isBrowser),
      );
      expect(wrong).toEqual([]);
    },
  );

  test.each(real)("is sendable for %s exactly where it is not at fault", (profile) => {
    const wrong = everyCode.filter(
      (code) =>
        isSendable(code, profile) !== (judgeSent(code, { profiles: [profile] }) === undefined),
    );
    expect(wrong).toEqual([]);
  });

  test("comes to what the profile says otherwise", () => {
    expect(
      Object.entries(profiles).map(([id, { outcome, error }]) => [id, outcome, error]),
    ).toEqual([
      ["browser", "throws", "InvalidAccessError"],
      ["endpoint", "throws", "InvalidAccessError"],
      ["endpoint-unchecked", "illegal-frame", undefined],
      ["simulated", "nothing", undefined],
    ]);
    for (const profile of Object.keys(profiles) as Profile[]) {
      for (const value of [-1, 65536, 1000.5, NaN, Infinity]) {
        expect(isSendable(value, profile)).toBe(false);
      }
    }
  });

  test("is never judged where it may be simulated, where no profile is known, or where it is left out", () => {
    fc.assert(
      fc.property(fc.anything(), fc.subarray([...real]), (value, profiles) => {
        expect(judgeSent(value, { profiles: [...profiles, "simulated"] })).toBeUndefined();
        expect(judgeSent(value, { profiles: [] })).toBeUndefined();
        expect(judgeSent(undefined, { profiles })).toBeUndefined();
      }),
    );
    expect(everyCode.every((code) => isSendable(code, "simulated"))).toBe(true);
  });

  test("is 1010 at fault for a server only", () => {
    expect(judgeSent(1010, { ...ws, part: "server" })).toMatchObject({
      fault: "client-only",
      outcome: "sent",
      instead: [1008],
    });
    expect(judgeSent(1010, { ...ws, part: "client" })).toBeUndefined();
    expect(judgeSent(1010, ws)).toBeUndefined();
    expect(judgeSent(1010, { ...browser, part: "server" })?.fault).toBe("endpoint-only");
  });

  test.each([
    [NaN, "not-a-code"],
    [Infinity, "not-a-code"],
    [-Infinity, "not-a-code"],
    [-1, "not-a-code"],
    [-0.5, "not-a-code"],
    [65536, "not-a-code"],
    [66536, "not-a-code"],
    [65535.5, "not-a-code"],
    ["bye", "not-a-code"],
    ["", "not-a-code"],
    [" ", "not-a-code"],
    ["Infinity", "not-a-code"],
    [true, "not-a-code"],
    [false, "not-a-code"],
    [null, "not-a-code"],
    [1000n, "not-a-code"],
    [{}, "not-a-code"],
    [[1000], "not-a-code"],
    ["1000", "not-portable"],
    ["0x3e8", "not-portable"],
    ["1e3", "not-portable"],
    [" 1000 ", "not-portable"],
    ["500", "not-portable"],
    [999.5, "not-portable"],
    [1000.5, "not-portable"],
    [2999.5, "not-portable"],
    [4999.7, "not-portable"],
    [65534.5, "not-portable"],
    [-0, "below-1000"],
  ] as const)("%s is %s everywhere", (value, fault) => {
    for (const profiles of unions) {
      const verdict = judgeSent(value, { profiles });
      expect(verdict?.fault).toBe(fault);
      expect(verdict?.code).toBe(value);
    }
  });
});

group("what comes of it", () => {
  const outcome = (value: unknown, target: Target): Partial<SendVerdict> => {
    const { outcome, error, api } = judgeSent(value, target) ?? expect.fail("nothing is wrong");
    return { outcome, ...(error !== undefined && { error }), ...(api !== undefined && { api }) };
  };

  test("is the error of the API", () => {
    expect(outcome(1006, browser)).toEqual({
      outcome: "throws",
      error: "InvalidAccessError",
      api: "browsers",
    });
    expect(outcome(1006, ws)).toEqual({ outcome: "throws", error: "TypeError", api: "ws" });
    expect(outcome(1006, { profiles: ["endpoint"] })).toEqual({
      outcome: "throws",
      error: "InvalidAccessError",
    });
    const either: Target = { profiles: ["browser", "endpoint"], throws: "" };
    expect(outcome(1006, either)).toEqual({ outcome: "throws" });
    expect(outcome(-1, either)).toEqual({ outcome: "throws" });
    expect(outcome("bye", either)).toEqual({ outcome: "varies" });
  });

  test("is a frame where nothing is checked, and either where the runtime is unknown", () => {
    expect(outcome(1006, deno)).toEqual({ outcome: "illegal-frame", api: "Deno.upgradeWebSocket" });
    expect(outcome(1006, unknown)).toEqual({
      outcome: "throws-or-illegal-frame",
      error: "InvalidAccessError",
    });
  });

  test("is what the API makes of the codes it treats in its own way", () => {
    const workerd: Target = { profiles: ["endpoint"], alsoSends: [[1016, 2999]] };
    expect(outcome(1016, workerd)).toEqual({ outcome: "sent" });
    expect(outcome(2999, workerd)).toEqual({ outcome: "sent" });
    expect(outcome(1015, workerd)).toEqual({ outcome: "throws", error: "InvalidAccessError" });

    const bun: Target = {
      profiles: ["endpoint-unchecked"],
      sendsEmpty: [
        [0, 0],
        [1005, 1006],
      ],
    };
    expect(outcome(1005, bun)).toEqual({ outcome: "empty-frame" });
    expect(outcome(0, bun)).toEqual({ outcome: "empty-frame" });
    expect(outcome(1004, bun)).toEqual({ outcome: "illegal-frame" });

    expect(outcome(1001, { ...browser, swallows: true, api: "partysocket" })).toEqual({
      outcome: "swallowed",
      api: "partysocket",
    });
  });

  test("varies for what is no integer, and is no error where some API takes it", () => {
    for (const target of [browser, ws, deno, unknown]) {
      expect(outcome("1000", target).outcome).toBe("varies");
      expect(outcome(1000.5, target).outcome).toBe("varies");
      expect(outcome(1000n, target).outcome).toBe("varies");
      expect(outcome([1000], target).outcome).toBe("varies");
    }
    const faye: Target = { ...browser, throws: "Error" };
    for (const value of [NaN, "bye", null, true]) {
      expect(outcome(value, browser).outcome).toBe("throws");
      expect(outcome(value, ws).outcome).toBe("throws");
      expect(outcome(value, faye).outcome).toBe("varies");
      expect(outcome(value, deno).outcome).toBe("varies");
    }
    for (const value of [-1, 65536, Infinity]) {
      expect(outcome(value, faye)).toMatchObject({ outcome: "throws", error: "Error" });
      expect(outcome(value, deno).outcome).toBe("varies");
      expect(outcome(value, unknown).outcome).toBe("varies");
    }
  });
});

group("what to send instead", () => {
  const instead = (value: unknown, target: Target): readonly number[] | undefined =>
    judgeSent(value, target)?.instead;

  test.each([
    [400, [4400], [4400]],
    [401, [4401], [4401]],
    [403, [4403], [4403]],
    [404, [4404], [4404]],
    [408, [4408], [4408]],
    [409, [4409], [4409]],
    [413, [4413], [1009, 4413]],
    [415, [4415], [1003, 4415]],
    [429, [4429], [4429]],
    [500, [4500], [1011, 4500]],
    [502, [4502], [1014, 4502]],
    [503, [4503], [1013, 4503]],
    [0, [1000], [1000]],
    [7, [4007, 1000], [4007, 1000]],
    [2007, [4007, 1000], [4007, 1000]],
    [5007, [4007, 1000], [4007, 1000]],
    [9999, [4999, 1000], [4999, 1000]],
    [10000, [1000], [1000]],
    [65535, [1000], [1000]],
    [1005, [1000], [1000]],
    [1006, [1000], [1011, 1000]],
    ["4001", [4001], [4001]],
    ["500", [4500], [1011, 4500]],
    [2999.5, [3000], [3000]],
    [1000.7, [1000], [1000, 1001]],
    [-1, [1000], [1000]],
  ] as const)("for %j is %j in browsers and %j on a server", (value, inBrowsers, onServers) => {
    expect(instead(value, browser)).toEqual(inBrowsers);
    expect(instead(value, { ...ws, part: "server" })).toEqual(onServers);
    expect(instead(value, unknown)).toEqual(inBrowsers);
  });

  test("keeps to what a browser sends where the API does", () => {
    const endpointOnly = [1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014];
    expect(endpointOnly.map((code) => instead(code, browser))).toEqual([
      [1000],
      [4400, 1000],
      [4415, 1000],
      [4400, 1000],
      [4403, 1000],
      [4413, 1000],
      [1000],
      [4500, 1000],
      [1000],
      [4503, 1000],
      [4502, 1000],
    ]);
    expect(instead(500, { ...browser, part: "server" })).toEqual([4500]);
  });

  test("keeps 1010 for clients, and 1012-1014 for servers", () => {
    const server: Target = { ...ws, part: "server" };
    const client: Target = { ...ws, part: "client" };
    expect(instead(503, client)).toEqual([4503]);
    const strings = ["1009", "1010", "1011", "1012", "1013", "1014"];
    expect(strings.map((code) => instead(code, client)?.[0])).toEqual([
      1009, 1010, 1011, 1000, 1000, 1000,
    ]);
    expect(strings.map((code) => instead(code, server)?.[0])).toEqual([
      1009, 1008, 1011, 1012, 1013, 1014,
    ]);
    expect(instead(1010.5, server)).toEqual([1011]);
  });

  test("is always right for the target", () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 65535 }),
      fc.double({ min: 0, max: 65535, noNaN: true }),
      fc.integer({ min: 0, max: 65535 }).map(String),
      fc.anything(),
    );
    const target = fc.record(
      {
        profiles: fc.constantFrom(...unions),
        part: fc.constantFrom("client" as const, "server" as const),
        throws: fc.constantFrom("TypeError", "Error"),
      },
      { requiredKeys: ["profiles"] },
    );
    fc.assert(
      fc.property(value, target, (value, target) => {
        const verdict = judgeSent(value, target);
        for (const code of verdict?.instead ?? []) {
          expect(judgeSent(code, target)).toBeUndefined();
        }
        if (verdict !== undefined) expect(verdict.instead).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

group("a code that a received one is compared with", () => {
  test("is unexpected where no conforming peer sends it", () => {
    const neverSent = everyCode.filter((code) => judgeReceived(code) === "never-sent");
    const expected = everyCode.filter(
      (code) =>
        (code > 0 && code < 1000) || code === 1004 || (code > 1015 && code < 3000) || code > 4999,
    );
    expect(neverSent).toEqual(expected);
    expect(everyCode.filter((code) => judgeReceived(code) === "impossible")).toEqual([]);
  });

  test.each([0, 1000, 1005, 1006, 1010, 1015, 3000, 4999, -0, undefined, null])(
    "is nothing to report if it is %s",
    (value) => {
      expect(judgeReceived(value)).toBeUndefined();
    },
  );

  test.each(["1006", "", "abnormal", 1000.5, -1, 65536, NaN, Infinity, true, false, 1000n])(
    "is impossible if it is %s",
    (value) => {
      expect(judgeReceived(value)).toBe("impossible");
    },
  );
});

group("what may be received and not sent on", () => {
  const locallySet = [1005, 1006, 1015];
  const notSentByBrowsers = [1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015];

  test.each([
    ["browsers", browser, [1001, 1002, 1003, ...notSentByBrowsers]],
    ["ws", ws, locallySet],
    ["a server, which 1010 is not for", { ...ws, part: "server" }, locallySet],
    ["who checks nothing", deno, locallySet],
    ["any of them", unknown, locallySet],
    ["who sends an empty frame", { ...deno, sendsEmpty: [[1005, 1006]] }, [1015]],
    ["a mock", { profiles: ["simulated"] }, []],
  ] satisfies [string, Target, number[]][])("%s", (_, target, codes) => {
    expect(unforwardable(target)).toEqual(codes);
  });
});
