import {
  distinctReports,
  forwardedCodes,
  initCloseEvents,
  invalidCodes,
  invalidReasons,
  libraryRangeCodes,
  misnamedCodes,
  missingCodes,
  Naming,
  unexpectedCodes,
  unnamedCodes,
  type Report,
  type Site,
} from "ws-close-codes-analysis";
import type { AnalysedFile } from "./file.ts";

/** The rules of `eslint-plugin-ws-close-codes`, and the numbers of their diagnostics here. */
export const rules = {
  "no-invalid-close-code": 6455001,
  "no-library-range-close-code": 6455002,
  "no-unexpected-close-code": 6455003,
  "prefer-named-close-code": 6455004,
  "no-forwarded-close-code": 6455005,
  "no-misnamed-close-code": 6455006,
  "no-invalid-close-reason": 6455007,
  "no-init-close-event": 6455008,
  "require-close-code": 6455009,
} as const;

export type RuleName = keyof typeof rules;

/** What a rule says of a code. */
export interface RuleReport extends Report {
  readonly rule: RuleName;
}

/** What the rules say of one site. */
export function reportsOn(site: Site, file: AnalysedFile): readonly RuleReport[] {
  const { sites, options, texts } = file;
  return [
    ...by("no-invalid-close-code", invalidCodes(site, sites, texts)),
    ...by("no-library-range-close-code", libraryRangeCodes(site, sites, texts, options)),
    ...by("no-unexpected-close-code", unexpectedCodes(site, sites, texts)),
    ...by("no-forwarded-close-code", forwardedCodes(site, sites, texts)),
    ...by("no-misnamed-close-code", misnamedCodes(site, sites, texts)),
    ...by("no-invalid-close-reason", invalidReasons(site, sites, texts, { checkUnbounded: false })),
    ...by("require-close-code", missingCodes(site, sites)),
    ...by(
      "prefer-named-close-code",
      unnamedCodes(site, sites, () => namingOf(file)),
    ),
  ];
}

function by(rule: RuleName, reports: readonly Report[]): readonly RuleReport[] {
  return reports.map((report) => ({ ...report, rule }));
}

const namings = new WeakMap<AnalysedFile, Naming>();

/** The named constants that a file can use. */
export function namingOf(file: AnalysedFile): Naming {
  const known = namings.get(file);
  if (known) return known;
  const { constants } = file.options;
  const naming = new Naming(file.sites, {
    imports: file.imports(),
    constants,
    isInstalled: (module) => file.isInstalled(module),
  });
  namings.set(file, naming);
  return naming;
}

const reports = new WeakMap<AnalysedFile, readonly RuleReport[]>();

/** What the rules say of a file; remembered with it. */
export function reportsOf(file: AnalysedFile): readonly RuleReport[] {
  const known = reports.get(file);
  if (known) return known;
  const { sites } = file;
  const found = distinctReports([
    ...sites.all().flatMap((site) => reportsOn(site, file)),
    ...by("no-init-close-event", initCloseEvents(sites)),
  ]);
  reports.set(file, found);
  return found;
}
