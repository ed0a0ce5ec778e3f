/** The built server as an editor runs it, in projects without TypeScript 7; see `typescript7/`. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LanguageClient } from "../tsserver/language-client.ts";

const script = fileURLToPath(
  new URL("../../packages/language-server/dist/server.cjs", import.meta.url),
);

/** The protocol's number for edits, where 1 is whole texts. */
const INCREMENTAL = 2;

interface Edit {
  readonly newText: string;
}
interface Hover {
  readonly contents: { readonly kind: string; readonly value: string };
}
interface Item {
  readonly label: string;
  readonly textEdit: Edit;
  readonly additionalTextEdits: readonly Edit[];
}
interface Published {
  readonly uri: string;
  readonly diagnostics: readonly object[];
}
interface CodeAction {
  readonly title: string;
  readonly edit: { readonly changes: Readonly<Record<string, readonly Edit[]>> };
}

const text = `const socket = new WebSocket("wss://example.org");
socket.close(1006);
socket.close();
({ close(n: number) {} }).close(1002);
const code = socket.readyState ? 4011 : 1000;
socket.close(code);
new CloseEvent("close", { code: });
function broken() {
socket.close(
`;

let folder: string;

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-")));
  await write("bare/package.json", '{ "dependencies": { "ws-close-codes": "*" } }');
  await write("old/node_modules/typescript/package.json", '{ "version": "6.0.3" }');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The place in front of the nth character behind a piece of the text. */
function placeIn(of: string, piece: string, behind = 0) {
  const lines = of.slice(0, of.indexOf(piece) + piece.length - behind).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe("a project without TypeScript", () => {
  let client: LanguageClient;
  let capabilities: object;
  let textDocument: { readonly uri: string };

  beforeAll(async () => {
    client = new LanguageClient(script, {
      "ws-close-codes": { inlayHints: true, locale: null, colour: "red" },
    });
    capabilities = await client.start(join(folder, "bare"), { locale: "en" });
    textDocument = client.open(join(folder, "bare", "a.ts"), text);
  });

  afterAll(() => client.stop());

  const hover = (piece: string) =>
    client.request<Hover | null>("textDocument/hover", {
      textDocument,
      position: placeIn(text, piece, 1),
    });

  test("hovers explain codes, and numbers that are none stay alone", async () => {
    const shown = await hover("1006");
    expect(shown?.contents.kind).toBe("markdown");
    expect(shown?.contents.value).toMatch(/^\*\*1006 Abnormal Closure\*\*\n\n/u);
    expect(shown?.contents.value).toContain("`close(1006)` throws InvalidAccessError in browsers");
    expect(await hover("1002")).toBeNull();
    expect((await hover("4011"))?.contents.value).toContain("`close(4011)` sends 4011");
  });

  test("a comment that is being written ends its file, and not the server", async () => {
    // In TypeScript 5.9 and 6.0 the parser of JSDoc never comes to the end of this.
    const unfinished = `${text}});\n/**\n * @see {@link https://a-b\n`;
    const { uri } = client.open(join(folder, "bare", "d.ts"), unfinished);
    const shown = await client.request<Hover | null>("textDocument/hover", {
      textDocument: { uri },
      position: placeIn(unfinished, "1006", 1),
    });
    expect(shown?.contents.value).toContain("1006 Abnormal Closure");
  });

  test("what a hover quotes of the program is no Markdown", async () => {
    const picture = 'new WebSocket("wss://example.org").close("![](https://example.org/`a`.png)");';
    const { uri } = client.open(join(folder, "bare", "c.ts"), picture);
    const shown = await client.request<Hover | null>("textDocument/hover", {
      textDocument: { uri },
      position: placeIn(picture, 'close("!'),
    });
    expect(shown?.contents.value).toMatch(
      /^\*\*"!\\\[\\\]\(https:\/\/example\.org\/\\`a\\`\.png\)"\*\*\n\n`` close\(/u,
    );
    expect(shown?.contents.value).toContain('`` "![](https://example.org/`a`.png)" ``');
  });

  test("completions in an object bring its code", async () => {
    const items = await client.request<Item[]>("textDocument/completion", {
      textDocument,
      position: placeIn(text, "{ code:"),
    });
    expect(items.map(({ textEdit }) => textEdit.newText)).toContain("1006");
  });

  test.each(["socket.close(", "{\nsocket.close("])("completions in %j", async (piece) => {
    const items = await client.request<Item[]>("textDocument/completion", {
      textDocument,
      position:
        piece === "socket.close("
          ? placeIn(text, "socket.close()", 1)
          : placeIn(text, "{\nsocket.close("),
    });
    expect(items[0]?.label).toBe("CloseCode.NormalClosure");
    expect(items[0]?.additionalTextEdits[0]?.newText).toContain('from "ws-close-codes"');
    expect(items[1]?.textEdit.newText).toBe("1000");
  });

  test("code actions mend", async () => {
    const position = placeIn(text, "1006");
    const [action] = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    expect(action?.title).toBe("Replace 1006 with 1000.");
    expect(action?.edit.changes[textDocument.uri]?.[0]?.newText).toBe("1000");
  });

  test("settings of the editor come on top of what it started with", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await client.request<{ label: string }[]>("textDocument/inlayHint", {
      textDocument,
      range,
    });
    expect(hints.map(({ label }) => label)).toEqual(["Abnormal Closure"]);
    expect(client.log.join("\n")).toContain("There is no option `colour`.");
  });

  test("edits count one after the other, in UTF-16 code units", async () => {
    expect(capabilities).toHaveProperty("textDocumentSync", INCREMENTAL);
    const unsaved =
      'const { socket } = { socket: new WebSocket("wss://🦆.example") }; socket.close(1006);';
    const { uri } = client.open(join(folder, "bare", "b.ts"), unsaved);
    const start = placeIn(unsaved, "close(");
    const hoverIn = (line: number, character: number) =>
      client.request<Hover | null>("textDocument/hover", {
        textDocument: { uri },
        position: { line, character },
      });
    expect((await hoverIn(0, start.character))?.contents.value).toMatch(/^\*\*1006 /u);
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start, end: placeIn(unsaved, "1006") }, text: "4000" },
        { range: { start, end: { ...start, character: start.character + 1 } }, text: "\n3" },
      ],
    });
    expect((await hoverIn(1, 3))?.contents.value).toMatch(/^\*\*3000 /u);
    expect(await hoverIn(0, start.character)).toBeNull();
  });

  test("a request can be cancelled", async () => {
    const position = placeIn(text, "1006", 1);
    const params = { textDocument, position };
    await expect(client.cancelled("textDocument/hover", params)).rejects.toThrow("cancelled");
    expect(await hover("1006")).not.toBeNull();
  });
});

test("diagnostics come and go with the option", async () => {
  const client = new LanguageClient(script, { "ws-close-codes": { diagnostics: "error" } });
  const published = (count: number) =>
    client.until<Published>(
      "textDocument/publishDiagnostics",
      ({ diagnostics }) => diagnostics.length === count,
    );
  await client.start(join(folder, "bare"), { locale: "en" });
  const shown = published(1);
  const { uri } = client.open(join(folder, "bare", "a.ts"), text);
  expect(await shown).toMatchObject({
    uri,
    diagnostics: [{ severity: 1, source: "ws-close-codes", code: 6455001 }],
  });
  const gone = published(0);
  client.configure({ "ws-close-codes": { diagnostics: "off" } });
  expect(await gone).toEqual({ uri, diagnostics: [] });
  await client.stop();
});

test("where tsserver has the plugin, the server says so once and is silent", async () => {
  const client = new LanguageClient(script);
  await client.start(join(folder, "old"), {});
  const textDocument = client.open(join(folder, "old", "a.ts"), text);
  const ask = () =>
    client.request("textDocument/hover", { textDocument, position: placeIn(text, "1006", 1) });
  expect(await ask()).toBeNull();
  expect(await ask()).toBeNull();
  expect(
    client.log.filter((line) => line.includes("typescript-plugin-ws-close-codes")),
  ).toHaveLength(1);
  await client.stop();
});
