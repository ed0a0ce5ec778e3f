import { noInvalidCloseReason } from "../../src/rules/no-invalid-close-reason.ts";
import { inBrowser, onServer } from "../case.ts";
import { test, type Invalid, type Valid } from "../rule-tester.ts";

const CALL = "close()";
const IN_BROWSERS = "browsers throw SyntaxError";
const IN_WS = "`ws` throws RangeError";
const VARIES = "it throws, is cut or goes out as an illegal frame, depending on the runtime";
const a = (count: number): string => "a".repeat(count);

const cut = (text: string): string =>
  `new TextDecoder().decode(new TextEncoder().encode(${text}).subarray(0, 123), { stream: true })`;

interface Fault {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
  /** What is reported: the last place where the text has it. */
  readonly at: string;
  readonly suggestion?: {
    readonly messageId: string;
    readonly data: Readonly<Record<string, string>>;
    readonly text: string;
  };
}

function fault(text: string, { id, data, at, suggestion }: Fault): Invalid {
  const start = text.lastIndexOf(at);
  const placeOf = (offset: number): [line: number, column: number] => {
    const lines = text.slice(0, offset).split("\n");
    return [lines.length, (lines.at(-1) ?? "").length + 1];
  };
  const [line, column] = placeOf(start);
  const [endLine, endColumn] = placeOf(start + at.length);
  return {
    code: text,
    errors: [
      {
        messageId: id,
        data: { call: CALL, ...data },
        ...{ line, column, endLine, endColumn },
        suggestions: suggestion
          ? [
              {
                messageId: suggestion.messageId,
                data: suggestion.data,
                output: text.slice(0, start) + suggestion.text + text.slice(start + at.length),
              },
            ]
          : [],
      },
    ],
  };
}

const tooLong = (text: string, at: string, bytes: number, outcome = IN_BROWSERS): Invalid =>
  fault(text, { id: "reason-too-long", data: { bytes: String(bytes), outcome }, at });

const inCharacters = (text: string, limit: string, whole?: string): Invalid =>
  fault(text, {
    id: "reason-in-characters",
    data: { limit },
    at: limit,
    ...(whole !== undefined && {
      suggestion: { messageId: "cut-by-bytes", data: {}, text: cut(whole) },
    }),
  });

const unbounded = (reason: string, part = reason, before = ""): Invalid => ({
  ...fault(inBrowser(`${before}ws.close(1000, ${reason});`), {
    id: "reason-unbounded",
    data: { part },
    at: reason,
    suggestion: { messageId: "cut-by-bytes", data: {}, text: cut(reason) },
  }),
  options: [{ checkUnbounded: true }],
});

test("no-invalid-close-reason", noInvalidCloseReason, {
  valid: [
    ...[
      "ws.close(1000, 'bye'); ws.close(1000); ws.close(); ws.close(1000, undefined);",
      `ws.close(1000, "${a(123)}");`,
      `ws.close(1000, "${"你".repeat(41)}");`,
      `ws.close(1000, "${"😀".repeat(30)}");`,
      `ws.close(1000, \`${a(120)}\${name}\`);`,
      `ws.close(1000, "${a(120)}" - "${a(120)}");`,
      `ws.close(1000, late && "bye");`,
      `ws.close(1000, "${a(124)}" && name);`,
      `log("${a(200)}");`,
      "ws.close(1000, 'a'.repeat(123)); ws.close(1000, 'a'.repeat(count)); ws.close(1000, repeat(200));",
      "ws.close(1000, 'a'.repeat(-200)); ws.close(1000, 'a'.repeat(123.5)); ws.close(1000, 'a'.repeat());",
      "ws.close(1000, 'a'.padEnd(200)); ws.close(1000, text.repeat(200)); ws.close(1000, 'a'.repeat('200'));",
      "ws.close(undefined); ws.close(undefined, undefined); ws.close(undefined, '');",
      // The bytes are counted, too.
      "function stop(why) { if (why.length > 123 || Buffer.byteLength(why) > 123) why = 'long'; ws.close(1000, why); }",
      "ws.close(code, 'bye'); ws.close(late ? 1000 : undefined, 'bye');",
      "ws.close(late ? undefined : 1000, 'bye');",
      // A limit of the program's own, a limit in bytes.
      "ws.close(1000, text.slice(0, 40)); ws.close(1000, text.slice(1, 123)); ws.close(1000, text.slice(0, 126));",
      "ws.close(1000, text.slice(0, 119)); ws.close(1000, text.slice(0)); ws.close(1000, text.slice(0, end));",
      "ws.close(1000, text.padEnd(0, 123)); ws.close(1000, slice(0, 123));",
      "ws.close(1000, Buffer.from(text).slice(0, 123)); ws.close(1000, bytes.slice(0, 123));",
      "const data = new TextEncoder().encode(text); ws.close(1000, data.slice(0, 123));",
      "const stop = (text) => ws.close(1000, text.slice(0, 123)); ws.onclose = stop;",
      "ws.close(1000, text.length > 40 ? 'long' : text);",
      "ws.close(1000, text.size > 123 ? 'long' : text);",
      "ws.close(1000, 0 < text.length ? text : 'none');",
      "ws.close(1000, text.length === 123 ? 'long' : text);",
      // ASCII has a byte for every character.
      "ws.close(1000, btoa(text).slice(0, 123)); ws.close(1000, escape(text).slice(0, 123));",
      "ws.close(1000, encodeURIComponent(text).slice(0, 123)); ws.close(1000, now.toISOString().slice(0, 123));",
      "ws.close(1000, digest.toString('hex').slice(0, 123)); ws.close(1000, hash.digest('base64url').slice(0, 120));",
      "const id = btoa(text); ws.close(1000, id.length > 123 ? 'long' : id);",
      // Only where it is asked for.
      "ws.close(1000, error.message);",
      "expect(() => ws.close(1000, 'a'.repeat(124))).toThrow();",
      `expect(() => ws.close(1000, "${a(124)}")).toThrow();`,
    ].map((body) => inBrowser(body)),
    `new CloseEvent("close", { code: 1000, reason: "${a(124)}" });`,
    // Whatever a library hands over may be a Buffer.
    onServer("ws.on('message', (data) => ws.close(1000, data.slice(0, 123)));"),
    onServer("ws.on('close', (code, why) => ws.close(1000, why.length > 123 ? 'long' : why));"),
    "function stop(socket) { socket.close(undefined, 'bye'); }",
    "// A WebSocket.\nfunction stop(socket) { socket.close(undefined, 'bye'); }",
    "file.close(undefined, 'bye');",
  ]
    .map((code): Valid => ({ code }))
    .concat(
      {
        code: inBrowser("const stop = (why: Buffer) => ws.close(1000, why.slice(0, 123));"),
        ways: ["typescript"],
      },
      [
        "ws.close(1000, message); ws.close(1000, note.message); ws.close(1000, error.code);",
        "ws.close(1000, 'bye ' + name); ws.close(1000, `bye ${name}`); ws.close(1000, String(name));",
        "ws.close(1000, name.toString()); ws.close(1000, CSS.stringify(x)); ws.close(1000, error - error);",
        "ws.close(1000, describe(error)); ws.close(1000, JSON.parse(text));",
        "ws.close(1000, `failed: ${response.error}`);",
        `ws.close(1000, ${cut("error.message")});`,
      ].map((body) => ({ code: inBrowser(body), options: [{ checkUnbounded: true }] })),
    ),

  invalid: [
    tooLong(inBrowser(`ws.close(1000, "${a(124)}");`), `"${a(124)}"`, 124),
    tooLong(inBrowser(`ws.close(1000, "${"你".repeat(42)}");`), `"${"你".repeat(42)}"`, 126),
    tooLong(onServer(`ws.close(1000, '${a(200)}');`), `'${a(200)}'`, 200, IN_WS),
    tooLong(
      `function stop(ws: WebSocket) { ws.close(1000, "${a(124)}"); }`.replace(": WebSocket", ""),
      `"${a(124)}"`,
      124,
      VARIES,
    ),
    tooLong(
      inBrowser(`ws.close(1000, \`${a(100)}\${name}${a(24)}\`);`),
      `\`${a(100)}\${name}${a(24)}\``,
      124,
    ),
    tooLong(
      inBrowser(`ws.close(1000, "${a(100)}" + name + "${a(24)}");`),
      `"${a(100)}" + name + "${a(24)}"`,
      124,
    ),
    tooLong(
      inBrowser(`ws.close(1000, late ? "${a(124)}" : "bye");`),
      `late ? "${a(124)}" : "bye"`,
      124,
    ),
    tooLong(inBrowser(`ws.close(1000, late && "${a(124)}");`), `late && "${a(124)}"`, 124),
    // Through a function of the program, in its own order and by name.
    ...[
      `(code, why) { ws.close(code, why); }\nstop(1000, "${a(124)}");`,
      `(why, code) { ws.close(code, why); }\nstop("${a(124)}", 1000);`,
      `({ code, why }) { ws.close(code, why); }\nstop({ code: 1000, why: "${a(124)}" });`,
    ].map((rest) =>
      fault(inBrowser(`function stop${rest}`), {
        id: "reason-too-long",
        data: { call: "stop()", bytes: "124", outcome: IN_BROWSERS },
        at: `"${a(124)}"`,
      }),
    ),
    tooLong(inBrowser(`const why = "${a(124)}"; ws.close(1000, why);`), "why", 124),
    tooLong(inBrowser(`const why = \`${a(124)}\${name}\`; ws.close(1000, why);`), "why", 124),

    tooLong(inBrowser(`ws.close(1000, "x".repeat(200));`), `"x".repeat(200)`, 200),
    tooLong(
      inBrowser("const LONG = '你'.repeat(42); ws.close(1000, `${name}: ${LONG}`);"),
      "`${name}: ${LONG}`",
      128,
    ),
    tooLong(
      onServer("const TIMES = 62; ws.close(1000, `${name}, `.repeat(TIMES));"),
      "`${name}, `.repeat(TIMES)",
      124,
      IN_WS,
    ),

    // What throws takes nothing away.
    tooLong(
      inBrowser(`ws.close(1000, "${a(124)}" + name + "a".repeat(-200));`),
      `"${a(124)}" + name + "a".repeat(-200)`,
      124,
    ),

    fault(inBrowser("ws.close(undefined, 'bye');"), {
      id: "reason-without-code",
      data: {},
      at: "undefined",
      suggestion: {
        messageId: "replace-code",
        data: { code: "undefined", instead: "1000" },
        text: "1000",
      },
    }),
    fault(inBrowser("ws.close(void 0, 'bye');"), {
      id: "reason-without-code",
      data: {},
      at: "void 0",
      suggestion: {
        messageId: "replace-code",
        data: { code: "void 0", instead: "1000" },
        text: "1000",
      },
    }),

    inCharacters(inBrowser("ws.close(1000, text.slice(0, 123));"), "text.slice(0, 123)", "text"),
    ...["atob(text)", "text.toString('utf8')", "decodeURIComponent(text)", "text.toString()"].map(
      (text) =>
        inCharacters(
          inBrowser(`ws.close(1000, ${text}.slice(0, 123));`),
          `${text}.slice(0, 123)`,
          text,
        ),
    ),
    inCharacters(
      onServer("ws.close(1000, text.substring(0, 120));"),
      "text.substring(0, 120)",
      "text",
    ),
    inCharacters(inBrowser("ws.close(1000, a.b.substr(0, 125));"), "a.b.substr(0, 125)", "a.b"),
    inCharacters(inBrowser("ws.close(1000, text?.slice(0, 123));"), "text?.slice(0, 123)"),
    inCharacters(
      inBrowser("ws.onmessage = ({ data }) => ws.close(1000, data.slice(0, 123));"),
      "data.slice(0, 123)",
      "data",
    ),
    inCharacters(
      inBrowser("const MAX = 123; const why = text.slice(0, MAX); ws.close(1000, why);"),
      "text.slice(0, MAX)",
      "text",
    ),
    inCharacters(
      inBrowser("ws.close(1000, text.length > 123 ? 'long' : text);"),
      "text.length > 123",
    ),
    inCharacters(
      inBrowser("ws.close(1000, 123 < text.length ? 'long' : text);"),
      "123 < text.length",
    ),
    inCharacters(
      onServer("ws.on('close', (code, why) => ws.close(1000, why.toString().slice(0, 123)));"),
      "why.toString().slice(0, 123)",
      "why.toString()",
    ),
    inCharacters(
      inBrowser("const why = text.length <= 123 ? text : 'long'; ws.close(1000, why);"),
      "text.length <= 123",
    ),
    inCharacters(
      inBrowser(
        "function stop(why) { if (why.length > 123) why = cut(why); ws.close(1000, why); }",
      ),
      "why.length > 123",
    ),

    fault(inBrowser("ws.close(1000, text.slice(\n  0,\n  123));"), {
      id: "reason-in-characters",
      data: { limit: "text.slice( 0, 123)" },
      at: "text.slice(\n  0,\n  123)",
      suggestion: { messageId: "cut-by-bytes", data: {}, text: cut("text") },
    }),
    unbounded("error.message"),
    unbounded("JSON.stringify(\n  problem)", "JSON.stringify( problem)"),
    unbounded("this.error.stack"),
    unbounded("String(err)"),
    unbounded("e.toString()"),
    unbounded("JSON.stringify(problem)"),
    unbounded("`failed: ${error.message}`", "error.message"),
    unbounded("`failed: ${error}`", "error"),
    unbounded("'failed: ' + error.message", "error.message"),
    unbounded("'failed: ' + error", "error"),
    unbounded("late ? 'late' : error.message", "error.message"),
    unbounded("why", "why", "const why = error.message; "),
  ],
});
