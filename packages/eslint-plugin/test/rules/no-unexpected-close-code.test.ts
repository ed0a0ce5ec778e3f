import { noUnexpectedCloseCode } from "../../src/rules/no-unexpected-close-code.ts";
import { fault, inBrowser, onServer, replaced } from "../case.ts";
import { test, type Invalid } from "../rule-tester.ts";

/** A handler of the DOM; the body begins at column 26 of line 2. */
const onClose = (body: string): string => inBrowser(`ws.onclose = (event) => {${body}};`);

/** A client of SockJS, which has codes of its own, 2000 and 2010. */
const sockJs = (code: string): string =>
  `import SockJS from "sockjs-client";
new SockJS("/chat").onclose = (event) => event.code === ${code};`;

const NOT_USED = "codes below 1000 are not used";

/** An answer that no close changes; the comparison begins at column 30 of line 2. */
function impossible(comparison: string, code: string, advice: string, instead?: string): Invalid {
  const text = onClose(`if (${comparison});`);
  const from = 30 + comparison.lastIndexOf(code);
  const at = [2, from, from + code.length] as const;
  const written = code.replaceAll("'", '"');
  return {
    code: text,
    errors: [
      {
        messageId: "impossible",
        data: { comparison, code: written, advice },
        line: 2,
        column: from,
        endLine: 2,
        endColumn: from + code.length,
        suggestions: instead
          ? [
              {
                messageId: "replace-code",
                data: { code: written, instead },
                output: replaced(text, at, instead),
              },
            ]
          : [],
      },
    ],
  };
}

test("no-unexpected-close-code", noUnexpectedCloseCode, {
  valid: [
    ...["0", "1000", "1005", "1006", "1015", "3000", "4999", "undefined", "null", "other"].map(
      (code) => onClose(`if (event.code === ${code});`),
    ),
    onClose("switch (event.code) { case 1006: default: }"),
    onClose("if ([1001, 1006].includes(event.code));"),
    onClose("if (event.code == '1006' || event.code != '1000');"),
    onClose("if (event.code == (late ? null : 1006) || event.code != (late ? undefined : 1000));"),
    onClose("if (event.code > NaN || event.code > (late ? undefined : 1000));"),
    onClose("expect(event.code).toBe('normal');"),
    onClose("if (event.code == null || event.code != undefined || event.code > undefined);"),
    // Codes of its own that a library reports.
    ...["2000", "2010"].map(sockJs),
    // A bound may be any number.
    onClose("if (event.code >= 999 && event.code < 5000 && event.code > '3999');"),
    onClose("if (event.reason === 'bye' || event.wasClean === true);"),
    // Not a close code.
    `import { spawn } from "node:child_process";\nspawn("ls").on("close", (code) => code === 1);`,
    "function done(response) { return response.code === 404; }",
    // Names alone are no proof.
    "function closed(event) { return event.code === 1000 || event.code === 999; }",
    "function onClose(code, reason) { return [1000, 2000].includes(code); }",
  ].map((code) => ({ code })),

  invalid: [
    fault(onClose("if (event.code === 999);"), {
      id: "never-sent",
      data: { comparison: "event.code === 999", why: NOT_USED },
      at: [2, 45, 48],
    }),
    fault(onClose("if (401 != event.code);"), {
      id: "never-sent",
      data: { comparison: "401 != event.code", why: NOT_USED },
      at: [2, 30, 33],
    }),
    fault(onClose("switch (event.code) { case 1000: case 1004: }"), {
      id: "never-sent",
      data: { comparison: "case 1004", why: "1004 is reserved and has no meaning yet" },
      at: [2, 64, 68],
    }),
    fault(onClose("if ([1000, 2000].includes(event.code));"), {
      id: "never-sent",
      data: {
        comparison: "2000",
        why: "1016-2999 are unassigned and kept for the protocol",
      },
      at: [2, 37, 41],
    }),
    fault(sockJs("2001"), {
      id: "never-sent",
      data: {
        comparison: "event.code === 2001",
        why: "1016-2999 are unassigned and kept for the protocol",
      },
      at: [2, 57, 61],
    }),
    fault(sockJs("'2000'"), {
      id: "impossible",
      data: {
        comparison: "event.code === '2000'",
        code: '"2000"',
        advice: "Compare with the number 2000.",
      },
      at: [2, 57, 63],
    }),
    // Asked twice, reported once.
    fault(
      inBrowser(
        "const FATAL = [5000]; ws.onclose = ({ code }) => FATAL.includes(code) && FATAL.indexOf(code);",
      ),
      {
        id: "never-sent",
        data: { comparison: "5000", why: "close codes end at 4999" },
        at: [2, 16, 20],
      },
    ),
    fault(inBrowser("const FATAL = new Set([5000]); ws.onclose = ({ code }) => FATAL.has(code);"), {
      id: "never-sent",
      data: { comparison: "5000", why: "close codes end at 4999" },
      at: [2, 24, 28],
    }),
    fault(onServer("ws.on('close', (code) => code == '999');"), {
      id: "never-sent",
      data: { comparison: "code == '999'", why: NOT_USED },
      at: [3, 34, 39],
    }),
    impossible("event.code === '1006'", "'1006'", "Compare with the number 1006.", "1006"),
    impossible("event.code === '999'", "'999'", "Compare with the number 999."),
    impossible("event.code === '10061'", "'10061'", "Compare with the number 10061."),
    impossible("event.code === '01006'", "'01006'", "Compare with the number 1006."),
    impossible("event.code !== 'normal'", "'normal'", "Compare with an integer."),
    impossible("event.code == 'normal'", "'normal'", "Compare with an integer."),
    impossible("event.code > 'normal'", "'normal'", "Compare with an integer."),
    impossible("event.code === 1000.5", "1000.5", "Compare with an integer."),
    impossible("event.code === -1", "-1", "Compare with an integer."),
    impossible("event.code === 65536", "65536", "Compare with an integer."),
    impossible("event.code === NaN", "NaN", "Compare with an integer."),
    impossible("event.code === true", "true", "Compare with an integer."),
    impossible("event.code === 1006n", "1006n", "Compare with an integer."),
  ],
});

const throughTypes = `import { closed } from "./link.js";\nexport const late = closed.code === 999;`;

test("no-unexpected-close-code, by types", noUnexpectedCloseCode, {
  valid: [{ code: throughTypes, ways: ["espree", "typescript"] }],
  invalid: [
    {
      ...fault(throughTypes, {
        id: "never-sent",
        data: { comparison: "closed.code === 999", why: NOT_USED },
        at: [2, 37, 40],
      }),
      ways: ["typed"],
    },
  ],
});
