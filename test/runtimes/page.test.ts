import { expect, test } from "vitest";
import { page } from "./page.ts";
import { readTable } from "./tables.ts";

/** `npm run runtimes:docs` writes it. */
test("docs/runtimes.md says what the tables say", async () => {
  const text = await page({ send: readTable("send"), receive: readTable("receive") });
  await expect(text).toMatchFileSnapshot("../../docs/runtimes.md");
});
