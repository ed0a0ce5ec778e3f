import type { Rule } from "eslint";
import { isListed, Naming, unnamedCodes, type Sites } from "ws-close-codes-analysis";
import { docsUrl } from "../docs-url.ts";
import { importsOf } from "../imports.ts";
import { messages } from "../messages.ts";
import { nearestManifest } from "../packages.ts";
import { reportSites } from "../report.ts";

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
    let naming: Naming | undefined;
    return reportSites(context, (site, sites) =>
      unnamedCodes(site, sites, () => (naming ??= namingOf(context, sites))),
    );
  },
} satisfies Rule.RuleModule;

function namingOf(context: Rule.RuleContext, sites: Sites): Naming {
  const [given] = context.options as [PreferNamedCloseCodeOptions?];
  const { constants } = { ...defaults, ...given };
  const { sourceCode, languageOptions, filename, cwd } = context;
  let manifest: string | undefined;
  return new Naming(sites, {
    imports: importsOf(sourceCode, languageOptions),
    constants,
    isInstalled: (module) => isListed(module, (manifest ??= nearestManifest(filename, cwd) ?? "")),
  });
}
