import { registeredCode, type RegisteredNumber } from "./codes.ts";
import { rangeOf, type CodeRange } from "./ranges.ts";
import type { Reference } from "./references.ts";
import { en } from "./texts/en.ts";
import type { Texts } from "./texts/texts.ts";

/** What there is to say about a code. */
export interface CodeDescription {
  readonly code: number;
  readonly name: string;
  /** One sentence. */
  readonly meaning: string;
  /** Who may put it in a Close frame: a phrase with a full stop. */
  readonly sender: string;
  /** Who sees it: a phrase with a full stop. */
  readonly observer: string;
  readonly references: readonly Reference[];
  readonly range: CodeRange;
  /** Whether the IANA registry has a row for it. */
  readonly registered: boolean;
}

/**
 * Says what a code means; a code without a row in the registry is described by its range.
 *
 * @param texts the language, English by default
 * @returns `undefined` for what is no integer from 0 to 65535
 */
export function describe(code: number, texts: Texts = en): CodeDescription | undefined {
  const range = rangeOf(code);
  if (range === undefined) return undefined;
  const row = registeredCode(code);
  if (row === undefined) {
    const { name, meaning, sender, observer } = texts.ranges[range.id];
    const { references } = range;
    return { code, name, meaning, sender, observer, references, range, registered: false };
  }
  return {
    code,
    ...texts.codes[code as RegisteredNumber],
    sender: texts.senders[row.sender],
    observer: code === 1015 ? texts.observerOf1015 : texts.observers[row.observer],
    references: row.references,
    range,
    registered: true,
  };
}
