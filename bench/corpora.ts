/**
 * The programs that are measured on: npm packages that ship their sources.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One package's sources. */
export interface Corpus {
  readonly name: string;
  /** Whether it speaks WebSocket, and much of what is measured is about sites. */
  readonly webSockets: boolean;
  readonly files: readonly SourceFile[];
}

/** One file of a corpus. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const folders: readonly (readonly [folder: string, webSockets: boolean])[] = [
  ["@babylonjs/core", false],
  ["effect/src", false],
  ["rxjs/src", false],
  ["@effect/platform/src", true],
  ["@hocuspocus/provider/src", true],
  ["@supabase/realtime-js/src", true],
  ["@trpc/client/src", true],
  ["@trpc/server/src", true],
  ["discord.js/src", true],
  ["engine.io/build", true],
  ["faye-websocket/lib", true],
  ["graphql-ws/dist", true],
  ["jsdom/lib", true],
  ["phoenix/assets", true],
  ["puppeteer-core/src", true],
  ["socket.io/dist", true],
  ["undici/lib", true],
  ["ws/lib", true],
];

const SOURCE = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** Where the bench's own packages are installed. */
export const modules = path.join(import.meta.dirname, "node_modules");

/** Reads every corpus. */
export function readCorpora(): readonly Corpus[] {
  return folders.map(([folder, webSockets]) => {
    const files = [...sourcesIn(path.join(modules, folder))].map(readSource);
    if (files.length === 0) throw new Error(`No sources in ${folder}.`);
    return { name: folder.replace(/\/(?:assets|build|dist|lib|src)$/, ""), webSockets, files };
  });
}

function* sourcesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules") yield* sourcesIn(full);
    } else if (SOURCE.test(entry.name)) yield full;
  }
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, "utf8");
  return { path: file, text, lines: text.split("\n").length };
}
