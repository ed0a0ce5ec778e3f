import type { Rule } from "eslint";
import { en } from "ws-close-codes";
import { invalidCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportSites } from "../report.ts";

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
    return reportSites(context, (site, sites) => invalidCodes(site, sites, en));
  },
} satisfies Rule.RuleModule;
