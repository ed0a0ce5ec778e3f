import { Linter } from "eslint";
import { afterEach, describe, expect, it, vi } from "vitest";

vi.mock("../src/estree-syntax.ts", () => ({
  knowsTypes: () => false,
  EstreeSyntax: function () {
    throw new Error("a fault of ours");
  },
}));

describe("a fault of the analysis", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
    vi.restoreAllMocks();
  });

  async function lint(debug: string): Promise<Linter.LintMessage[]> {
    vi.stubEnv("WS_CLOSE_CODES_DEBUG", debug);
    const { default: plugin } = await import("../src/index.ts");
    return new Linter().verify("ws.close(1006);", plugin.configs.strict);
  }

  it("fails no lint run and says nothing", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    expect(await lint("")).toEqual([]);
    expect(error).not.toHaveBeenCalled();
  });

  it("is printed once where it is asked for", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    expect(await lint("1")).toEqual([]);
    expect(error).toHaveBeenCalledTimes(1);
    expect(error.mock.calls[0]?.[1]).toMatchObject({ message: "a fault of ours" });
  });

  it("is let through in our own tests", async () => {
    await expect(lint("throw")).rejects.toThrow("a fault of ours");
  });
});
