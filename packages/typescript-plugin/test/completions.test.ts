import type ts from "typescript";
import { describe, expect, test } from "vitest";
import { Project, serviceOf } from "./service.ts";

const FILE = "/a.ts";
const browser = 'const socket = new WebSocket("wss://example.org");\n';
const server =
  'import { WebSocketServer } from "ws";\nnew WebSocketServer().on("connection", (socket) => { | });\n';
const onClose = 'new WebSocket("wss://example.org").onclose = (event) => { | };\n';

/** Completes at `|`. */
function complete(marked: string, entry: object = {}, beside: Record<string, string> = {}) {
  const position = marked.indexOf("|");
  const text = marked.slice(0, position) + marked.slice(position + 1);
  const service = new Project(serviceOf({ ...beside, [FILE]: text }), entry).load();
  const info = service.getCompletionsAtPosition(FILE, position, {});
  const ours = (info?.entries ?? []).filter(({ filterText }) => filterText !== undefined);
  const details = (name: string) =>
    service.getCompletionEntryDetails(FILE, position, name, {}, undefined, {}, undefined);
  return { text, info, ours, names: ours.map(({ name }) => name), details };
}

const numbers = (names: readonly string[]) => names.filter((name) => /^\d+$/u.test(name));

describe("completions", () => {
  test.each([
    "socket.close(|)",
    "socket.close(|",
    "socket.close( |);",
    "socket.close(|, 'bye')",
    "socket.close(ok ? 1000 : 1|)",
    "socket.close(|\nsocket.send('');",
    "socket.close(|\n  1000,\n  'bye');",
  ])("propose what a browser sends in %s", (call) => {
    expect(numbers(complete(browser + call).names)).toEqual([
      "1000",
      "4000",
      "3000",
      "3003",
      "3008",
    ]);
  });

  test.each(["socket.close(1000,|\n  'bye');", "socket.close(|1000);"])(
    "propose nothing in %s",
    (call) => {
      expect(complete(browser + call).names).toEqual([]);
    },
  );

  test("propose the codes that the file has names for, by these names", () => {
    const table = "enum CloseCode { Kicked = 4003, Banned = 4010, Away = 1001 }\n";
    const { names } = complete(`${browser}${table}socket.close(|);`);
    expect(names.slice(0, 6)).toEqual([
      // `CloseCode` is taken.
      "WebSocketCloseCode.NormalClosure",
      "1000",
      "CloseCode.Kicked",
      "4003",
      "CloseCode.Banned",
      "4010",
    ]);
    expect(names).not.toContain("CloseCode.Away");
  });

  test("propose the codes that an import has names for", () => {
    const beside = { "/codes.ts": "export enum CloseCode { Kicked = 4003, Away = 1001 }" };
    const { names } = complete(
      `import { CloseCode } from "./codes";\n${browser}socket.close(|);`,
      {},
      beside,
    );
    expect(names).toEqual(expect.arrayContaining(["CloseCode.Kicked", "4003"]));
    expect(names).not.toContain("CloseCode.Away");
  });

  test("propose what a server sends", () => {
    const names = numbers(complete(server.replace("|", "socket.close(|)")).names);
    expect(names).toEqual(expect.arrayContaining(["1000", "1001", "1011", "1013", "4000"]));
    for (const unsendable of ["1004", "1005", "1006", "1010", "1015"])
      expect(names).not.toContain(unsendable);
  });

  test.each([
    "if (event.code === |) {}",
    "if (event.code === |",
    "switch (event.code) { case |",
    "const { code: c } = event; if (c === |) {}",
    "const { code: c } = event; switch (c) { case | }",
    "[|].includes(event.code)",
    "const { code: c } = event; new Set([|]).has(c)",
  ])("propose what is received in %s", (comparison) => {
    const names = numbers(complete(onClose.replace("|", comparison)).names);
    expect(names).toEqual(expect.arrayContaining(["1000", "1001", "1005", "1006", "4000"]));
    expect(names).not.toContain("1004");
  });

  test.each([
    "new CloseEvent('close', { code: | });",
    "new CloseEvent('close', { code:|, reason: 'bye' });",
    "new CloseEvent('close', { code: |\n  reason: 'bye' });",
    "new CloseEvent('close', {\n  wasClean: true,\n  code: |\n});",
  ])("propose the code of an object in %j", (construction) => {
    expect(numbers(complete(construction).names)).toEqual(
      expect.arrayContaining(["1000", "1006", "4000"]),
    );
  });

  test("propose what a stream of sockets sends", () => {
    const stream = 'const stream = new WebSocketStream("wss://example.org");\n';
    expect(numbers(complete(`${stream}stream.close({ closeCode: | });`).names)).toEqual([
      ...["1000", "4000", "3000", "3003", "3008"],
    ]);
    expect(complete(`${stream}stream.close({ closeCode: 10| });`).names).toContain("1000");
  });

  test("propose the code behind a name", () => {
    const names = `const code = failed ? 40| : 1000;\n${browser}socket.close(code);`;
    expect(numbers(complete(names).names)).toContain("4000");
  });

  test("leave out the cases that are there", () => {
    const names = complete(
      onClose.replace("|", "switch (event.code) { case 1000: break; case | }"),
    ).names;
    expect(names).not.toContain("1000");
    expect(names).toContain("1001");
  });

  test.each(["[1000, |].includes(event.code)", "new Set([1000, |]).has(event.code)"])(
    "leave out the elements that are there in %s",
    (list) => {
      const { names } = complete(onClose.replace("|", list));
      expect(names).not.toContain("1000");
      expect(names).toContain("1001");
    },
  );

  test("offer the codes of the protocol that the file speaks", () => {
    const { ours } = complete(`import "graphql-ws";\n${browser}socket.close(|)`);
    const entry = ours.find(({ name }) => name === "4401");
    expect(entry?.labelDetails?.description).toBe("Unauthorized (GraphQL over WebSocket)");
  });

  test("put a constant in scope before its number", () => {
    const { names } = complete(
      `enum CloseCodes { NormalClosure = 1000, GoingAway = 1001 }\n${browser}socket.close(|)`,
    );
    expect(names.slice(0, 2)).toEqual(["CloseCodes.NormalClosure", "1000"]);
  });

  test("bring the import of a constant", () => {
    const { ours, details, text } = complete(`${browser}socket.close(|)`);
    expect(ours[0]).toMatchObject({ name: "CloseCode.NormalClosure", hasAction: true });
    const [action] = details("CloseCode.NormalClosure")?.codeActions ?? [];
    expect(apply(text, action?.changes[0]?.textChanges ?? [])).toBe(
      `import { CloseCode } from "ws-close-codes";\n${text}`,
    );
  });

  test("replace what is typed", () => {
    const { ours, text } = complete(`${browser}socket.close(10|)`);
    expect(ours.find(({ name }) => name === "1000")?.replacementSpan).toEqual({
      start: text.indexOf("10)"),
      length: 2,
    });
  });

  test("are explained", () => {
    const details = complete(`${browser}socket.close(|)`).details("1000");
    expect(details?.displayParts).toEqual([{ text: "1000 Normal Closure", kind: "text" }]);
    expect(details?.documentation?.[0]?.text).toContain("done what it was opened for");
    expect(details?.documentation?.[0]?.text).not.toContain("passes on a received code");
  });

  test.each([
    `${browser}socket.close()|`,
    `${browser}socket.close(1000, |)`,
    `${browser}socket.send(|)`,
    "const door = { close(n: number) {} };\ndoor.close(|)",
    "new CloseEvent('close', { code: 1000, reason: | });",
    "new CloseEvent('close', { code: , reason: | });",
    "new CloseEvent('close', { code: | 1000 });",
    onClose.replace("|", "switch (event.code) { case 1000: | }"),
    'new WebSocket("").onclose = (event) => { switch (event.code) { case 1000:|',
    onClose.replace("|", "switch (event.code) { case 1000: retry(|) }"),
    onClose.replace("|", "switch (event.code) { case 1000: const delay = |\n }"),
    onClose.replace("|", "[1000, of(|)].includes(event.code)"),
    onClose.replace("|", "[1000, [|]].includes(event.code)"),
    onClose.replace("|", "[1000].includes(event.code, |)"),
    onClose.replace("|", "event.code |"),
    onClose.replace("|", "event.reason === |"),
  ])("are silent in %j", (marked) => {
    expect(complete(marked).names).toEqual([]);
  });

  test("can be switched off", () => {
    expect(complete(`${browser}socket.close(|)`, { completions: false }).names).toEqual([]);
  });
});

function apply(text: string, changes: readonly ts.TextChange[]): string {
  return changes.reduceRight(
    (done, { span, newText }) =>
      done.slice(0, span.start) + newText + done.slice(span.start + span.length),
    text,
  );
}
