/**
 * What we would tell the author of a program: the analysis finds the send in the program's text, the
 * catalogue says what it sends on, and the profile judges the code. No runtime takes part.
 */
import { Linter } from "eslint";
import type { Rule } from "eslint";
import type { Runtime } from "ws-close-codes-analysis";
import type { Target } from "ws-close-codes";
import { requireCloseCode } from "../../packages/eslint-plugin/src/rules/require-close-code.ts";
import { forFile } from "../../packages/eslint-plugin/src/sites.ts";

/** Stands in a program where the code does. */
const CODE = "CODE";

/**
 * What is known of the socket that a program sends on.
 *
 * @param program JavaScript as a user writes it, with `CODE` in the place of the code
 * @param runtime where it runs, if the program does not show it
 * @throws {Error} when the analysis does not find the one send
 */
export function targetIn(program: string, runtime?: Runtime): Target {
  const targets: Target[] = [];
  const rule: Rule.RuleModule = {
    create: (context) =>
      forFile(context, (sites) => {
        for (const { role, form, target } of sites.all())
          if (role === "send" && form === "call") targets.push(target);
      }),
  };
  const faults = new Linter().verify(program.replace(CODE, "1000"), {
    plugins: { runtimes: { rules: { target: rule } } },
    rules: { "runtimes/target": "error" },
    settings: { "ws-close-codes": runtime === undefined ? {} : { runtime } },
  });
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0 || faults.length > 0) {
    const why = faults[0]?.message ?? `${targets.length} sends`;
    throw new Error(`The analysis does not find the one send (${why}) in:\n${program}`);
  }
  return target;
}

/** Whether we say of a program whose `close(CODE)` has no code that it sends none. */
export function saysNoCode(program: string, runtime?: Runtime): boolean {
  const call = `close(${CODE})`;
  if (!program.includes(call)) return false;
  const faults = new Linter().verify(program.replace(call, "close()"), {
    plugins: { runtimes: { rules: { "require-close-code": requireCloseCode } } },
    rules: { "runtimes/require-close-code": "error" },
    settings: { "ws-close-codes": runtime === undefined ? {} : { runtime } },
  });
  return faults.length > 0;
}
