/**
 * Prints what the built server costs: `npm run build && npx tsx test/language-server/measure.ts [FOLDER]`.
 * FOLDER is a project with a TypeScript 7 of its own; without it, only file-local answers are measured.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LanguageClient } from "../tsserver/language-client.ts";

const STARTS = 9;
const HOVERS = 200;
const script = fileURLToPath(
  new URL("../../packages/language-server/dist/server.cjs", import.meta.url),
);
// Whose socket it is only the types say: `relay` is asked of TypeScript 7, `socket` of the file.
const text = `const socket = new WebSocket("wss://example.org");
socket.close(1006);
declare const deps: { relay: typeof socket };
deps.relay.close(1001);
`;

const bare = await realpath(await mkdtemp(join(tmpdir(), "ws-close-codes-")));
await writeFile(join(bare, "package.json"), "{}");
await measure("a project without TypeScript", bare);
const [, , typescript7] = process.argv;
if (typescript7 !== undefined) await measure("a project on TypeScript 7", typescript7);
await rm(bare, { recursive: true });

async function measure(title: string, folder: string): Promise<void> {
  const starts: number[] = [];
  const firsts: number[] = [];
  const warm: number[] = [];
  let memory = 0;
  let beside = 0;
  for (let i = 0; i < STARTS; i++) {
    const client = new LanguageClient(script);
    starts.push(await timed(() => client.start(folder, {})));
    const textDocument = client.open(join(folder, "main.ts"), text);
    const hover = (line: number, character: number) => () =>
      client.request("textDocument/hover", { textDocument, position: { line, character } });
    firsts.push(await timed(hover(3, 18)));
    if (i === STARTS - 1) {
      for (let n = 0; n < HOVERS; n++) warm.push(await timed(hover(1, 14)));
      memory = residentMegabytes(client.pid);
      beside = childrenOf(client.pid)
        .map(residentMegabytes)
        .reduce((all, one) => all + one, 0);
    }
    await client.stop();
  }
  console.log(
    `${title}: start ${spread(starts)} ms, first hover ${spread(firsts)} ms, warm hover ${spread(warm)} ms, ${memory.toFixed(0)} MB, beside it ${beside.toFixed(0)} MB`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** The median, and from least to most. */
function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): string => (sorted[place] ?? Number.NaN).toFixed(1);
  return `${at(Math.floor(sorted.length / 2))} (${at(0)}-${at(sorted.length - 1)})`;
}

/** What Linux says that a process holds. */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .split(" ")
    .filter(Boolean)
    .map(Number);
}
