import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The versions of TypeScript that are installed here; the newest is the repository's own. */
export type Version = "4.9" | "5.0" | "5.4" | "5.9" | "6.0";

function tsserverOf(version: Version): string {
  const owner = version === "6.0" ? "../../package.json" : `./typescript/${version}/package.json`;
  return createRequire(new URL(owner, import.meta.url)).resolve("typescript/lib/tsserver.js");
}

/** An answer of tsserver, by its protocol. */
export interface Response<Body> {
  readonly success: boolean;
  readonly message?: string;
  readonly body?: Body;
}

export interface QuickInfo {
  readonly displayString: string;
  readonly documentation: string;
  readonly start: Location;
  readonly end: Location;
}

/** Both start at 1. */
export interface Location {
  readonly line: number;
  readonly offset: number;
}

/** A tsserver of its own process, spoken to as an editor does. */
export class Server {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (response: Response<unknown>) => void>();
  readonly #open = new Map<string, string>();
  #received = Buffer.alloc(0);
  #seq = 0;
  #exited: string | undefined;

  /** @param args what an editor adds, such as `--globalPlugins` */
  constructor(version: Version, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.#process = spawn(
      process.execPath,
      [
        tsserverOf(version),
        "--disableAutomaticTypingAcquisition",
        "--suppressDiagnosticEvents",
        ...args,
      ],
      { env, stdio: ["pipe", "pipe", "ignore"] },
    );
    this.#process.stdout?.on("data", (data: Buffer) => this.#receive(data));
    this.#process.on("exit", (code, signal) => {
      this.#exited = `tsserver ended with ${code ?? signal}.`;
      for (const answer of this.#waiting.values())
        answer({ success: false, message: this.#exited });
    });
  }

  get pid(): number {
    return this.#process.pid ?? NaN;
  }

  /**
   * Opens a file.
   *
   * @param text unsaved, if it is not what the disk has
   */
  open(file: string, text = readFileSync(file, "utf8")): string {
    if (this.#open.has(file)) this.#send("close", { file });
    this.#open.set(file, text);
    this.#send("open", { file, fileContent: text });
    return file;
  }

  close(file: string): void {
    this.#open.delete(file);
    this.#send("close", { file });
  }

  request<Body>(command: string, args: object): Promise<Response<Body>> {
    if (this.#exited !== undefined) throw new Error(this.#exited);
    return new Promise((resolve) => {
      this.#waiting.set(this.#send(command, args), resolve as (r: Response<unknown>) => void);
    });
  }

  /** The quick info at an offset of an open file; nothing where tsserver has none. */
  async hover(file: string, offset: number): Promise<QuickInfo | undefined> {
    const { success, message, body } = await this.request<QuickInfo>("quickinfo", {
      file,
      ...this.locationOf(file, offset),
    });
    if (success) return body;
    if (message !== "No content available.") throw new Error(message);
    return undefined;
  }

  /** @param offset in UTF-16 code units from the start of the file */
  locationOf(file: string, offset: number): Location {
    const lines = (this.#open.get(file) ?? "").slice(0, offset).split("\n");
    return { line: lines.length, offset: (lines.at(-1) ?? "").length + 1 };
  }

  async stop(): Promise<void> {
    if (this.#exited !== undefined) return;
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#send("exit", {});
    await ended;
  }

  #send(command: string, args: object): number {
    const seq = ++this.#seq;
    this.#process.stdin?.write(
      `${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`,
    );
    return seq;
  }

  /** Frames are counted in bytes, so the text is decoded last. */
  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r?\n\r?\n/u.exec(
        this.#received.subarray(0, 64).toString("latin1"),
      );
      if (!header) return;
      const [whole, length] = header;
      const end = whole.length + Number(length);
      if (this.#received.length < end) return;
      const frame = this.#received.subarray(whole.length, end).toString("utf8");
      this.#received = this.#received.subarray(end);
      const message = JSON.parse(frame) as Response<unknown> & {
        type: string;
        request_seq?: number;
      };
      if (message.type === "response" && message.request_seq !== undefined) {
        this.#waiting.get(message.request_seq)?.(message);
        this.#waiting.delete(message.request_seq);
      }
    }
  }
}
