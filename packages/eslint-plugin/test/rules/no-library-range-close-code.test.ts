import { noLibraryRangeCloseCode } from "../../src/rules/no-library-range-close-code.ts";
import { fault, inBrowser, onServer } from "../case.ts";
import { test } from "../rule-tester.ts";

test("no-library-range-close-code", noLibraryRangeCloseCode, {
  valid: [
    ...["1000", "2999", "4000", "4999", "code", "'3001'", "3001.5"].map((code) => ({
      code: inBrowser(`ws.close(${code});`),
    })),
    { code: inBrowser("ws.onclose = (event) => event.code === 3001;") },
    { code: `target.dispatchEvent(new CloseEvent("close", { code: 3001 }));` },
    { code: "file.close(3001);" },
    { code: inBrowser("ws.close(3001);"), options: [{ allow: [3001] }] },
    { code: inBrowser("ws.close(3000, 'Unauthorized');") },
    { code: inBrowser("report('token expired');\nws.close(3000, reason);") },
    { code: inBrowser("ws.close(3003, 'permission denied');") },
    { code: inBrowser("ws.close(3008, 'timed out');") },
    { code: inBrowser("ws.close(3003);"), options: [{ allow: [3003] }] },
    ...["3000", "3003", "3008"].map((code) => ({
      code: inBrowser(`ws.close(${code});`),
      options: [{ allowRegistered: true }],
    })),
  ],

  invalid: [
    fault(inBrowser("ws.close(3001);"), {
      id: "library-range",
      data: { call: "close(3001)", code: "3001", instead: "4001" },
      at: [2, 10, 14],
      instead: [["3001", "4001"]],
    }),
    fault(onServer("ws.close(3999);"), {
      id: "library-range",
      data: { call: "close(3999)", code: "3999", instead: "4999" },
      at: [3, 10, 14],
      instead: [["3999", "4999"]],
    }),
    fault("function stop(socket) { socket.close(3500, 'bye'); }", {
      id: "library-range",
      data: { call: "close(3500)", code: "3500", instead: "4500" },
      at: [1, 38, 42],
      instead: [["3500", "4500"]],
    }),
    fault(inBrowser("const code = late ? 3001 : 4000; ws.close(code);"), {
      id: "library-range",
      data: { call: "close(code)", code: "3001", instead: "4001" },
      at: [2, 43, 47],
    }),
    ...[
      ["3000", "Unauthorized", "4401"],
      ["3003", "Forbidden", "4403"],
      ["3008", "Timeout", "4408"],
    ].map(([code = "", name = "", instead = ""]) =>
      fault(inBrowser(`ws.close(${code});`), {
        id: "library-range-registered",
        data: { call: `close(${code})`, code, name, instead },
        at: [2, 10, 14],
        instead: [[code, instead]],
      }),
    ),
    // What stands behind it says nothing of it.
    fault(inBrowser(`ws.close(3000);\ncheck("token");`), {
      id: "library-range-registered",
      data: { call: "close(3000)", code: "3000", name: "Unauthorized", instead: "4401" },
      at: [2, 10, 14],
      instead: [["3000", "4401"]],
    }),
    // Reported where it is sent, not where it is named.
    fault(inBrowser("const CODES = { OURS: 3001 }; ws.close(CODES.OURS);"), {
      id: "library-range",
      data: { call: "close(CODES.OURS)", code: "3001", instead: "4001" },
      at: [2, 40, 50],
      instead: [["3001", "4001"]],
    }),
    fault(inBrowser(`check("token");${"\n".repeat(10)}ws.close(3000, "bye");`), {
      id: "library-range-registered",
      data: { call: "close(3000)", code: "3000", name: "Unauthorized", instead: "4401" },
      at: [12, 10, 14],
      instead: [["3000", "4401"]],
    }),
    {
      ...fault(inBrowser("ws.close(3002);"), {
        id: "library-range",
        data: { call: "close(3002)", code: "3002", instead: "4002" },
        at: [2, 10, 14],
        instead: [["3002", "4002"]],
      }),
      options: [{ allow: [3001], allowRegistered: true }],
    },
    {
      ...fault(inBrowser("ws.close(3000);"), {
        id: "library-range-registered",
        data: { call: "close(3000)", code: "3000", name: "Unauthorized", instead: "4401" },
        at: [2, 10, 14],
        instead: [["3000", "4401"]],
      }),
      options: [{ allow: [3001] }],
    },
  ],
});
