import type { Rule } from "eslint";
import { explainLibraryRange, privateUseFor, rangeOf, registeredCode } from "ws-close-codes";
import { quote, replaceCode } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { report, type Suggestion } from "../report.ts";
import { forEachSite } from "../sites.ts";

/** Options of `no-library-range-close-code`. */
export interface NoLibraryRangeCloseCodeOptions {
  /** Codes of 3000-3999 that this project may send; none by default. */
  readonly allow?: readonly number[];
  /** Whether the codes that IANA has registered may be sent; they may not by default. */
  readonly allowRegistered?: boolean;
}

const defaults = { allow: [], allowRegistered: false } satisfies NoLibraryRangeCloseCodeOptions;

export const noLibraryRangeCloseCode = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow sending the close codes of libraries (3000-3999) from applications",
      recommended: true,
      url: docsUrl("no-library-range-close-code"),
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          allow: {
            type: "array",
            items: { type: "integer", minimum: 3000, maximum: 3999 },
            uniqueItems: true,
            description: "Codes of 3000-3999 that this project may send.",
          },
          allowRegistered: {
            type: "boolean",
            description:
              "Whether codes that IANA has registered (3000, 3003 and 3008) may be sent, in the meaning that they have there.",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: messages("library-range", "library-range-registered", "replace-code"),
  },

  create(context) {
    const [options = {}] = context.options as [NoLibraryRangeCloseCodeOptions?];
    const { allow = defaults.allow, allowRegistered = defaults.allowRegistered } = options;
    return forEachSite(context, (site, { syntax }) => {
      if (site.role !== "send" || site.target.profiles.includes("simulated")) return;
      for (const slot of site.slots) {
        const code = slot.static.known ? slot.static.value : undefined;
        if (typeof code !== "number" || rangeOf(code)?.id !== "library") continue;
        if ((allowRegistered && registeredCode(code)) || allow.includes(code)) continue;
        const instead = String(privateUseFor(code));
        const edits = replaceCode(site, slot, instead, syntax);
        const data = { code: String(code), instead };
        const suggest: Suggestion[] = edits ? [{ id: "replace-code", data, edits }] : [];
        const call = quote(site, slot, syntax.text);
        report(context, slot.range, explainLibraryRange(code, call), { suggest });
      }
    });
  },
} satisfies Rule.RuleModule;
