/**
 * The programs that are measured on: npm packages that ship their sources.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One package's sources. */
export interface Corpus {
  readonly name: string;
  /** Whether it speaks WebSocket. */
  readonly webSockets: boolean;
  readonly files: readonly SourceFile[];
}

/** One file of a corpus; its text is read whenever it is asked for, and not kept. */
export interface SourceFile {
  readonly path: string;
  readonly read: () => string;
}

const silent = ["@babylonjs/core", "effect/src", "rxjs/src"];
const speaking = [
  "@effect/platform/src",
  "@hocuspocus/provider/src",
  "@supabase/realtime-js/src",
  "@trpc/client/src",
  "@trpc/server/src",
  "discord.js/src",
  "engine.io/build",
  "faye-websocket/lib",
  "graphql-ws/dist",
  "jsdom/lib",
  "phoenix/assets",
  "puppeteer-core/src",
  "socket.io/dist",
  "undici/lib",
  "ws/lib",
];

/** Of packages without WebSockets, which are large, only every so many files are measured. */
const SHARE = 3;

const SOURCE = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** Where the bench's own packages are installed. */
export const modules = path.join(import.meta.dirname, "node_modules");

/** The packages that speak WebSocket, whole, and a third of the files of those that do not. */
export function readCorpora(): readonly Corpus[] {
  return [
    ...silent.map((folder) => readCorpus(folder, false, SHARE)),
    ...speaking.map((folder) => readCorpus(folder, true, 1)),
  ];
}

/** The packages that have at least so many files, and speak WebSocket. */
export function readCorpus(folder: string, webSockets: boolean, share = 1): Corpus {
  const all = [...sourcesIn(path.join(modules, folder))].toSorted();
  if (all.length === 0) throw new Error(`No sources in ${folder}.`);
  const files = everyNth(all, share).map((file) => ({
    path: file,
    read: () => readFileSync(file, "utf8"),
  }));
  return { name: folder.replace(/\/(?:assets|build|dist|lib|src)$/, ""), webSockets, files };
}

/** Every so many-th of a list. */
export function everyNth<T>(list: readonly T[], n: number): readonly T[] {
  return list.filter((_, i) => i % n === 0);
}

function* sourcesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules") yield* sourcesIn(full);
    } else if (SOURCE.test(entry.name)) yield full;
  }
}
