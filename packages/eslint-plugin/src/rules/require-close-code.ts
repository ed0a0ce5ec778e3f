import type { Rule } from "eslint";
import { missingCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { report } from "../report.ts";
import { forEachSite } from "../sites.ts";

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
    return forEachSite(context, (site, sites) => {
      for (const one of missingCodes(site, sites)) report(context, one);
    });
  },
} satisfies Rule.RuleModule;
