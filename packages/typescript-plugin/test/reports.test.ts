import ts from "typescript";
import { describe, expect, test } from "vitest";
import { rules } from "ws-close-codes-editor";
import { Project, serviceOf, textOf } from "./service.ts";

const FILE = "/a.ts";
const text = `const socket = new WebSocket("wss://example.org");
socket.close(1006);
socket.close(1000);
socket.close(3001);
socket.close("bye", 4000);
socket.onclose = (event) => socket.close(event.code);
socket.onclose = (event) => event.code === 999 || event.code === "1006";
const door = { close(code: number) {} };
door.close(1006);
`;

const load = (entry: object = {}) => new Project(serviceOf({ [FILE]: text }), entry).load();
const source = ({ start = 0, length = 0 }: ts.Diagnostic) => text.slice(start, start + length);
const own = (all: readonly ts.Diagnostic[]) => all.filter((one) => one.source === "ws-close-codes");
const apply = ([change]: readonly ts.FileTextChanges[]) =>
  (change?.textChanges ?? []).reduceRight(
    (done, { span, newText }) =>
      done.slice(0, span.start) + newText + done.slice(span.start + span.length),
    text,
  );

const faults = [
  ["1006", rules["no-invalid-close-code"]],
  ["3001", rules["no-library-range-close-code"]],
  ['"bye"', rules["no-invalid-close-code"]],
  ["event.code", rules["no-forwarded-close-code"]],
  ["999", rules["no-unexpected-close-code"]],
  ['"1006"', rules["no-unexpected-close-code"]],
];

describe("diagnostics", () => {
  test("are off by default", () => {
    const service = load();
    expect(own(service.getSemanticDiagnostics(FILE))).toEqual([]);
    expect(own(service.getSuggestionDiagnostics(FILE))).toEqual([]);
  });

  test.each([
    ["error", ts.DiagnosticCategory.Error],
    ["warning", ts.DiagnosticCategory.Warning],
  ])("are the rules' reports, as loud as asked: %s", (severity, category) => {
    const found = own(load({ diagnostics: severity }).getSemanticDiagnostics(FILE));
    expect(found.map((one) => [source(one), one.code])).toEqual(faults);
    expect(found.every((one) => one.category === category)).toBe(true);
    expect(found[0]?.messageText).toBe(
      "`close(1006)` throws InvalidAccessError in browsers: 1006 is set locally when no Close frame arrives and is never sent. Use 1000, or 4000-4999 for a meaning of your own.",
    );
  });

  test("come on top of TypeScript's own", () => {
    const before = serviceOf({ [FILE]: text }).getSemanticDiagnostics(FILE);
    expect(before.length).toBeGreaterThan(0);
    const after = load({ diagnostics: "error" }).getSemanticDiagnostics(FILE);
    expect(after.slice(0, before.length).map((one) => one.messageText)).toEqual(
      before.map((one) => one.messageText),
    );
  });

  test("of a number with a name are suggestions at most", () => {
    const found = own(load({ diagnostics: "error" }).getSuggestionDiagnostics(FILE));
    expect(found.map(source)).toEqual(["1000"]);
    expect(found.map((one) => one.messageText)).toContain(
      "Use `CloseCode.NormalClosure` instead of the bare number 1000.",
    );
  });

  test("can all be suggestions", () => {
    const service = load({ diagnostics: "suggestion" });
    expect(own(service.getSemanticDiagnostics(FILE))).toEqual([]);
    expect(own(service.getSuggestionDiagnostics(FILE))).toHaveLength(faults.length + 1);
  });

  test("are as loud as the options say of a rule", () => {
    const levels = { "no-invalid-close-code": "off", "no-library-range-close-code": "warning" };
    const found = own(load({ diagnostics: "error", rules: levels }).getSemanticDiagnostics(FILE));
    expect(found.map((one) => [source(one), one.category])).toEqual([
      ["3001", ts.DiagnosticCategory.Warning],
      ...["event.code", "999", '"1006"'].map((code) => [code, ts.DiagnosticCategory.Error]),
    ]);
    expect(own(load({ rules: levels }).getSemanticDiagnostics(FILE))).toEqual([]);
  });

  test("of a close without a code are there on demand", () => {
    const empty = 'const socket = new WebSocket("wss://example.org");\nsocket.close();\n';
    const reported = (entry: object) =>
      own(new Project(serviceOf({ [FILE]: empty }), entry).load().getSemanticDiagnostics(FILE)).map(
        ({ code }) => code,
      );
    expect(reported({ diagnostics: "error" })).toEqual([]);
    expect(reported({ diagnostics: "error", rules: { "require-close-code": "warning" } })).toEqual([
      rules["require-close-code"],
    ]);
  });

  test("name no bounds", () => {
    const ranges = 'new WebSocket("").onclose = (e) => e.code >= 1000 && e.code < 1015;';
    const service = new Project(serviceOf({ [FILE]: ranges }), { inlayHints: true }).load();
    expect(service.provideInlayHints(FILE, { start: 0, length: ranges.length }, {})).toEqual([]);
  });

  test("speak the user's language and leave alone what the options allow", () => {
    const service = load({ diagnostics: "error", locale: "zh-CN", allow: [3001] });
    const found = own(service.getSemanticDiagnostics(FILE));
    expect(found.map(source)).not.toContain("3001");
    expect(found[0]?.messageText).toContain("在浏览器中抛出 InvalidAccessError");
  });
});

describe("code fixes", () => {
  const fixes = (piece: string, code: string, rule: keyof typeof rules) => {
    const start = text.indexOf(code, text.indexOf(piece));
    return load({ diagnostics: "error" }).getCodeFixesAtPosition(
      FILE,
      start,
      start + code.length,
      [rules[rule]],
      {},
      {},
    );
  };

  test("are among those that editors ask for", () => {
    load();
    expect(ts.getSupportedCodeFixes()).toEqual(
      expect.arrayContaining(Object.values(rules).map(String)),
    );
  });

  test("put the nearest code in the place of a bad one", () => {
    const [fix] = fixes("close(1006)", "1006", "no-invalid-close-code");
    expect(fix?.description).toBe("Replace 1006 with 1000.");
    expect(apply(fix?.changes ?? [])).toBe(text.replace("close(1006)", "close(1000)"));
  });

  test("swap arguments", () => {
    const [fix] = fixes('close("bye"', '"bye"', "no-invalid-close-code");
    expect(apply(fix?.changes ?? [])).toContain('socket.close(4000, "bye");');
  });

  test("put a number in the place of a string", () => {
    const [fix] = fixes('=== "1006"', '"1006"', "no-unexpected-close-code");
    expect(apply(fix?.changes ?? [])).toContain("event.code === 1006;");
  });

  test("name a number, and import the name", () => {
    const [fix] = fixes("close(1000)", "1000", "prefer-named-close-code");
    const fixed = apply(fix?.changes ?? []);
    expect(fixed).toMatch(/^import \{ CloseCode \} from "ws-close-codes";\n/u);
    expect(fixed).toContain("socket.close(CloseCode.NormalClosure);");
  });

  test("leave TypeScript's own alone", () => {
    expect(load().getCodeFixesAtPosition(FILE, 0, 5, [2304], {}, {})).toEqual(
      serviceOf({ [FILE]: text }).getCodeFixesAtPosition(FILE, 0, 5, [2304], {}, {}),
    );
  });
});

test("a hover says what a report says", () => {
  const info = load().getQuickInfoAtPosition(FILE, text.indexOf("event.code") + 7);
  const hover = textOf(info);
  expect(hover).toContain("The close code: ");
  expect(hover).toContain("`close(event.code)`");
  const [report] = own(load({ diagnostics: "error" }).getSemanticDiagnostics(FILE)).filter(
    ({ code }) => code === rules["no-forwarded-close-code"],
  );
  expect(hover).toContain(report?.messageText);
});

describe("refactors", () => {
  const at = (piece: string) => text.indexOf(piece) + piece.length;
  const offered = (service: ts.LanguageService, position: number) =>
    service
      .getApplicableRefactors(FILE, position, {})
      .filter(({ name }) => name === "ws-close-codes")
      .flatMap(({ actions }) => actions);

  test("offer the same where nothing is reported", () => {
    const service = load();
    const position = at("socket.close(10");
    const actions = offered(service, position);
    expect(actions.map(({ description }) => description)).toEqual(["Replace 1006 with 1000."]);
    expect(offered(service, at("socket.close(1000")).map(({ description }) => description)).toEqual(
      ["Replace 1000 with `CloseCode.NormalClosure`, imported from `ws-close-codes`."],
    );
    const edits = service.getEditsForRefactor(FILE, {}, position, "ws-close-codes", "0", {});
    expect(apply(edits?.edits ?? [])).toBe(text.replace("close(1006)", "close(1000)"));
  });

  test("guard what is passed on, and mend reasons", () => {
    const position = text.indexOf("event.code);") + 7;
    expect(offered(load(), position).map(({ description }) => description)).toEqual([
      "Send 1000 in the place of a code that may not be sent.",
    ]);
  });

  test("are left to the fixes of diagnostics", () => {
    expect(offered(load({ diagnostics: "error" }), at("socket.close(10"))).toEqual([]);
  });

  test("are not offered elsewhere", () => {
    expect(offered(load(), at("door.close(10"))).toEqual([]);
  });
});

describe("inlay hints", () => {
  const hints = (entry: object, span: ts.TextSpan) =>
    load(entry)
      .provideInlayHints(FILE, span, {})
      .map(({ text: name, position }) => [text.slice(position - 4, position), name]);
  const whole = { start: 0, length: text.length };

  test("are off by default", () => {
    expect(hints({}, whole)).toEqual([]);
  });

  test("name bare numbers", () => {
    expect(hints({ inlayHints: true }, whole)).toEqual([
      ["1006", "Abnormal Closure"],
      ["1000", "Normal Closure"],
    ]);
  });

  test("speak the user's language and keep to the span", () => {
    const span = { start: text.indexOf("socket.close(1000)"), length: 18 };
    expect(hints({ inlayHints: true, locale: "zh-CN" }, span)).toEqual([["1000", "正常关闭"]]);
  });
});

test("speaks of a socket of one's own that only its type tells", () => {
  const files = {
    "/src/link.ts": "export interface Link { bye(code: number): void; leftCode: number }",
    // No number beside them: the names of its own members are what is found.
    [FILE]: `import type { Link } from "./src/link";
const lost = 1006, never = 999;
export function end(link: Link) {
  link.bye(lost);
  return link.leftCode === never;
}`,
  };
  const Link = {
    declared: [{ from: "file", path: "src/link.ts", name: "Link" }],
    profile: "endpoint",
    methods: { bye: { send: { code: 0 } } },
    members: { leftCode: "code" },
  };
  const entry = { diagnostics: "error", sockets: [{ name: "link", types: { Link } }] };
  const service = new Project(serviceOf(files), entry).load();
  expect(own(service.getSemanticDiagnostics(FILE)).map(({ code }) => code)).toEqual([
    rules["no-invalid-close-code"],
    rules["no-unexpected-close-code"],
  ]);
});
