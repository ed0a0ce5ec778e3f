/** A hover is for one place, and looks at no more of a file than it takes. */
import { expect, test, vi } from "vitest";
import { codeAt, defaultSettings, findSites } from "ws-close-codes-analysis";
import { espree, typescript } from "../../../test/syntax/parse.ts";

const elsewhere = "const other = new WebSocket(url); other.close(1001); other.close(code);";

/** Whether the close of a socket that stands elsewhere is looked at for what stands at the mark. */
function looksElsewhere(marked: string): boolean[] {
  const offset = marked.indexOf("¦");
  const text = `${marked.replace("¦", "")}\n${elsewhere}`;
  return [typescript(text, "file.js"), espree(text, "file.js")].map((syntax) => {
    const asked = [vi.spyOn(syntax, "look"), vi.spyOn(syntax, "kind")];
    codeAt(findSites(syntax, defaultSettings), offset);
    const nodes = asked.flatMap(({ mock }) => mock.calls.map(([node]) => node));
    return nodes.some((node) => syntax.range(node).start > marked.length);
  });
}

test.each([
  "ws.close(10¦00);",
  "if (event.code === 10¦06) f();",
  "const socket = new Web¦Socket(url);",
  "const { clo¦se, port } = server;",
  "listen({ so¦cket, port: 8080 });",
  "setTimeout(f, 50¦00);",
  "while (tries < 1¦0) f();",
  "const last = list[0¦];",
  "const delay = -10¦00;",
  "switch (count) { case 10¦00: }",
  "function f() { return 10¦00; }",
])("%s", (marked) => {
  expect(looksElsewhere(marked)).toEqual([false, false]);
});

test.each(["const code = 10¦06;", "f({ code: 10¦06 });", "f([10¦06]);"])(
  "%s may be the code of any",
  (marked) => {
    expect(looksElsewhere(marked)).toEqual([true, true]);
  },
);

test("the code of a send that spells its own is none that stands elsewhere", () => {
  const text = "const code = 1006;\nconst socket = new WebSocket(url);\nsocket.close(1001);";
  for (const syntax of [typescript(text, "file.js"), espree(text, "file.js")]) {
    const binding = vi.spyOn(syntax, "binding");
    codeAt(findSites(syntax, defaultSettings), text.indexOf("1006"));
    expect(binding).not.toHaveBeenCalled();
  }
});
