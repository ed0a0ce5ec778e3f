import { Linter } from "eslint";
import { judgeReceived, judgeSent, type Target } from "ws-close-codes";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";

/**
 * All that the protocol, IANA and libraries tell apart and every 64th code beyond, or with
 * `ALL_CODES=1` every code that a Close frame has room for; and some numbers that are none.
 */
const codes = [
  ...[-65536, -1006, -1, 65536, 66536, 4294968296],
  ...Array.from({ length: 65536 }, (_, code) => code).filter(
    (code) => process.env["ALL_CODES"] || code < 5120 || code % 64 === 0 || code === 65535,
  ),
];

/** The reports of one rule on a program that has a line for each code, by code. */
function reports(
  rule: keyof typeof plugin.rules,
  before: string,
  line: (code: number) => string,
  after: string,
): ReadonlyMap<number | undefined, string | undefined> {
  const program = [before, ...codes.map(line), after].join("\n");
  const messages = new Linter().verify(program, {
    plugins: { "ws-close-codes": plugin },
    rules: { [`ws-close-codes/${rule}`]: "error" },
  });
  return new Map(
    messages.map(({ line: at, messageId, message }) => [codes[at - 2], messageId ?? message]),
  );
}

/** What is judged of each code, where there is something to say. */
function judged(judge: (code: number) => string | undefined): ReadonlyMap<number, string> {
  return new Map(
    codes.flatMap((code) => {
      const fault = judge(code);
      return fault === undefined ? [] : [[code, fault]];
    }),
  );
}

const senders: readonly {
  readonly name: string;
  readonly target: Target;
  readonly before: string;
  readonly line: (code: number) => string;
  readonly after?: string;
}[] = [
  {
    name: "browser",
    target: { profiles: ["browser"], part: "client" },
    before: 'const ws = new WebSocket("wss://example.com");',
    line: (code) => `ws.close(${code});`,
  },
  {
    name: "endpoint, the client",
    target: { profiles: ["endpoint"], part: "client" },
    before: 'import { WebSocket } from "ws"; const ws = new WebSocket("ws://localhost");',
    line: (code) => `ws.close(${code});`,
  },
  {
    name: "endpoint, the server",
    target: { profiles: ["endpoint"], part: "server" },
    before:
      'import { WebSocketServer } from "ws"; new WebSocketServer().on("connection", (ws) => {',
    line: (code) => `ws.close(${code});`,
    after: "});",
  },
  {
    name: "endpoint-unchecked",
    target: { profiles: ["endpoint-unchecked"], part: "server" },
    before: "const { socket } = Deno.upgradeWebSocket(request);",
    line: (code) => `socket.close(${code});`,
  },
  {
    name: "simulated",
    target: { profiles: ["simulated"] },
    before: "",
    line: (code) => `new CloseEvent("close", { code: ${code} });`,
  },
];

describe("what is sent", () => {
  it.each(senders)(
    "by $name is reported as it is judged",
    ({ target, before, line, after = "" }) => {
      expect(reports("no-invalid-close-code", before, line, after)).toEqual(
        judged((code) => judgeSent(code, target)?.fault),
      );
    },
  );
});

describe("what is received", () => {
  it.each([
    {
      name: "compared",
      before: 'new WebSocket("").onclose = (e) => {',
      line: (code: number) => `e.code === ${code};`,
      after: "};",
    },
    {
      name: "a case",
      before: 'new WebSocket("").onclose = ({ code }) => { switch (code) {',
      line: (code: number) => `case ${code}:`,
      after: "} };",
    },
    {
      name: "in a list",
      before: 'new WebSocket("").onclose = (e) => [',
      line: (code: number) => `${code},`,
      after: "].includes(e.code);",
    },
  ])("and $name is reported as it is judged", ({ before, line, after }) => {
    expect(reports("no-unexpected-close-code", before, line, after)).toEqual(judged(judgeReceived));
  });
});
