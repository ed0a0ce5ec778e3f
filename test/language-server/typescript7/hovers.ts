/** What the server says with each TypeScript 7 is what the plugin says in TypeScript 6. */
import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, test } from "vitest";
import { FixtureCopies } from "../../fixtures/copies.ts";
import { fixturesByFolder } from "../../fixtures/files.ts";
import { LanguageClient } from "../../tsserver/language-client.ts";
import { expectHovers } from "../fixture-hovers.ts";

/** The moving one may fail loudly: it says what is to come. */
const VERSIONS = ["7.0.2", "7.1.0-beta", "7.1.0-dev.20261021.1"];

const script = fileURLToPath(
  new URL("../../../packages/language-server/dist/server.cjs", import.meta.url),
);

describe.each(VERSIONS)("TypeScript %s", (version) => {
  let folder: string;
  let copies: FixtureCopies;
  let client: LanguageClient;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-")));
    copies = new FixtureCopies(folder);
    await writeFile(join(copies.folder, "package.json"), "{}");
    await promisify(execFile)("npm", ["install", "--no-save", `typescript@${version}`], {
      cwd: copies.folder,
    });
    client = new LanguageClient(script);
    await client.start(copies.folder, { locale: "en" });
  });

  afterAll(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([...fixturesByFolder()])("%s", (_, programs) => expectHovers(client, copies, programs));
});
