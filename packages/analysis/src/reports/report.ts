import { fill, type MessageId, type Texts } from "ws-close-codes";
import type { TextEdit } from "../edits.ts";
import type { Range } from "../syntax.ts";

/** A message of the texts, and what fills it. */
export interface Message {
  readonly id: MessageId;
  readonly data: Readonly<Record<string, string>>;
}

/** A change that mends what is reported, in words of its own. */
export interface Remedy extends Message {
  readonly edits: readonly TextEdit[];
}

/** What a rule says of one code, the same in every host. */
export interface Report extends Message {
  readonly range: Range;
  /** Best first; which of them is right is the user's choice. */
  readonly remedies: readonly Remedy[];
  /** The one remedy leaves nothing to choose and changes no behaviour: a fix. */
  readonly certain?: boolean;
}

/** Once what several sites say: of a Set that is asked twice, of a parameter that is sent twice. */
export function distinctReports<T extends Report>(reports: readonly T[]): readonly T[] {
  const known = new Set<string>();
  return reports.filter(({ id, data, range }) => {
    const key = JSON.stringify([id, range, data]);
    return known.size < known.add(key).size;
  });
}

/** The sentence that a message makes. */
export function sentenceOf({ id, data }: Message, texts: Texts): string {
  return fill(texts.messages[id], data);
}
