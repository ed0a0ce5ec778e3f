import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultSettings, libraries, mayHoldSites, type Library } from "ws-close-codes-analysis";
import { TextGate } from "../src/text/gate.ts";

const FIXTURES = new URL("../../../fixtures/", import.meta.url).pathname;
const EXPECTATION = /^\s*\/\/\s*\^+ /m;
const COMMENT = /^\s*\/\/.*$/gm;

/** Every fixture in which sites are expected, without its comments and their words. */
const programs = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((path) => /(?<!\.d)\.[cm]?[jt]sx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(FIXTURES, path), "utf8") }))
  .filter(({ text }) => EXPECTATION.test(text))
  .map(({ path, text }) => ({ path, text: text.replace(COMMENT, "") }));

const gate = new TextGate(libraries);

describe("the text gate", () => {
  it("lets every fixture with a site through", () => {
    expect(programs.length).toBeGreaterThan(50);
    expect(programs.filter(({ text }) => !gate.lets(text, true)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it.each([
    "ws.end(1001);",
    "ws?.end?.(4000)",
    "connection.drop(\n  CODE,\n)",
    "const { disconnect } = supabase.realtime;\ndisconnect(4001)",
    "const { leave: kick } = client;\nkick(4001)",
    "room.onLeave((c) => c === 4000)",
    "if (event.code === 1006) retry();",
    "if (1006 === event.code)\n  retry()",
    'if (e["code"] == 1006) retry()',
    "const { code, reason } = info",
    "({ code }) => RETRY.has(code)",
    "switch (statusCode) {",
    "expect(code).toBe(1000)",
    "(e.code as number) === 1000",
    "subject.error({ code: 1000 })",
    "enum Reason {\n  GoingAway = 1001,\n  ProtocolError,\n}",
    "const reasons = { GOING_AWAY: 1_001 }",
    "const WS_CODES = table",
    "new CloseEvent('x', init)",
  ])("lets %j through", (text) => {
    expect(gate.lets(text, true)).toBe(true);
  });

  it.each([
    "const text = new TextDecoder().decode(bytes);",
    "// the source code of this program\nrun();",
    "stream.end();\nresponse.end('hello');",
    "const countryCodes = ['de', 'fr'];",
    "setTimeout(run, 1000);",
    "socket.connect(3000);",
  ])("stops %j", (text) => {
    expect(gate.lets(text, true)).toBe(false);
  });

  it("knows the words of a user's own sockets", () => {
    const bus: Library = {
      name: "bus",
      title: "bus",
      types: {
        Bus: {
          methods: { hangUp: { send: { code: 0 } }, fail: { send: { code: [0, "status"] } } },
          on: { gone: ["code"] },
          members: { onGone: { handler: [null, "code"] }, why: "code" },
        },
      },
    };
    const own = new TextGate([bus]);
    for (const text of [
      "bus.hangUp(1011)",
      "f({ status: 1 })",
      "on('gone')",
      "onGone()",
      "x.why",
    ]) {
      expect(own.lets(text, true), text).toBe(true);
      expect(gate.lets(text, true), text).toBe(false);
    }
  });
});

it.each(["MY_SOCKET", "bus", "sockBus"])("knows a user's own global %s", (name) => {
  const own = new TextGate([
    { name: "bus", title: "bus", globals: { [name]: "Bus" }, types: { Bus: {} } },
  ]);
  expect(own.lets(`${name}.close(1);`, false)).toBe(true);
  expect(own.lets(`my${name}2.close(1);`, false)).toBe(false);
});

describe("the text gate without types", () => {
  const passes = (text: string, hasTypes: boolean): boolean =>
    mayHoldSites(text, defaultSettings, hasTypes);

  it.each([
    "new WebSocket(url).close();",
    "if (event.code === 1006) retry();",
    "socket.close(status, reason)",
    "event.initCloseEvent(type, 0, 0, 0, status)",
    "connection.close(4001)",
    "connection.close(KICKED);\nconst KICKED = 4001;",
    "(connection.close as Close)(1000)",
    'connection["close"](3000)',
    "if (code !== 1005 && code !== 1006) retry();",
    "switch (code) {\n  case 1000:\n}",
    "RETRY.has(event.code); const RETRY = new Set([4000]);",
    "expect(e.code).toBe(1000)",
    "const closeReasons = {\n  KICKED: 4001,\n};",
    "class MyCloseEvent extends Event { code = 1000 }",
    "const reasons = { GOING_AWAY: 1_001 }",
    'import { Socket } from "phoenix"; new Socket().disconnect(undefined, 0)',
    'import { Server } from "npm:ws@8"; new Server().end(1)',
    "wx.connectSocket({ url }).close({ code: 1 })",
    'new self["WebSocket"](url).close(1)',
    'import ws = require("ws"); ws.close(1)',
    'let socket: import("ws").WebSocket; socket.close(1)',
    "class Room { webSocketClose(ws, code) { ws.close(code) } }",
    "Deno.upgradeWebSocket(request).socket.close(1)",
    "Bun.serve({ websocket: { close(ws, code) { if (code === 1) retry() } } })",
    "socket.close(1006 /* lost */)",
    "socket.close(/* lost */ 1006)",
    "socket.close(1006 // lost\n)",
    "socket.close(+1006)",
    "socket.close(1e3 + 6)",
    "ws.end(1006, 'lost');",
    "socket?.end?.(3000)",
    "conn.end(\n  4001,\n)",
    "connection.drop(4001)",
    "ws.end(code, text)",
  ])("lets %j through", (text) => {
    expect(passes(text, false)).toBe(true);
  });

  it.each([
    "if (response.statusCode === 200) done();",
    "const { code, reason } = info",
    "file.close();",
    "// WebSocket\nsocket.connect(3000);",
    "/**\n * Closes the WebSocket with 1006.\n */\nfile.close();",
    "const delay = 1000 * 60; file.close();",
    "setTimeout(() => file.close(), 1000);",
    "const line = { closePath: true, cost: a + 1008 | 0 };",
    "if (code === 200 || code >= 0x80) wait(1000);",
    'import { parse } from "../jsdom/parser.js"; parse(code);',
    "wx.closed = true; wait(1000);",
    'if (request.upgrade === "websocket") file.close();',
    "const manager = new WebSocketManager(); manager.close();",
    'import { send } from "../websocket/send.js"; send(file.close());',
    'const PROTOCOL = "graphql-ws"; file.close();',
    "const onSocketClose = () => file.close();",
  ])("stops %j", (text) => {
    expect(passes(text, false)).toBe(false);
  });

  it.each([
    "const upgradeWebSocketLater = () => file.close();",
    "class NodeWebSocket extends Base {}; socket.close();",
    "const hash = 0xdeadbeef; socket.close(hash);",
  ])("stops %j, which has no name of a library's", (text) => {
    expect(passes(text, false)).toBe(false);
  });

  it("leaves to a checker what only it may know", () => {
    expect(passes("if (response.statusCode === 200) done();", true)).toBe(true);
  });
});

describe("the text gate for codes, with types", () => {
  // As if every socket came from another file: nothing is known of it but by the checker.
  const strangers = programs.map(({ path, text }) => ({
    path,
    text: text
      .replace(/((?:from|require\(|import\()\s*)["'][^"']+["']/g, '$1"./link.js"')
      .replace(/\b\w*[sS]ock\w*|\bCloseEvent\b/g, "Link"),
  }));

  it("lets every fixture with a code through, whoever the socket is", () => {
    const stopped = strangers.filter(({ text }) => !gate.letsCodes(text, true));
    expect(strangers.filter(({ text }) => gate.mayProve(text)).length).toBe(0);
    expect(stopped.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    "link.close(KICKED);",
    "link.closeSocket(KICKED);",
    'link["close"](KICKED);',
    "link.end(KICKED);",
    "link.close(...rest);",
    "if (info.code !== NORMAL) retry();",
    "switch (info.code) {}",
    "if (FATAL.has(info.code)) stop();",
    "link.error({ code: FATAL });",
    "link.error({ code, reason });",
    "on('close', ({ code: why }) => why === FATAL);",
    "on('close', (why) => why === 1006);",
    "closeWith(link, 1006);",
    "closeWith(link, CLOSE_CODE);",
    "link.onLeave((why) => log(why));",
  ])("lets %j through", (text) => {
    expect(gate.letsCodes(text, true)).toBe(true);
  });

  it.each([
    "link.close();",
    "link.on('closed', stop);",
    "if (this.#reason !== undefined) this.#closed = true;",
    "throw new ClosedError('closed');",
    "fail({ code: 'NOT_FOUND' });",
    "if (response.statusCode === 200) link.close();",
    "interface Problem {\n  code: string;\n}",
    "if (typeof reason === 'string') link.close();",
    "const end = (notify) => link.close();",
    "return { code: table.NOT_FOUND, message };",
    "link.onClose(stop);",
  ])("stops %j, which is let in for `close()` or nothing", (text) => {
    expect(gate.lets(text, true)).toBe(true);
    expect(gate.letsCodes(text, true)).toBe(false);
  });

  it("asks for as much as without types where there are none", () => {
    expect(gate.letsCodes("link.close(KICKED);", false)).toBe(false);
    expect(gate.letsCodes("new WebSocket(url).close(KICKED);", false)).toBe(true);
  });
});

describe("the text gate for codes, where a flow may prove them", () => {
  const passes = (text: string): boolean =>
    gate.letsCodes(`const link = new WebSocket(url);\n${text}`, false);

  it("lets every fixture with a code through", () => {
    const stopped = programs.filter(
      ({ text }) => gate.lets(text, false) && !gate.letsCodes(text, false),
    );
    expect(stopped.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    "link.close(KICKED);",
    "const { close } = link;",
    "const { close: hangUp } = link;",
    "const hangUp = link.close;",
    "on('close', link.close.bind(link));",
    "link.sendCloseFrame(KICKED);",
    "const why = { code: 42 };\nlink.error(why);",
    "link.onclose = ({ code }) => link.close(code);",
    "link.onclose = (event) => event.code === 42;",
    "link.onclose = (event) => retry(event.code > 42);",
  ])("lets %j through", (text) => {
    expect(passes(text)).toBe(true);
  });

  it.each([
    "link.onclose = () => retry();",
    "link.addEventListener('close', () => link.close());",
    "if (link.readyState === link.CLOSED) return;",
    "setTimeout(() => link.close(), 500);",
  ])("stops %j, in which no code is", (text) => {
    expect(passes(text)).toBe(false);
  });

  it("asks for a number where no word tells of a code", () => {
    const given = (code: number): string =>
      `import { Socket } from "phoenix"; new Socket().disconnect(undefined, ${code});`;
    expect(gate.letsCodes(given(1006), false)).toBe(true);
    expect(gate.letsCodes(given(42), false)).toBe(false);
    expect(gate.letsCodes(given(42), true)).toBe(true);
  });
});
