/** What the profiles claim of an implementation, held against what it did. */
import { isSendable, profiles } from "ws-close-codes";
import type { Implementation } from "./implementation.ts";
import type { Sent } from "./measure.ts";
import { groupByOutcome, outcomesByCode } from "./ranges.ts";

/**
 * Finds where an implementation does not do as its profile says. Each sentence names it, the codes,
 * what we claim, and what it did.
 */
export function contradictions(
  { name, profile, unlike = {} }: Implementation,
  version: string,
  sent: Sent,
): string[] {
  const known = outcomesByCode(unlike);
  const throws = profiles[profile].outcome === "throws";
  const wrong: [number, string][] = [];
  for (const [code, did = "not measured"] of outcomesByCode(sent.codes).entries()) {
    const claim = known[code] ?? (isSendable(code, profile) ? "sent" : throws ? "throws" : "any");
    const holds = claim === "any" ? !did.startsWith("throws") : did.startsWith(claim);
    if (!holds) wrong.push([code, `profile "${profile}" claims "${claim}", in fact "${did}"`]);
  }
  return Object.entries(groupByOutcome(wrong)).map(
    ([what, ranges]) => `${name} ${version}, close(${ranges.join(", ")}): ${what}.`,
  );
}
