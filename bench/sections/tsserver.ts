/**
 * What the plugin adds to tsserver: CPU time of its main thread by request, and memory. A server with
 * the plugin and one without are asked in turn.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PLUGIN, Project } from "../../test/tsserver/project.ts";
import { Server, type Version } from "../../test/tsserver/server.ts";
import { beyond, inTurn, median, quantile } from "../measure.ts";
import { table, type Section } from "../section.ts";

const VERSIONS: readonly Version[] = ["4.9", "5.0", "5.4", "5.9", "6.0"];
/** Modules beside the one that is looked at. */
const PROJECTS = { small: 5, large: 500 };
const STARTS = 2;
const WARM_UP = 20;
const ROUNDS = 50;
/** Of hovers on codes, whose 99th percentile counts. */
const HOVERS = 400;

const FUNCTIONS = 12;
const text = `import { code } from "./module1";
${Array.from({ length: FUNCTIONS }, (_, n) => sender(n)).join("")}
console.log(code);
`;

/** What editors ask. */
const requests: Readonly<Record<string, (asked: Asked, round: number) => Promise<unknown>>> = {
  "hover on a code": (asked, round) => hover(asked, at(round, "socket.close(", "100")),
  "hover on a code, after an edit": (asked, round) => {
    edit(asked, round);
    return hover(asked, at(round, "socket.close(", "100"));
  },
  "hover on another number": (asked, round) => hover(asked, at(round, "port: ", "8080")),
  "hover on a name": (asked, round) => hover(asked, at(round, "new WebSocket(", "WebSocket")),
  "completions at a code": ({ server, file }, round) =>
    server.request("completionInfo", {
      file,
      ...server.locationOf(file, at(round, "socket.close(", "100") + 2),
    }),
  "completions of names": ({ server, file }, round) =>
    server.request("completionInfo", {
      file,
      ...server.locationOf(file, at(round, "new WebSocket(", "WebSocket") + 3),
    }),
  diagnostics: ({ server, file }) => server.request("semanticDiagnosticsSync", { file }),
  "diagnostics, after an edit": (asked, round) => {
    edit(asked, round);
    return asked.server.request("semanticDiagnosticsSync", { file: asked.file });
  },
  "inlay hints": ({ server, file }) =>
    server.request("provideInlayHints", { file, start: 0, length: text.length }),
  "opening the file": ({ server, file }) => {
    server.open(file, text);
    return server.request("getOutliningSpans", { file });
  },
};

interface Asked {
  readonly server: Server;
  readonly file: string;
}

export async function measureTsserver(quick: boolean): Promise<Section> {
  const project = await Project.create();
  const scratch = mkdtempSync(path.join(tmpdir(), "ws-close-codes-bench-"));
  try {
    const hovers: (readonly number[])[] = [];
    const memory: number[] = [];
    const rows: string[][] = [];
    for (const [size, modules] of Object.entries(PROJECTS)) {
      const files = filesOf(modules);
      const compilerOptions = {
        ...{ target: "es2022", lib: ["es2022", "dom"], types: ["node"], strict: true },
        ...{ skipLibCheck: true },
      };
      const plugins = [{ name: PLUGIN, diagnostics: "warning", inlayHints: true }];
      await project.program(
        `${size}-with`,
        { compilerOptions: { ...compilerOptions, plugins } },
        files,
      );
      await project.program(`${size}-without`, { compilerOptions }, files);
      for (const version of quick ? VERSIONS.slice(-1) : VERSIONS) {
        const measured = await measureVersion(version, project, size, scratch, quick);
        rows.push(...measured.rows.map((row) => [`${version}, ${size}`, ...row]));
        hovers.push(measured.hovers);
        memory.push(measured.memory);
      }
    }
    return {
      text: [
        `Milliseconds of CPU time of tsserver's main thread, medians of ${ROUNDS} requests (${HOVERS} hovers on codes); a project of ${PROJECTS.small} modules and one of ${PROJECTS.large}. With diagnostics and inlay hints, which are off unless they are asked for.\n`,
        ...table(["TypeScript", "", "without", "adds (median)", "adds (99 %)"], rows),
      ],
      figures: {
        "hover on a code, adds at the median": Math.max(...hovers.map(median)),
        "hover on a code, adds at the 99th percentile": Math.max(
          ...hovers.map((added) => quantile(added, 0.99)),
        ),
        "memory of tsserver, adds": Math.max(...memory),
      },
    };
  } finally {
    await project.remove();
    rmSync(scratch, { recursive: true });
  }
}

async function measureVersion(
  version: Version,
  project: Project,
  size: string,
  scratch: string,
  quick: boolean,
) {
  const heap = path.join(import.meta.dirname, "../heap.cjs");
  const servers = new Map<string, Asked>();
  const starts = await inTurn(["with", "without"], STARTS, async (way) => {
    await servers.get(way)?.server.stop();
    const server = new Server(version, way === "with" ? project.args("tsconfig") : [], {
      ...process.env,
      NODE_OPTIONS: `--require ${JSON.stringify(heap)}`,
      HEAP_FILE: heapFile(way),
    });
    const asked = { server, file: project.file(`${size}-${way}`, "program.ts") };
    servers.set(way, asked);
    server.open(asked.file);
    await server.request("semanticDiagnosticsSync", { file: asked.file });
    return mainThread(server.pid);
  });
  function heapFile(way: string): string {
    return path.join(scratch, `${version}-${size}-${way}`);
  }

  const rows = [row("start, open and first diagnostics", starts)];
  let hovers: readonly number[] = [];
  for (const [name, ask] of Object.entries(requests)) {
    const rounds = quick ? 20 : name === "hover on a code" ? HOVERS : ROUNDS;
    const costs = await inTurn([...servers.values()], WARM_UP + rounds, async (asked, round) => {
      const before = mainThread(asked.server.pid);
      await ask(asked, round);
      return mainThread(asked.server.pid) - before;
    });
    const warm = costs.map((each) => each.slice(WARM_UP));
    if (name === "hover on a code") hovers = beyond(warm[0] ?? [], warm[1] ?? []);
    rows.push(row(name, warm));
  }
  const heaps: number[] = [];
  for (const [way, { server }] of servers) {
    process.kill(server.pid, "SIGUSR2");
    while (!existsSync(heapFile(way))) await server.request("status", {});
    heaps.push(Number(readFileSync(heapFile(way), "utf8")) / 1e6);
    await server.stop();
  }
  const [memory = NaN, base = NaN] = heaps;
  rows.push(["memory in MB", base.toFixed(1), (memory - base).toFixed(1), ""]);
  return { rows, hovers, memory: memory - base };
}

function row(name: string, [plugin = [], base = []]: readonly (readonly number[])[]): string[] {
  const added = beyond(plugin, base);
  return [
    name,
    median(base).toFixed(2),
    median(added).toFixed(2),
    (quantile(plugin, 0.99) - quantile(base, 0.99)).toFixed(2),
  ];
}

/** Milliseconds that a process's first thread has run so far, by Linux's own account. */
function mainThread(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

// ---- the program

function hover({ server, file }: Asked, offset: number): Promise<unknown> {
  return server.request("quickinfo", { file, ...server.locationOf(file, offset) });
}

/** One of the places where a piece of text stands, behind another. */
function at(round: number, behind: string, piece: string): number {
  const start = text.indexOf(`open${round % FUNCTIONS}(url: string)`);
  return text.indexOf(piece, text.indexOf(behind, start)) + 1;
}

function edit({ server, file }: Asked, round: number): void {
  server.open(file, `${text}// ${round}\n`);
}

function sender(n: number): string {
  return `
export function open${n}(url: string) {
  const socket = new WebSocket(url);
  socket.onclose = (event) => {
    if (event.code === 1006) open${n}(url);
  };
  socket.close(100${n % 3});
  return { socket, port: 8080 };
}
`;
}

function filesOf(modules: number): Readonly<Record<string, string>> {
  const module = (
    n: number,
  ): string => `import { code as next } from "./module${(n + 1) % modules}";
export const code = ${n};
export const other = () => next;
`;
  return {
    "program.ts": text,
    ...Object.fromEntries(Array.from({ length: modules }, (_, n) => [`module${n}.ts`, module(n)])),
  };
}
