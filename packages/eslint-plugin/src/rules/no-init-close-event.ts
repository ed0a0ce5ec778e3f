import type { Rule } from "eslint";
import { initCloseEvents } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { messages } from "../messages.ts";
import { reportFile } from "../report.ts";

export const noInitCloseEvent = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow `initCloseEvent()`, which was removed from the platform",
      recommended: true,
      url: docsUrl("no-init-close-event"),
    },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: messages("init-close-event", "construct-close-event"),
  },

  create(context) {
    return reportFile(context, initCloseEvents);
  },
} satisfies Rule.RuleModule;
