/** Runs the trials that make a row of the tables. */
import { closeBody, oddCalls, oddEnds } from "./outcomes.ts";
import { sayCall, sayCodeReceived, sayCodeSent, sayEnd, sayEvent, sayReply } from "./outcomes.ts";
import { groupByOutcome } from "./ranges.ts";
import type { Argument } from "./subject.ts";
import type { SendTrial, Trials } from "./trials.ts";

export const CODES = 65_536;

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
}

/** Calls `close(code)` for every code, and the odd calls. */
export async function measureSent(trials: Trials, lanes = 64): Promise<Sent> {
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
  const starts = Array.from({ length: CODES / RUN }, (_, index) => index * RUN);
  await inLanes(lanes, starts, async (start) => {
    for (let code = start; code < start + RUN;) {
      const rest = Array.from({ length: start + RUN - code }, (_, index) => [code + index]);
      const trial = await trials.send(rest);
      for (const thrown of trial.threw) {
        note(code++, { threw: [thrown], returned: false, wire: undefined, closed: undefined });
      }
      if (trial.returned && trial.threw.length === 0) note(code++, trial);
    }
  });

  // And after a throw some might throw without cause: the ends of each range, and each thousandth
  // code, must do the same on a connection of their own; otherwise every code gets one.
  const doubtful = codesAt(sent).filter((code) => sent[code]?.startsWith("throws"));
  const before = [...sent];
  await inLanes(lanes, doubtful, alone);
  if (doubtful.some((code) => sent[code] !== before[code])) {
    await inLanes(
      lanes,
      Array.from({ length: CODES }, (_, code) => code),
      alone,
    );
  }

  return {
    codes: groupByOutcome(sent.entries()),
    closeEvent: groupByOutcome(inOrder(new Map(events))),
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
  codes: readonly number[] = Array.from({ length: CODES }, (_, code) => code),
): Promise<Received> {
  const received = new Map<number, string>();
  const replies = new Map<number, string>();
  await inLanes(lanes, codes, async (code) => {
    const trial = await trials.receive(closeBody(code));
    received.set(code, sayCodeReceived(code, trial));
    replies.set(code, sayReply(code, trial));
  });
  const ends: Record<string, string> = {};
  for (const [end, body] of Object.entries(oddEnds)) ends[end] = sayEnd(await trials.receive(body));
  return {
    codes: groupByOutcome(inOrder(received)),
    reply: groupByOutcome(inOrder(replies)),
    ends,
  };
}

/** The codes at which the outcome changes, on both sides, and each thousandth. */
export function codesAt(outcomes: readonly (string | undefined)[]): number[] {
  return outcomes.flatMap((outcome, code) =>
    code % 1000 === 0 || outcome !== outcomes[code - 1] || outcome !== outcomes[code + 1]
      ? [code]
      : [],
  );
}

const inOrder = (outcomes: Map<number, string>): [number, string][] =>
  [...outcomes].sort(([a], [b]) => a - b);

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
