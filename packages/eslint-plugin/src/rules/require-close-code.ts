import type { Rule } from "eslint";
import { missingCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportSites } from "../report.ts";

export const requireCloseCode = {
  meta: {
    type: "suggestion",
    docs: {
      description: "require a code in every close",
      recommended: false,
      url: docsUrl("require-close-code"),
    },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: messages("without-code", "send-normal"),
  },

  create(context) {
    return reportSites(context, (site, sites) => missingCodes(site, sites));
  },
} satisfies Rule.RuleModule;
