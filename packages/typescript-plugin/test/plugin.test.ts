import type ts from "typescript";
import { describe, expect, test, vi } from "vitest";
import { rules } from "ws-close-codes-editor";
import { Project, serviceOf, textOf } from "./service.ts";

const FILE = "/a.ts";
const source = `
const socket = new WebSocket("wss://example.org");
/** How we part. */
const FAREWELL = 1001;
socket.close(FAREWELL);
socket.close(1006);
socket.close(1000);
`;
const bare = source.indexOf("1006");
const at = source.lastIndexOf("FAREWELL");
const hover = (service: ts.LanguageService): string =>
  textOf(service.getQuickInfoAtPosition(FILE, at));
const occurrences = (text: string, piece: string): number => text.split(piece).length - 1;

/** A request of every feature, at a place where it has something to add. */
const requests: Readonly<Record<string, (service: ts.LanguageService) => unknown>> = {
  getQuickInfoAtPosition: (service) => textOf(service.getQuickInfoAtPosition(FILE, at)),
  getSemanticDiagnostics: (service) => messages(service.getSemanticDiagnostics(FILE)),
  getSuggestionDiagnostics: (service) => messages(service.getSuggestionDiagnostics(FILE)),
  getCodeFixesAtPosition: (service) =>
    service.getCodeFixesAtPosition(FILE, bare, bare + 4, Object.values(rules), {}, {}),
  getApplicableRefactors: (service) => service.getApplicableRefactors(FILE, bare, {}),
  getEditsForRefactor: (service) =>
    service.getEditsForRefactor(FILE, {}, bare, "ws-close-codes", "0", {}),
  getCompletionsAtPosition: (service) => service.getCompletionsAtPosition(FILE, bare + 4, {}),
  getCompletionEntryDetails: (service) =>
    service.getCompletionEntryDetails(FILE, bare + 4, "1000", {}, undefined, {}, undefined),
  provideInlayHints: (service) =>
    service.provideInlayHints(FILE, { start: 0, length: source.length }, {}),
};
/** Options that switch everything on; refactors stand back where diagnostics bring fixes. */
const everythingFor = (request: string) => ({
  diagnostics: request.includes("Refactor") ? "off" : "error",
  inlayHints: true,
});
const messages = (all: readonly ts.Diagnostic[]) => all.map(({ messageText }) => messageText);

describe("the decorated language service", () => {
  test("has every member of the other", () => {
    const service = serviceOf({ [FILE]: source });
    expect(Object.keys(new Project(service).load())).toEqual(
      expect.arrayContaining(Object.keys(service)),
    );
  });

  test("passes on all arguments", () => {
    const service = serviceOf({ [FILE]: source });
    const inner = vi.spyOn(service, "getQuickInfoAtPosition");
    const outer = new Project(service).load().getQuickInfoAtPosition as (
      ...args: unknown[]
    ) => void;
    outer(FILE, at, 500, 2);
    expect(inner).toHaveBeenCalledWith(FILE, at, 500, 2);
  });

  test("computes nothing before it is asked", () => {
    const service = serviceOf({ [FILE]: source });
    const program = vi.spyOn(service, "getProgram");
    const project = new Project(service, { locale: "nowhere" });
    project.load();
    expect(program).not.toHaveBeenCalled();
    expect(project.log).toEqual([]);
  });

  test.each(Object.entries(requests))(
    "gives TypeScript's own answer where %s fails, and logs why",
    (name, request) => {
      const own = request(serviceOf({ [FILE]: source }));
      const service = serviceOf({ [FILE]: source });
      const project = new Project(service, everythingFor(name));
      project.load();
      vi.spyOn(service, "getProgram").mockImplementation(() => {
        throw new Error("injected");
      });
      expect(request(project.service)).toEqual(own);
      expect(project.log).toEqual([expect.stringContaining(`${name} failed: Error: injected`)]);
    },
  );

  test.each(Object.entries(requests))("adds to %s where nothing fails", (name, request) => {
    const own = request(serviceOf({ [FILE]: source }));
    const service = new Project(serviceOf({ [FILE]: source }), everythingFor(name)).load();
    expect(request(service)).not.toEqual(own);
  });

  test("does not hide what TypeScript itself throws", () => {
    const service = serviceOf({ [FILE]: source });
    vi.spyOn(service, "getQuickInfoAtPosition").mockImplementation(() => {
      throw new Error("cancelled");
    });
    expect(() => hover(new Project(service).load())).toThrow("cancelled");
  });
});

describe("a plugin that is loaded again", () => {
  test("stays one", () => {
    const project = new Project(serviceOf({ [FILE]: source }));
    project.load();
    expect(occurrences(hover(project.load()), "1001 Going Away")).toBe(1);
  });

  test("stays one where another plugin has wrapped it", () => {
    const project = new Project(serviceOf({ [FILE]: source }));
    const first = project.load();
    project.service = Object.fromEntries(
      Object.entries(first).map(([key, value]) => [key, (...args: never[]) => value(...args)]),
    ) as unknown as ts.LanguageService;
    expect(occurrences(hover(project.load()), "1001 Going Away")).toBe(1);
  });

  test("takes the new options of tsconfig.json", () => {
    const project = new Project(serviceOf({ [FILE]: source }), { locale: "en" });
    project.load();
    expect(hover(project.service)).toContain("**1001 Going Away**");
    project.load({ locale: "zh-CN" });
    expect(hover(project.service)).toContain("**1001 端点离开（Going Away）**");
  });
});

describe("an editor's configuration", () => {
  test("comes on top of tsconfig.json's", () => {
    const project = new Project(serviceOf({ [FILE]: source }), { locale: "zh-CN" });
    project.load();
    project.module?.onConfigurationChanged?.({ runtime: "bun" });
    const inBun = hover(project.service);
    expect(inBun).toContain("端点离开");
    expect(inBun).not.toContain("InvalidAccessError");
    project.module?.onConfigurationChanged?.({ locale: "en", runtime: "browser" });
    expect(hover(project.service)).toContain("throws InvalidAccessError");
  });

  test("comes on top of tsconfig.json's where it was there first", () => {
    const project = new Project(serviceOf({ [FILE]: source }), { locale: "zh-CN" });
    project.load({ runtime: "bun" });
    expect(hover(project.service)).toContain("端点离开");
  });
});

describe("a name of a table", () => {
  test.each([
    ["enum CloseCode { Kicked = 4003, Away = 1001 }", "Away"],
    ["const CloseCode = { Away: 1001 };", "Away"],
    ["const CLOSE_AWAY = 1001;", "CLOSE_AWAY"],
    ["class CloseCode { static GOING_AWAY = 1001; }", "GOING_AWAY"],
  ])("is explained in %s", (table, name) => {
    const text = `new WebSocket("wss://example.org");\n${table}`;
    const service = new Project(serviceOf({ [FILE]: text })).load();
    const info = service.getQuickInfoAtPosition(FILE, text.indexOf(name) + 1);
    expect(textOf(info)).toContain("**1001 Going Away**");
    expect(info?.textSpan).toEqual({ start: text.indexOf(name), length: name.length });
  });

  test("is not explained where its object is no table", () => {
    const text = "const doors = { left: 1001, close: 3 };";
    const service = new Project(serviceOf({ [FILE]: text })).load();
    expect(textOf(service.getQuickInfoAtPosition(FILE, text.indexOf("left") + 1))).not.toContain(
      "Going Away",
    );
  });
});

describe("a code behind a name", () => {
  const text = `
const code = failed ? 1011 : 4011;
new WebSocket("wss://example.org").close(code);
const other = failed ? 1011 : 4011;
door.close(other);
`;
  const service = new Project(serviceOf({ [FILE]: text })).load();

  test("is explained where it is written", () => {
    for (const [written, name] of [
      ["1011", "1011 Internal Error"],
      ["4011", "4011 Private Use"],
    ] as const) {
      const start = text.indexOf(written);
      const info = service.getQuickInfoAtPosition(FILE, start + 1);
      expect(info?.textSpan).toEqual({ start, length: 4 });
      expect(textOf(info)).toContain(name);
      expect(textOf(info)).toContain(`\`close(${written})\``);
    }
  });

  test("is not explained where nothing sends it", () => {
    const info = service.getQuickInfoAtPosition(FILE, text.lastIndexOf("1011") + 1);
    expect(info).toBeUndefined();
  });
});

describe("a bound", () => {
  test("has no candidates", () => {
    const text = 'new WebSocket("").onclose = (e) => e.code >= 4000 && e.code !== 4001;';
    const service = new Project(serviceOf({ [FILE]: text })).load();
    const shown = (code: string) =>
      textOf(service.getQuickInfoAtPosition(FILE, text.indexOf(code) + 1));
    expect(shown("4000")).toContain("4000 Private Use");
    expect(shown("4000")).not.toContain("May be one of");
    expect(shown("4001")).toContain("May be one of");
  });
});

describe("a constant that says what it means", () => {
  const documented = (locale: string) => {
    const text = `
const CloseCode = {
  /** Going Away (1001): the endpoint is leaving. */
  GoingAway: 1001,
} as const;
new WebSocket("wss://example.org").close(CloseCode.GoingAway);
`;
    const service = new Project(serviceOf({ [FILE]: text }), { locale }).load();
    return textOf(service.getQuickInfoAtPosition(FILE, text.lastIndexOf("GoingAway") + 1));
  };

  test("is explained no further than this place needs", () => {
    const shown = documented("en");
    expect(shown).toContain("throws InvalidAccessError");
    expect(shown).not.toContain("Sent by");
    expect(shown).not.toContain("**1001 Going Away**");
  });

  test("is explained in another language", () => {
    expect(documented("zh-CN")).toContain("发送方");
  });
});

describe("bad options", () => {
  test.each([
    [{ locale: "xx" }, 'The option `locale` is "xx". Use en, zh-CN. It is ignored.'],
    [{ runtime: 5 }, "The setting runtime is 5. Use one of auto, browser, "],
    [{ colour: "red" }, "There is no option `colour`. Use locale, "],
  ])("%j are logged and ignored", (entry, problem) => {
    const project = new Project(serviceOf({ [FILE]: source }), {
      ...entry,
      typeInformation: "off",
    });
    project.load();
    expect(hover(project.service)).toContain("**1001 Going Away**");
    expect(project.log).toHaveLength(1);
    expect(project.log[0]).toContain(problem);
  });
});
