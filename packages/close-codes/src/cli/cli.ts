#!/usr/bin/env node
/** Explains close codes at the terminal; a user of the library like any other. */
import { parseArgs } from "node:util";
import {
  describe,
  en,
  findCloseCodes,
  isRightName,
  registeredCodes,
  type Texts,
} from "ws-close-codes";
import { languages, textsFor } from "ws-close-codes/languages";
import { card, entry, overview } from "./card.ts";
import manifest from "../../package.json" with { type: "json" };

const HELP = `Explains WebSocket close codes.

Usage: ws-close-codes [options] CODE...
       ws-close-codes [options] list

CODE is a number from 0 to 65535, or a name in any spelling, such as GoingAway or WS_1001_GOING_AWAY.
list shows every code that has a name, and every range.

Options:
  --locale TAG   the language: ${languages.map(({ locale }) => locale).join(", ")}; without it, the environment's
  --json         a list of objects, for programs
  --help
  --version`;

/** What the user has to write differently. */
class UsageError extends Error {}

try {
  console.log(answer(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`ws-close-codes: ${error.message}`);
  process.exitCode = 2;
}

function answer(args: readonly string[]): string {
  const { values, positionals } = parsed(args);
  if (values.help) return HELP;
  if (values.version) return manifest.version;
  if (positionals.length === 0) throw new UsageError("There is no code. See --help.");
  const texts = textsOf(values.locale);
  const isList = positionals[0] === "list" && positionals.length === 1;
  if (isList && !values.json) return overview(texts);
  const codes = isList ? registeredCodes.map(({ code }) => code) : positionals.flatMap(codesOf);
  const descriptions = codes.flatMap((code) => describe(code, texts) ?? []);
  return values.json
    ? JSON.stringify(descriptions.map(entry), undefined, 2)
    : descriptions.map((description) => card(description, texts)).join("\n\n\n");
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        locale: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    // Node.js goes on with advice that is of no use here.
    const [problem] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new UsageError(`${problem}. See --help.`);
  }
}

/** The codes that a number or a name stands for. */
function codesOf(asked: string): readonly number[] {
  if (/^[\d.]+$/u.test(asked)) {
    const code = Number(asked);
    if (describe(code)) return [code];
    throw new UsageError(`${asked} is no close code. Use an integer from 0 to 65535.`);
  }
  const codes = findCloseCodes(asked).filter((code) => isRightName(asked, code) !== false);
  if (codes.length > 0) return codes;
  throw new UsageError(
    `No close code has the name "${asked}". Use a number, or one of the names that \`ws-close-codes list\` shows.`,
  );
}

/** The language that is asked for, else the one of the environment, else English. */
function textsOf(locale: string | undefined): Texts {
  if (locale === undefined) {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    return textsFor([LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? "") ?? en;
  }
  const texts = textsFor(locale);
  if (texts) return texts;
  const known = languages.map((each) => each.locale).join(" or ");
  throw new UsageError(`There are no texts in "${locale}". Use ${known}.`);
}
