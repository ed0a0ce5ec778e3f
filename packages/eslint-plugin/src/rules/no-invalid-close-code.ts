import type { Rule } from "eslint";
import { explainSent, judgeSent, type SendVerdict } from "ws-close-codes";
import {
  quote,
  replaceCode,
  swapArguments,
  type Site,
  type Slot,
  type Syntax,
} from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { report, type Suggestion } from "../report.ts";
import { forEachSite, type FileSites } from "../sites.ts";

export const noInvalidCloseCode = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow sending close codes that the API rejects or no endpoint may send",
      recommended: true,
      url: docsUrl("no-invalid-close-code"),
    },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: messages(
      "not-a-code",
      "not-portable",
      "below-1000",
      "http-status",
      "reserved",
      "unassigned",
      "above-4999",
      "endpoint-only",
      "client-only",
      "swapped-arguments",
      "replace-code",
      "swap-arguments",
    ),
  },

  create(context) {
    return forEachSite(context, (site, file) => {
      if (site.role !== "send" || site.expectedToThrow) return;
      const { syntax } = file;
      for (const slot of site.slots) {
        const value = slot.static.known ? slot.static.value : undefined;
        const verdict = judgeSent(value, site.target);
        if (isSwapped(site, slot, verdict, file)) {
          const data = quoteSwapped(site, syntax);
          const suggest = [{ id: "swap-arguments", edits: swapArguments(site, syntax) }] as const;
          report(context, slot.range, { id: "swapped-arguments", data }, { suggest });
        } else if (verdict) {
          const suggest = verdict.instead.flatMap((instead): Suggestion | [] => {
            const edits = replaceCode(site, slot, String(instead), syntax);
            const data = { code: written(value), instead: String(instead) };
            return edits ? { id: "replace-code", data, edits } : [];
          });
          const explanation = explainSent(verdict, quote(site, slot, syntax.text));
          report(context, slot.range, explanation, { suggest });
        }
      }
    });
  },
} satisfies Rule.RuleModule;

/** `close("bye", 4000)`: text where the code should be, and a code that may be sent behind it. */
function isSwapped(
  { node, target, code, reason, slots }: Site,
  slot: Slot,
  verdict: SendVerdict | undefined,
  { syntax, sites }: FileSites,
): boolean {
  if (!code || !reason || slots.length > 1 || syntax.parent(code) !== node) return false;
  const text = slot.static.known
    ? verdict?.fault === "not-a-code" && typeof verdict.code === "string"
    : syntax.look(slot.node).kind === "template";
  const behind = sites.file.constants.valueOf(reason);
  return (
    text &&
    behind.known &&
    typeof behind.value === "number" &&
    !target.profiles.includes("simulated") &&
    judgeSent(behind.value, target) === undefined
  );
}

function quoteSwapped({ method, code, reason }: Site, syntax: Syntax) {
  const args = [code, reason].flatMap((node) => {
    if (!node) return [];
    const { start, end } = syntax.range(node);
    return syntax.text.slice(start, end);
  });
  return {
    call: `${method}(${args.join(", ")})`,
    instead: `${method}(${args.toReversed().join(", ")})`,
  };
}

/** A value as a message shows it. */
function written(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
