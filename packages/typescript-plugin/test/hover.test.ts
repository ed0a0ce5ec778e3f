import { describe, expect, it } from "vitest";
import { Project, serviceOf } from "./service.ts";

const FILE = "/a.ts";
/** What a socket is told by in another file, and the library that declares it. */
const others = {
  "/closed.ts":
    "export interface Links { last: CloseEvent; door: { code: number; reason: string } }",
  "/lib.dom.d.ts":
    "interface CloseEvent { code: number; reason: string; type: string; wasClean: boolean }",
};

/** What is said of the place that a bar marks. */
function hover(marked: string, beside: Readonly<Record<string, string>> = others): string {
  const [before = "", after = ""] = marked.split("|");
  const service = new Project(serviceOf({ ...beside, [FILE]: before + after })).load();
  const info = service.getQuickInfoAtPosition(FILE, before.length);
  return (info?.documentation ?? []).map(({ text }) => text).join("");
}

const links = 'import type { Links } from "./closed";\ndeclare const links: Links;\n';
const socket = 'const ws = new WebSocket("wss://example.org");\n';

describe("the name of a code", () => {
  it.each([
    `${socket}enum Close { Kick|ed = 4001 }\nws.close(Close.Kicked);`,
    `${socket}enum Close { Left = 4000, Kicked|, Full }\nws.close(Close.Kicked);`,
    `${socket}const CLOSE = { left: 4000, |kicked: 4001 };\nws.close(CLOSE.kicked);`,
    `${socket}class Close { static left = 4000; static kicked| = 4001; }\nws.close(Close.kicked);`,
    `${socket}const K|ICKED = 4001;\nws.close(KICKED);`,
  ])("is explained in %j", (marked) => {
    expect(hover(marked)).toContain("what the two endpoints have agreed on");
  });

  it.each([
    `${socket}enum Clo|se { Kicked = 4001 }\nws.close(Close.Kicked);`,
    `${socket}const CL|OSE = { kicked: 4001 };\nws.close(CLOSE.kicked);`,
    `${socket}const CLOSE = { kicked: 4001, ti|me: 30 };\nws.close(CLOSE.kicked);`,
    `${socket}const CLOSE = { kicked: 4001 };\nws.close(CL|OSE.kicked);`,
    `${socket}const code = 4001, del|ay = 4001;\nws.close(code);`,
    `${socket}le|t last;\nws.close(4001);`,
  ])("is what %j does not hold", (marked) => {
    expect(hover(marked)).toBe("");
  });
});

describe("a name of something else", () => {
  it.each([
    "const closePrices = { AAPL: 3|100, MSFT: 4200 };",
    "const CLOSE_PRICE = 41|00;",
    "const CLOSE_PORT = 30|00;",
    "const newsCode = 10|03;",
    "const AWS_ERROR_CODE = 10|08;",
    "const closeConfig = { port: 30|00 };",
  ])("makes no close code of %j", (marked) => {
    expect(hover(socket + marked)).toBe("");
  });

  it.each([
    "const wsCode = 10|03;",
    "const clientWsCodes = { away: 10|01 };",
    "const WS_ERROR_CODE = 10|11;",
    "const WebSocketErrorCode = { Broken: 10|11 };",
    "const CLOSE_GOING = 10|01;",
  ])("is not what %j has", (marked) => {
    expect(hover(socket + marked)).toContain("**Sent by**");
  });
});

describe("one of several codes", () => {
  it("is each of them, and what comes of it", () => {
    const said = hover(`${socket}const code = bad ? 1006 : 1000;\nws.close(co|de);`);
    expect(said).toMatch(/^- \*\*1006 Abnormal Closure\*\*: .*\n- \*\*1000 Normal Closure\*\*: /u);
    expect(said.split("`close(code)` throws")).toHaveLength(2);
    expect(said).not.toContain("sends 1000");
  });

  it("is itself where it is written", () => {
    const said = hover(`${socket}ws.close(bad ? 4000 : 10|00);`);
    expect(said).toContain("done what it was opened for");
    expect(said).not.toContain("agreed on");
  });
});

describe("a code of a protocol", () => {
  const graphql = 'import "graphql-ws";\n';
  const program = { "/node_modules/graphql-ws/index.d.ts": "export {};" };

  it("is said to be one where the file speaks that protocol", () => {
    expect(hover(`${graphql}${socket}ws.close(44|01);`)).not.toContain("agreed on");
  });

  it.each([
    [`${graphql}${socket}const CLOSE = { kicked: 44|01 };\nws.close(CLOSE.kicked);`, {}],
    [`${graphql}${socket}const CLOSE = { kicked: 4401 };\nws.close(CLOSE.ki|cked);`, {}],
    [`${socket}ws.close(44|01);`, program],
  ])("is one that may be meant in %j", (marked, beside) => {
    const said = hover(marked, beside);
    expect(said).toContain("agreed on");
    expect(said).toContain("GraphQL over WebSocket");
    expect(said).not.toContain("Pusher");
  });
});

describe("a code that stands away from its use", () => {
  it.each([
    `${socket}const shut = (code = 4|001) => ws.close(code);`,
    `${socket}const code = full ? 4000 : 400|1;\nws.close(code);`,
    `${socket}const AGAIN = new Set([4000, |4001]);\nws.onclose = (e) => AGAIN.has(e.code);`,
    `${socket}const KICKED = 4001;\nconst AGAIN = [4000, KICK|ED];\nws.onclose = (e) => AGAIN.includes(e.code);`,
    `${socket}const Close = { kicked: 4001 } as const;\nconst AGAIN = [Close.ki|cked];\nws.onclose = (e) => AGAIN.includes(e.code);`,
  ])("is explained in %j", (marked) => {
    expect(hover(marked)).toContain("what the two endpoints have agreed on");
  });

  it.each([
    `${socket}const wait = 4|001;\nws.close(4000);`,
    `${socket}const AGAIN = [wait|, 4001];\nsetTimeout(again, AGAIN[1]);`,
  ])("is what %j does not hold", (marked) => {
    expect(hover(marked)).toBe("");
  });
});

describe("what is received with a close", () => {
  it.each([
    ["close code:", `${socket}ws.onclose = (event) => log(event.co|de);`],
    ["close code:", `${socket}ws.onclose = (event) => log(event.|code);`],
    ["close code:", `${socket}ws.onclose = ({ code| }) => log(code);`],
    ["close code:", `${socket}ws.onclose = ({ code }) => log(c|ode);`],
    ["close code:", `${socket}ws.onclose = ({ code: last }) => log(la|st);`],
    ["peer says", `${socket}ws.onclose = (event) => log(event.reas|on);`],
    ["handshake", `${socket}ws.addEventListener("close", ({ wasClean }) => log(was|Clean));`],
    [
      "close code:",
      'import { WebSocket } from "ws";\nnew WebSocket("").on("close", (c|, r) => log(c, r));',
    ],
    [
      "peer says",
      'import { WebSocket } from "ws";\nnew WebSocket("").on("close", (c, r|) => log(c, r));',
    ],
    ["close code:", `${links}log(links.last.co|de);`],
    ["close code:", `${links}log(links.last.code|);`],
    ["peer says", `${links}log(links.last.|reason);`],
    ["handshake", `${links}log(links.last.wasClean|);`],
  ])("is explained as its %s in %j", (role, marked) => {
    expect(hover(marked)).toContain(role);
  });

  it.each([
    `${socket}ws.onclose = (event) => log(eve|nt.code);`,
    `${socket}ws.onclose = (event) => log(event.ty|pe);`,
    `${socket}ws.onopen = (event) => log(event.co|de);`,
    `${socket}const event = { code: 7 };\nlog(event.co|de);`,
    `${links}log(links.la|st.code);`,
    `${links}log(links.last.ty|pe);`,
    `${links}log(links.door.co|de);`,
    `${links}log(links.door.reas|on);`,
    `${links}log(links.last["co" + |"de"]);`,
  ])("is what %j does not hold", (marked) => {
    expect(hover(marked)).toBe("");
  });
});

describe("the runtime", () => {
  const leaving = `${socket}ws.close(1|001);`;
  const program = (...files: readonly string[]) =>
    Object.fromEntries(files.map((file) => [file, "export {};"]));
  const bun = "/node_modules/bun-types/index.d.ts";
  const workers = "/node_modules/@cloudflare/workers-types/index.d.ts";

  it.each([[bun], [workers], ["/node_modules/@types/ws/index.d.ts", bun], [bun, workers]])(
    "is shown by the program that holds %s",
    (...files) => {
      expect(hover(leaving, program(...files))).toContain("sends 1001 to the peer");
    },
  );

  it.each([
    "/node_modules/@types/ws/index.d.ts",
    "/bun-types/index.d.ts",
    "/node_modules/bun-types/index.ts",
  ])("is not shown by %s", (file) => {
    expect(hover(leaving, program(file))).toContain("throws InvalidAccessError in browsers");
  });

  it("is not told of a socket that may be a server's", () => {
    const said = hover("export function stop(ws: WebSocket) { ws.close(1|001); }", {});
    expect(said).toContain("**Sent by**");
    expect(said).not.toContain("close(1001)");
  });

  it("is shown by an import", () => {
    const marked = `import { serve } from "bun";\n${leaving}`;
    expect(hover(marked)).toContain("sends 1001 to the peer");
  });
});
