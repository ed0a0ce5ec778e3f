import type { ESLint, Linter } from "eslint";
import manifest from "../package.json" with { type: "json" };
import { noInvalidCloseCode } from "./rules/no-invalid-close-code.ts";

const rules = {
  "no-invalid-close-code": noInvalidCloseCode,
};

const plugin = {
  meta: { name: manifest.name, version: manifest.version, namespace: "ws-close-codes" },
  rules,
  configs: {
    /** Faults, and a hint where a name would say more than a number. */
    get recommended() {
      return config("recommended", { "no-invalid-close-code": "error" });
    },
  },
} satisfies ESLint.Plugin;

function config(
  name: string,
  severities: Partial<Record<keyof typeof rules, Linter.RuleSeverity>>,
): Linter.Config {
  return {
    name: `ws-close-codes/${name}`,
    plugins: { "ws-close-codes": plugin },
    rules: Object.fromEntries(
      Object.entries(severities).map(([rule, severity]) => [`ws-close-codes/${rule}`, severity]),
    ),
  };
}

export default plugin;
