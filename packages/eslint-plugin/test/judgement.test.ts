import { Linter } from "eslint";
import fc from "fast-check";
import { judgeReceived, judgeSent, type Target } from "ws-close-codes";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";

/** The reports of one rule on a program, by message. */
function reports(rule: keyof typeof plugin.rules, code: string): (string | undefined)[] {
  const config = {
    plugins: { "ws-close-codes": plugin },
    rules: { [`ws-close-codes/${rule}`]: "error" },
  } satisfies Linter.Config;
  return new Linter().verify(code, config).map(({ messageId, message }) => messageId ?? message);
}

/** Every interesting code, and any. */
const codes = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5100 }) },
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 70000 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      0,
      999,
      1000,
      1003,
      1004,
      1005,
      1006,
      1010,
      1015,
      1016,
      2999,
      3000,
      4999,
      5000,
      65535,
      65536,
    ),
  },
);

const senders: Record<string, { readonly target: Target; program: (code: number) => string }> = {
  browser: {
    target: { profiles: ["browser"], part: "client" },
    program: (code) => `new WebSocket("wss://example.com").close(${code});`,
  },
  "endpoint, the client": {
    target: { profiles: ["endpoint"], part: "client" },
    program: (code) =>
      `import { WebSocket } from "ws"; new WebSocket("ws://localhost").close(${code});`,
  },
  "endpoint, the server": {
    target: { profiles: ["endpoint"], part: "server" },
    program: (code) =>
      `import { WebSocketServer } from "ws"; new WebSocketServer().on("connection", (ws) => ws.close(${code}));`,
  },
  "endpoint-unchecked": {
    target: { profiles: ["endpoint-unchecked"], part: "server" },
    program: (code) => `const { socket } = Deno.upgradeWebSocket(request); socket.close(${code});`,
  },
  simulated: {
    target: { profiles: ["simulated"] },
    program: (code) => `new CloseEvent("close", { code: ${code} });`,
  },
};

describe.each(Object.entries(senders))("what is sent by %s", (_, { target, program }) => {
  it("is reported as it is judged", () => {
    fc.assert(
      fc.property(codes, (code) => {
        const verdict = judgeSent(code, target);
        expect(reports("no-invalid-close-code", program(code))).toEqual(
          verdict ? [verdict.fault] : [],
        );
      }),
      { numRuns: 250 },
    );
  });
});

describe("what is received", () => {
  it.each([
    (code: number) => `new WebSocket("").onclose = (e) => e.code === ${code};`,
    (code: number) =>
      `new WebSocket("").onclose = ({ code }) => { switch (code) { case ${code}: } };`,
    (code: number) => `new WebSocket("").onclose = (e) => [${code}].includes(e.code);`,
  ])("is reported as it is judged: %s", (program) => {
    fc.assert(
      fc.property(codes, (code) => {
        const fault = judgeReceived(code);
        expect(reports("no-unexpected-close-code", program(code))).toEqual(fault ? [fault] : []);
      }),
      { numRuns: 250 },
    );
  });
});
