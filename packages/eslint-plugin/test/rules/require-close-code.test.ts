import { requireCloseCode } from "../../src/rules/require-close-code.ts";
import { inBrowser, onServer } from "../case.ts";
import { test, type Invalid, type Valid } from "../rule-tester.ts";

function without(text: string, call = "ws.close()", rest = "()"): Invalid {
  const start = text.lastIndexOf(call);
  const lines = text.slice(0, start).split("\n");
  const column = (lines.at(-1) ?? "").length + 1;
  return {
    code: text,
    errors: [
      {
        messageId: "without-code",
        data: { call: "close()" },
        line: lines.length,
        column,
        endLine: lines.length,
        endColumn: column + call.length,
        suggestions: [
          {
            messageId: "send-normal",
            data: {},
            output: text.replace(call, call.slice(0, -rest.length) + "(1000)"),
          },
        ],
      },
    ],
  };
}

test("require-close-code", requireCloseCode, {
  valid: [
    inBrowser("ws.close(1000); ws.close(code); ws.close(undefined); ws.close(...args);"),
    onServer("ws.close(1000, 'bye'); ws.terminate();"),
    inBrowser("expect(() => ws.close()).toThrow();"),
    inBrowser("ws.close(/* later */);"),
    inBrowser("ws.close.call(ws); ws.close.apply(ws, []);"),
    inBrowser("ws.onclose = (event) => event.code === 1006 && retry();"),
    inBrowser(
      "ws.onclose = (event) => { expect(event.code).toBe(); [1000].includes(event.code); };",
    ),
    inBrowser("const stop = (code) => ws.close(code); stop();"),
    // A name of the program's own, which may well be made to take none.
    inBrowser("const { close: hangUp } = ws; hangUp();"),
    // A mock is told of it.
    inBrowser("when(ws.close()).thenReturn(); verify(ws.close());"),
    // One of the two sends 1000.
    `import ReconnectingWebSocket from "reconnecting-websocket";
const ws = steady ? new ReconnectingWebSocket(url) : new WebSocket(url);
ws.close();`,
    `import { WebSocket } from "mock-socket";\nnew WebSocket(url).close();`,
    // Names alone are no proof.
    "function stop(ws) { ws.close(); }",
    "file.close(); window.close(); server.close();",
    `import { WebSocketServer } from "ws";\nnew WebSocketServer({ port: 1 }).close();`,
    // Without a code, Bun's server sends 1000.
    "Bun.serve({ websocket: { open(ws) { ws.close(); } } });",
    // The other one takes no code.
    "const source = plain ? new EventSource(url) : new WebSocket(url); source.close();",
    "let source; if (plain) source = new EventSource(url); else source = new WebSocket(url); source.close();",
  ]
    .map((code): Valid => ({ code }))
    .concat(
      {
        code: "export function stop(source: EventSource | WebSocket) { source.close(); }",
        ways: ["typescript", "typed"],
      },
      {
        code: "interface Door { close(): void }\nexport const stop = (deps: { door: Door | WebSocket }) => deps.door.close();",
        ways: ["typed"],
      },
    ),
  invalid: [
    {
      ...without("export function stop(ws: WebSocket | null) { ws?.close(); }", "ws?.close()"),
      ways: ["typescript", "typed"],
    },
    without("class Own extends WebSocket { stop() { this.close(); } }", "this.close()"),
    without(inBrowser("ws.close();")),
    without(inBrowser("ws.close( );"), "ws.close( )", "( )"),
    without(inBrowser("ws?.close();"), "ws?.close()"),
    without(inBrowser("(ws.close)();"), "(ws.close)()"),
    // A library that hands out sockets of `ws`.
    without(
      `import websocket from "@fastify/websocket";
import Fastify from "fastify";
const app = Fastify();
await app.register(websocket);
app.route({ method: "GET", url: "/", wsHandler: (ws) => ws.close() });`,
    ),
    without(onServer("ws.close();")),
    without(
      `import { WebSocket as Other } from "ws";
const ws = inside ? new Other(url) : new WebSocket(url);
ws.close();`,
    ),
  ],
});
