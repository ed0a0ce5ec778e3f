import type { Rule } from "eslint";
import { en } from "ws-close-codes";
import { misnamedCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportSites } from "../report.ts";

export const noMisnamedCloseCode = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow naming a close code like another one",
      recommended: true,
      url: docsUrl("no-misnamed-close-code"),
    },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: messages("misnamed", "misnamed-unassigned", "misnamed-registered", "replace-code"),
  },

  create(context) {
    return reportSites(context, (site, sites) => misnamedCodes(site, sites, en));
  },
} satisfies Rule.RuleModule;
