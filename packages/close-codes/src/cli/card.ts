import {
  explainSent,
  fill,
  fullName,
  httpConvention,
  httpStatusOf,
  isSendable,
  judgeSent,
  protocolCodes,
  registeredCodes,
  ranges,
  type CodeDescription,
  type Profile,
  type Texts,
} from "ws-close-codes";

/** What there is to say about a code, on a few lines. */
export function card(description: CodeDescription, texts: Texts): string {
  const { code, meaning, note, sender, observer, references, registered } = description;
  const { labels } = texts;
  const labelled = (label: string, text: string): string => fill(texts.labelled, { label, text });
  const verdict = judgeSent(code, { profiles: ["browser"] });
  // What the registry has given a meaning to keeps it in every protocol.
  const meanings = (registered ? [] : protocolCodes(code)).map(
    (each) => `  ${each.protocol.name} ${each.name}: ${each.meaning} ${each.protocol.url}`,
  );
  return [
    `${code} ${fullName(description, texts)}`,
    meaning,
    note,
    verdict && explainSent(verdict, `close(${code})`, texts).message,
    httpConvention(code, texts),
    meanings.length > 0 && [labelled(labels.candidates, "").trimEnd(), ...meanings].join("\n"),
    [
      labelled(labels.sender, sender),
      labelled(labels.observer, observer),
      labelled(labels.references, references.map(({ title, url }) => `${title} ${url}`).join(", ")),
    ].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Every code that has a name, and every range, one a line. */
export function overview(texts: Texts): string {
  return ranges
    .flatMap(({ from, to, id }) => [
      line(`${from}-${to}`, texts.ranges[id].name),
      ...registeredCodes
        .filter(({ code }) => code >= from && code <= to)
        .map(({ code }) => line(`  ${code}`, fullName({ code, ...texts.codes[code] }, texts))),
    ])
    .join("\n");
}

/** What a program would like to know of a code. */
export interface Entry extends CodeDescription {
  /** The APIs that send it. */
  readonly sendableBy: readonly Profile[];
  /** By the convention of 4000 plus an HTTP status. */
  readonly httpStatus?: number;
  /** What application protocols mean by it, in English. */
  readonly protocols: readonly {
    readonly protocol: string;
    readonly name: string;
    readonly meaning: string;
    readonly url: string;
  }[];
}

export function entry(description: CodeDescription): Entry {
  const { code } = description;
  const httpStatus = httpStatusOf(code);
  const real: readonly Profile[] = ["browser", "endpoint", "endpoint-unchecked"];
  return {
    ...description,
    sendableBy: real.filter((profile) => isSendable(code, profile)),
    ...(httpStatus !== undefined && { httpStatus }),
    protocols: protocolCodes(code).map(({ protocol, name, meaning }) => ({
      protocol: protocol.name,
      name,
      meaning,
      url: protocol.url,
    })),
  };
}

const line = (codes: string, name: string): string => `${codes.padEnd(12)}${name}`;
