/** Vue and Svelte components, and files of other languages in the same run. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FreshProject } from "./fresh-project.ts";

const component = (script: string, template: string): string => `<script ${script}>
import { CloseCode } from "ws-close-codes";

const socket = new WebSocket("wss://chat.example.com");
const leave = () => socket.close(1001);
const done = () => socket.close(1000);
socket.onclose = (event) => {
  if (event.code === 999) console.log(CloseCode.NormalClosure);
};
</script>

${template}
`;

const inScript = [
  "5:34 no-invalid-close-code",
  "6:33 prefer-named-close-code",
  "8:22 no-unexpected-close-code",
];

const files = {
  "Chat.vue": component(
    'setup lang="ts"',
    '<template>\n  <p @click="socket.close(1006)">{{ leave(done) }}</p>\n</template>',
  ),
  "Chat.svelte": component(
    'lang="ts"',
    "<p onclick={() => socket.close(1006)}>{leave(done)}</p>\n<p on:click={() => socket.close(1002)}></p>",
  ),
  "Bare.svelte":
    "<p onclick={() => new WebSocket(url).close(1000)}></p>\n<p onclick={() => new WebSocket(url).close(1006)}></p>\n",
  "codes.json": '{ "WebSocket": { "close": 1006 } }\n',
  "style.css": "a { color: red; } /* new WebSocket(url).close(1006) */\n",
  "codes.md": '# WebSocket\n\n```js\nnew WebSocket("wss://a.example").close(1006);\n```\n',
  "processed.md": '# WebSocket\n\n```js\nnew WebSocket("wss://a.example").close(1006);\n```\n',
  "eslint.config.js": `import css from "@eslint/css";
import json from "@eslint/json";
import markdown from "@eslint/markdown";
import typescript from "@typescript-eslint/parser";
import wsCloseCodes from "eslint-plugin-ws-close-codes";
import svelte from "svelte-eslint-parser";
import vue from "vue-eslint-parser";

const parserOptions = { parser: typescript };
export default [
  { files: ["**/*.vue"], languageOptions: { parser: vue, parserOptions } },
  { files: ["**/*.svelte"], languageOptions: { parser: svelte, parserOptions } },
  { files: ["**/*.json"], plugins: { json }, language: "json/json" },
  { files: ["**/*.css"], plugins: { css }, language: "css/css" },
  { files: ["**/codes.md"], plugins: { markdown }, language: "markdown/gfm" },
  { files: ["**/processed.md"], plugins: { markdown }, processor: "markdown/markdown" },
  wsCloseCodes.configs.strict,
];
`,
};

describe.each(["9", "10"])("ESLint %s", (version) => {
  let project: FreshProject;

  beforeAll(async () => {
    project = await FreshProject.create(
      `eslint@${version}`,
      "typescript@~6.0.3",
      "@typescript-eslint/parser@8",
      "@eslint/css@1",
      "@eslint/json@1",
      "@eslint/markdown@7",
      "svelte@5",
      "svelte-eslint-parser@1",
      "vue-eslint-parser@10",
    );
    await project.write(files);
  });

  afterAll(() => project.remove());

  it("reports in the script of a Vue component", async () => {
    // Expressions in templates are a tree of their own, which rules for JavaScript do not see.
    expect(await project.reports("Chat.vue")).toEqual(inScript);
  });

  it("reports in the script and the handlers of a Svelte component", async () => {
    expect(await project.reports("Chat.svelte")).toEqual([
      ...inScript,
      "12:32 no-invalid-close-code",
      "13:33 no-invalid-close-code",
    ]);
  });

  it.each(["Chat.vue", "Chat.svelte"])("fixes %s in place", async (file) => {
    await project.write({ [`fixed/${file}`]: files[file as keyof typeof files] });
    await project.eslint("--fix", `fixed/${file}`);
    expect(await project.read(`fixed/${file}`)).toBe(
      files[file as keyof typeof files].replace("close(1000)", "close(CloseCode.NormalClosure)"),
    );
  });

  it("asks for no name where a component has no script to import it in", async () => {
    expect(await project.reports("Bare.svelte")).toEqual(["2:44 no-invalid-close-code"]);
  });

  it("does no harm in JSON, CSS and Markdown, and reports in Markdown's JavaScript", async () => {
    const results = await project.lint("codes.json", "style.css", "codes.md", "processed.md");
    const reports = results.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, message }) => `${filePath.slice(project.folder.length + 1)}:${line} ${message}`,
      ),
    );
    expect(results).toHaveLength(4);
    expect(reports).toEqual([expect.stringMatching(/^processed\.md:4 `close\(1006\)` throws/u)]);
  });
});
