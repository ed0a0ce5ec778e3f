import type { Locale } from "ws-close-codes";
import {
  defaultSettings,
  readSettings,
  type ExportedConstants,
  type LibraryRangeOptions,
  type Settings,
} from "ws-close-codes-analysis";
import { locales } from "./locale.ts";
import { rules, type RuleName } from "./reports.ts";

/** How loud diagnostics are; they are off by default, for ESLint gives them. */
export type Severity = "off" | "suggestion" | "warning" | "error";

/** What a user may choose, the same in every editor. */
export interface Options extends Settings, LibraryRangeOptions {
  /** The language of all texts; without it, the editor's. */
  readonly locale: Locale | undefined;
  /** What is reported that the rules of `eslint-plugin-ws-close-codes` report. */
  readonly diagnostics: Severity;
  /** How loud single rules are, where that is another; only while diagnostics are on. */
  readonly rules: Readonly<Partial<Record<RuleName, Severity>>>;
  /** Whether codes are proposed while typing. */
  readonly completions: boolean;
  /** Whether the names of codes are shown behind bare numbers. */
  readonly inlayHints: boolean;
  /** Exported objects of named codes to use before `CloseCode` of `ws-close-codes`, best first. */
  readonly constants: readonly ExportedConstants[];
}

const defaults: Options = {
  locale: undefined,
  ...defaultSettings,
  diagnostics: "off",
  rules: {},
  completions: true,
  inlayHints: false,
  constants: [],
  allow: [],
  allowRegistered: false,
};

const severities: readonly Severity[] = ["off", "suggestion", "warning", "error"];

/** Reads one option. Throws a `TypeError` that says what to use instead. */
type Reader = (value: unknown, name: string) => unknown;

const readers: Readonly<Record<keyof Options, Reader>> = {
  locale: oneOf(locales),
  runtime: setting,
  typeInformation: setting,
  sockets: setting,
  diagnostics: oneOf(severities),
  rules: severitiesOfRules,
  completions: oneOf([true, false]),
  inlayHints: oneOf([true, false]),
  constants: listOf(isExportedConstants, "{ module, name, members? }"),
  allow: listOf((code) => Number.isInteger(code), "integers"),
  allowRegistered: oneOf([true, false]),
};

/**
 * Reads options. What cannot be understood is ignored.
 *
 * @param complain is told of everything that is ignored, in a sentence
 */
export function readOptions(entry: object, complain: (problem: string) => void): Options {
  const options: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(entry) as [string, unknown][]) {
    if (value === undefined) continue;
    try {
      if (!Object.hasOwn(readers, name))
        throw new TypeError(
          `There is no option \`${name}\`. Use ${Object.keys(readers).join(", ")}.`,
        );
      options[name] = readers[name as keyof Options](value, name);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      complain(`${error.message} It is ignored.`);
    }
  }
  return options as unknown as Options;
}

/** Options that every host has in common. */
function setting(value: unknown, name: string): unknown {
  return readSettings({ [name]: value }, "")[name as keyof Settings];
}

function oneOf(values: readonly unknown[]): Reader {
  return (value, name) => {
    if (!values.includes(value)) throw wrong(name, value, values.join(", "));
    return value;
  };
}

function severitiesOfRules(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(name, value, "an object of rules and severities");
  const readSeverity = oneOf(severities);
  for (const [rule, severity] of Object.entries(value)) {
    if (!Object.hasOwn(rules, rule))
      throw new TypeError(`There is no rule \`${rule}\`. Use ${Object.keys(rules).join(", ")}.`);
    readSeverity(severity, `${name}.${rule}`);
  }
  return value;
}

function listOf(isRight: (one: unknown) => boolean, what: string): Reader {
  return (value, name) => {
    if (Array.isArray(value) && value.every(isRight)) return value as readonly unknown[];
    throw wrong(name, value, `a list of ${what}`);
  };
}

function isExportedConstants(value: unknown): boolean {
  const { module, name, members = {} } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof module === "string" &&
    typeof name === "string" &&
    typeof members === "object" &&
    members !== null &&
    !Array.isArray(members) &&
    Object.values(members).every((code) => Number.isInteger(code))
  );
}

function wrong(name: string, value: unknown, right: string): TypeError {
  return new TypeError(`The option \`${name}\` is ${JSON.stringify(value)}. Use ${right}.`);
}
