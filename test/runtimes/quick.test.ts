/**
 * What needs nothing but `npm ci`, in every test run: the ends of each range are sent for real
 * and held against what we say of them, and the committed tables are held against what happens here.
 * `npm run test:runtimes` measures everything and writes the tables.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contradictions } from "./claims.ts";
import { jsdom } from "./implementations/jsdom.ts";
import { undici } from "./implementations/undici.ts";
import { wsClient, wsServer } from "./implementations/ws.ts";
import { codesAt, measureReceived, measureSent } from "./measure.ts";
import { outcomesByCode } from "./ranges.ts";
import { readTable } from "./tables.ts";
import { startTrials } from "./trials.ts";
import type { Trials } from "./trials.ts";

const MINUTES = 60_000; // It takes seconds; a busy machine may need more.

describe.each([wsClient, wsServer, undici, jsdom].map((each) => [each.name, each] as const))(
  "%s",
  { timeout: 10 * MINUTES },
  (_, implementation) => {
    let trials: Trials;
    beforeAll(async () => {
      const started = await startTrials(implementation);
      if ("unavailable" in started) throw new Error(started.unavailable);
      trials = started;
    });
    afterAll(() => trials.stop());

    test("sends what we say, and what the table says", async () => {
      const row = readTable("send").find(({ name }) => name === implementation.name);
      if (row === undefined)
        throw new Error("packages/close-codes/runtimes/send.json has no such row");
      const codes = codesAt(outcomesByCode(row.codes));
      const sent = await measureSent(trials, 64, codes);
      expect(contradictions(implementation, trials.version, sent)).toEqual([]);
      expect(row).toMatchObject(sent);
    });

    test("receives what the table says, at each end of its ranges and between", async () => {
      const row = readTable("receive").find(({ name }) => name === implementation.name);
      if (row === undefined)
        throw new Error("packages/close-codes/runtimes/receive.json has no such row");
      const edges = [row.codes, row.reply].flatMap((groups) => codesAt(outcomesByCode(groups)));
      const codes = [...new Set(edges)].sort((a, b) => a - b);
      expect(row).toMatchObject(await measureReceived(trials, 64, codes));
    });
  },
);
