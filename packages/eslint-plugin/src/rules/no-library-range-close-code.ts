import type { Rule } from "eslint";
import { en } from "ws-close-codes";
import { libraryRangeCodes } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportSites } from "../report.ts";

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
    const [given] = context.options as [NoLibraryRangeCloseCodeOptions?];
    const options = { ...defaults, ...given };
    return reportSites(context, (site, sites) => libraryRangeCodes(site, sites, en, options));
  },
} satisfies Rule.RuleModule;
