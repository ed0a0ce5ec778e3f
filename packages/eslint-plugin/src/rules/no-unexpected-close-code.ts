import type { Rule } from "eslint";
import { en } from "ws-close-codes";
import { unexpectedCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportSites } from "../report.ts";

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
    return reportSites(context, (site, sites) => unexpectedCodes(site, sites, en));
  },
} satisfies Rule.RuleModule;
