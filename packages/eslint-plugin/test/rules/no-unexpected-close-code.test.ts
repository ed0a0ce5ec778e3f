import { noUnexpectedCloseCode } from "../../src/rules/no-unexpected-close-code.ts";
import { fault, inBrowser, onServer, replaced } from "../case.ts";
import { test, type Invalid, type Valid } from "../rule-tester.ts";

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

/** `code === 999` at the end of some way. */
function never(code: string): Invalid {
  const lines = code.split("\n");
  const line = lines.findIndex((one) => one.includes("=== 999")) + 1;
  const from = (lines[line - 1]?.indexOf("999") ?? 0) + 1;
  const comparison = /[\w.]+ === 999/u.exec(code)?.[0] ?? "";
  const at = [line, from, from + 3] as const;
  return fault(code, { id: "never-sent", data: { comparison, why: NOT_USED }, at });
}

test("no-unexpected-close-code", noUnexpectedCloseCode, {
  valid: [
    ...["0", "1000", "1005", "1006", "1015", "3000", "4999", "undefined", "null", "other"].map(
      (code) => onClose(`if (event.code === ${code});`),
    ),
    onClose("switch (event.code) { case 1006: default: }"),
    onClose("if ([1001, 1006].includes(event.code));"),
    // What may not be sent on.
    onClose("if ([1004, 1005, 1006, 1015].includes(event.code));"),
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
    // A variable that holds something else before, after or instead.
    inBrowser(
      "let code = -1; ws.onclose = (e) => { code = e.code; }; const open = () => code === -1;",
    ),
    inBrowser(
      `let status = "connecting";
ws.onopen = () => { status = "open"; };
ws.onclose = (e) => { status = e.code; };
const isOpen = () => status === "open";`,
    ),
    onClose("let { code } = event; code = -1; return code === -1;"),
    onServer("ws.on('close', (code) => { code = own(code); return code === -1; });"),
    onServer("ws.on('close', (code = -1) => code === -1);"),
    inBrowser("ws.onclose = ({ code = -1 }) => code === -1;"),
    onClose("const { code = -1 } = event; return code === -1;"),
    // A state of a view library, a property, a field.
    `import { useState } from "react";
function useSocket() {
  const [code, setCode] = useState("open");
  const ws = new WebSocket("wss://example.com");
  ws.onclose = (e) => setCode(e.code);
  return code === "open";
}`,
    `import { reactive } from "vue";
const state = reactive({ code: -1 });
${inBrowser("ws.onclose = (e) => { state.code = e.code; };")}
const isOpen = () => state.code === -1;`,
    inBrowser(
      "const state = { code: -1 }; ws.onclose = (e) => { state.code = e.code; }; state.code === -1;",
    ),
    `export default {
  data: () => ({ code: -1 }),
  mounted() { new WebSocket("wss://example.com").onclose = (e) => { this.code = e.code; }; },
  computed: { isOpen() { return this.code === -1; } },
};`,
    `class Link {
  closeCode = -1;
  open() { new WebSocket("wss://example.com").onclose = (e) => { this.closeCode = e.code; }; }
  isOpen() { return this.closeCode === -1; }
}
new Link().closeCode === -1;`,
    inBrowser(
      "const codes = [-1]; ws.onclose = (e) => codes.push(e.code); for (const code of codes) code === -1;",
    ),
    inBrowser(
      "const codes = new Map([[ws, -1]]); ws.onclose = (e) => codes.set(ws, e.code); for (const [, code] of codes) code === -1;",
    ),
    inBrowser(
      "const codes = []; ws.onclose = (e) => codes.push(e.code); codes.forEach((code) => code === -1);",
    ),
    // A promise that somebody else may keep.
    inBrowser(
      `const r = await new Promise((resolve) => {
  ws.onclose = (e) => resolve({ code: e.code });
  setTimeout(() => resolve({ code: -1 }));
});
r.code === -1;`,
    ),
    inBrowser(
      `const r = await new Promise((resolve) => { ws.onclose = resolve; setTimeout(resolve, 9, { code: -1 }); });
r.code === -1;`,
    ),
    inBrowser(
      "const r = await new Promise((resolve) => { ws.onclose = resolve; resolve(...late); }); r.code === -1;",
    ),
    // A function that others call too, or may call.
    `import { spawn } from "node:child_process";
import WebSocket from "ws";
function onExit(code) { return code === 1; }
spawn("x").on("exit", onExit);
new WebSocket("ws://x").on("close", onExit);`,
    inBrowser(
      `const onEvent = (e) => e.type === "keydown" && e.code === "Escape";
document.addEventListener("keydown", onEvent);
ws.addEventListener("close", onEvent);`,
    ),
    inBrowser(
      `function report(code) { return code === 404; }
ws.onclose = (e) => { report(e.code); report(e.timeStamp); };`,
    ),
    `import { spawn } from "node:child_process";
import WebSocket from "ws";
function watch(one) { one.on("close", (code) => code === 1); }
watch(spawn("x"));
watch(new WebSocket("ws://x"));`,
    `import { spawn } from "node:child_process";
import WebSocket from "ws";
for (const one of [spawn("x"), new WebSocket("ws://x")]) one.on("close", (code) => code === 1);`,
    inBrowser(
      "const again = (e) => e.code === 404 || again(e.next); ws.onclose = (e) => again(e);",
    ),
    inBrowser(
      `function report(code) { return code === 404; }
ws.onclose = (e) => report(e.code);
fetch("/").then((response) => report(response.status));`,
    ),
    inBrowser(
      "function report(...codes) { return codes[0] === 404; } ws.onclose = (e) => report(e.code);",
    ),
    `class Link {
  report(code) { return code === 404; }
  open() { new WebSocket("wss://example.com").onclose = (e) => this.report(e.code); }
}`,
    ...["export function logClose(name, code)", "export const logClose = (name, code) =>"].map(
      (head) =>
        inBrowser(`${head} { return code === 1; }\nws.onclose = (e) => logClose("a", e.code);`),
    ),
    inBrowser("const log = (code) => code === 1; export { log }; ws.onclose = (e) => log(e.code);"),
    onServer(
      "ws.on('close', onClose); }); export default function onClose(code) { return code === 1; } ({",
    ),
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
    // Surely received, on the way from the socket to the comparison.
    ...[
      "ws.onclose = (event) => { const { code } = event; return code === 999; };",
      "ws.onclose = (event) => { const last = event.code; return last === 999; };",
      "ws.onclose = onClose; function onClose({ code }) { return code === 999; }",
      "const told = (code) => code === 999; ws.onclose = (event) => told(event.code);",
      "const again = (code, n) => code === 999 || again(code, n - 1); ws.onclose = (e) => again(e.code, 3);",
      "class Link { start() { ws.onclose = this.closed.bind(this); } closed(event) { return event.code === 999; } }",
      "class Own extends WebSocket { onclose(event) { return event.code === 999; } }",
      "new Promise((resolve) => (ws.onclose = resolve)).then((event) => event.code === 999);",
      "const { code } = await new Promise((resolve) => (ws.onclose = (e) => resolve(e))); code === 999;",
    ].map((statement) => never(inBrowser(statement))),
    never(
      `import { once } from "node:events";\n${onServer("").split("\n")[0]}
new WebSocketServer({ port: 8080 }).on("connection", async (ws) => {
  const [code] = await once(ws, "close");
  return code === 999;
});`,
    ),
    never(
      `import { WebSocketStream } from "undici";
const { closeCode: code } = await new WebSocketStream("wss://example.com").closed;
code === 999;`,
    ),
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
  valid: [
    { code: throughTypes, ways: ["espree", "typescript"] },
    // The checker says what the event is, a default or none.
    {
      code: inBrowser("ws.onclose = (event = late) => event.code === -1;"),
      ways: ["espree", "typescript"],
    },
    // One of the types is not a library's.
    ...[
      "const onEvent = (e: CloseEvent | KeyboardEvent) => e.code === 'Escape';",
      "type Told = CloseEvent | KeyboardEvent; const onEvent = (e: Told) => e.code === 'Escape';",
    ].map((handler): Valid => ({
      code: inBrowser(
        `${handler}\nws.addEventListener("close", onEvent);\ndocument.addEventListener("keydown", onEvent);`,
      ),
      ways: ["typescript", "typed"],
    })),
  ],
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
