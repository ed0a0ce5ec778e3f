import fc from "fast-check";
import { describe as group, expect, test } from "vitest";
import {
  describe,
  en,
  explainLibraryRange,
  explainReceived,
  explainSent,
  fill,
  judgeReceived,
  judgeSent,
  ranges,
  registeredCodes,
  type Explanation,
  type MessageId,
  type Profile,
  type Target,
  type Texts,
} from "ws-close-codes";
import byDefault, { zhCN } from "ws-close-codes/zh-CN";

const languages = [
  ["en", en, "."],
  ["zh-CN", zhCN, "。"],
] as const;

/** Every string of a language, by its path. */
function strings(texts: object, path = ""): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : strings(value as object, `${path}${key}/`),
  );
}

const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\{[^}]*\}\}/gu) ?? [])].sort();

group("the languages", () => {
  test("say which they are", () => {
    expect(languages.map(([id, texts]) => [id, texts.locale])).toEqual([
      ["en", "en"],
      ["zh-CN", "zh-CN"],
    ]);
    expect(byDefault).toBe(zhCN);
  });

  test("have the same keys, with the same placeholders", () => {
    const shape = (texts: Texts): readonly string[] =>
      strings(texts).map(([path, text]) => [path, ...placeholders(text)].join(" "));
    expect(shape(zhCN)).toEqual(shape(en));
  });

  test("leave nothing empty", () => {
    for (const [, texts] of languages) {
      for (const [path, text] of strings(texts)) expect(text.trim(), path).not.toBe("");
    }
  });

  test("are not mixed: what is not a name is Chinese in zh-CN", () => {
    for (const [path, text] of strings(zhCN)) {
      if (path === "locale" || path.startsWith("apis/")) continue;
      const words = text.replace(/\{\{\w+\}\}|`[^`]*`/gu, "").match(/\p{L}+/gu) ?? [];
      if (words.length > 0) expect(text, path).toMatch(/\p{Script=Han}/u);
    }
  });

  test("English names are the registry's", () => {
    for (const { code, name } of registeredCodes) expect(en.codes[code].name).toBe(name);
  });

  test.each(languages)(
    "%s ends each message and each sentence with a full stop",
    (_, texts, stop) => {
      const sentences = [
        ...Object.values(texts.messages).filter((message) => !message.endsWith("{{advice}}")),
        ...Object.values(texts.advice),
        ...Object.values(texts.codes).map(({ meaning }) => meaning),
        ...Object.values(texts.ranges).flatMap(({ meaning, sender, observer }) => [
          meaning,
          sender,
          observer,
        ]),
        ...Object.values(texts.senders),
        ...Object.values(texts.observers),
        ...Object.values(texts.observed),
        texts.observerOf1015,
        ...Object.values(texts.received),
        texts.httpConvention,
        texts.sendable,
      ];
      expect(sentences.filter((sentence) => !sentence.endsWith(stop))).toEqual([]);
      const clauses = [
        ...Object.values(texts.neverSent),
        ...Object.values(texts.notPortable),
        ...Object.values(texts.outcomes),
      ];
      expect(clauses.filter((clause) => clause.endsWith(stop))).toEqual([]);
    },
  );
});

group("describing a code", () => {
  test("has words for each of the 65,536 in each language", () => {
    for (const [, texts, stop] of languages) {
      for (let code = 0; code <= 65535; code++) {
        const found = describe(code, texts);
        if (
          found?.code !== code ||
          found.name === "" ||
          ![found.meaning, found.sender, found.observer].every((text) => text.endsWith(stop)) ||
          found.references.length === 0
        ) {
          expect.fail(`${code}: ${JSON.stringify(found)}`);
        }
      }
    }
  });

  test("takes a registered code's own words", () => {
    expect(describe(1011)).toEqual({
      code: 1011,
      name: "Internal Error",
      meaning: en.codes[1011].meaning,
      sender: "Either endpoint.",
      observer: "The other endpoint.",
      references: registeredCodes.find(({ code }) => code === 1011)?.references,
      range: ranges[1],
      registered: true,
    });
    expect(describe(1006, zhCN)).toMatchObject({ name: "异常关闭", registered: true });
    expect(describe(3008)).toMatchObject({ name: "Timeout", registered: true, range: ranges[3] });
    expect(describe(1015)?.observer).toContain("Firefox");
  });

  test("adds a note to what needs one when it is observed", () => {
    const noted = Array.from({ length: 65536 }, (_, code) => code).filter(
      (code) => describe(code)?.note !== undefined,
    );
    expect(noted).toEqual([0, 1005, 1006, 1015]);
    expect(describe(0)?.note).toContain("Deno reports 0");
    expect(describe(1006, zhCN)?.note).toBe(zhCN.observed[1006]);
  });

  test("takes the words of the range for any other", () => {
    expect(describe(4001)).toMatchObject({ name: "Private Use", registered: false });
    expect(describe(999)).toMatchObject({ name: "Not Used", registered: false });
    expect(describe(2000, zhCN)).toMatchObject({ name: "未分配", registered: false });
  });

  test("has nothing to say of what is no code", () => {
    for (const value of [-1, 65536, 1000.5, NaN, Infinity]) {
      expect(describe(value)).toBeUndefined();
    }
  });
});

group("filling a template", () => {
  test("puts data in its place, once, and leaves what is not known", () => {
    expect(fill("{{a}} and {{ b }} and {{c}}", { a: "{{b}}", b: "$&" })).toBe(
      "{{b}} and $& and {{c}}",
    );
    expect(fill("{{constructor}}", {})).toBe("{{constructor}}");
  });
});

group("explaining", () => {
  const browser: Target = { profiles: ["browser"] };
  const ws: Target = { profiles: ["endpoint"], throws: "TypeError", api: "ws", part: "server" };
  const bun: Target = {
    profiles: ["endpoint-unchecked"],
    api: "Bun.serve",
    sendsEmpty: [[1006, 1006]],
  };
  const unknown: Target = { profiles: ["browser", "endpoint-unchecked"] };

  const sent = (value: unknown, target: Target, texts?: Texts): string => {
    const verdict = judgeSent(value, target);
    if (verdict === undefined) return expect.fail(`nothing is wrong with ${String(value)}`);
    return explainSent(verdict, `close(${JSON.stringify(value)})`, texts).message;
  };

  test("a send says what happens, where, and what to do", () => {
    expect(sent(1006, browser)).toBe(
      "`close(1006)` throws InvalidAccessError in browsers: 1006 is set locally when no Close frame arrives and is never sent. Use 1000, or 4000-4999 for a meaning of your own.",
    );
    expect(sent(1011, browser)).toBe(
      "`close(1011)` throws InvalidAccessError in browsers: this API sends only 1000 and 3000-4999, not 1011 (Internal Error). Use 1000, or 4000-4999 for a meaning of your own, such as 4500.",
    );
    expect(sent(500, ws)).toBe(
      "`close(500)` throws TypeError in `ws`: 500 is an HTTP status, not a close code. Use 1011 (Internal Error), or 4500 by convention.",
    );
    expect(sent(401, bun)).toBe(
      "`close(401)` puts an illegal Close frame on the wire in `Bun.serve`, which a strict peer answers with 1002: 401 is an HTTP status, not a close code. Use 4401, its close code by convention.",
    );
    expect(sent(1006, bun)).toBe(
      "`close(1006)` sends a Close frame without a code in `Bun.serve`, which the peer reports as 1005: 1006 is set locally when no Close frame arrives and is never sent. Use 1011 (Internal Error) or 1000, or 4000-4999 for a meaning of your own.",
    );
    expect(sent(5000, unknown)).toBe(
      "`close(5000)` throws InvalidAccessError or puts an illegal Close frame on the wire, depending on the runtime: close codes end at 4999. Use 1000, or 4000-4999 for a meaning of your own, such as 4000.",
    );
    expect(sent(5000, { profiles: ["browser", "endpoint"], throws: "" })).toMatch(
      /^`close\(5000\)` throws an error: close codes end at 4999\./u,
    );
    expect(sent("1000", ws)).toBe(
      '`close("1000")` is not portable: "1000" is a string, which some runtimes turn into a number and some reject. Use 1000.',
    );
    expect(sent(1010, ws)).toBe(
      "`close(1010)` sends 1010 (Mandatory Extension) from a server: it is the client's, a server refuses the handshake instead. Use 1008 (Policy Violation), or 4000-4999 for a meaning of your own.",
    );
    expect(sent("bye", browser)).toBe(
      '`close("bye")` throws InvalidAccessError in browsers: "bye" is not a close code, which is an integer from 1000 to 4999. Use 1000, or 4000-4999 for a meaning of your own.',
    );
  });

  test("shows a value as the program has it", () => {
    const shown = (value: unknown): string | undefined => {
      const verdict = judgeSent(value, ws);
      return verdict && explainSent(verdict, "").data.code;
    };
    const values = [1000n, "1\n", -1, NaN, true, null, [1000], { code: 1000 }, Object.create(null)];
    expect(values.map(shown)).toEqual([
      ...["1000n", '"1\\n"', "-1", "NaN", "true", "null", "[…]", "{…}", "{…}"],
    ]);
  });

  test("and so it does in Chinese", () => {
    expect(sent(1006, browser, zhCN)).toBe(
      "`close(1006)` 在浏览器中抛出 InvalidAccessError：1006 在没有收到关闭帧时由本地设置，从不发送。请使用 1000；自定含义请使用 4000-4999。",
    );
    expect(sent(500, ws, zhCN)).toBe(
      "`close(500)` 在 `ws` 中抛出 TypeError：500 是 HTTP 状态码，不是关闭码。请使用 1011（内部错误），或者按惯例使用 4500。",
    );
    expect(sent(1006, ws, zhCN)).toMatch("请使用 1011（内部错误）或 1000；");
  });

  test("a comparison says why it is pointless, and what to compare with", () => {
    const received = (value: unknown): string => {
      const fault = judgeReceived(value);
      if (fault === undefined) return expect.fail(`nothing is wrong with ${String(value)}`);
      return explainReceived(fault, value, `event.code === ${JSON.stringify(value)}`).message;
    };
    expect(received(999)).toBe(
      "`event.code === 999` looks for a code that no conforming peer sends: codes below 1000 are not used. Compare with 1000-1003, 1005-1014 or 3000-4999.",
    );
    expect(received(1004)).toContain("1004 is reserved and has no meaning yet.");
    expect(received("1006")).toBe(
      '`event.code === "1006"` has the same answer for every close: a close code is an integer from 0 to 65535, and "1006" is none. Compare with the number 1006.',
    );
    expect(received("70000")).toContain("Compare with an integer.");
    expect(received("1e3")).toContain("Compare with an integer.");
    expect(received(1000.5)).toContain("and 1000.5 is none. Compare with an integer.");
  });

  test("the library range tells registered codes from others", () => {
    expect(explainLibraryRange(3001, "close(3001)")).toEqual({
      id: "library-range",
      data: { call: "close(3001)", code: "3001", instead: "4001" },
      message:
        "`close(3001)` sends 3001 from application code: 3000-3999 belong to libraries that register them with IANA, and one may give 3001 another meaning. Use 4000-4999, such as 4001.",
    });
    expect(explainLibraryRange(3000, "close(3000)")).toEqual({
      id: "library-range-registered",
      data: { call: "close(3000)", code: "3000", name: "Unauthorized", instead: "4401" },
      message:
        "`close(3000)` sends 3000 from application code, where it means Unauthorized: IANA has registered it so, for every library. Use 4000-4999, such as 4401, for a meaning of your own.",
    });
    expect(explainLibraryRange(3003, "").data.instead).toBe("4403");
    expect(explainLibraryRange(3004, "").data.instead).toBe("4004");
    expect(explainLibraryRange(3008, "").data.instead).toBe("4408");
    for (let code = 3000; code <= 3999; code++) {
      const instead = Number(explainLibraryRange(code, "").data.instead);
      expect(instead >= 4000 && instead <= 4999).toBe(true);
    }
  });

  const profile = fc.constantFrom<Profile>("browser", "endpoint", "endpoint-unchecked");
  const target = fc.record(
    {
      profiles: fc.array(profile, { minLength: 1, maxLength: 3 }),
      part: fc.constantFrom("client" as const, "server" as const),
      throws: fc.constantFrom("TypeError", "Error", ""),
      api: fc.constantFrom("ws", "browsers", "node", "constructor"),
      alsoSends: fc.constant([[1015, 2999]] as const),
      sendsEmpty: fc.constant([[0, 500]] as const),
      swallows: fc.boolean(),
    },
    { requiredKeys: ["profiles"] },
  );
  const value = fc.oneof(
    fc.integer({ min: 0, max: 65535 }),
    fc.integer({ min: 300, max: 1100 }),
    fc.constantFrom(1004, 1005, 1006, 1010, 1015),
    fc.double(),
    fc.integer().map(String),
    fc.anything({ withBigInt: true, withNullPrototype: true }),
  );

  /** What is wrong with an explanation; nothing should be. */
  function defects({ id, data, message }: Explanation<MessageId>, texts: Texts): unknown {
    const template = texts.messages[id];
    const wanted = placeholders(template);
    const given = Object.keys(data).map((name) => `{{${name}}}`);
    const empty = Object.keys(data).filter((name) => data[name] === "");
    const unfilled = Object.values(data).filter((text) => placeholders(text).length > 0);
    const stops = message.endsWith(texts === en ? "." : "。");
    const right =
      stops &&
      message === fill(template, data) &&
      wanted.join() === given.sort().join() &&
      empty.length + unfilled.length === 0;
    return right ? undefined : { message, wanted, given, empty, unfilled };
  }

  test("leaves no placeholder, whatever is sent to whatever", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(value, target, (value, target) => {
        const verdict = judgeSent(value, target);
        if (verdict === undefined) return;
        for (const [, texts] of languages) {
          const explanation = explainSent(verdict, "close(x)", texts);
          expect(defects(explanation, texts)).toBeUndefined();
          expect(explanation.id).toBe(verdict.fault);
          seen.add(verdict.fault).add(verdict.outcome);
          if (verdict.fault === "not-portable")
            expect(explanation.message).not.toMatch(/throw|抛出/u);
        }
      }),
      { numRuns: 1500 },
    );
    expect([...seen].sort()).toEqual(
      [
        ...["not-a-code", "not-portable", "below-1000", "http-status", "reserved", "unassigned"],
        ...["above-4999", "endpoint-only", "client-only", "throws", "illegal-frame", "sent"],
        ...["throws-or-illegal-frame", "empty-frame", "swallowed", "varies"],
      ].sort(),
    );
  });

  test("leaves no placeholder, whatever is compared", () => {
    fc.assert(
      fc.property(value, (value) => {
        const fault = judgeReceived(value);
        if (fault === undefined) return;
        for (const [, texts] of languages) {
          const explanation = explainReceived(fault, value, "code === x", texts);
          expect(defects(explanation, texts)).toBeUndefined();
        }
      }),
      { numRuns: 1000 },
    );
  });
});
