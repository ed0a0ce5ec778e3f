import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLUGIN, Project, type Loading } from "./project.ts";
import { Server, type QuickInfo, type Version } from "./server.ts";

const program = `
import { WebSocket as Client, WebSocketServer } from "ws";
const browser = new WebSocket("wss://example.org");
browser.close(1006);
browser.close(0x3e9);
browser.close((1_003) as number);
browser.close(4100, "bye");
browser.addEventListener("close", (event) => {
  if (!event.wasClean) return;
  if (event.code === 1005) return;
  if (event.code === 998) return;
  switch (event.code) {
    case 1015:
      return;
  }
});
const client = new Client("wss://example.org");
client.on("close", (code) => code === 1012);
new WebSocketServer({ port: 8080 }).on("connection", (socket) => {
  socket.close(1011);
  socket.close(500);
});
/** How we part. */
const FAREWELL = 3008;
client.close(FAREWELL);
enum Close { Restart = 1012 }
client.close(Close.Restart);
const parting = client.isPaused ? 1014 : 1006;
client.close(parting);

const door = { close(code: number) {} };
door.close(1002);
const n = 1007;
process.on("exit", (code) => code === 1009);
`;

/** The code at a piece of the program, and what its hover shows. */
const explained: readonly (readonly [piece: string, code: string, ...shows: string[]])[] = [
  ["browser.close(1006)", "1006", "1006 Abnormal Closure", "throws InvalidAccessError"],
  ["browser.close(0x3e9)", "0x3e9", "1001 Going Away", "`close(0x3e9)` throws"],
  ["(1_003) as number", "1_003", "1003 Unsupported Data", "such as 4415"],
  ["close(4100, ", "4100", "4100 Private Use", "`close(4100)` sends 4100 to the peer."],
  ["event.code === 1005", "1005", "1005 No Status Received", "usually clean"],
  ["event.code === 998", "998", "998 Not Used", "no conforming peer sends"],
  ["case 1015", "1015", "1015 TLS Handshake", "Only Firefox"],
  ["code === 1012", "1012", "1012 Service Restart", "**Sent by**: The server."],
  ["event.code === 1005", "code", "(property) CloseEvent.code: number", "for no Close frame"],
  ["event.wasClean", "wasClean", "It does not mean success"],
  ["(code) => code === 1012", "code", "(parameter) code: number", "4000-4999"],
  ["socket.close(1011)", "1011", "1011 Internal Error", "https://www.rfc-editor.org/"],
  ["socket.close(500)", "500", "500 Not Used", "HTTP status", "1011"],
  ["close(FAREWELL)", "FAREWELL", "const FAREWELL: 3008", "How we part.", "**3008 Timeout**"],
  ["? 1014 : 1006", "1014", "1014 Bad Gateway", "`close(1014)` sends 1014 to the peer."],
  ["? 1014 : 1006", "1006", "1006 Abnormal Closure", "`close(1006)` throws"],
  ["close(Close.Restart)", "Restart", "Close.Restart = 1012", "**1012 Service Restart**"],
];

/** What looks like a code and is none. */
const silent: readonly (readonly [piece: string, code: string])[] = [
  ["door.close(1002)", "1002"],
  ["n = 1007", "1007"],
  ["code === 1009", "1009"],
  ["port: 8080", "8080"],
];

const broken = "const unfinished = { a: [1, ;\nfunction (\n";

const compilerOptions = {
  strict: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "commonjs",
  moduleResolution: "node",
  ignoreDeprecations: "6.0",
  skipLibCheck: true,
  types: ["node"],
};

/** How the plugin comes into each version's server, and thereby which folders it works in. */
const servers: readonly { readonly version: Version; readonly loadings: Loading[] }[] = [
  { version: "4.9", loadings: ["global"] },
  { version: "5.0", loadings: ["tsconfig"] },
  { version: "5.4", loadings: ["global"] },
  { version: "5.9", loadings: ["global", "tsconfig"] },
  { version: "6.0", loadings: ["global", "tsconfig"] },
];

/** Programs without Node's types: tsserver starts sooner. */
const browserOnly = { ...compilerOptions, types: [] };
const short = 'new WebSocket("wss://example.org").close(1006);\n';

const faulty = `${short}new WebSocket("wss://example.org").close(1000);\n`;

let project: Project;

beforeAll(async () => {
  project = await Project.create();
  const files = { "program.ts": program, "broken.ts": program + broken };
  await project.program("global", { compilerOptions }, files);
  await project.program(
    "tsconfig",
    { compilerOptions: { ...compilerOptions, plugins: [{ name: PLUGIN }] } },
    files,
  );
  await project.program(
    "features",
    {
      compilerOptions: {
        ...browserOnly,
        plugins: [{ name: PLUGIN, diagnostics: "warning", inlayHints: true }],
      },
    },
    { "program.ts": faulty, "package.json": '{ "dependencies": { "ws-close-codes": "*" } }' },
  );
  await project.program("short", { compilerOptions: browserOnly }, { "program.ts": short });
  await project.program(
    "zh-CN",
    {
      compilerOptions: {
        ...browserOnly,
        plugins: [{ name: PLUGIN, locale: "zh-CN", runtime: "moon", colour: "red" }],
      },
    },
    { "program.ts": short },
  );
});

afterAll(() => project.remove());

function textOf(info: QuickInfo | undefined): string {
  return info ? `${info.displayString}\n${info.documentation}` : "";
}

describe.each(servers)("TypeScript $version", ({ version, loadings }) => {
  let server: Server;
  beforeAll(() => {
    server = new Server(version, project.args(...loadings));
  });
  afterAll(() => server.stop());

  const hover = (file: string, piece: string, code: string) =>
    server.hover(file, program.indexOf(code, program.indexOf(piece)) + 1);

  describe.each(loadings)("plugin named by %s", (loading) => {
    let file: string;
    beforeAll(() => {
      file = server.open(project.file(loading, "program.ts"));
    });

    test.each(explained)("explains %s", async (piece, code, ...shows) => {
      const shown = textOf(await hover(file, piece, code));
      for (const each of shows) expect(shown).toContain(each);
    });

    test.each(silent)("says nothing of %s", async (piece, code) => {
      expect(await hover(file, piece, code)).toBeUndefined();
    });
  });

  test("is not disturbed by broken syntax elsewhere", async () => {
    const [loading = "global"] = loadings;
    const right = server.open(project.file(loading, "program.ts"));
    const wrong = server.open(project.file(loading, "broken.ts"));
    for (const [piece, code] of [...explained, ...silent])
      expect(textOf(await hover(wrong, piece, code))).toBe(textOf(await hover(right, piece, code)));
  });

  describe("with everything switched on", () => {
    let file: string;
    const start = short.indexOf("1006");
    beforeAll(() => {
      file = server.open(project.file("features", "program.ts"));
    });
    const ask = async <Body>(command: string, args: object): Promise<Body> => {
      const { success, message, body } = await server.request<Body>(command, { file, ...args });
      if (!success || body === undefined) throw new Error(`${command}: ${message}`);
      return body;
    };
    const place = () => ({
      startLine: 1,
      startOffset: start + 1,
      endLine: 1,
      endOffset: start + 5,
    });

    test("reports what the rules report", async () => {
      type Diagnostic = Readonly<Record<"text" | "category" | "source", string>>;
      const found = await ask<Diagnostic[]>("semanticDiagnosticsSync", {});
      expect(found).toMatchObject([
        {
          start: { line: 1, offset: start + 1 },
          category: "warning",
          source: "ws-close-codes",
          text: expect.stringContaining("`close(1006)` throws InvalidAccessError in browsers"),
        },
      ]);
      const suggested = await ask<Diagnostic[]>("suggestionDiagnosticsSync", {});
      expect(suggested).toMatchObject([
        { start: { line: 2 }, category: "suggestion", code: 6455004 },
      ]);
    });

    test("fixes it, and is asked to", async () => {
      const supported = await ask<string[]>("getSupportedCodeFixes", {});
      expect(supported).toContain("6455001");
      const fixes = await ask<{ description: string; changes: object[] }[]>("getCodeFixes", {
        ...place(),
        errorCodes: [6455001],
      });
      expect(fixes).toMatchObject([
        {
          description: "Replace 1006 with 1000.",
          changes: [{ fileName: file, textChanges: [{ newText: "1000" }] }],
        },
      ]);
    });

    test("proposes codes, and explains them", async () => {
      const at = server.locationOf(file, start + 4);
      type Entries = { entries: { name: string; hasAction?: boolean }[] };
      const { entries } = await ask<Entries>("completionInfo", at);
      const names = entries.map(({ name }) => name);
      expect(names.slice(0, 2)).toEqual(["CloseCode.NormalClosure", "1000"]);
      expect(names).not.toContain("1006");
      const details = await ask<object[]>("completionEntryDetails", {
        ...at,
        entryNames: names.slice(0, 2),
      });
      expect(details).toMatchObject([
        {
          name: "CloseCode.NormalClosure",
          codeActions: [
            {
              changes: [
                { textChanges: [{ newText: 'import { CloseCode } from "ws-close-codes";\n' }] },
              ],
            },
          ],
        },
        { name: "1000", displayParts: [{ text: "1000 Normal Closure" }] },
      ]);
    });

    test("hints at names", async () => {
      const hints = await ask<object[]>("provideInlayHints", { start: 0, length: faulty.length });
      expect(hints).toMatchObject([
        { text: "Abnormal Closure", position: { line: 1, offset: start + 5 } },
        { text: "Normal Closure", position: { line: 2 } },
      ]);
    });

    test("takes what an editor configures", async () => {
      const configure = (configuration: object) =>
        server.request("configurePlugin", { pluginName: PLUGIN, configuration });
      await configure({ inlayHints: false });
      expect(await ask("provideInlayHints", { start: 0, length: faulty.length })).toEqual([]);
      expect(await ask("semanticDiagnosticsSync", {})).toHaveLength(1);
      await configure({});
      expect(await ask("provideInlayHints", { start: 0, length: faulty.length })).toHaveLength(2);
    });

    test("gives its inlay hints to whom TypeScript's are not asked for", async () => {
      const all = { start: 0, length: faulty.length };
      expect(await ask("_wsCloseCodes.inlayHints", all)).toEqual(
        expect.arrayContaining([expect.objectContaining({ position: expect.any(Number) })]),
      );
    });
  });
});

describe("a server of its own", () => {
  const saying = async (server: Server, program: string): Promise<string> => {
    const info = await server.hover(
      server.open(project.file(program, "program.ts")),
      short.indexOf("1006"),
    );
    await server.stop();
    return textOf(info);
  };

  test("speaks the language that tsconfig.json names, whatever else stands there", async () => {
    const server = new Server("6.0", [...project.args("tsconfig"), "--locale", "fr"]);
    expect(await saying(server, "zh-CN")).toContain("1006 异常关闭（Abnormal Closure）");
  });

  test("speaks the editor's language", async () => {
    const server = new Server("6.0", [...project.args("global"), "--locale", "zh-cn"]);
    expect(await saying(server, "short")).toContain("在浏览器中抛出 InvalidAccessError");
  });

  test("is silent where the environment says so", async () => {
    const env = { ...process.env, WS_CLOSE_CODES_DISABLE: "1" };
    expect(await saying(new Server("6.0", project.args("global"), env), "short")).toBe("");
  });
});
