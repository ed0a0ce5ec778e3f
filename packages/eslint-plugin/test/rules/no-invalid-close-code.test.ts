import { noInvalidCloseCode } from "../../src/rules/no-invalid-close-code.ts";
import { fault, inBrowser, onServer, type Fault } from "../case.ts";
import { test, type Invalid, type Valid } from "../rule-tester.ts";

const THROWS_IN_BROWSERS = "throws InvalidAccessError in browsers";
const THROWS_IN_WS = "throws TypeError in `ws`";

/** What is sent here is no code at all, and 1000 is what to send. */
function notACode(
  text: string,
  { at, ...data }: { call: string; outcome: string; code: string; at: [number, number, number] },
): Invalid {
  return fault(text, {
    id: "not-a-code",
    data: { ...data, advice: "Use 1000, or 4000-4999 for a meaning of your own." },
    at,
    instead: [[data.code, "1000"]],
  });
}

/** 1006 is sent here, which nobody may send. */
function lost(
  text: string,
  { at, instead = [], ...data }: Omit<Fault, "id" | "data"> & { call: string; outcome: string },
): Invalid {
  return fault(text, {
    id: "reserved",
    data: {
      ...data,
      why: "1006 is set locally when no Close frame arrives and is never sent",
      advice: "Use 1000, or 4000-4999 for a meaning of your own.",
    },
    at,
    instead,
  });
}

test("no-invalid-close-code", noInvalidCloseCode, {
  valid: [
    ...["1000", "3000", "3999", "4000", "4999", "", "undefined", "code", "...args"].map((code) =>
      inBrowser(`ws.close(${code});`),
    ),
    ...["1000", "1001", "1003", "1007", "1011", "1014", "3000", "4999"].map((code) =>
      onServer(`ws.close(${code}, "bye");`),
    ),
    `import { WebSocket } from "ws";\nnew WebSocket("ws://localhost").close(1010);`,
    `target.dispatchEvent(new CloseEvent("close", { code: 1006 }));`,
    inBrowser("expect(() => ws.close(1006)).toThrow();"),
    inBrowser("assert.throws(() => ws.close(1006));"),
    // It takes a text and a code behind it that may be sent to have swapped them.
    ...["code, 4000", "`${why}`, 1006", "`${why}`, 'later'", "`${why}`, code"].map((args) =>
      inBrowser(`ws.close(${args});`),
    ),
    inBrowser("when(ws.close(`${why}`, 4000));"),
    // Other things are closed too.
    `import http2 from "node:http2";\nhttp2.connect("https://a").request().close(8);`,
    `import { close } from "node:fs";\nclose(1006);`,
    "file.close(1006);",
    "function stop(server) { server.close(1006); }",
    // Names alone suggest a socket, the value does not suggest a close code.
    "function stop(socket) { socket.close(500); socket.close(-1); socket.close('bye', 4000); }",
    "const x = 1006;",
    // The program asks before it sends.
    inBrowser("const code = clean ? 1000 : 1006; if (code !== 1006) ws.close(code);"),
    inBrowser("const code = clean ? 1000 : 1006; if (code === 1000) ws.close(code);"),
    inBrowser("function stop(code = 1006) { if (code === 1006) return; ws.close(code); }"),
    inBrowser("const stop = (code = 1005) => ws.close(code === 1005 ? undefined : code);"),
    inBrowser("function stop(code = 1006) { if (code === 1006) code = 4000; ws.close(code); }"),
    // A test puts something else in its place.
    `import { WebSocket } from "ws"; jest.mock("ws"); new WebSocket("ws://a").close(1006);`,
    "vi.stubGlobal('WebSocket', Fake); new WebSocket('ws://a').close(1006);",
    "globalThis.WebSocket = Fake; new WebSocket('ws://a').close(1006);",
    inBrowser("vi.spyOn(ws, 'close').mockImplementation(() => {}); ws.close(1006);"),
    "const ws = { close: vi.fn() }; ws.close(1006);",
    // It is to throw.
    inBrowser("const act = () => ws.close(1006); expect(act).toThrow();"),
    inBrowser("assertThrows(() => ws.close(1006));"),
    inBrowser("assert_throws_dom('InvalidAccessError', () => ws.close(1006));"),
    ...[
      "assert.fail('should throw');",
      "log(); t.fail();",
      "expect.unreachable();",
      "assert(false, 'should throw');",
      "assert.ok(false);",
      "throw new Error('did not throw');",
    ].map((failure) =>
      inBrowser(`try { ws.close(1006); ${failure} } catch (error) { log(error); }`),
    ),
    onServer("async () => { try { await ws.close(1006); assert.fail(); } catch {} };"),
    // A close of the program's own catches what is thrown, or sends another code.
    ...[
      "try { super.close(code, why); } catch (error) { this.lose(error); }",
      "try { super.close(code, why); } catch { /* closed already */ }",
      "super.close(code === 1006 ? 1000 : code, why);",
      "super.close(this.mend(code), why);",
      "if (code < 3000) code = 1000; super.close(code, why);",
      "super.close(MENDED[code] ?? code, why);",
    ].flatMap((body) =>
      [
        "lost() { this.close(1006); }\n}",
        "}\nnew Steady('wss://a').close(1006);",
        "}\nclass Steadier extends Steady {}\nnew Steadier('wss://a').close(1006, 'lost');",
      ].map((rest) => `class Steady extends WebSocket { close(code, why) { ${body} } ${rest}`),
    ),
    inBrowser("function stop(code) { try { ws.close(code); } catch { retry(); } }\nstop(1006);"),
    // It has another close by then.
    "WebSocket.prototype.close = function (code) { log(code); };\nnew WebSocket('wss://a').close(1006);",
    // What is assigned to it may have the name, too.
    ...["assign(options, loaded)", "defineProperty(options, 'lost', { value: 4000 })"].map((call) =>
      inBrowser(`const options = { lost: 1006 }; Object.${call}; ws.close(options.lost);`),
    ),
    // Other things go by the name, and the file shows it.
    "const ws = workbook.addWorksheet('a'); ws.close(1006);",
    "const ws = await openWorkspace(); ws.close(1006);",
    "import ws from './worksheet.js'; ws.close(1006);",
    "import * as ws from './web-server.js'; ws.close(1006, 'bye');",
    "import { Worksheet as ws } from './excel.js'; ws.close(1006);",
    // Of this socket nobody knows.
    `import { other } from "./other.js";
function stop(socket, code) { socket.close(code); }
stop(new WebSocket("wss://a"), 4000);
stop(other, 1011);`,
    // Milliseconds.
    "client.close(3000); connection.close(1500);",
  ]
    .map((code): Valid => ({ code }))
    // Their parameter is called otherwise.
    .concat(
      {
        code: "interface Door { close(ms: number): void }\nexport function shut(socket: Door) { socket.close(1006); }",
        ways: ["typescript"],
      },
      {
        code: "declare function make(): { close(ms: number): void };\nexport const shut = (socket: ReturnType<typeof make>) => socket.close(1006);",
        ways: ["typed"],
      },
      {
        code: "export function shut(ws: Worksheet) { ws.close(1006); }",
        ways: ["typescript", "typed"],
      },
    ),

  invalid: [
    // Not behind the send, or only now and then, or nobody catches it.
    ...[
      "try { assert.fail(); ws.close(-1); } catch {}",
      "try { ws.close(-1); assert.ok(done); assert(); log(false); } catch {}",
      "try { ws.close(-1); if (late) assert.fail(); } catch {}",
      "try { if (late) { ws.close(-1); throw new Error('late'); } } catch {}",
      "try { ws.close(-1); assert.fail(); } finally { log(); }",
      "try { log(); } catch { ws.close(-1); assert.fail(); }",
      "try { setTimeout(() => ws.close(-1)); assert.fail(); } catch {}",
      "ws.close(-1); assert.fail();",
    ].map((body) =>
      notACode(inBrowser(body), {
        call: "close(-1)",
        outcome: THROWS_IN_BROWSERS,
        code: "-1",
        at: [2, body.indexOf("-1") + 1, body.indexOf("-1") + 3],
      }),
    ),
    ...[
      "const code = clean ? 1000 : -1; if (late) ws.close(code);",
      "const code = clean ? 1000 : -1; if (code !== 4000) ws.close(code);",
    ].map((body) => {
      const column = body.lastIndexOf("code") + 1;
      return fault(inBrowser(body), {
        id: "not-a-code",
        data: {
          call: "close(code)",
          outcome: THROWS_IN_BROWSERS,
          code: "-1",
          advice: "Use 1000, or 4000-4999 for a meaning of your own.",
        },
        at: [2, column, column + 4],
      });
    }),
    notACode(inBrowser("ws.close(NaN);"), {
      call: "close(NaN)",
      outcome: THROWS_IN_BROWSERS,
      code: "NaN",
      at: [2, 10, 13],
    }),
    notACode(inBrowser("ws.close(-1);"), {
      call: "close(-1)",
      outcome: THROWS_IN_BROWSERS,
      code: "-1",
      at: [2, 10, 12],
    }),
    notACode(inBrowser("ws.close(-1, 4000);"), {
      call: "close(-1)",
      outcome: THROWS_IN_BROWSERS,
      code: "-1",
      at: [2, 10, 12],
    }),
    notACode(inBrowser("ws.close('bye', 1006);"), {
      call: "close('bye')",
      outcome: THROWS_IN_BROWSERS,
      code: '"bye"',
      at: [2, 10, 15],
    }),
    notACode(onServer("ws.close(1000n);"), {
      call: "close(1000n)",
      outcome: "throws or sends another code, depending on the runtime",
      code: "1000n",
      at: [3, 10, 15],
    }),
    notACode(onServer("ws.close('bye');"), {
      call: "close('bye')",
      outcome: THROWS_IN_WS,
      code: '"bye"',
      at: [3, 10, 15],
    }),
    fault(inBrowser("ws.close(1000.5);"), {
      id: "not-portable",
      data: {
        call: "close(1000.5)",
        code: "1000.5",
        why: "a fraction, which some runtimes round, some truncate and some reject",
        advice: "Use 1000.",
      },
      at: [2, 10, 16],
      instead: [["1000.5", "1000"]],
    }),
    fault(onServer('ws.close("1001");'), {
      id: "not-portable",
      data: {
        call: 'close("1001")',
        code: '"1001"',
        why: "a string, which some runtimes turn into a number and some reject",
        advice: "Use 1001 (Going Away).",
      },
      at: [3, 10, 16],
      instead: [['"1001"', "1001"]],
    }),
    fault(inBrowser("ws.close(7);"), {
      id: "below-1000",
      data: {
        call: "close(7)",
        outcome: THROWS_IN_BROWSERS,
        why: "codes below 1000 are not used",
        advice: "Use 1000, or 4000-4999 for a meaning of your own, such as 4007.",
      },
      at: [2, 10, 11],
      instead: [
        ["7", "4007"],
        ["7", "1000"],
      ],
    }),
    fault(inBrowser("ws.close(401);"), {
      id: "http-status",
      data: {
        call: "close(401)",
        outcome: THROWS_IN_BROWSERS,
        code: "401",
        advice: "Use 4401, its close code by convention.",
      },
      at: [2, 10, 13],
      instead: [["401", "4401"]],
    }),
    fault(onServer("ws.close(500);"), {
      id: "http-status",
      data: {
        call: "close(500)",
        outcome: THROWS_IN_WS,
        code: "500",
        advice: "Use 1011 (Internal Error), or 4500 by convention.",
      },
      at: [3, 10, 13],
      instead: [
        ["500", "1011"],
        ["500", "4500"],
      ],
    }),
    lost(inBrowser("ws.close(1006, 'bye');"), {
      call: "close(1006)",
      outcome: THROWS_IN_BROWSERS,
      at: [2, 10, 14],
      instead: [["1006", "1000"]],
    }),
    fault(onServer("ws.close(0x3ed);"), {
      id: "reserved",
      data: {
        call: "close(0x3ed)",
        outcome: THROWS_IN_WS,
        why: "1005 is set locally when a Close frame carries no code and is never sent",
        advice: "Use 1000, or 4000-4999 for a meaning of your own.",
      },
      at: [3, 10, 15],
      instead: [["1005", "1000"]],
    }),
    fault(inBrowser("ws.close(2000);"), {
      id: "unassigned",
      data: {
        call: "close(2000)",
        outcome: THROWS_IN_BROWSERS,
        why: "1016-2999 are unassigned and kept for the protocol",
        advice: "Use 1000, or 4000-4999 for a meaning of your own, such as 4000.",
      },
      at: [2, 10, 14],
      instead: [
        ["2000", "4000"],
        ["2000", "1000"],
      ],
    }),
    fault(onServer("ws.close(5_001);"), {
      id: "above-4999",
      data: {
        call: "close(5_001)",
        outcome: THROWS_IN_WS,
        why: "close codes end at 4999",
        advice: "Use 1000, or 4000-4999 for a meaning of your own, such as 4001.",
      },
      at: [3, 10, 15],
      instead: [
        ["5001", "4001"],
        ["5001", "1000"],
      ],
    }),
    fault(inBrowser("ws.close(1001);"), {
      id: "endpoint-only",
      data: {
        call: "close(1001)",
        outcome: THROWS_IN_BROWSERS,
        code: "1001",
        name: "Going Away",
        advice: "Use 1000, or 4000-4999 for a meaning of your own.",
      },
      at: [2, 10, 14],
      instead: [["1001", "1000"]],
    }),
    fault(onServer("ws.close(1010);"), {
      id: "client-only",
      data: {
        call: "close(1010)",
        code: "1010",
        name: "Mandatory Extension",
        advice: "Use 1008 (Policy Violation), or 4000-4999 for a meaning of your own.",
      },
      at: [3, 10, 14],
      instead: [["1010", "1008"]],
    }),

    // Where the code stands.
    lost(inBrowser("ws.close(failed ? 1006 : 1000);"), {
      call: "close(1006)",
      outcome: THROWS_IN_BROWSERS,
      at: [2, 19, 23],
      instead: [["1006", "1000"]],
    }),
    lost(inBrowser("const LOST = 1006; ws.close(LOST);"), {
      call: "close(LOST)",
      outcome: THROWS_IN_BROWSERS,
      at: [2, 29, 33],
      instead: [["1006", "1000"]],
    }),
    {
      // One of two codes cannot be replaced where a name stands for both.
      ...lost(inBrowser("const code = failed ? 1006 : 1000; ws.close(code);"), {
        call: "close(code)",
        outcome: THROWS_IN_BROWSERS,
        at: [2, 45, 49],
      }),
    },
    {
      code: `import { WebSocketStream } from "undici";
const closeCode = 1006;
new WebSocketStream("wss://example.com").close({ closeCode });`,
      errors: [
        {
          messageId: "reserved",
          data: {
            call: "close({ closeCode })",
            outcome: "throws InvalidAccessError in Node.js",
            why: "1006 is set locally when no Close frame arrives and is never sent",
            advice: "Use 1000, or 4000-4999 for a meaning of your own.",
          },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 59,
          suggestions: [
            {
              messageId: "replace-code",
              data: { code: "1006", instead: "1000" },
              output: `import { WebSocketStream } from "undici";
const closeCode = 1006;
new WebSocketStream("wss://example.com").close({ closeCode: 1000 });`,
            },
          ],
        },
      ],
    },

    // Quoted as it is called.
    ...(
      [
        ["(why, code) => ws.close(code, why); stop('bye', 1006);", "stop(…, 1006)"],
        ["({ code }) => ws.close(code); stop({ code: 1006 });", "stop({ code: 1006 })"],
      ] as const
    ).map(([text, call]): Invalid => {
      const statement = `const stop = ${text}`;
      const column = statement.indexOf("1006") + 1;
      return lost(inBrowser(statement), {
        call,
        outcome: THROWS_IN_BROWSERS,
        at: [2, column, column + 4],
        instead: [["1006", "1000"]],
      });
    }),

    // Swapped arguments.
    ...["'bye'", "`bye ${name}`", "``"].map((reason): Invalid => ({
      code: inBrowser(`ws.close(${reason}, 4000);`),
      errors: [
        {
          messageId: "swapped-arguments",
          data: { call: `close(${reason}, 4000)`, instead: `close(4000, ${reason})` },
          line: 2,
          column: 10,
          endLine: 2,
          endColumn: 10 + reason.length,
          suggestions: [
            {
              messageId: "swap-arguments",
              output: inBrowser(`ws.close(4000, ${reason});`),
            },
          ],
        },
      ],
    })),

    // Through a close of the program's own.
    ...[
      "super.close(code, why);",
      "log(); super.close(code);",
      "try { log(); } catch {} super.close(code, why);",
      "try { super.close(code, why); } finally { log(); }",
    ].map((body) => {
      const text = `class Steady extends WebSocket { close(code, why) { ${body} } }\nnew Steady('wss://a').close(1006);`;
      return lost(text, {
        call: "close(1006)",
        outcome: THROWS_IN_BROWSERS,
        at: [2, 29, 33],
        instead: [["1006", "1000"]],
      });
    }),
    // Another class has that close, another object was assigned to.
    ...[
      "Other.prototype.close = function () {}; ws.close(1006);",
      "const lost = 1006; Object.assign(options, { lost }); ws.close(lost);",
      "const codes = { lost: 1006 }; Object.assign(all, codes); ws.close(codes.lost);",
      "const codes = { lost: 1006 }; Object.freeze(codes); ws.close(codes.lost);",
    ].map((body) => {
      const [call = "", code = ""] = /close\(([\w.]+)\);$/.exec(body) ?? [];
      const column = body.lastIndexOf(call) + "close(".length + 1;
      return lost(inBrowser(body), {
        call: `close(${code})`,
        outcome: THROWS_IN_BROWSERS,
        at: [2, column, column + code.length],
        instead: [["1006", "1000"]],
      });
    }),
    // Evidence.
    ...[
      "function stop(socket) { socket.close(1006); }",
      "import ws from './worker.js'; ws.close(1006);",
      "const ws = connect('/worksheet'); ws.close(1006);",
      "const ws = await sheets.connect(url); ws.close(1006);",
      "let ws; ws.close(1006);",
    ].map((text) =>
      lost(text, {
        call: "close(1006)",
        outcome:
          "throws InvalidAccessError or puts an illegal Close frame on the wire, depending on the runtime",
        at: [1, text.indexOf("1006") + 1, text.indexOf("1006") + 5],
        instead: [["1006", "1000"]],
      }),
    ),
  ],
});

const throughTypes = `import { link } from "./link.js";\nlink.close(500);`;
const throughAnnotation = "export function stop(ws: WebSocket) {\n  ws.close(1001);\n}";

test("no-invalid-close-code, by types and settings", noInvalidCloseCode, {
  valid: [
    { code: throughTypes, ways: ["espree", "typescript"] },
    {
      code: throughTypes,
      ways: ["typed"],
      settings: { "ws-close-codes": { typeInformation: "off" } },
    },
    // A parameter may be a server's socket in Deno or a Worker.
    { code: throughAnnotation, ways: ["typescript", "typed"] },
    {
      code: throughAnnotation,
      ways: ["typescript", "typed"],
      settings: { "ws-close-codes": { runtime: "bun" } },
    },
  ],
  invalid: [
    ...(["node", "deno"] as const).map((runtime) => ({
      ...lost(inBrowser("ws.close(1006);"), {
        call: "close(1006)",
        outcome: `throws InvalidAccessError in ${runtime === "node" ? "Node.js" : "Deno"}`,
        at: [2, 10, 14],
        instead: [["1006", "1000"]],
      }),
      settings: { "ws-close-codes": { runtime } },
    })),
    {
      ...fault(throughTypes, {
        id: "http-status",
        data: {
          call: "close(500)",
          outcome:
            "throws InvalidAccessError or puts an illegal Close frame on the wire, depending on the runtime",
          code: "500",
          advice: "Use 4500, its close code by convention.",
        },
        at: [2, 12, 15],
        instead: [["500", "4500"]],
      }),
      ways: ["typed"],
    },
    {
      ...fault(throughAnnotation, {
        id: "endpoint-only",
        data: {
          call: "close(1001)",
          outcome: THROWS_IN_BROWSERS,
          code: "1001",
          name: "Going Away",
          advice: "Use 1000, or 4000-4999 for a meaning of your own.",
        },
        at: [2, 12, 16],
        instead: [["1001", "1000"]],
      }),
      ways: ["typescript", "typed"],
      settings: { "ws-close-codes": { runtime: "browser" } },
    },
  ],
});
