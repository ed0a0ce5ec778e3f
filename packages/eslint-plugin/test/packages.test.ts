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
    const constants = [{ module: "other-codes", name: "Codes", members: { NORMAL: 1000 } }];
    const rules = { "ws-close-codes/prefer-named-close-code": ["warn", { constants }] } as const;
    const config = [plugin.configs.recommended, { rules: { ...rules } }];
    new Linter({ cwd: folder }).verify(code, config as Linter.Config[], join(folder, "a.js"));
    const manifests = read.mock.calls.flatMap(([path]) =>
      String(path).endsWith("package.json") ? String(path) : [],
    );
    expect(manifests).toContain(join(folder, "package.json"));
    expect(manifests).toEqual([...new Set(manifests)]);
  },
);
