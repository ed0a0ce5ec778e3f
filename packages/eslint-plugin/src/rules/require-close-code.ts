import type { Rule } from "eslint";
import { mayHoldSites, missingCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportFile } from "../report.ts";

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
    return reportFile(
      context,
      (sites) => sites.withoutCode().flatMap((site) => missingCodes(site, sites)),
      mayHoldSites,
    );
  },
} satisfies Rule.RuleModule;
