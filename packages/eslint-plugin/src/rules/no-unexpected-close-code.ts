import type { Rule } from "eslint";
import { explainReceived, judgeReceived, type ReceiveFault } from "ws-close-codes";
import { quote, replaceCode, type Form, type Site, type Slot } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { report, type Suggestion } from "../report.ts";
import { forEachSite } from "../sites.ts";

/** Where a code is asked for by its value. */
const EQUALITY: ReadonlySet<Form> = new Set(["comparison", "switch", "membership"]);
const LOOSE: ReadonlySet<string | undefined> = new Set(["==", "!="]);

export const noUnexpectedCloseCode = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow comparing a received close code with what no peer sends",
      recommended: true,
      url: docsUrl("no-unexpected-close-code"),
    },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: messages("never-sent", "impossible", "replace-code"),
  },

  create(context) {
    return forEachSite(context, (site, { syntax }) => {
      if (site.role !== "receive" || site.evidence === "convention") return;
      for (const slot of site.slots) {
        if (!slot.static.known) continue;
        const { value } = slot.static;
        const fault = faultOf(value, site);
        if (!fault) continue;
        // `"999"` is never sent either where `==` makes a number of it.
        const code = fault === "never-sent" ? Number(value) : value;
        const explanation = explainReceived(fault, code, quote(site, slot, syntax.text));
        const suggest = asNumber(site, slot).flatMap((instead): Suggestion | [] => {
          const edits = replaceCode(site, slot, instead, syntax);
          const data = { code: JSON.stringify(value), instead };
          return edits ? { id: "replace-code", data, edits } : [];
        });
        report(context, slot.range, explanation, { suggest });
      }
    });
  },
} satisfies Rule.RuleModule;

function faultOf(value: unknown, { form, operator }: Site): ReceiveFault | undefined {
  if (EQUALITY.has(form)) return judgeReceived(LOOSE.has(operator) ? coerced(value) : value);
  // A bound may be any number, and a string is compared as the number that it spells.
  return form === "range" && typeof value === "string" && Number.isNaN(Number(value))
    ? "impossible"
    : undefined;
}

/** What `==` and `!=` compare a number with. */
function coerced(value: unknown): unknown {
  return value === undefined || value === null ? value : Number(value);
}

/** `"1006"` was meant to be 1006. */
function asNumber({ form }: Site, { static: s }: Slot): readonly string[] {
  if (form === "range" || !s.known || typeof s.value !== "string") return [];
  return /^\d{4}$/u.test(s.value) && judgeReceived(Number(s.value)) === undefined ? [s.value] : [];
}
