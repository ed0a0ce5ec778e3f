/**
 * What the plugin adds to tsserver: CPU time of its main thread by request, and memory. Servers with
 * the plugin and one without are asked in turn.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PLUGIN, Project } from "../../test/tsserver/project.ts";
import { Server, type Version } from "../../test/tsserver/server.ts";
import { budgets } from "../budgets.ts";
import { beyond, inTurn, median, quantile, spread } from "../measure.ts";
import { table, type Section } from "../section.ts";

const VERSIONS: readonly Version[] = ["4.9", "5.0", "5.4", "5.9", "6.0"];
/** Modules beside the one that is looked at. */
const PROJECTS = { small: 5, large: 500 };
/** The servers, by the entry that their tsconfig.json has for the plugin. */
const SERVERS = {
  without: undefined,
  "by default": { name: PLUGIN },
  "all on": { name: PLUGIN, diagnostics: "warning", inlayHints: true },
};
const STARTS = 5;
const WARM_UP = 20;
const ROUNDS = 50;
/** Of hovers on codes, whose 99th percentile counts. */
const HOVERS = 400;

const START = "start, open and first diagnostics";
const HOVER = "hover on a code";
const HOVER_MEDIAN = "hover on a code, adds at the median";
/** What is done only for those who ask for it. */
const DIAGNOSTICS = "diagnostics, after an edit";
const HINTS = "inlay hints, after an edit";

const FUNCTIONS = 12;
const text = `import { code } from "./module1";
${Array.from({ length: FUNCTIONS }, (_, n) => sender(n)).join("")}
console.log(code);
`;

/** What editors ask. */
const requests: Readonly<Record<string, (asked: Asked, round: number) => Promise<unknown>>> = {
  [HOVER]: hoverAt("socket.close(", "100"),
  "hover on a code, after an edit": afterEdit(hoverAt("socket.close(", "100")),
  "hover on another number": hoverAt("port: ", "8080"),
  "hover on another number, after an edit": afterEdit(hoverAt("port: ", "8080")),
  "hover on a name": hoverAt("new WebSocket(", "WebSocket"),
  "hover on a name, after an edit": afterEdit(hoverAt("new WebSocket(", "WebSocket")),
  "completions at a code": completionsAt("socket.close(", "100"),
  "completions at a code, after an edit": afterEdit(completionsAt("socket.close(", "100")),
  "completions of names": completionsAt("new WebSocket(", "Web"),
  diagnostics,
  [DIAGNOSTICS]: afterEdit(diagnostics),
  "inlay hints": inlayHints,
  [HINTS]: afterEdit(inlayHints),
  "opening the file": ({ server, file }) => {
    server.open(file, text);
    return server.request("getOutliningSpans", { file });
  },
};

type Ask = (typeof requests)[string];

interface Asked {
  readonly server: Server;
  readonly file: string;
}

/** What something costs without the plugin, and what the plugin adds, round by round. */
interface Cost {
  readonly name: string;
  readonly base: readonly number[];
  readonly byDefault: readonly number[];
  readonly allOn: readonly number[];
}

/** One version of TypeScript with a project of one size. */
interface Measured {
  readonly costs: readonly Cost[];
  /** Megabytes, in the order of the servers. */
  readonly memory: readonly number[];
}

export async function measureTsserver(quick: boolean): Promise<Section> {
  const project = await Project.create();
  const scratch = mkdtempSync(path.join(tmpdir(), "ws-close-codes-bench-"));
  try {
    const measured = new Map<string, Measured>();
    for (const [size, modules] of Object.entries(PROJECTS)) {
      const files = filesOf(modules);
      for (const [name, plugin] of Object.entries(SERVERS)) {
        const compilerOptions = {
          ...{ target: "es2022", lib: ["es2022", "dom"], types: ["node"], strict: true },
          ...{ skipLibCheck: true, ...(plugin && { plugins: [plugin] }) },
        };
        await project.program(`${size} ${name}`, { compilerOptions }, files);
      }
      for (const version of quick ? VERSIONS.slice(-1) : VERSIONS) {
        const found = await measureVersion(version, project, size, scratch, quick);
        measured.set(`${version}, ${size}`, found);
      }
    }
    return {
      text: [
        `Milliseconds of CPU time of tsserver's main thread, medians of ${ROUNDS} requests (${HOVERS} hovers on codes, ${STARTS} starts); a project of ${PROJECTS.small} modules and one of ${PROJECTS.large}. Without the plugin with the quartiles, then what the plugin adds as it comes, and with its diagnostics and inlay hints on, which are off unless they are asked for. The figures below the table are medians of all versions and both sizes; what is noise is the distance of the quartiles, or what a hover on a code may add where that is more.\n`,
        ...table(
          ["TypeScript", "", "without", "by default", "by default, 99 %", "all on"],
          [...measured].flatMap(([title, { costs, memory }]) =>
            [...costs.map(row), memoryRow(memory)].map((cells) => [title, ...cells]),
          ),
        ),
      ],
      figures: figuresOf([...measured.values()]),
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
): Promise<Measured> {
  const heap = path.join(import.meta.dirname, "../heap.cjs");
  const heapFile = (name: string): string => path.join(scratch, `${version}-${size}-${name}`);
  const servers = new Map<string, Asked>();
  const starts = await inTurn(Object.keys(SERVERS), quick ? 1 : STARTS, async (name) => {
    await servers.get(name)?.server.stop();
    const server = new Server(version, name === "without" ? [] : project.args("tsconfig"), {
      ...process.env,
      NODE_OPTIONS: `--require ${JSON.stringify(heap)}`,
      HEAP_FILE: heapFile(name),
    });
    const asked = { server, file: project.file(`${size} ${name}`, "program.ts") };
    servers.set(name, asked);
    server.open(asked.file);
    await diagnostics(asked);
    return mainThread(server.pid);
  });
  const inOrder = Object.keys(SERVERS).map((name) => servers.get(name) as Asked);

  const costs = [costOf(START, starts)];
  for (const [name, ask] of Object.entries(requests)) {
    const rounds = quick ? 20 : name === HOVER ? HOVERS : ROUNDS;
    const found = await inTurn(inOrder, WARM_UP + rounds, async (asked, round) => {
      const before = mainThread(asked.server.pid);
      await ask(asked, round);
      return mainThread(asked.server.pid) - before;
    });
    costs.push(
      costOf(
        name,
        found.map((each) => each.slice(WARM_UP)),
      ),
    );
  }
  const memory: number[] = [];
  for (const [name, { server }] of servers) {
    process.kill(server.pid, "SIGUSR2");
    while (!existsSync(heapFile(name))) await server.request("status", {});
    memory.push(Number(readFileSync(heapFile(name), "utf8")) / 1e6);
    await server.stop();
  }
  return { costs, memory };
}

function costOf(name: string, costs: readonly (readonly number[])[]): Cost {
  const [base = [], byDefault = [], allOn = []] = costs;
  return { name, base, byDefault: beyond(byDefault, base), allOn: beyond(allOn, base) };
}

// ---- what comes of it

function row({ name, base, byDefault, allOn }: Cost): string[] {
  const added = [median(byDefault), quantile(byDefault, 0.99), median(allOn)];
  return [name, spread(base), ...added.map((each) => each.toFixed(2))];
}

function memoryRow([base = NaN, byDefault = NaN, allOn = NaN]: readonly number[]): string[] {
  const [first, last] = [byDefault - base, allOn - base].map((each) => each.toFixed(1));
  return ["memory in MB", base.toFixed(1), first ?? "", "", last ?? ""];
}

function figuresOf(measured: readonly Measured[]): Section["figures"] {
  const all = measured.flatMap(({ costs }) => costs);
  // Of one version alone chance may say anything: the median of all versions and sizes counts.
  const ofAll = (name: string, figure: (cost: Cost) => number): number =>
    median(all.filter((one) => one.name === name).map(figure));
  const others = [START, ...Object.keys(requests)].filter((name) => name !== HOVER);
  return {
    [HOVER_MEDIAN]: ofAll(HOVER, ({ byDefault }) => median(byDefault)),
    "hover on a code, adds at the 99th percentile": ofAll(HOVER, ({ byDefault }) =>
      quantile(byDefault, 0.99),
    ),
    "all else in tsserver by default, of what is noise": Math.max(
      ...others.map((name) =>
        ofAll(name, ({ base, byDefault }) => (median(byDefault) / noise(base)) * 100),
      ),
    ),
    "diagnostics and hints after an edit, where they are on, of TypeScript's own": Math.max(
      ...[DIAGNOSTICS, HINTS].map((name) =>
        ofAll(name, ({ base, allOn }) => (median(allOn) / median(base)) * 100),
      ),
    ),
    "memory of tsserver, adds": Math.max(
      ...measured.flatMap(({ memory: [base = NaN, ...others] }) =>
        others.map((each) => each - base),
      ),
    ),
  };
}

/** What the same request differs by without the plugin, or what a hover may add where that is more. */
function noise(base: readonly number[]): number {
  return Math.max(quantile(base, 0.75) - quantile(base, 0.25), budgets[HOVER_MEDIAN].target);
}

/** Milliseconds that a process's first thread has run so far, by Linux's own account. */
function mainThread(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

// ---- the program

function hoverAt(behind: string, piece: string): Ask {
  return ({ server, file }, round) =>
    server.request("quickinfo", { file, ...server.locationOf(file, at(round, behind, piece) + 1) });
}

function completionsAt(behind: string, piece: string): Ask {
  return ({ server, file }, round) => {
    const offset = at(round, behind, piece) + piece.length;
    return server.request("completionInfo", { file, ...server.locationOf(file, offset) });
  };
}

function diagnostics({ server, file }: Asked): Promise<unknown> {
  return server.request("semanticDiagnosticsSync", { file });
}

function inlayHints({ server, file }: Asked): Promise<unknown> {
  return server.request("provideInlayHints", { file, start: 0, length: text.length });
}

function afterEdit(ask: Ask): Ask {
  return (asked, round) => {
    asked.server.open(asked.file, `${text}// ${round}\n`);
    return ask(asked, round);
  };
}

/** One of the places where a piece of text stands, behind another. */
function at(round: number, behind: string, piece: string): number {
  const start = text.indexOf(`open${round % FUNCTIONS}(url: string)`);
  return text.indexOf(piece, text.indexOf(behind, start));
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
