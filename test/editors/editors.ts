/** The recipes of docs/editors.md in the editors themselves, as Debian brings them. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pack } from "../packed/pack.ts";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));

/** What an editor has shown of `close(1001)`, and the line after its code action. */
interface Shown {
  readonly hover: string | null;
  readonly diagnostics: readonly string[];
  readonly mended: string;
}

const text = `const socket = new WebSocket("wss://example.org");
socket.close(1001);
`;

/** Projects by what explains codes in them: what is installed, and a piece of each recipe. */
const projects = {
  "the language server beside TypeScript 7": {
    packages: ["typescript@7.0.2"],
    ours: "ws-close-codes-language-server",
    recipe: '"ws-close-codes-language-server", "--stdio"',
    diagnostics: true,
  },
  "the plugin in typescript-language-server": {
    packages: ["typescript@6.0.3", "typescript-language-server@5.3.0"],
    ours: "typescript-plugin-ws-close-codes",
    recipe: '"typescript-language-server", "--stdio"',
    diagnostics: false,
  },
} as const;

const recipes = await readFile(new URL("../../docs/editors.md", import.meta.url), "utf8");

/** The block of code in the documentation that holds a piece of text. */
function recipe(language: string, piece: string): string {
  const blocks = recipes.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gsu"));
  const found = [...blocks].map(([, code = ""]) => code).find((code) => code.includes(piece));
  if (found === undefined) throw new Error(`docs/editors.md has no ${language} with ${piece}.`);
  return found;
}

describe.each(Object.entries(projects))(
  "%s",
  (_, { packages, ours, recipe: piece, diagnostics }) => {
    let folder: string;
    let file: string;

    beforeAll(async () => {
      folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-")));
      await writeFile(join(folder, "package.json"), '{ "private": true }');
      const { tarball } = await pack(ours, folder);
      await run("npm", ["install", "--no-audit", "--no-fund", ...packages, tarball], {
        cwd: folder,
      });
      const plugins = [{ name: "typescript-plugin-ws-close-codes" }];
      await writeFile(
        join(folder, "tsconfig.json"),
        JSON.stringify({ compilerOptions: { plugins } }),
      );
      await mkdir(join(folder, "src"));
      file = join(folder, "src", "chat.ts");
      await writeFile(file, text);
      await run("git", ["init", "--quiet"], { cwd: folder });
    });

    afterAll(() => rm(folder, { recursive: true, force: true }));

    function expectExplained({ hover, diagnostics: reported, mended }: Shown): void {
      expect(hover).toContain("1001 Going Away");
      expect(hover).toContain("throws InvalidAccessError in browsers");
      expect(reported).toHaveLength(diagnostics ? 1 : 0);
      expect(mended).toBe("socket.close(1000);");
    }

    it("in Emacs", async () => {
      const init = join(folder, "recipe.el");
      await writeFile(init, recipe("elisp", piece.replaceAll(",", "")));
      const { stdout } = await run("emacs", ["-batch", "-l", join(here, "emacs.el"), init, file], {
        cwd: folder,
      });
      expectExplained(JSON.parse(stdout) as Shown);
    });

    it("in Neovim", async () => {
      const session = { file, recipe: recipe("lua", piece), diagnostics };
      const { stdout } = await run(
        "nvim",
        ["--headless", "-u", "NONE", "-c", `luafile ${join(here, "neovim.lua")}`],
        { cwd: folder, env: { ...process.env, SESSION: JSON.stringify(session) } },
      );
      expectExplained(JSON.parse(stdout) as Shown);
    });
  },
);
