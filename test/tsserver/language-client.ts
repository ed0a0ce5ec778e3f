import { spawn, type ChildProcess } from "node:child_process";
import { pathToFileURL } from "node:url";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly items?: readonly { readonly section?: string }[];
    readonly message?: string;
    readonly [name: string]: unknown;
  };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** An editor, as a language server of its own process sees it. */
export class LanguageClient {
  /** What the server has to say to nobody in particular. */
  readonly log: string[] = [];
  readonly #process: ChildProcess;
  readonly #listening = new Map<string, (params: never) => void>();
  #settings: Readonly<Record<string, unknown>>;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #received = Buffer.alloc(0);
  #id = 0;

  /**
   * @param script the server's own, run with Node.js
   * @param settings what the server is told when it asks for its configuration, by section
   */
  constructor(script: string, settings: Readonly<Record<string, unknown>> = {}) {
    this.#settings = settings;
    this.#process = spawn(process.execPath, [script, "--stdio"], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#process.stdout?.on("data", (data: Buffer) => this.#receive(data));
  }

  /** Says what the server can do. */
  async start(folder: string, initializationOptions: object): Promise<object> {
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await this.request<{ capabilities: object }>("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "program" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          hover: { contentFormat: ["markdown"] },
          completion: {
            completionItem: { labelDetailsSupport: true, resolveSupport: { properties: [] } },
          },
        },
      },
      initializationOptions,
    });
    this.#send({ method: "initialized", params: {} });
    this.configure(this.#settings);
    return capabilities;
  }

  /** Changes the settings that the server is told of, by section. */
  configure(settings: Readonly<Record<string, unknown>>): void {
    this.#settings = settings;
    this.#send({ method: "workspace/didChangeConfiguration", params: { settings } });
  }

  open(file: string, text: string, languageId = "typescript"): { readonly uri: string } {
    const uri = pathToFileURL(file).href;
    this.#send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId, version: 1, text } },
    });
    return { uri };
  }

  async request<Result>(method: string, params: object): Promise<Result> {
    const id = ++this.#id;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(error.message);
    return result as Result;
  }

  /** The next notification of a method that is looked for. */
  until<Params>(method: string, isLooked: (params: Params) => boolean): Promise<Params> {
    return new Promise((resolve) => {
      this.#listening.set(method, (params) => {
        if (isLooked(params)) resolve(params);
      });
    });
  }

  notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  /** The server's process. */
  get pid(): number {
    return this.#process.pid ?? Number.NaN;
  }

  /** Asks, and cancels at once: the server reads both together. */
  cancelled(method: string, params: object): Promise<unknown> {
    this.#process.stdin?.cork();
    const answer = this.request(method, params);
    this.notify("$/cancelRequest", { id: this.#id });
    this.#process.stdin?.uncork();
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.request("shutdown", {});
    this.#send({ method: "exit" });
    await ended;
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      const header = this.#received.subarray(0, Math.max(end, 0)).toString("latin1");
      const length = Number(/Content-Length: (\d+)/iu.exec(header)?.[1]);
      if (end === -1 || this.#received.length < end + 4 + length) return;
      const body = this.#received.subarray(end + 4, end + 4 + length).toString("utf8");
      this.#received = this.#received.subarray(end + 4 + length);
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take({ id, method, params, ...answer }: Message): void {
    if (method === "window/logMessage") this.log.push(params?.message ?? "");
    if (id === undefined) {
      this.#listening.get(method ?? "")?.(params as never);
      return;
    }
    if (method === undefined) {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
      return;
    }
    // The server asks: for its configuration, or for leave that needs no answer.
    const result =
      method === "workspace/configuration"
        ? (params?.items ?? []).map(({ section = "" }) => this.#settings[section] ?? null)
        : null;
    this.#send({ id, result });
  }
}
