import type { ESLint, Linter } from "eslint";
import manifest from "../package.json" with { type: "json" };
import { noInvalidCloseCode } from "./rules/no-invalid-close-code.ts";
import { noLibraryRangeCloseCode } from "./rules/no-library-range-close-code.ts";
import { noUnexpectedCloseCode } from "./rules/no-unexpected-close-code.ts";
import { preferNamedCloseCode } from "./rules/prefer-named-close-code.ts";

export type { NoLibraryRangeCloseCodeOptions } from "./rules/no-library-range-close-code.ts";
export type { PreferNamedCloseCodeOptions } from "./rules/prefer-named-close-code.ts";
export type { ExportedConstants } from "ws-close-codes-analysis";
export type { CloseCodeSettings } from "./settings.ts";

const rules = {
  "no-invalid-close-code": noInvalidCloseCode,
  "no-library-range-close-code": noLibraryRangeCloseCode,
  "no-unexpected-close-code": noUnexpectedCloseCode,
  "prefer-named-close-code": preferNamedCloseCode,
} satisfies ESLint.Plugin["rules"];

type Severities = Partial<Record<keyof typeof rules, Linter.StringSeverity>>;

const plugin = {
  meta: { name: manifest.name, version: manifest.version, namespace: "ws-close-codes" },
  rules,
  configs: {
    /** Codes at fault are errors; a bare number that has a name is a warning. */
    get recommended() {
      return config("recommended", {
        "no-invalid-close-code": "error",
        "no-library-range-close-code": "error",
        "no-unexpected-close-code": "error",
        "prefer-named-close-code": "warn",
      });
    },
    /** Every rule, as an error. */
    get strict() {
      return config("strict", {
        "no-invalid-close-code": "error",
        "no-library-range-close-code": "error",
        "no-unexpected-close-code": "error",
        "prefer-named-close-code": "error",
      });
    },
    /** For libraries, behind another config: they may send the codes that they have registered. */
    get library() {
      return config("library", { "no-library-range-close-code": "off" });
    },
  },
} satisfies ESLint.Plugin;

function config(name: string, severities: Severities): Linter.Config {
  return {
    name: `ws-close-codes/${name}`,
    plugins: { "ws-close-codes": plugin },
    rules: Object.fromEntries(
      Object.entries(severities).map(([rule, severity]) => [`ws-close-codes/${rule}`, severity]),
    ),
  };
}

export default plugin;
