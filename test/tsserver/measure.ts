/**
 * Measures what the plugin adds to tsserver's answers: `npx tsx test/tsserver/measure.ts [rounds]`.
 * Two servers, with and without the plugin, are asked in turn, so that both meet the same load.
 */
import { Project, PLUGIN } from "./project.ts";
import { Server } from "./server.ts";

const rounds = Number(process.argv[2] ?? 200);
const modules = 500;

const compilerOptions = { target: "es2022", lib: ["es2022", "dom"], types: ["node"], strict: true };
const body = Array.from(
  { length: 12 },
  (_, n) => `
export function open${n}(url: string) {
  const socket = new WebSocket(url);
  socket.onclose = (event) => {
    if (event.code === 1006) open${n}(url);
  };
  socket.close(100${n % 3});
  return { socket, port: 8080 };
}
`,
).join("");
const text = `import { code } from "./module1";\n${body}\nconsole.log(code);\n`;

const files = {
  "program.ts": text,
  ...Object.fromEntries(
    Array.from({ length: modules }, (_, n) => [
      `module${n}.ts`,
      `import { code as next } from "./module${(n + 1) % modules}";\nexport const code = ${n};\nexport const other = () => next;\n`,
    ]),
  ),
};

const project = await Project.create();
const configured = (plugins: readonly object[]) => ({
  compilerOptions: { ...compilerOptions, plugins },
});
await project.program("without", configured([]), files);
await project.program(
  "with",
  configured([{ name: PLUGIN, diagnostics: "warning", inlayHints: true }]),
  files,
);
const servers = [
  { server: new Server("6.0", []), file: project.file("without", "program.ts") },
  { server: new Server("6.0", project.args("tsconfig")), file: project.file("with", "program.ts") },
];
for (const { server, file } of servers) server.open(file);

const at = (piece: string, code: string) => text.indexOf(code, text.indexOf(piece)) + 1;
const place = (server: Server, file: string, offset: number) => ({
  file,
  ...server.locationOf(file, offset),
});
type Ask = (server: Server, file: string) => Promise<unknown>;
const hover =
  (offset: number): Ask =>
  (server, file) =>
    server.request("quickinfo", place(server, file, offset));
const requests: Readonly<Record<string, Ask>> = {
  "hover on a code": hover(at("socket.close(", "100")),
  "hover on another number": hover(at("port: ", "8080")),
  "hover on an identifier": hover(at("new WebSocket(", "WebSocket")),
  completions: (server, file) =>
    server.request("completionInfo", place(server, file, at("socket.close(", "100") + 3)),
  "diagnostics, nothing changed": (server, file) =>
    server.request("semanticDiagnosticsSync", { file }),
  "diagnostics, after an edit": (server, file) => {
    server.open(file, `${text}// ${Math.random()}\n`);
    return server.request("semanticDiagnosticsSync", { file });
  },
  "inlay hints": (server, file) =>
    server.request("provideInlayHints", { file, start: 0, length: text.length }),
};

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

console.log(`TypeScript 6.0, ${modules + 1} files, medians of ${rounds} in ms`);
for (const [name, ask] of Object.entries(requests)) {
  const times: number[][] = servers.map(() => []);
  for (let round = 0; round < rounds + 3; round++)
    for (const [index, { server, file }] of servers.entries()) {
      const start = performance.now();
      await ask(server, file);
      // The first ones warm up.
      if (round >= 3) times[index]?.push(performance.now() - start);
    }
  const [without = NaN, withPlugin = NaN] = times.map(median);
  const added = withPlugin - without;
  console.log(
    `${name.padEnd(30)} without ${without.toFixed(2).padStart(7)}  with ${withPlugin.toFixed(2).padStart(7)}  added ${added.toFixed(2)}`,
  );
}
for (const { server } of servers) await server.stop();
await project.remove();
