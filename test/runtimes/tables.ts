/** The committed tables: what was measured, of which version, and when. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import type { Implementation } from "./implementation.ts";
import type { Received, Sent } from "./measure.ts";

export interface Row {
  name: string;
  version: string;
  side: "client" | "server";
  /** Whose socket it closes, if it has none of its own. */
  over?: "undici" | "ws";
  /** The day it was measured, in UTC. */
  date: string;
  /** Which codes were measured; where that is not every code, ranges bridge what lies between. */
  measured: string;
}

export interface Tables {
  send: (Row & Sent)[];
  receive: (Row & Received)[];
}

const folder = new URL("../../packages/close-codes/runtimes/", import.meta.url);

export function readTable<Side extends keyof Tables>(side: Side): Tables[Side] {
  const file = new URL(`${side}.json`, folder);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Tables[Side])
    : ([] as Tables[Side]);
}

/** Puts what was measured in place of what the table had for that implementation. */
export async function writeRow<Side extends keyof Tables>(
  side: Side,
  { name, side: end, over }: Implementation,
  version: string,
  measured: string,
  outcomes: Side extends "send" ? Sent : Received,
  order: readonly string[],
): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const row = { name, version, side: end, ...(over && { over }), date, measured, ...outcomes };
  const rows = [...readTable(side).filter((other) => other.name !== name), row];
  rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  mkdirSync(folder, { recursive: true });
  const text = await format(JSON.stringify(rows), { parser: "json", printWidth: 100 });
  writeFileSync(new URL(`${side}.json`, folder), text);
}
