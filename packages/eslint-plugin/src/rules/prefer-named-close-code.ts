import type { Rule } from "eslint";
import { Naming, type NamedCode, type Site } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { importsOf } from "../imports.ts";
import { messages } from "../messages.ts";
import { isInstalled } from "../packages.ts";
import { report, type Suggestion } from "../report.ts";
import { forEachSite } from "../sites.ts";

/** An object of named close codes that a module exports. */
export interface NamedConstants {
  /** What to import it from, as an import statement writes it. */
  readonly module: string;
  /** The name of the export. */
  readonly name: string;
  /** Its members and their codes; those of `CloseCode` in `ws-close-codes` by default. */
  readonly members?: Readonly<Record<string, number>>;
}

/** Options of `prefer-named-close-code`. */
export interface PreferNamedCloseCodeOptions {
  /** Exported objects of named codes to use before `CloseCode` of `ws-close-codes`, best first. */
  readonly constants?: readonly NamedConstants[];
}

const defaults = { constants: [] } satisfies PreferNamedCloseCodeOptions;

export const preferNamedCloseCode = {
  meta: {
    type: "suggestion",
    docs: {
      description: "require a named constant instead of a bare close code",
      recommended: true,
      url: docsUrl("prefer-named-close-code"),
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          constants: {
            type: "array",
            items: {
              type: "object",
              properties: {
                module: {
                  type: "string",
                  minLength: 1,
                  description: "What to import it from, as an import statement writes it.",
                },
                name: { type: "string", minLength: 1, description: "The name of the export." },
                members: {
                  type: "object",
                  additionalProperties: { type: "integer", minimum: 0, maximum: 65535 },
                  description:
                    "Its members and their codes; those of `CloseCode` in `ws-close-codes` by default.",
                },
              },
              required: ["module", "name"],
              additionalProperties: false,
            },
            description:
              "Exported objects of named codes to use before `CloseCode` of `ws-close-codes`, best first.",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: messages("prefer-named", "use-name", "import-name"),
  },

  create(context) {
    const [options = {}] = context.options as [PreferNamedCloseCodeOptions?];
    const { constants = defaults.constants } = options;
    const { sourceCode, filename, cwd } = context;
    let naming: Naming | undefined;
    return forEachSite(context, (site, { sites }) => {
      if (!isNameable(site)) return;
      for (const slot of site.slots) {
        if (!slot.bare) continue;
        naming ??= new Naming(sites, {
          imports: importsOf(sourceCode),
          constants,
          isInstalled: (module) => isInstalled(module, filename, cwd),
        });
        const names = naming.namesOf(site, slot);
        const [best] = names;
        if (!best) continue;
        const code = sourceCode.text.slice(slot.range.start, slot.range.end);
        const explanation = { id: "prefer-named", data: { name: best.expression, code } } as const;
        const certain = names.length === 1 && !best.from;
        const remedies = certain
          ? { fix: best.edits }
          : { suggest: names.map((name) => suggestion(name, code)) };
        report(context, slot.range, explanation, remedies);
      }
    });
  },
} satisfies Rule.RuleModule;

/** A bound of a range is no code: `code >= 3000` has nothing to do with Unauthorized. */
function isNameable({ role, form, evidence }: Site): boolean {
  return role === "send" || (role === "receive" && form !== "range" && evidence !== "convention");
}

function suggestion({ expression, from, edits }: NamedCode, code: string): Suggestion {
  const data = { name: expression, code };
  if (!from) return { id: "use-name", data, edits };
  return { id: "import-name", data: { ...data, module: from.module }, edits };
}
