/** One shape for everything that is measured. Each file in `implementations/` fills it in, once per part. */
import type { Profile } from "ws-close-codes";
import type { Report } from "./subject.ts";

export interface Implementation {
  /** As people call it, with its part where it has two: "ws server". */
  name: string;
  /** Which end of the connection it is. */
  side: "client" | "server";
  /** The profile that we claim for it. */
  profile: Profile;
  /** Codes it sends beyond its profile, as ranges: `["1016-2999"]`. */
  alsoSends?: string[];
  /** What it does, in the words of the tables, with a code that others of its profile throw at. */
  insteadOfThrowing?: string;
  /** False where nothing real is received. */
  receives?: boolean;
  /** How many ms without a sign from it count as silence; 10,000 unless it is known to stay silent. */
  patience?: number;
  /** How many connections may be under way at once; 64 unless it cannot bear that. */
  lanes?: number;
  /** Brings it up. */
  start: (bench: Bench) => Subject | Promise<Subject | Unavailable>;
}

/** What a subject is given. */
export interface Bench {
  /** Where a client opens connection `id`: "127.0.0.1:41234". */
  host: (id: number) => string;
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
