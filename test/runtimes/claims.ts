/** What the profiles claim of an implementation, held against what it did. */
import { isSendable, profiles } from "ws-close-codes";
import type { Implementation } from "./implementation.ts";
import type { Sent } from "./measure.ts";
import { groupByOutcome, inRanges, outcomesByCode } from "./ranges.ts";

/**
 * Finds where an implementation does not do as its profile says. Each sentence names it, the codes,
 * what we claim, and what it did.
 */
export function contradictions(
  { name, profile, alsoSends = [], insteadOfThrowing = "throws" }: Implementation,
  version: string,
  sent: Sent,
): string[] {
  const { outcome: otherwise } = profiles[profile];
  const outcomes = outcomesByCode(sent.codes);
  const wrong: [number, string][] = [];
  for (const [code, did = "not measured"] of outcomes.entries()) {
    const sends = isSendable(code, profile) || inRanges(code, alsoSends);
    const claim = sends ? "is sent" : otherwise === "throws" ? insteadOfThrowing : "does not throw";
    const holds = sends
      ? did.startsWith("sent")
      : otherwise === "throws"
        ? did.startsWith(insteadOfThrowing)
        : !did.startsWith("throws");
    if (!holds) wrong.push([code, `profile "${profile}" claims: ${claim}; in fact: ${did}`]);
  }
  return Object.entries(groupByOutcome(wrong)).map(
    ([what, ranges]) => `${name} ${version}, close(${ranges.join(", ")}): ${what}.`,
  );
}
