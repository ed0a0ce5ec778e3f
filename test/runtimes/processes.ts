/** Runtimes of their own run as processes: what they need of our code is carried over, orders go by WebSocket. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import ts from "typescript";
import type { Bench, Subject } from "./implementation.ts";
import { scratch } from "./install.ts";
import { listen } from "./peer.ts";
import type { Connection } from "./peer.ts";
import type { Report } from "./subject.ts";

/** How a runtime is started: its program and what it is given to run. */
export interface Launch {
  program: string;
  /** Arguments for a folder that holds `main.js`, and a page that runs it. */
  args: (folder: string, page: string) => string[];
}

/** What a program answers to --version, down to the number. */
export function versionOf(program: string): string {
  const answer = execFileSync(program, ["--version"], { encoding: "utf8", stdio: "pipe" });
  return /\d[\w.-]*/.exec(answer)?.[0] ?? answer.trim();
}

/** A runtime whose global WebSocket is measured. */
export async function farClient(bench: Bench, launch: Launch): Promise<Subject> {
  let control: Connection | undefined;
  const running = await startProcess(
    launch,
    "client",
    (orders) => `runClient(${orders})`,
    (connection, ready) => {
      control = connection;
      ready();
      connection.ontext = (text) => {
        bench.report(JSON.parse(text) as Report);
      };
    },
  );
  return {
    version: versionOf(launch.program),
    connect: (id) => control?.sendText(bench.url(id)),
    stop: running.stop,
  };
}

/** A runtime whose server is measured. */
export async function farServer(
  bench: Bench,
  launch: Launch,
  file: "bun-server" | "deno-server",
): Promise<Subject> {
  let host = "";
  const running = await startProcess(
    launch,
    file,
    (orders) => `runServer(${orders})`,
    (connection, ready) => {
      connection.ontext = (text) => {
        const message = JSON.parse(text) as Report | { port: number };
        if ("port" in message) {
          host = `127.0.0.1:${message.port}`;
          ready();
        } else bench.report(message);
      };
    },
  );
  return { version: versionOf(launch.program), connect: { host }, stop: running.stop };
}

/** workerd takes its configuration from a file, and its reports are fetched. */
export async function farWorkerd(
  bench: Bench,
  program: string,
  part: "server" | "room" | "client",
): Promise<Subject> {
  const folder = await carry("workerd");
  await writeFile(join(folder, "config.capnp"), workerdConfig);
  const args = ["serve", "config.capnp", "--socket-addr=http=127.0.0.1:0", "--control-fd=1"];
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      reject(new Error(`workerd ended with ${code} before it listened.`));
    });
    child.stdout.on("data", (bytes: Buffer) => {
      const listening = /"socket":"http","port":(\d+)/.exec(bytes.toString());
      if (listening !== null) resolve(Number(listening[1]));
    });
  });
  const fetchText = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      get({ host: "127.0.0.1", port, path }, (response) => {
        let text = "";
        response.on("data", (bytes: Buffer) => (text += bytes.toString()));
        response.on("end", () => {
          resolve(text);
        });
      }).on("error", reject);
    });
  let stopped = false;
  const poll = async (): Promise<void> => {
    while (!stopped) {
      const text = await fetchText("/reports").catch(() => "[]");
      for (const report of JSON.parse(text) as Report[]) bench.report(report);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  void poll();
  return {
    version: versionOf(program),
    connect:
      part === "client"
        ? (id) => {
            fetchText(`/open?id=${id}&url=${bench.url(id)}`).catch(() => undefined);
          }
        : { host: `127.0.0.1:${port}`, ...(part === "room" && { prefix: "/room" }) },
    stop: async () => {
      stopped = true;
      await end(child, false);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const workerdConfig = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "loopback", network = (allow = ["127.0.0.0/8"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [
    (name = "far/workerd.js", esModule = embed "far/workerd.js"),
    (name = "subject.js", esModule = embed "subject.js"),
  ],
  compatibilityDate = "2026-11-01",
  globalOutbound = "loopback",
  bindings = [(name = "room", durableObjectNamespace = "Room")],
  durableObjectNamespaces = [(className = "Room", uniqueKey = "room")],
  durableObjectStorage = (inMemory = void),
);
`;

/**
 * Starts a runtime and waits for its control connection.
 *
 * @param run the call in `far/<file>` that makes it go, given the JavaScript for the control's host
 * @param oncontrol gets the control connection; calls `ready` once the subject can be used
 */
async function startProcess(
  { program, args }: Launch,
  file: string,
  run: (control: string) => string,
  oncontrol: (connection: Connection, ready: () => void) => void,
): Promise<{ stop: () => Promise<void> }> {
  const folder = await carry(file);
  const files: Record<string, string> = {
    "/": '<!doctype html><title>subject</title><script type="module" src="/main.js"></script>',
  };
  for (const name of ["main.js", "subject.js", `far/${file}.js`])
    files[`/${name}`] = join(folder, name);

  let ready = (): void => undefined;
  const isReady = new Promise<void>((resolve) => (ready = resolve));
  const control = await listen(
    (connection) => {
      oncontrol(connection, ready);
    },
    ({ url = "/" }, response) => {
      const found = files[url];
      if (found === undefined) response.writeHead(404).end();
      else if (url === "/") response.setHeader("content-type", "text/html").end(found);
      else response.setHeader("content-type", "text/javascript").end(readFileSync(found));
    },
  );
  const call = run(`"${control.host}"`);
  await writeFile(
    join(folder, "main.js"),
    `import { ${call.split("(")[0]} } from "./far/${file}.js";\n${call};\n`,
  );

  const child = spawn(program, args(folder, `http://${control.host}/`), {
    detached: true, // A browser's processes form a group, which ends as one.
    stdio: ["ignore", "ignore", "pipe"],
  });
  process.once("exit", () => {
    end(child, true).catch(() => undefined);
  });
  let complaint = "";
  child.stderr.on(
    "data",
    (bytes: Buffer) => (complaint = (complaint + bytes.toString()).slice(-2_000)),
  );
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      reject(new Error(`${program} ended with ${code} before it was up: ${complaint}`));
    });
    setTimeout(() => {
      reject(new Error(`${program} was not up within 60 s: ${complaint}`));
    }, 60_000).unref();
  });
  failed.catch(() => undefined); // Once it is up, its end is ours to bring about.
  const stop = async (): Promise<void> => {
    await end(child, true);
    await control.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await Promise.race([isReady, failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Ends a process, or its group, and waits until it is gone. */
async function end(child: ChildProcess, group: boolean): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  process.kill(group ? -child.pid : child.pid, "SIGKILL");
  await gone;
}

/** Copies the code a runtime needs into a fresh folder, as JavaScript. */
async function carry(file: string): Promise<string> {
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, "run-"));
  await mkdir(join(folder, "far"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  for (const name of ["subject", `far/${file}`]) {
    const source = readFileSync(new URL(`${name}.ts`, import.meta.url), "utf8");
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        rewriteRelativeImportExtensions: true,
      },
    });
    await writeFile(join(folder, `${name}.js`), outputText);
  }
  return folder;
}
