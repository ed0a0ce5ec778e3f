import type { Rule } from "eslint";
import { en } from "ws-close-codes";
import { invalidReasons } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportSites } from "../report.ts";

/** Options of `no-invalid-close-reason`. */
export interface NoInvalidCloseReasonOptions {
  /** Whether reasons are reported that may have any length, like `error.message`; not by default. */
  readonly checkUnbounded?: boolean;
}

const defaults = { checkUnbounded: false } satisfies NoInvalidCloseReasonOptions;

export const noInvalidCloseReason = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow close reasons that do not fit into a Close frame",
      recommended: true,
      url: docsUrl("no-invalid-close-reason"),
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          checkUnbounded: {
            type: "boolean",
            description:
              "Whether reasons are reported that may have any length, such as `error.message`.",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: messages(
      "reason-too-long",
      "reason-without-code",
      "reason-in-characters",
      "reason-unbounded",
      "replace-code",
      "cut-by-bytes",
    ),
  },

  create(context) {
    const [given] = context.options as [NoInvalidCloseReasonOptions?];
    const options = { ...defaults, ...given };
    return reportSites(context, (site, sites) => invalidReasons(site, sites, en, options));
  },
} satisfies Rule.RuleModule;
