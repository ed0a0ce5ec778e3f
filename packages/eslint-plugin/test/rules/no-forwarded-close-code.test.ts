import { noForwardedCloseCode } from "../../src/rules/no-forwarded-close-code.ts";
import { inBrowser } from "../case.ts";
import { test, type Invalid, type Valid } from "../rule-tester.ts";

/** A proxy of `ws`; the body stands on line 3. */
const proxy = (body: string, params = "code, reason"): string =>
  `import { WebSocketServer, WebSocket } from "ws";
new WebSocketServer({ port: 1 }).on("connection", (client) => { const upstream = new WebSocket("ws://a");
upstream.on("close", (${params}) => {${body}});
});`;

/** A handler of the DOM, with another socket to close; the body stands on line 2. */
const relay = (body: string, param = "event"): string =>
  inBrowser(`new WebSocket("wss://b").onclose = (${param}) => {${body}};`);

/** What is done with the promise of a close; the body stands on line 5. */
const awaited = (body: string): string =>
  `import { once } from "node:events";
import { WebSocketServer, WebSocket } from "ws";
new WebSocketServer({ port: 1 }).on("connection", async (client) => {
const closed = once(new WebSocket("ws://a"), "close");
${body} });`;

const locally = (codes: string): string => `${codes}, set locally and never sent`;
const ENDPOINT = locally("1005, 1006 or 1015");
const BROWSER = "1001-1003 or 1005-1015, not for applications to send";
const IN_WS = "throws TypeError in `ws`";
const IN_BROWSERS = "throws InvalidAccessError in browsers";

const endpointGuard = (code: string, fallback = "1000"): string =>
  `${code} === 1005 || ${code} === 1006 || ${code} === 1015 ? ${fallback} : ${code}`;
const browserGuard = (code: string, fallback = "1000"): string =>
  `${code} === 1000 || (${code} >= 3000 && ${code} <= 4999) ? ${code} : ${fallback}`;

interface Forwarded {
  /** The argument as a whole; the code is what is reported. */
  readonly argument: string;
  readonly code?: string;
  readonly call?: string;
  readonly unsendable: string;
  readonly outcome: string;
  /** What the argument becomes. */
  readonly output?: string | undefined;
  /** What is sent in the place of the code. */
  readonly instead?: string;
}

/** One report: at the last call that has the argument. */
function forwarded(text: string, one: Forwarded): Invalid {
  const { argument, code = argument, unsendable, outcome, output } = one;
  const call = text.lastIndexOf(`.close(${argument}`);
  const start = call < 0 ? text.lastIndexOf(argument) : call + ".close(".length;
  const before = text.slice(0, start).split("\n");
  const column = (before.at(-1) ?? "").length + 1 + argument.indexOf(code);
  return {
    code: text,
    errors: [
      {
        messageId: "forwarded",
        data: { call: one.call ?? `close(${code})`, unsendable, outcome },
        line: before.length,
        column,
        endLine: before.length,
        endColumn: column + code.length,
        suggestions:
          output === undefined
            ? []
            : [
                {
                  messageId: "guard-code",
                  data: { instead: one.instead ?? "1000" },
                  output: text.slice(0, start) + output + text.slice(start + argument.length),
                },
              ],
      },
    ],
  };
}

const inWs = (body: string, argument = "code", more: Partial<Forwarded> = {}): Invalid =>
  forwarded(proxy(body), {
    argument,
    unsendable: ENDPOINT,
    outcome: IN_WS,
    output: endpointGuard(argument),
    ...more,
  });

const inDom = (body: string, argument = "event.code", more: Partial<Forwarded> = {}): Invalid =>
  forwarded(relay(body), {
    argument,
    unsendable: BROWSER,
    outcome: IN_BROWSERS,
    output: browserGuard(argument),
    ...more,
  });

/** A socket of the project's own, which may guard what it sends by itself. */
const house = `import { HouseSocket } from "@acme/house-socket";
import { WebSocket } from "ws";
const socket = new HouseSocket();
new WebSocket("ws://a").on("close", (code) => socket.hangUp(code));`;
const houseSocket = (forwards?: true): object => ({
  name: "house-socket",
  modules: ["@acme/house-socket"],
  exports: { HouseSocket: { new: "Socket" } },
  types: {
    Socket: {
      profile: "endpoint",
      methods: { hangUp: { send: { code: 0 } } },
      ...(forwards && { forwards }),
    },
  },
});

test("no-forwarded-close-code", noForwardedCloseCode, {
  valid: [
    // Looked at around the send.
    ...[
      "if (code !== 1005 && code !== 1006) client.close(code);",
      "if (code >= 3000) client.close(code, reason); else client.close();",
      "if (isSendable(code)) client.close(code);",
      "if ([1000, 1001].includes(code)) client.close(code);",
      "if ([1000, 1001].some((one) => one === code)) client.close(code);",
      "if ([1000].some((one) => { return one === code; })) client.close(code);",
      "if (reason.length) client.close(code, reason);",
      "switch (code) { case 1005: case 1006: client.close(); break; default: client.close(code); }",
      "switch (code) { case 1000: case 1001: client.close(code); break; default: client.close(); }",
      "switch (code) { default: client.close(code); break; case 1005: case 1006: client.close(); }",
      "switch (code) { case 1000: client.close(code); }",
      "switch (code) { case 1005: log(); case 1006: throw new Error(); } client.close(code);",
      "switch (code) { case 1000: break; default: return; } client.close(code);",
      "for (const one of all) { switch (code) { case 1005: case 1006: continue; } client.close(code); }",
      "switch (code) { default: client.close(code); break; case reserved: case 1006: log(); }",
      "for (const one of all) { if (isReserved(code)) continue; client.close(code); }",
      "for (const one of all) { if (isReserved(code)) { log(code); continue; } client.close(code); }",
      "if (!isReserved(code)) log(); else throw new Error(); client.close(code);",
      "if ((this.last = code) < 1007) return; client.close(code);",
      // Something changes that may be asked for.
      "let ok = true; if (code === 1005 || code === 1006) ok = false; if (ok) client.close(code);",
      "let how = 'close'; switch (code) { case 1005: case 1006: how = 'kill'; break; } if (how === 'close') client.close(code);",
      "let text; switch (code) { case 1000: text = 'bye'; } if (text) client.close(code, text);",
      "const errors = []; if (code < 3000) errors.push(1); if (errors.length > 0) return; client.close(code);",
      "let hits = 0; if (code < 3000) hits++; if (hits === 0) client.close(code);",
      "let ok = true; code < 3000 && (ok = false); if (ok) client.close(code);",
      "client.lost = code < 3000; if (client.lost) return; client.close(code);",
      "const seen = []; seen.push(code); if (seen.some((c) => c < 3000)) return; client.close(code);",
      "let name; if (!(name = NAMES[code])) return; client.close(code);",
      "const to = code > 2999 ? client : null; to?.close(code);",
      "function sendable() { return code > 2999; } if (sendable()) client.close(code);",
      // What it may be is not what it is.
      "const safe = SENDABLE.has(code) ? code : 1000; if (safe === code) client.close(code);",
      "const fit = code > 2999 ? code : undefined; if (fit) client.close(code);",
      "if (typeof SENDABLE[code] === 'undefined') return; client.close(code);",
      "if (SENDABLE[code] === undefined) return; client.close(code);",
      // It is asked of the object that has it now.
      "this.code = code; if (this.isAbnormal()) return; client.close(code);",
      "this.code = code; if (this.code < 3000) return; client.close(code);",
      "state.code = code; if (isAbnormal(state)) throw new Error(); client.close(code);",
      "state.code = code; state.isOurs() && client.close(code);",
      "state.code = code; if (late || !state.isOurs(late)) client.close(1000); else client.close(code);",
      // Somebody else decides.
      "when(code > 2999, () => client.close(code));",
      "allowed(code).then((ok) => { if (ok) client.close(code); });",
      "[code].filter((c) => c > 2999).forEach((c) => client.close(c));",
      "const actions = { 1000: () => client.close(code) }; actions[code]?.();",
      "const stop = client.close.bind(client, code); if (code > 2999) stop();",
      "assert.ok(code > 2999); client.close(code);",
      "strictEqual(code, 1000); client.close(code);",
      "fit(code); client.close(code); function fit(c) { if (c < 3000) throw new RangeError(); }",
      "Promise.resolve().then(() => client.close(code)).catch(() => client.terminate());",
      // The socket is closing by then.
      "if (code < 1007) client.terminate(); client.close(code);",
      "switch (true) { case code < 3000: return; } client.close(code);",
      "do { if (code > 2999) break; return; } while (false); client.close(code);",
      "if (late && code < 1007) return; if (late) client.close(code);",
      "if (code < 1007) process.exit(1); client.close(code);",
      "if (code < 1007) give(code); client.close(code); function give() { throw new Error(); }",
      // The guard is where the function is called that sends.
      "const done = () => client.close(code); if (code < 1007) return; done();",
      "function done() { client.close(code); } if (isSendable(code)) done();",
      "const done = () => client.close(code); if (code > 2999) setTimeout(done);",
      "const done = () => client.close(code); const soon = () => done(); if (code > 2999) soon();",
      "switch (code % 1000) { case 5: case 6: break; default: client.close(code); }",
      "switch (true) { case code > 2999: client.close(code); }",
      "code < 1007 ? client.terminate() : client.close(code);",
      "if (code === 1000) client.close(code);",
      "if (code === 1005) client.close(); else if (code === 1006) client.terminate(); else client.close(code);",
      "if (code < 1004 || 2999 < code) client.close(code);",
      "if (!(code > 1000)) client.close(code);",
      "if (late && code === 1000) client.close(code);",
      "if (late || code !== 1005 && code !== 1006) if (code !== 1005 && code !== 1006) client.close(code);",
      // Only the program knows.
      "if (late && isSendable(code)) client.close(code);",
      "if (isSendable(code) || code === 1000) client.close(code);",
      "if (code === 1000 ? late : isSendable(code)) client.close(code);",
      "if (code !== other) client.close(code);",
      "if (other !== code) client.close(code);",
      "if (code !== '1000') client.close(code);",
      "if (+(code === 1000)) client.close(code);",
      "if (code & 4000) client.close(code);",
      "if (fine && code !== 1000) client.close(code); var fine = isSendable(code);",
      "(code !== 1000 ?? late) && client.close(code);",
      "code > 2999 && client.close(code);",
      "isReserved(code) || client.close(code);",
      "while (code > 2999) { client.close(code); break; }",
      // In the argument itself.
      "client.close(code === 1005 || code === 1006 ? 1000 : code, reason);",
      "client.close(isSendable(code) ? code : 1000);",
      "client.close(sanitize(code));",
      "client.close(SENT[code] ?? code);",
      "const sent = SENT[code]; client.close(sent ?? code);",
      // Before it.
      "if (code < 1007) return client.terminate(); client.close(code);",
      "if (code === 1005 || code === 1006) { log(); throw new Error(); } client.close(code);",
      "if (code > 2999) log(); else return; client.close(code);",
      "if (code !== 1000) { if (code < 1007) return; } client.close(code);",
      "switch (code) { case 1005: case 1006: return; } client.close(code);",
      "for (const one of all) { if (code < 1007) continue; client.close(code); }",
      "for (const one of all) { if (code < 1007) { log(code); continue; } client.close(code); }",
      "for (const one of all) { if (code < 1007) break; client.close(code); }",
      "const fine = code !== 1006; if (fine) client.close(code);",
      "let fine; fine = code !== 1006; if (fine) client.close(code);",
      "if (!SENDABLE[code]) return; client.close(code);",
      "assertSendable(code); client.close(code);",
      "if (code === 1006) code = 1000; client.close(code);",
      "const sent = code === 1006 ? 1000 : code; client.close(sent);",
      "const sent = isSendable(code) ? code : 1000; client.close(sent);",
      "let sent = code; if (code === 1006) sent = 1000; client.close(sent);",
      "let sent = code; sent = pick(); client.close(sent);",
      "if (code < 1007) return; setTimeout(() => client.close(code));",
      // Caught.
      "try { client.close(code); } catch (error) { client.terminate(); }",
      "try { [client].forEach((one) => one.close(code)); } catch { client.terminate(); }",
      "attempt(() => client.close(code));",
      // Not the code.
      "client.close(1000, reason); client.close(); client.terminate();",
      // Already closed: nothing happens.
      "upstream.close(code);",
      "upstream.onclose = (event) => upstream.close(event.code);",
      "upstream.on('close', upstream.close.bind(upstream));",
      "upstream.on('close', (...args) => { if (args[0] > 2999) client.close(...args); });",
      "upstream.addEventListener('close', (event) => upstream.close(event.code));",
      "this.peer = new WebSocket('ws://b'); this.peer.on('close', (code) => this.peer.close(code));",
      // Who wants to know the reason's length, asks for something.
      "reason.validate(); client.close(code, reason);",
    ].map((body) => proxy(body)),
    ...[
      "if (arguments[0] < 3000) return; client.close(code);",
      "const [first] = arguments; if (first < 3000) return; client.close(code);",
      "if (isAbnormal(...arguments)) return; client.close(code);",
    ].map((body) => proxy(body).replace("(code, reason) =>", "function (code, reason)")),
    ...["client.close.bind(client)", "(...all) => client.close(...all)"].map(
      (listener) =>
        `${proxy("").split("\n").slice(0, 2).join("\n")}
WebSocket.prototype.close = stop; upstream.on("close", ${listener}); });`,
    ),
    ...["function (code) { log(code); }", "() => {}"].map(
      (fn) => `WebSocket.prototype.close = ${fn};\n${relay("ws.close(event.code);")}`,
    ),
    `WebSocket.prototype.close = stop;\n${inBrowser("new WebSocket('wss://b').onclose = ({ code, reason }) => ws.close.apply(ws, [code, reason]);")}`,
    inBrowser(
      "ws.onclose = (event) => { if (ws.readyState === WebSocket.OPEN) ws.close(event.code); };",
    ),
    ...[
      "if (event.code === 1000) ws.close(event.code);",
      "if (event.wasClean) ws.close(event.code);",
      "if (isSendable(event)) ws.close(event.code);",
      "const { code, wasClean } = event; if (wasClean) ws.close(code);",
      "const code = event.code; if (event.code > 2999) ws.close(code);",
      "event.code = 1000; ws.close(event.code);",
    ].map((body) => relay(body)),
    relay("if (wasClean) ws.close(code);", "{ code, wasClean }"),
    // Where it came from cannot be seen.
    "function stop(socket, code, reason) { socket.close(code, reason); }",
    inBrowser("export const stop = (code) => ws.close(code);"),
    inBrowser(`const event = new CloseEvent("close", { code: 4000 }); ws.close(event.code);`),
    inBrowser(
      "new WebSocket('a').onclose = (event) => { this.event = event; ws.close(this.event.code); };",
    ),
    // The caller looks at it.
    proxy("if (code > 1006) stop(code); function stop(why) { client.close(why); }"),
    proxy("stop(1000); function stop(why) { client.close(why); }"),
    proxy(
      "if (code > 2999) stop(code); function stop(why) { client.close(why); } new WebSocket('ws://b').on('close', (_, text) => stop(text.length));",
    ),
    awaited("const [code, reason] = await closed; if (reason.length > 0) client.close(code);"),
    // Its one listener closes what is closed already.
    proxy(
      "const stop = (why) => upstream.close(why); upstream.on('error', log); upstream.on('close', stop);",
    ),
    // It is documented that a received code may be passed on here.
    `import { WebSocket } from "ws";
Bun.serve({ websocket: { open(socket) { new WebSocket("ws://a").on("close", (code) => socket.close(code)); } } });`,
    // Two received codes, compared: nothing is sent.
    relay("ws.onclose = (other) => { log(event.code === other.code); };"),
    // Who no longer listens, is not called.
    proxy(
      "const pass = (c) => client.close(c); upstream.off('close', pass); if (code > 2999) pass(code);",
    ),
    // It is the socket that has closed.
    `import { WebSocket } from "ws";
class Link {
  connect() { const socket = new WebSocket("ws://a"); this.socket = socket; socket.on("close", (code) => this.end(code)); }
  end(code) { this.socket.close(code); }
}`,
    // Names alone are no proof of a socket.
    "new WebSocket('a').onclose = ({ code }) => { client.close(code, 'bye'); };",
    // One of the two takes what comes.
    `import { WebSocket } from "ws";
Bun.serve({ websocket: { open(socket) {
const one = late ? socket : new WebSocket("ws://b");
new WebSocket("ws://a").on("close", (code) => one.close(code));
} } });`,
    // A mock sends nothing.
    relay("verify(ws.close(event.code));"),
    relay("target.dispatchEvent(new CloseEvent('close', { code: event.code }));"),
    inBrowser(
      "new WebSocket('a').onclose = (event) => { expect(() => ws.close(event.code)).toThrow(); };",
    ),
  ]
    .map((code): Valid => ({ code }))
    // The project's own socket takes what comes.
    .concat(
      [
        house,
        house.replace("new HouseSocket()", "late ? new HouseSocket() : new WebSocket('ws://b')"),
      ].map((code) => ({ code, settings: { "ws-close-codes": { sockets: [houseSocket(true)] } } })),
    ),

  invalid: [
    {
      ...forwarded(house, {
        argument: "code",
        call: "hangUp(code)",
        unsendable: ENDPOINT,
        outcome: "throws InvalidAccessError",
        output: endpointGuard("code"),
      }),
      settings: { "ws-close-codes": { sockets: [houseSocket()] } },
    },
    inWs("client.close(code, reason);"),
    inWs("if (client.readyState === 1) client.close(code, reason);"),
    inWs("client.close(code, reason || 'bye');"),
    inWs("client.close(code, code === 1000 ? 'bye' : '');"),
    inWs("log('closed', code); client.close(code);"),
    inWs("if (code === 1006) log('lost'); client.close(code);"),
    inWs("switch (code) { case 1006: log('lost'); break; } client.close(code);"),
    inWs("client.close(code); if (code === 1006) return;"),
    inWs("setTimeout(() => client.close(code));"),
    inWs("try { client.close(code); } catch {}"),
    inWs("try { client.close(code); } finally { log(code); }"),
    inWs("try { log(); } catch { client.close(code); }"),
    inWs("quietly(client.close(code));"),
    // Looked at, and nothing comes of it.
    inWs("last = code; client.close(code);"),
    inWs("let text = cut(reason); if (text.length > 120) text = 'bye'; client.close(code, text);"),
    inWs("let sent = pick(code); sent = 1000; client.close(code);"),
    inWs("for (const one of [code]) log(one); client.close(code);"),
    inWs("switch (true) { case code > 2999: log('ours'); } client.close(code);"),
    inWs("late ? log(NAMES[code]) : client.close(code);"),
    inWs("late && client.close(code, NAMES[code]);"),
    inWs("this.code = code; client.close(code);"),
    inWs("this.code = code; if (late) return; client.close(code);"),
    inWs("this.code = code; if (this.isAbnormal()) log('lost'); client.close(code);"),
    inWs("this.code = code; if (this.client.readyState === 1) client.close(code);"),
    inWs("if (this.isOver()) return; this.code = code; client.close(code);"),
    inWs("const text = 'the arguments of it'; client.close(code, text);"),
    // That there is one says nothing: 1005 and 1006 are truthy.
    inWs("if (code) client.close(code);"),
    inWs("if (code !== undefined) client.close(code);"),
    inWs("if (undefined !== code) client.close(code);"),
    inWs("if (code != null) client.close(code);"),
    inWs("if (typeof code === 'number') client.close(code);"),
    inWs("client.close(code || 1011);", "code || 1011", {
      code: "code",
      call: "close(code)",
      output: endpointGuard("code", "1011"),
      instead: "1011",
    }),
    inWs("client.close(code ?? 1011);", "code ?? 1011", {
      code: "code",
      call: "close(code)",
      output: endpointGuard("code", "1011"),
      instead: "1011",
    }),
    inWs("client.close(late ? code : 1000);", "code : 1000", {
      code: "code",
      call: "close(code)",
      output: undefined,
    }),
    // What may not be sent itself is not sent in its place.
    inWs("client.close(code || 1006);", "code || 1006", {
      code: "code",
      call: "close(code)",
      output: endpointGuard("code"),
    }),
    // What is said of the code alone would be said of both.
    inDom("ws.close(event?.code);", "event?.code", { output: undefined }),
    {
      ...inWs("client.close(code as 4000);", "code as 4000", {
        code: "code",
        call: "close(code)",
        output: undefined,
      }),
      ways: ["typescript", "typed"],
    },
    // Nothing is suggested where the code is not what the argument begins with.
    inWs("client.close(own || code);", "code", { output: undefined }),
    inWs("client.close(late ? code || 1011 : 1000);", "code || 1011 : 1000", {
      code: "code",
      call: "close(code)",
      output: undefined,
    }),
    inWs("const sent = code || 1000; client.close(sent);", "sent"),
    inWs("const sent = code ?? 1000; client.close(sent);", "sent"),
    inWs("log(NAMES[code]); client.close(code, NAMES[code] ?? 'bye');"),
    // It lets them pass, or one of them.
    ...[
      "if (code !== 1000) client.close(code);",
      "if (1000 != code) client.close(code);",
      "if (code === 1000) return; client.close(code);",
      "if (code !== 1000) log('lost'); else return; client.close(code);",
      "if (code !== 1000) { client.close(code); } else { client.close(); }",
      "if (!(code === 1000)) client.close(code);",
      "if (code >= 1000 && code < 5000) client.close(code);",
      "if (code > 1000 || isSendable(code)) client.close(code);",
      "if (client.readyState === 1 && code !== 1000) client.close(code);",
      "if (code !== 1000 && client.readyState === 1) client.close(code);",
      "if (code !== 1000 || late) client.close(code);",
      "code !== 1000 && client.close(code);",
      "code === 1000 || client.close(code);",
      "code === 1000 ? client.close() : client.close(code);",
      "switch (code) { case 1000: client.close(); break; default: client.close(code); break; }",
      "switch (code) { case reserved: log(); break; } client.close(code);",
      "const done = () => client.close(code); done();",
      "const done = () => client.close(code); if (code > 2999) done(); else setTimeout(done);",
      "const done = () => { if (late) done(); client.close(code); }; done();",
      "if (code < 1007) log(code); client.close(code); function log() { return code; }",
      "logUnexpected(code); client.close(code);",
      "invalidate(code); client.close(code);",
      "retry(() => client.close(code));",
      "code !== 1000 && client.close(code) && log();",
      "let last; last = NAMES[code]; log(last); client.close(code);",
      "switch (code) { case 1000: client.close(); break; case 1005: case 1006: case 1015: log(); default: client.close(code); }",
      "switch (code) { case 1000: return; } client.close(code);",
      "switch (code) { case 1000: return; default: log(); break; case 1001: return; } client.close(code);",
      "const NORMAL = 1000; if (code !== NORMAL) client.close(code);",
    ].map((body) => inWs(body)),
    inWs("client.close(code > 1000 ? code : 1000, reason);", "code : 1000", {
      code: "code",
      call: "close(code)",
      output: undefined,
    }),
    ...[
      "if (code === 1006) client.close(code);",
      "if (isSendable(code) || code === 1006) client.close(code);",
      "switch (code) { case 1006: client.close(code); break; }",
    ].map((body) => inWs(body, "code", { unsendable: locally("1006") })),
    ...[
      "if (late && code === 1006) return; client.close(code);",
      "if (code !== 1006) client.close(code);",
      "if (code === 1006) return client.terminate(); client.close(code);",
      "if (code === 1006) { log(); throw new Error(); } client.close(code);",
      "if (!code || code === 1006) return; client.close(code);",
      "if (code === undefined || code === 1006) return; client.close(code);",
      "if (null != code && code !== 1006) client.close(code);",
      "for (const one of all) { if (code === 1006) continue; client.close(code); }",
      "code === 1006 ? client.terminate() : client.close(code);",
      "if (code === 1006) client.terminate(); else if (code !== 1000) client.close(code);",
      "switch (code) { case 1006: client.terminate(); break; default: client.close(code); }",
      "switch (code) { case 1006: return; } client.close(code);",
    ].map((body) => inWs(body, "code", { unsendable: locally("1005 or 1015") })),
    inWs("if (code !== 1006) stop(code); function stop(why) { client.close(why); }", "why", {
      unsendable: locally("1005 or 1015"),
    }),
    inWs("if (code !== 1005) client.close(code);", "code", { unsendable: locally("1006 or 1015") }),
    inDom("if (event && event.code !== 1000) ws.close(event.code);"),
    inDom("if (event.code === 1006) ws.close(event.code);", "event.code", {
      unsendable: locally("1006"),
    }),
    inDom("if (event.code !== 1005 && event.code !== 1006) ws.close(event.code);", "event.code", {
      unsendable: "1001-1003 or 1007-1015, not for applications to send",
    }),
    ...[
      ["event.code < 1006", "1001-1003 or 1005"],
      ["event.code <= 1006", "1001-1003, 1005 or 1006"],
      ["event.code > 1006", "1007-1015"],
      ["event.code >= 1006", "1006-1015"],
      ["1014 > event.code && event.code != 1006", "1001-1003, 1005 or 1007-1013"],
      ["event.code == 1001", "1001"],
      ["event.code == 1001 || event.code === 1002", "1001 or 1002"],
    ].map(([test, codes]) =>
      inDom(`if (${test}) ws.close(event.code);`, "event.code", {
        unsendable: `${codes}, not for applications to send`,
      }),
    ),
    // With all that is received, and with nobody between.
    inWs("upstream.on('close', (...args) => client.close(...args));", "...args", {
      call: "close(...args)",
      output: undefined,
    }),
    inWs("upstream.on('close', client.close.bind(client));", "client.close.bind(client)", {
      call: "client.close.bind(client)",
      output: undefined,
    }),
    // Through a function of the file.
    inWs("const stop = (why) => client.close(why); upstream.on('close', stop); stop(1011);", "why"),
    inWs(
      "const stop = (why) => client.close(why); client.on('close', stop); upstream.on('close', stop);",
      "why",
    ),
    inWs("stop(code); function stop(why) { client.close(why); }", "why"),
    inWs("stop('lost', code); function stop(text, why) { client.close(why); }", "why"),
    inWs("stop(code, true); function stop(why, now) { if (now) client.close(why); }", "why"),
    inWs("stop(code); function stop(why) { client.close(why); if (late) stop(why); }", "why"),
    inWs(
      "if (code > 2999) stop(code); function stop(why) { client.close(why); } new WebSocket('ws://b').on('close', (other) => stop(other));",
      "why",
    ),
    inDom("ws.close(event.code, event.reason);"),
    inDom("ws.close(event.code || 1000);", "event.code || 1000", {
      code: "event.code",
      call: "close(event.code)",
      output: browserGuard("event.code"),
    }),
    inDom("const { code } = event; ws.close(code);", "code"),
    inDom("const code = event.code; ws.close(code);", "code"),
    inDom("stop(event); function stop(why) { ws.close(why.code); }", "why.code"),
    // Another socket than the one that is closed already.
    inWs("upstream.onclose = (event) => client.close(event.code);", "event.code"),
    inWs("{ const upstream = new WebSocket('ws://b'); upstream.close(code); }"),
    inWs(
      "this.up = new WebSocket('ws://b'); this.up.on('close', (code) => this.peer.close(code)); this.peer = new WebSocket('ws://c');",
    ),
    // Reported where it is sent, and not where it is handed on.
    inWs("stop(code); function stop(code) { client.close(code); }"),
    // Nobody is seen to call it.
    {
      ...forwarded(
        "export function stop(event: CloseEvent, peer: WebSocket) { peer.close(event.code); }",
        {
          argument: "event.code",
          unsendable: ENDPOINT,
          outcome:
            "throws InvalidAccessError or puts an illegal Close frame on the wire, depending on the runtime",
          output: browserGuard("event.code"),
        },
      ),
      ways: ["typescript", "typed"],
    },
    ...[
      // What is around the listener is no look at what it is given.
      "for (const url of urls) new WebSocket(url).onclose = (event) => ws.close(event.code);",
      "for (const url of urls) new WebSocket(url).onclose = (event) => { return ws.close(event.code); };",
      "if (ws.readyState === 1) ws.onclose = (event) => ws.close(event.code);",
      "ws.onclose = (event) => { if (late) ws.close(event.code); };",
    ].map((body) =>
      forwarded(inBrowser(body), {
        argument: "event.code",
        unsendable: BROWSER,
        outcome: IN_BROWSERS,
        output: browserGuard("event.code"),
      }),
    ),
    // In a browser the code is looked at even on a closed socket.
    forwarded(inBrowser("ws.onclose = (event) => ws.close(event.code);"), {
      argument: "event.code",
      unsendable: BROWSER,
      outcome: IN_BROWSERS,
      output: browserGuard("event.code"),
    }),
    forwarded(relay("ws.close(code);", "{ code }"), {
      argument: "code",
      unsendable: BROWSER,
      outcome: IN_BROWSERS,
      output: browserGuard("code"),
    }),
    ...["const [code] = await closed;", "const [code, reason] = await closed; log(reason);"].map(
      (body) =>
        forwarded(awaited(`${body} client.close(code);`), {
          argument: "code",
          unsendable: ENDPOINT,
          outcome: IN_WS,
          output: endpointGuard("code"),
        }),
    ),
    // It catches what the listener's registration throws, not what the listener does.
    forwarded(
      `import { WebSocketServer, WebSocket } from "ws";
new WebSocketServer({ port: 1 }).on("connection", (client) => {
try { new WebSocket("ws://a").on("close", (code) => client.close(code)); } catch { log(); } });`,
      { argument: "code", unsendable: ENDPOINT, outcome: IN_WS, output: endpointGuard("code") },
    ),
    // However often a function calls itself.
    forwarded(
      `const peer = new WebSocket("wss://a");
function again(event) { ${"if (late) again(event); ".repeat(12)}
peer.close(event.code); }
new WebSocket("wss://b").onclose = (event) => again(event);`,
      {
        argument: "event.code",
        unsendable: BROWSER,
        outcome: IN_BROWSERS,
        output: browserGuard("event.code"),
      },
    ),
    // The socket says nothing of the code that comes beside it.
    forwarded(
      `import { WebSocket } from "ws";
const peer = new WebSocket("ws://a");
Bun.serve({ websocket: { close(socket, code) { if (socket.data.late) peer.close(code); } } });`,
      { argument: "code", unsendable: ENDPOINT, outcome: IN_WS, output: endpointGuard("code") },
    ),
    // A catch is of no use where nothing throws.
    forwarded(
      `const { socket } = Deno.upgradeWebSocket(request);
new WebSocket("wss://a").onclose = (event) => { try { socket.close(event.code); } catch { log(); } };`,
      {
        argument: "event.code",
        unsendable: ENDPOINT,
        outcome:
          "puts an illegal Close frame on the wire in Deno, which a strict peer answers with 1002",
        output: endpointGuard("event.code"),
      },
    ),
  ],
});
