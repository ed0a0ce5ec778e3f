/**
 * Runs everything that runs on this machine, all 65,536 codes in both directions, and holds it against
 * what we say of it. `npm run test:runtimes -- -t Deno` runs one; with `-u` it writes the tables. That
 * takes minutes each; RUNTIMES_SAMPLE=1 in the environment tries a tenth of the codes.
 */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { contradictions } from "./claims.ts";
import { implementations } from "./implementations/index.ts";
import { allCodes, measureReceived, measureSent, someCodes } from "./measure.ts";
import { readTable, writeRow } from "./tables.ts";
import { startTrials } from "./trials.ts";
import type { Trials } from "./trials.ts";

const sample = process.env.RUNTIMES_SAMPLE === undefined ? allCodes : someCodes;
const order = implementations.map(({ name }) => name);

describe.each(implementations.map((each) => [each.name, each] as const))(
  "%s",
  (_, implementation) => {
    const { codes, words } = implementation.sample ?? sample;
    let trials: Trials | undefined;
    let unavailable = "";
    beforeAll(async () => {
      const started = await startTrials(implementation);
      if ("unavailable" in started) unavailable = started.unavailable;
      else trials = started;
    });
    afterAll(() => trials?.stop());

    test("sends what we say", async (context) => {
      if (trials === undefined) return context.skip(unavailable);
      const sent = await measureSent(trials, implementation.lanes, codes);
      if (inject("write"))
        await writeRow("send", implementation, trials.version, words, sent, order);
      expect(contradictions(implementation, trials.version, sent)).toEqual([]);
      expect(readTable("send").find(({ name }) => name === implementation.name)).toMatchObject(
        sent,
      );
    });

    test.skipIf(implementation.receives === false)(
      "receives what the table says",
      async (context) => {
        if (trials === undefined) return context.skip(unavailable);
        const received = await measureReceived(trials, implementation.lanes, codes);
        if (inject("write"))
          await writeRow("receive", implementation, trials.version, words, received, order);
        expect(readTable("receive").find(({ name }) => name === implementation.name)).toMatchObject(
          received,
        );
      },
    );
  },
);
