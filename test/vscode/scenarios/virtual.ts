/** A window without a disk: the open file is all that there is, and it is explained. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Editor } from "../editor.ts";
import { USE_TYPESCRIPT_7, VisualStudioCode } from "../visual-studio-code.ts";

const { ours, "typescript-7": standIn, memory } = inject("extensions");

describe.each([
  { service: "tsserver", settings: {} },
  { service: "TypeScript 7", settings: USE_TYPESCRIPT_7 },
])("in VS Code with $service", ({ settings }) => {
  let code: VisualStudioCode;

  beforeAll(async () => {
    code = await VisualStudioCode.start([ours, standIn, memory], settings);
  });

  afterAll(() => code.stop());

  it("explains a code once", async () => {
    const workspace = join(code.folder(), "memory.code-workspace");
    writeFileSync(workspace, JSON.stringify({ folders: [{ uri: "memory:/project" }] }));
    const page = await code.open(workspace, "memory:/project/chat.js");
    const editor = new Editor(page);
    const shown = await editor.hover({ line: 2, column: 15 }, "Abnormal Closure");
    expect(shown.match(/1006 Abnormal Closure/gu)).toHaveLength(1);
  });
});
