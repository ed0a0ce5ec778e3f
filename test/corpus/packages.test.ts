/**
 * What is found in the sources that packages ship, and what the rules say of it. A change in behaviour
 * shows as a difference in packages/findings.md; `npm run corpus:packages` writes it again.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as parser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { expect, test } from "vitest";
import { mayHoldSites } from "ws-close-codes-analysis";
import plugin from "../../packages/eslint-plugin/src/index.ts";
import { forFile } from "../../packages/eslint-plugin/src/sites.ts";
import manifest from "./packages/package.json" with { type: "json" };

/** The folder, or the file, of each package that holds what people wrote, or one build of it. */
const sources: Readonly<Record<keyof typeof manifest.devDependencies, string>> = {
  "@discordjs/ws": "dist/index.mjs",
  "@hocuspocus/provider": "src",
  "@supabase/realtime-js": "src",
  "engine.io-client": "build/esm",
  "faye-websocket": "lib",
  "graphql-ws": "dist",
  partysocket: "dist",
  phoenix: "assets/js/phoenix",
  "react-use-websocket": "src",
  "reconnecting-websocket": "reconnecting-websocket.ts",
  rxjs: "src/internal/observable/dom",
  sockjs: "lib",
  "sockjs-client": "lib",
  "subscriptions-transport-ws": "dist",
  undici: "lib/web/websocket",
  websocket: "lib",
  ws: "lib",
};

const root = fileURLToPath(new URL("../../", import.meta.url));

function folderOf(name: string): string {
  const own = `${root}test/corpus/packages/node_modules/${name}`;
  return existsSync(own) ? own : `${root}node_modules/${name}`;
}

/** Every site, in the way of a rule. */
const sites: Rule.RuleModule = {
  create: (context) =>
    forFile(context, (found) => {
      for (const { role, evidence, slots, range } of found.all()) {
        const codes = slots.map(({ static: s }) => (s.known ? String(s.value) : "?")).join(" ");
        const loc = context.sourceCode.getLocFromIndex(range.start);
        context.report({ loc, message: `${role} ${evidence} ${codes}`.trim() });
      }
    }),
};

const linter = new Linter({ configType: "flat", cwd: root });
const config: Linter.Config = {
  ...plugin.configs.strict,
  plugins: { ...plugin.configs.strict.plugins, corpus: { rules: { sites } } },
  rules: { "corpus/sites": "warn", ...plugin.configs.strict.rules },
  files: ["**/*.{js,mjs,ts}"],
  languageOptions: { parser },
  linterOptions: { reportUnusedDisableDirectives: "off" },
};

/** The files of an ES module build, or of TypeScript, below a path. */
function filesAt(folder: string, path: string): string[] {
  if (!statSync(`${folder}/${path}`).isDirectory()) return [path];
  return readdirSync(`${folder}/${path}`)
    .sort()
    .flatMap((name) => filesAt(folder, `${path}/${name}`))
    .filter((one) => /(?<!\.d)\.m?[jt]s$/u.test(one));
}

/** One row for each site and each report in a file. */
function rowsOf(folder: string, path: string): string[] {
  const text = readFileSync(`${folder}/${path}`, "utf8");
  if (!mayHoldSites(text)) return [];
  return linter
    .verify(text, [config], { filename: `${root}${path}`, allowInlineConfig: false })
    .map(({ line, ruleId, messageId, message }) => {
      if (!ruleId) throw new Error(`${path}:${line}: ${message}`);
      const rule = ruleId.replace("ws-close-codes/", "");
      const said = ruleId === "corpus/sites" ? message : `**${rule}/${messageId}**`;
      return `| \`${path}\` | ${line} | ${said} |`;
    });
}

test("the packages are as they were", async () => {
  const sections = Object.entries(manifest.devDependencies).map(([name, version]) => {
    const folder = folderOf(name);
    const installed = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as {
      version: string;
    };
    expect(installed.version, name).toBe(version);
    const paths = filesAt(folder, sources[name as keyof typeof sources]);
    expect(paths, name).not.toEqual([]);
    const rows = paths.flatMap((path) => rowsOf(folder, path));
    const table =
      rows.length > 0 ? ["| file | line | found |", "| --- | --- | --- |", ...rows] : ["Nothing."];
    return [`## ${name} ${version}`, "", ...table, ""].join("\n");
  });
  const head =
    "<!-- Written by `npm run corpus:packages`. -->\n\n# What is found in packages\n\nEvery site with its role, its evidence and its codes, and in bold what `strict` reports.\n";
  await expect([head, ...sections].join("\n")).toMatchFileSnapshot("packages/findings.md");
});
