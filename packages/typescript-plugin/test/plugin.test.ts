import type ts from "typescript";
import { describe, expect, test, vi } from "vitest";
import { Project, serviceOf, textOf } from "./service.ts";

const FILE = "/a.ts";
const source = `
const socket = new WebSocket("wss://example.org");
/** How we part. */
const FAREWELL = 1001;
socket.close(FAREWELL);
`;
const at = source.lastIndexOf("FAREWELL");
const hover = (service: ts.LanguageService): string =>
  textOf(service.getQuickInfoAtPosition(FILE, at));
const occurrences = (text: string, piece: string): number => text.split(piece).length - 1;

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

  test("gives TypeScript's own answer where the plugin fails, and logs why", () => {
    const service = serviceOf({ [FILE]: source });
    const own = hover(service);
    const project = new Project(service);
    project.load();
    expect(hover(project.service)).not.toBe(own);
    vi.spyOn(service, "getProgram").mockImplementation(() => {
      throw new Error("injected");
    });
    expect(hover(project.service)).toBe(own);
    expect(project.log.join("\n")).toMatch(/getQuickInfoAtPosition failed: Error: injected/u);
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
    expect(hover(project.service)).toContain("**1001 端点离开 (Going Away)**");
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

describe("bad options", () => {
  test.each([
    [{ locale: "xx" }, 'The option `locale` is "xx". Use en, zh-CN. It is ignored.'],
    [{ runtime: 5 }, ".runtime is 5. Use one of auto, browser, "],
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
