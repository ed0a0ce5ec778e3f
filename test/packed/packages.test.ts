/** What is published: complete, small, and understood by Node.js, bundlers and TypeScript. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pack, type Packed } from "./pack.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where each package lives, and for whom attw is to look: ESM alone, everybody, or (a program) nobody. */
const PACKAGES = {
  "ws-close-codes": { folder: "close-codes", profile: "esm-only" },
  "eslint-plugin-ws-close-codes": { folder: "eslint-plugin", profile: "esm-only" },
  "typescript-plugin-ws-close-codes": { folder: "typescript-plugin", profile: "strict" },
  "ws-close-codes-language-server": { folder: "language-server", profile: undefined },
} as const;

const packed = new Map<string, Packed>();
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ws-close-codes-packages-"));
  for (const name of Object.keys(PACKAGES)) packed.set(name, await pack(name, folder));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function of(name: string): Packed {
  const found = packed.get(name);
  if (!found) throw new Error(`${name} is not packed.`);
  return found;
}

describe.each(Object.entries(PACKAGES))("%s", (name, { folder, profile }) => {
  const manifest = async () =>
    JSON.parse(await readFile(join(root, "packages", folder, "package.json"), "utf8")) as Record<
      string,
      unknown
    >;

  it("holds its build, its README and its licence, and no sources", () => {
    const { files } = of(name);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    const others = files.filter((file) => !file.startsWith("dist/"));
    expect(others.filter((file) => /\.[cm]?[jt]sx?$/u.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  });

  it("says where it comes from", async () => {
    expect(await manifest()).toMatchObject({
      license: "MIT",
      description: expect.stringMatching(/\.$/u),
      keywords: expect.arrayContaining(["websocket"]),
      homepage: expect.stringContaining(`/packages/${folder}`),
      bugs: { url: expect.stringContaining("/issues") },
      repository: { directory: `packages/${folder}` },
      publishConfig: { access: "public", provenance: true },
      engines: { node: ">=20.19" },
    });
  });

  it("is ASCII but for Chinese texts, which V8 loads quicker", async () => {
    const programs = of(name).files.filter(
      (file) => /\.c?js$/u.test(file) && !file.includes("zh-CN"),
    );
    expect(programs).not.toEqual([]);
    for (const program of programs)
      expect(await readFile(join(root, "packages", folder, program), "utf8")).not.toMatch(
        /[^\0-\x7F]/u,
      );
  });

  it("is all good to publint", async () => {
    const { tarball } = of(name);
    const bytes = await readFile(tarball);
    const { messages } = await publint({
      pack: { tarball: new Uint8Array(bytes).buffer },
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  it.skipIf(!profile)("has types that resolve wherever its code does", async () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [
      attw,
      of(name).tarball,
      "--profile",
      profile ?? "",
      "--format",
      "ascii",
      "--no-color",
    ];
    // It leaves with 1 where it finds a problem, and says which.
    const said = promisify(execFile)(process.execPath, args).catch(
      (error: unknown) => error as { stdout: string; code?: number },
    );
    expect(await said).not.toHaveProperty("code");
  });
});

it("installs at most 400 kB for ESLint, its facts included", () => {
  const size = of("ws-close-codes").size + of("eslint-plugin-ws-close-codes").size;
  expect(size).toBeLessThanOrEqual(400_000);
});
