import { Linter } from "eslint";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import plugin from "../src/index.ts";
import { project } from "./rule-tester.ts";

it.each([project, "/nothing/above/has/one"])(
  "reads package.json once for all codes of a file of %s",
  (folder) => {
    const read = vi.spyOn(fs, "readFileSync");
    syncBuiltinESMExports();
    onTestFinished(() => {
      read.mockRestore();
      syncBuiltinESMExports();
    });
    const code = "const socket = new WebSocket(url);\n" + "socket.close(1000);\n".repeat(5);
    new Linter({ cwd: folder }).verify(code, [plugin.configs.recommended], join(folder, "a.js"));
    const manifests = read.mock.calls.flatMap(([path]) =>
      String(path).endsWith("package.json") ? String(path) : [],
    );
    expect(manifests).toContain(join(folder, "package.json"));
    expect(manifests).toEqual([...new Set(manifests)]);
  },
);
