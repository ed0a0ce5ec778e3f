import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { en } from "ws-close-codes";
import {
  defaultSettings,
  findSites,
  forwardedCodes,
  initCloseEvents,
  invalidCodes,
  invalidReasons,
  libraryRangeCodes,
  missingCodes,
  misnamedCodes,
  sentenceOf,
  unexpectedCodes,
  type Report,
  type Sites,
} from "ws-close-codes-analysis";
import plugin from "../../packages/eslint-plugin/src/index.ts";
import { typescript } from "../syntax/parse.ts";
import type { Random } from "./random.ts";

/** What a program made of us, where it should not have. */
export interface Fault {
  readonly what: string;
  readonly program: string;
}

/** What was done with a program. */
export interface Checked {
  readonly parsed: boolean;
  readonly reports: number;
  readonly remedies: number;
  readonly faults: readonly Fault[];
}

const linter = new Linter({ configType: "flat", cwd: import.meta.dirname });

const config: Linter.Config = {
  ...plugin.configs.strict,
  files: ["**/*.{js,ts}"],
  languageOptions: { parser },
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
};

/**
 * Runs every rule in ESLint, and the analysis over TypeScript's own tree. Nothing may throw; every
 * message is a sentence about a place in the program; and what a remedy makes of a program that
 * parses, parses.
 */
export function check(program: string, random: Random): Checked {
  const faults: Fault[] = [];
  const fault = (what: string, of = program): void => void faults.push({ what, program: of });
  let parsed = false;
  let reports = 0;
  let remedies = 0;
  try {
    const messages = linter.verify(program, config, "program.ts");
    parsed = !messages.some(({ fatal }) => fatal);
    for (const { ruleId, message, fix, suggestions = [] } of messages) {
      if (!ruleId) continue;
      reports++;
      if (!isSentence(message)) fault(`says ${message}`);
      for (const edit of [fix, ...suggestions.map((one) => one.fix)]) {
        if (!edit) continue;
        remedies++;
        const { range, text } = edit;
        const mended = program.slice(0, range[0]) + text + program.slice(range[1]);
        if (!parses(mended)) fault(`${ruleId} breaks it`, mended);
      }
    }
  } catch (error) {
    fault(`ESLint: ${told(error)}`);
  }
  try {
    const sites = findSites(typescript(program, "file.ts"), defaultSettings);
    for (const report of reportsOf(sites)) {
      reports++;
      if (!isSentence(sentenceOf(report, en))) fault(`says ${sentenceOf(report, en)}`);
      for (const { range } of report.remedies.flatMap(({ edits }) => edits))
        if (!(0 <= range.start && range.start <= range.end && range.end <= program.length))
          fault(`${report.id} edits ${range.start}-${range.end}`);
    }
    for (let times = 4; times > 0; times--) sites.at(random.below(program.length + 1));
  } catch (error) {
    fault(`TypeScript: ${told(error)}`);
  }
  return { parsed, reports, remedies, faults };
}

function reportsOf(sites: Sites): readonly Report[] {
  const found = sites
    .all()
    .flatMap((site) => [
      ...invalidCodes(site, sites, en),
      ...forwardedCodes(site, sites, en),
      ...misnamedCodes(site, sites, en),
      ...unexpectedCodes(site, sites, en),
      ...missingCodes(site, sites),
      ...invalidReasons(site, sites, en, { checkUnbounded: true }),
      ...libraryRangeCodes(site, sites, en, { allow: [], allowRegistered: false }),
    ]);
  return [...found, ...initCloseEvents(sites)];
}

function isSentence(message: string): boolean {
  return /^\S.*\.$/su.test(message) && !/\{\{|\}\}|\[object /u.test(message);
}

function parses(text: string): boolean {
  try {
    // As ESLint parses it: `await` means something at the top of a module only.
    parser.parse(text, { range: false, sourceType: "module" });
    return true;
  } catch {
    return false;
  }
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
