// Builds the plugins, lints the chat of demo/src, then asks tsserver what it shows on hover.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.dirname(path.resolve(here));
const require = createRequire(import.meta.url);

console.log("Building the plugins ...\n");
const build = spawnSync("npm run build", { cwd: root, encoding: "utf8", shell: true });
if (build.status !== 0) {
  console.error(build.stdout + build.stderr);
  process.exit(1);
}

console.log("$ eslint demo/src\n");
const eslint = path.join(path.dirname(require.resolve("eslint/package.json")), "bin/eslint.js");
const lint = spawnSync(process.execPath, [eslint, "src"], { cwd: here, encoding: "utf8" });
console.log(lint.stdout.replaceAll(root + path.sep, "") + lint.stderr);
if (lint.status === 2) process.exit(2);

const hovers = [
  { file: "chat-server.ts", at: "1003" },
  { file: "chat-server.ts", at: "1006" },
  { file: "chat-server.ts", at: "1006", nth: 1 },
  { file: "chat-client.ts", at: "1001" },
  { file: "chat-client.ts", at: "1006" },
];

const tsserver = spawn(
  process.execPath,
  [
    require.resolve("typescript/lib/tsserver.js"),
    "--disableAutomaticTypingAcquisition",
    "--globalPlugins",
    "typescript-plugin-ws-close-codes",
    "--pluginProbeLocations",
    root,
  ],
  { stdio: ["pipe", "pipe", "inherit"] },
);
const answers = new Map();
let buffered = Buffer.alloc(0);
tsserver.stdout.on("data", (chunk) => {
  buffered = Buffer.concat([buffered, chunk]);
  for (;;) {
    const start = buffered.indexOf("\r\n\r\n");
    const length = /Content-Length: (\d+)/.exec(buffered.toString("latin1", 0, Math.max(start, 0)));
    if (!length || buffered.length < start + 4 + Number(length[1])) return;
    const message = JSON.parse(buffered.toString("utf8", start + 4, start + 4 + Number(length[1])));
    buffered = buffered.subarray(start + 4 + Number(length[1]));
    if (message.type === "response") answers.get(message.request_seq)?.(message);
  }
});

let seq = 0;
function send(command, args) {
  seq += 1;
  tsserver.stdin.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
  return seq;
}
function ask(command, args) {
  return new Promise((resolve) => answers.set(send(command, args), resolve));
}

for (const { file, at, nth = 0 } of hovers) {
  const full = path.join(here, "src", file);
  const text = readFileSync(full, "utf8");
  send("open", { file: full, fileContent: text });
  let offset = -1;
  for (let n = 0; n <= nth; n++) offset = text.indexOf(at, offset + 1);
  const before = text.slice(0, offset).split("\n");
  const line = before.length;
  const column = before.at(-1).length + 1;
  const answer = await ask("quickinfo", { file: full, line, offset: column });
  console.log(
    `\n$ hover demo/src/${file}:${line}:${column}   ${text.split("\n")[line - 1].trim()}\n`,
  );
  const shown = answer.success
    ? [answer.body.displayString, answer.body.documentation].filter(Boolean).join("\n\n")
    : "(nothing: this is not a close code)";
  console.log(shown.replaceAll(/^/gm, "  "));
}
tsserver.stdin.end();
tsserver.kill();
