/** Runs the trials that make a row of the tables. */
import { closeBody, oddCalls, oddEnds } from "./outcomes.ts";
import { sayCall, sayCodeReceived, sayCodeSent, sayEnd, sayEvent, sayReply } from "./outcomes.ts";
import { groupByOutcome, outcomesByCode } from "./ranges.ts";
import type { Argument } from "./subject.ts";
import type { SendTrial, Trials } from "./trials.ts";

/** Which codes to measure. */
export interface Sample {
  codes: readonly number[];
  /** The same in words, for the tables. */
  words: string;
}

const every = (count: number, step = 1): number[] =>
  Array.from({ length: count }, (_, index) => index * step);

export const allCodes: Sample = { codes: every(65_536), words: "every code" };

/** A tenth of the work: beyond 5119 no implementation is known to treat one code unlike the next. */
export const someCodes: Sample = {
  codes: [...new Set([...every(5_120), ...every(1_024, 64), 65_535])].sort((a, b) => a - b),
  words: "0-5119, every 64th code beyond, and 65535",
};

/** Enough for what hands a code on to another's socket. */
export const edges: Sample = {
  codes: [
    ...[0, 1, 500, 999],
    ...every(17).map((code) => 1000 + code),
    ...[2000, 2999, 3000, 3001, 3999, 4000, 4001, 4999, 5000, 5001, 65_534, 65_535],
  ],
  words: "the ends of each range",
};

/** What became of everything that was sent. Keys are outcomes, values are ranges of codes. */
export interface Sent {
  codes: Record<string, string[]>;
  /** The sender's own close event for the codes that went out, when the peer echoes them. */
  closeEvent: Record<string, string[]>;
  /** Odd calls of `close` and what became of them. */
  calls: Record<string, string>;
}

/** What became of everything that was received. */
export interface Received {
  codes: Record<string, string[]>;
  /** The code in the Close frame that the receiver answers with. */
  reply: Record<string, string[]>;
  /** What is no code. */
  ends: Record<string, string>;
  /** What a client sees where no connection comes about. */
  failures?: Record<string, string>;
}

/** Calls `close(code)` for every code, and the odd calls. */
export async function measureSent(
  trials: Trials,
  lanes = 64,
  codes: readonly number[] = allCodes.codes,
): Promise<Sent> {
  const sent: string[] = [];
  const events: [number, string][] = [];
  const note = (code: number, trial: SendTrial): void => {
    sent[code] = sayCodeSent(code, trial);
    if (trial.wire !== undefined) events.push([code, sayEvent(code, trial.closed)]);
  };
  const alone = async (code: number): Promise<void> => {
    note(code, await trials.send([[code]]));
  };

  // A call that throws leaves the connection open, so one connection serves a run of such codes. But
  // after a throw some libraries say nothing more: a call that then returns is made again on a
  // connection of its own.
  const RUN = 256;
  await inLanes(lanes, every(Math.ceil(codes.length / RUN), RUN), async (start) => {
    const run = codes.slice(start, start + RUN);
    for (let at = 0; at < run.length;) {
      const trial = await trials.send(run.slice(at).map((code) => [code]));
      for (const thrown of trial.threw) {
        const alike = { threw: [thrown], returned: false, wire: undefined, closed: undefined };
        note(run[at++] ?? 0, alike);
      }
      if (trial.returned && trial.threw.length === 0) note(run[at++] ?? 0, trial);
    }
  });

  // And after a throw some might throw without cause: the ends of each range, and each thousandth
  // code, must do the same on a connection of their own; otherwise every code gets one.
  const doubtful = codesAt(outcomesByCode(groupByOutcome(between(sent, codes)))).filter((code) =>
    sent[code]?.startsWith("throws"),
  );
  const before = [...sent];
  await inLanes(lanes, doubtful, alone);
  if (doubtful.some((code) => sent[code] !== before[code])) {
    await inLanes(lanes, codes, alone);
  }

  return {
    codes: groupByOutcome(between(sent, codes)),
    closeEvent: groupByOutcome(between(fromEntries(events), codes)),
    calls: await measureCalls(trials),
  };
}

async function measureCalls(trials: Trials): Promise<Record<string, string>> {
  const calls: Record<string, string> = {};
  for (const [call, args] of Object.entries<Argument[]>(oddCalls)) {
    calls[call] = sayCall(await trials.send([args]));
  }
  return calls;
}

/** Has the peer send each of these codes, and the odd ends. */
export async function measureReceived(
  trials: Trials,
  lanes = 64,
  codes: readonly number[] = allCodes.codes,
): Promise<Received> {
  const received: string[] = [];
  const replies: string[] = [];
  await inLanes(lanes, codes, async (code) => {
    const trial = await trials.receive(closeBody(code));
    received[code] = sayCodeReceived(code, trial);
    replies[code] = sayReply(code, trial);
  });
  const ends: Record<string, string> = {};
  for (const [end, body] of Object.entries(oddEnds)) ends[end] = sayEnd(await trials.receive(body));
  return {
    codes: groupByOutcome(between(received, codes)),
    reply: groupByOutcome(between(replies, codes)),
    ends,
    ...(await measureFailures(trials)),
  };
}

export async function measureFailures({
  fail,
  inVain,
}: Trials): Promise<Pick<Received, "failures">> {
  if (fail === undefined) return {};
  const failures: Record<string, string> = {};
  for (const [why, url] of Object.entries(inVain)) {
    failures[why] = sayEnd({ closed: await fail(url) });
  }
  return { failures };
}

/** The codes at which the outcome changes, on both sides, and each thousandth. */
export function codesAt(outcomes: readonly (string | undefined)[]): number[] {
  return outcomes.flatMap((outcome, code) =>
    code % 1000 === 0 || outcome !== outcomes[code - 1] || outcome !== outcomes[code + 1]
      ? [code]
      : [],
  );
}

/** Fills what lies between two measured codes of the same outcome; `codes` ascend. */
function* between(
  outcomes: readonly (string | undefined)[],
  codes: readonly number[],
): Generator<[number, string]> {
  for (const [index, code] of codes.entries()) {
    const outcome = outcomes[code];
    if (outcome === undefined) continue;
    const next = codes[index + 1] ?? code;
    const end = outcomes[next] === outcome ? next : code + 1;
    for (let filled = code; filled < Math.max(end, code + 1); filled++) yield [filled, outcome];
  }
}

function fromEntries(entries: readonly [number, string][]): string[] {
  const outcomes: string[] = [];
  for (const [code, outcome] of entries) outcomes[code] = outcome;
  return outcomes;
}

async function inLanes<T>(
  lanes: number,
  tasks: readonly T[],
  run: (task: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < tasks.length) await run(tasks[next++] as T);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
