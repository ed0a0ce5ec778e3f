import { registeredCode } from "./codes.ts";
import { httpStatuses, httpStatusOf } from "./http-statuses.ts";
import { rangeOf, type CodeRange } from "./ranges.ts";
import type { Reference } from "./references.ts";
import { en } from "./texts/en.ts";
import { fill } from "./texts/fill.ts";
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
  /** What to know when 0, 1005, 1006 or 1015 is observed: a sentence or two. */
  readonly note?: string;
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
  const observed: Readonly<Record<number, string>> = texts.observed;
  const note = observed[code];
  const words =
    row === undefined
      ? texts.ranges[range.id]
      : {
          ...texts.codes[row.code],
          sender: texts.senders[row.sender],
          observer: row.code === 1015 ? texts.observerOf1015 : texts.observers[row.observer],
        };
  return {
    code,
    ...words,
    references: (row ?? range).references,
    range,
    registered: row !== undefined,
    ...(note !== undefined && { note }),
  };
}

/** The name in the reader's language, with the registry's behind it where that is another. */
export function fullName(
  { code, name }: Pick<CodeDescription, "code" | "name">,
  texts: Texts,
): string {
  const registered = registeredCode(code)?.name ?? name;
  return registered === name ? name : fill(texts.translated, { name, registered });
}

/** What a code of 4400-4599 stands for by convention, in a sentence; nothing for any other code. */
export function httpConvention(code: number, texts: Texts): string | undefined {
  const status = httpStatusOf(code);
  if (status === undefined) return undefined;
  const phrase = httpStatuses[status] ?? "";
  return fill(texts.httpConvention, { status: String(status), phrase });
}
