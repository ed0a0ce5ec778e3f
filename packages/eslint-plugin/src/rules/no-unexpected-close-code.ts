import type { Rule } from "eslint";
import { en } from "ws-close-codes";
import { unexpectedCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { report } from "../report.ts";
import { forEachSite } from "../sites.ts";

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
    return forEachSite(context, (site, sites) => {
      for (const one of unexpectedCodes(site, sites, en)) report(context, one);
    });
  },
} satisfies Rule.RuleModule;
