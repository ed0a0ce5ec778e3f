/** One shape for everything that is measured. Each file in `implementations/` fills it in, once per part. */
import type { Runtime } from "ws-close-codes-analysis";
import type { Sample } from "./measure.ts";
import type { Report } from "./subject.ts";

export interface Implementation {
  /** As people call it, with its part where it has two: "ws server". */
  name: string;
  /** Which end of the connection it is. */
  side: "client" | "server";
  /** Whose socket it closes, if it has none of its own. */
  over?: "undici" | "ws";
  /** The same call as a user writes it, with `CODE` for the code: what we say of this is what we claim. */
  program: string;
  /** Where the program runs, if it does not show it. */
  runtime?: Runtime;
  /** Where our words are too simple: the outcomes, as the tables have them, and their codes or calls. */
  unlike?: { codes?: Record<string, string[]>; calls?: Record<string, string[]> };
  /** The codes that are measured; all, unless it only hands them on. */
  sample?: Sample;
  /** False where nothing is received for real, or where another's socket does it. */
  receives?: boolean;
  /** False where nothing answers a Close frame, so that no answer is waited for. */
  answers?: boolean;
  /** True where `close` may do nothing at all, so that a pong without a Close frame settles it. */
  swallows?: boolean;
  /** How many connections may be under way at once; 64 unless it cannot bear that. */
  lanes?: number;
  /** Brings it up. */
  start: (bench: Bench) => Subject | Promise<Subject | Unavailable>;
}

/** What a subject is given. */
export interface Bench {
  /** What a client opens as connection `id`: "ws://127.0.0.1:41234/17". */
  url: (id: number) => string;
  /** Takes all that the subject sees. */
  report: (report: Report) => void;
}

/** An implementation that is up and obeys `subject.ts`. */
export interface Subject {
  /** The version that really runs. */
  version: string;
  /** A client's way to open connection `id`, or where a server waits to be dialled: `prefix` stands before the id. */
  connect: ((id: number) => void) | { host: string; prefix?: string };
  stop: () => Promise<void>;
}

/** Why it cannot be measured on this machine, and what to do about it. */
export interface Unavailable {
  unavailable: string;
}
