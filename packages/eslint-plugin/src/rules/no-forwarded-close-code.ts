import type { Rule } from "eslint";
import { en } from "ws-close-codes";
import { forwardedCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportSites } from "../report.ts";

export const noForwardedCloseCode = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow passing on a received close code without a guard",
      recommended: true,
      url: docsUrl("no-forwarded-close-code"),
    },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: messages("forwarded", "guard-code"),
  },

  create(context) {
    return reportSites(context, (site, sites) => forwardedCodes(site, sites, en));
  },
} satisfies Rule.RuleModule;
