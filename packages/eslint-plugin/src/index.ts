import type { ESLint, Linter, Rule } from "eslint";
import manifest from "../package.json" with { type: "json" };
import { noForwardedCloseCode } from "./rules/no-forwarded-close-code.ts";
import { noInitCloseEvent } from "./rules/no-init-close-event.ts";
import { noInvalidCloseCode } from "./rules/no-invalid-close-code.ts";
import { noInvalidCloseReason } from "./rules/no-invalid-close-reason.ts";
import { noLibraryRangeCloseCode } from "./rules/no-library-range-close-code.ts";
import { noMisnamedCloseCode } from "./rules/no-misnamed-close-code.ts";
import { noUnexpectedCloseCode } from "./rules/no-unexpected-close-code.ts";
import { preferNamedCloseCode } from "./rules/prefer-named-close-code.ts";
import { requireCloseCode } from "./rules/require-close-code.ts";

export type { NoInvalidCloseReasonOptions } from "./rules/no-invalid-close-reason.ts";
export type { NoLibraryRangeCloseCodeOptions } from "./rules/no-library-range-close-code.ts";
export type {
  NamedConstants,
  PreferNamedCloseCodeOptions,
} from "./rules/prefer-named-close-code.ts";
export type { CloseCodeSettings, SocketLibrary } from "./settings.ts";

type RuleName =
  | "no-forwarded-close-code"
  | "no-init-close-event"
  | "no-invalid-close-code"
  | "no-invalid-close-reason"
  | "no-library-range-close-code"
  | "no-misnamed-close-code"
  | "no-unexpected-close-code"
  | "prefer-named-close-code"
  | "require-close-code";

type Severities = Partial<Record<RuleName, Linter.RuleEntry>>;

/** The plugin as ESLint takes it. */
export interface CloseCodesPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<RuleName, Rule.RuleModule>;
  readonly configs: Record<"recommended" | "strict" | "library", Linter.Config>;
}

const plugin: CloseCodesPlugin = {
  meta: { name: manifest.name, version: manifest.version, namespace: "ws-close-codes" },
  rules: {
    "no-forwarded-close-code": noForwardedCloseCode,
    "no-init-close-event": noInitCloseEvent,
    "no-invalid-close-code": noInvalidCloseCode,
    "no-invalid-close-reason": noInvalidCloseReason,
    "no-library-range-close-code": noLibraryRangeCloseCode,
    "no-misnamed-close-code": noMisnamedCloseCode,
    "no-unexpected-close-code": noUnexpectedCloseCode,
    "prefer-named-close-code": preferNamedCloseCode,
    "require-close-code": requireCloseCode,
  },
  configs: {
    /** Codes at fault are errors; a bare number that has a name is a warning. */
    get recommended() {
      return config("recommended", {
        "no-forwarded-close-code": "error",
        "no-init-close-event": "error",
        "no-invalid-close-code": "error",
        "no-invalid-close-reason": "error",
        "no-library-range-close-code": "error",
        "no-misnamed-close-code": "error",
        "no-unexpected-close-code": "error",
        "prefer-named-close-code": "warn",
      });
    },
    /** Every rule, as an error. */
    get strict() {
      return config("strict", {
        "no-forwarded-close-code": "error",
        "no-init-close-event": "error",
        "no-invalid-close-code": "error",
        "no-invalid-close-reason": ["error", { checkUnbounded: true }],
        "no-library-range-close-code": "error",
        "no-misnamed-close-code": "error",
        "no-unexpected-close-code": "error",
        "prefer-named-close-code": "error",
        "require-close-code": "error",
      });
    },
    /** For libraries, behind another config: they may send the codes that they have registered. */
    get library() {
      return config("library", { "no-library-range-close-code": "off" });
    },
  },
};

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
