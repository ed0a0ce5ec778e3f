/** A project with TypeScript 7, whose package has no compiler that a linter could call. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FreshProject } from "./fresh-project.ts";

let project: FreshProject;

beforeAll(async () => {
  project = await FreshProject.create("eslint@10", "typescript@7");
  await project.write({
    "eslint.config.js": `import wsCloseCodes from "eslint-plugin-ws-close-codes";
export default [wsCloseCodes.configs.recommended];
`,
    "chat.js": 'new WebSocket("wss://a.example").close(1006);\n',
  });
});

afterAll(() => project.remove());

it("lints, and has one TypeScript", async () => {
  expect(await project.reports("chat.js")).toEqual(["1:40 no-invalid-close-code"]);
  const files = await readdir(project.path("node_modules"), { recursive: true });
  const manifests = files.filter((file) => /(?:^|[\\/])typescript[\\/]package\.json$/u.test(file));
  expect(manifests.map((file) => file.replaceAll("\\", "/"))).toEqual(["typescript/package.json"]);
  const manifest = await readFile(
    project.path(join("node_modules", "typescript/package.json")),
    "utf8",
  );
  expect((JSON.parse(manifest) as { version: string }).version).toMatch(/^7\./u);
});
