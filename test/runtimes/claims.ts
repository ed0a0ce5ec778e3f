/** What we tell users of a library, held against what it did. */
import { explainReason, judgeSent } from "ws-close-codes";
import type { SendVerdict, Target } from "ws-close-codes";
import type { Implementation } from "./implementation.ts";
import { saysNoCode, targetIn } from "./judgement.ts";
import type { Sent } from "./measure.ts";
import { oddCalls } from "./outcomes.ts";
import { groupByOutcome, outcomesByCode } from "./ranges.ts";
import { valueOf } from "./subject.ts";

/**
 * Finds where an implementation does not do as we say of a program that uses it. Each sentence names
 * it, the call, what we claim, and what it did.
 */
export function contradictions(
  { name, program, runtime, unlike = {} }: Implementation,
  version: string,
  sent: Pick<Sent, "codes" | "calls">,
): string[] {
  const target = targetIn(program, runtime);
  const known = outcomesByCode(unlike.codes ?? {});
  const wrong: [number, string][] = [];
  for (const [code, did] of outcomesByCode(sent.codes).entries()) {
    const claim = known[code] ?? claimOn(code, target);
    if (!holds(claim, did)) wrong.push([code, contradiction(claim, did)]);
  }
  const codes = Object.entries(groupByOutcome(wrong)).map(
    ([what, ranges]) => `${name} ${version}, close(${ranges.join(", ")}): ${what}`,
  );
  const calls = Object.entries(oddCalls).flatMap(([call, args]) => {
    const claim =
      args.length === 0
        ? saysNoCode(program, runtime)
          ? "sends no code"
          : undefined
        : (simplified(call, unlike.calls) ?? claimOnCall(args.map(valueOf), target));
    const did = sent.calls[call];
    return holds(claim, did) ? [] : [`${name} ${version}, ${call}: ${contradiction(claim, did)}`];
  });
  return [...codes, ...calls];
}

const simplified = (call: string, calls: Record<string, string[]> = {}): Claim =>
  Object.keys(calls).find((outcome) => calls[outcome]?.includes(call));

/** An outcome as the tables have it, or its beginning; undefined where nothing is claimed. */
type Claim = string | undefined;

const holds = (claim: Claim, did: string | undefined): boolean =>
  did !== undefined && (claim === undefined || did === claim || did.startsWith(`${claim},`));

const contradiction = (claim: Claim, did = "not measured"): string =>
  `we claim "${claim ?? "anything"}", in fact "${did}".`;

function claimOn(code: unknown, target: Target): Claim {
  const verdict = judgeSent(code, target);
  if (verdict !== undefined) return outcomes[verdict.outcome](verdict);
  // Of several that it may be, the one that was run need not be the one that takes the code.
  return target.profiles.length === 1 ? "sent" : undefined;
}

/** What stands for each outcome in the tables. */
const outcomes: Record<SendVerdict["outcome"], (verdict: SendVerdict) => Claim> = {
  throws: ({ error }) => (error === undefined ? undefined : `throws ${error}`),
  "illegal-frame": () => "sent",
  "throws-or-illegal-frame": () => undefined,
  "empty-frame": () => "sends no code",
  swallowed: () => "nothing happens",
  sent: () => "sent",
  varies: () => undefined,
};

function claimOnCall([code, reason]: unknown[], target: Target): Claim {
  if (code === undefined) return undefined;
  if (judgeSent(code, target) !== undefined) return claimOn(code, target);
  const bytes = typeof reason === "string" ? Buffer.byteLength(reason) : 0;
  if (bytes <= 123) return undefined;
  const { message } = explainReason({ fault: "too-long", bytes, target }, "close()");
  return /throws? \w+/.exec(message)?.[0].replace("throw ", "throws ");
}
