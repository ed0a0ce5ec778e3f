/** The packed `ws-close-codes`, run as a command. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ws-close-codes-cli-"));
  const [{ filename }] = JSON.parse(
    run("npm", ["pack", "--json", "-w", "ws-close-codes", "--pack-destination", folder], root)
      .stdout,
  );
  // As npx does it, but for the download.
  run("npm", ["install", "--no-audit", "--no-fund", "--offline", join(folder, filename)], folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const { PATH, HOME } = process.env;
  return spawnSync(command, args, { cwd, encoding: "utf8", env: { PATH, HOME, ...env } });
}

const command = (...args: readonly string[]) =>
  run(join(folder, "node_modules/.bin/ws-close-codes"), args, folder);

describe("ws-close-codes at the terminal", () => {
  it("explains a code", () => {
    const { stdout, stderr, status } = command("1011");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toBe(`1011 Internal Error

Something unexpected kept the endpoint from doing its work.

\`close(1011)\` throws InvalidAccessError in browsers: this API sends only 1000 and 3000-4999, not 1011 (Internal Error). Use 1000, or 4000-4999 for a meaning of your own, such as 4500.

Sent by: Either endpoint.
Seen by: The other endpoint.
References: RFC 6455, section 7.4.1 https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1, RFC 6455, erratum 3227 https://www.rfc-editor.org/errata/eid3227
`);
  });

  it("takes several codes, and names in any spelling", () => {
    const titles = (...args: string[]) => command(...args).stdout.match(/^\d+ [A-Z].*$/gmu);
    expect(titles("1000", "GoingAway", "WS_1006_ABNORMAL_CLOSURE", "internal error")).toEqual([
      "1000 Normal Closure",
      "1001 Going Away",
      "1006 Abnormal Closure",
      "1011 Internal Error",
    ]);
    // Old versions of MDN gave 1007 this name; the registry decides.
    expect(titles("Unsupported Data")).toEqual(["1003 Unsupported Data"]);
  });

  it("explains a code without a name by its range and its candidates", () => {
    expect(command("2000").stdout).toContain("2000 Unassigned\n\n1016-2999 have no meaning yet");
    const { stdout } = command("4401");
    expect(stdout).toContain("4000 plus an HTTP status: here 401 (Unauthorized).");
    expect(stdout).toContain("May be one of:\n  GraphQL over WebSocket Unauthorized: The client");
    expect(command("1006").stdout).not.toContain("May be one of");
  });

  it("speaks the language that is asked for, else the environment's", () => {
    const chinese = command("1006", "--locale", "zh-CN").stdout;
    expect(chinese).toMatch(/^1006 异常关闭（Abnormal Closure）\n\n/u);
    expect(chinese).toContain("发送方：任何端点都不得发送。");
    const bin = join(folder, "node_modules/.bin/ws-close-codes");
    expect(run(bin, ["1006"], folder, { LANG: "zh_CN.UTF-8" }).stdout).toBe(chinese);
    expect(run(bin, ["1006"], folder, { LANG: "fr_FR.UTF-8" }).stdout).toMatch(/^1006 Abnormal/u);
  });

  it("lists the codes and the ranges", () => {
    const { stdout, status } = command("list");
    expect(status).toBe(0);
    expect(stdout).toContain("\n  1015      TLS Handshake\n1016-2999   Unassigned\n");
    expect(command("list", "--locale", "zh").stdout).toContain(
      "  1001      端点离开（Going Away）\n",
    );
  });

  it("writes JSON for programs", () => {
    expect(JSON.parse(command("1011", "4401", "--json").stdout)).toMatchObject([
      {
        code: 1011,
        name: "Internal Error",
        registered: true,
        range: { id: "protocol" },
        sendableBy: ["endpoint", "endpoint-unchecked"],
        protocols: expect.anything(),
      },
      {
        code: 4401,
        registered: false,
        httpStatus: 401,
        protocols: expect.arrayContaining([
          expect.objectContaining({ protocol: "GraphQL over WebSocket", name: "Unauthorized" }),
        ]),
      },
    ]);
    const list: { code: number }[] = JSON.parse(command("list", "--json").stdout);
    expect(list.map(({ code }) => code)).toContain(3008);
  });

  it.each([
    [["70000"], "70000 is no close code. Use an integer from 0 to 65535."],
    [["1000.5"], "1000.5 is no close code. Use an integer from 0 to 65535."],
    [["Gone"], 'No close code has the name "Gone". Use a number, or one of'],
    [["1006", "--locale", "fr"], 'There are no texts in "fr". Use en or zh-CN.'],
    [["1006", "--locale", "!"], 'There are no texts in "!". Use en or zh-CN.'],
    [["--colour"], "Unknown option '--colour'. See --help."],
    [["-1"], "Unknown option '-1'. See --help."],
    [[], "There is no code. See --help."],
  ])("refuses %j", (args, problem) => {
    const { stdout, stderr, status } = command(...args);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
    expect(stderr).toContain(`ws-close-codes: ${problem}`);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("says how it is used, and which version it is", () => {
    expect(command("--help").stdout).toContain("Usage: ws-close-codes [options] CODE...");
    expect(command("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

it("the library carries nothing of the command, nor of another language", () => {
  const dist = join(folder, "node_modules/ws-close-codes/dist");
  const loaded = (file: string): string => {
    const text = readFileSync(join(dist, file), "utf8");
    const imports = [...text.matchAll(/from "\.\/([^"]+)"/gu)].map(([, name]) => name as string);
    return [text, ...imports.map(loaded)].join("\n");
  };
  expect(loaded("index.js")).not.toMatch(/"node:|parseArgs|\p{Script=Han}/u);
  expect(loaded("languages.js")).toMatch(/\p{Script=Han}/u);
});
