/** docs/runtimes.md, made from the committed tables. */
import { format } from "prettier";
import { allCodes } from "./measure.ts";
import { notes } from "./notes.ts";
import type { Note } from "./notes.ts";
import { codesIn, groupByOutcome, outcomesByCode } from "./ranges.ts";
import type { Row, Tables } from "./tables.ts";

/** Columns of the tables: codes that are usually treated alike. */
const sendColumns = [
  ["1000"],
  ["1001-1003", "1007-1014"],
  ["1004-1006"],
  ["1015"],
  ["1016-2999"],
  ["3000-4999"],
  ["0-999", "5000-65535"],
];

const receiveColumns = [
  ["1000-1003", "1007-1011", "3000-4999"],
  ["1012", "1013"],
  ["1014"],
  ["1005"],
  ["1006"],
  ["1015"],
  ["0-999", "1004", "1016-2999", "5000-65535"],
];

const heads = (columns: string[][]): string[] => columns.map((ranges) => ranges.join(", "));

/** The odd calls that tell the most; the rest is in send.json. */
const callColumns = [
  "close()",
  'close(undefined, "bye")',
  'close("bye")',
  'close("1000")',
  "close(66536)",
  "close(3000.7)",
  "close(NaN)",
  'close(1000, "a" x 123)',
  'close(1000, "a" x 124)',
];

/** Writes the page. */
export async function page({ send, receive }: Tables): Promise<string> {
  const footnotes = new Footnotes();
  const sections = [
    introduction(send, receive),
    "## What you can send",
    "`close(code)` on an open connection. ✓ means that a Close frame with this code went out; an error name, that the call threw it and nothing was sent.",
    table(
      ["", ...heads(sendColumns)],
      send,
      (row) => sendColumns.map((ranges) => codesCell(row.codes, ranges, saySend)),
      (row) => footnotes.markers(row, "send"),
    ),
    "## What the other side sees",
    "A peer sends a Close frame with this code: what does the close event say? ✓ means the code itself; a number, that the connection failed and this number was reported in its place. `wasClean` is true for ✓ and 1005 and false for the rest, unless a cell says otherwise or the API has no such property.",
    table(
      ["", ...heads(receiveColumns)],
      receive,
      (row) => receiveColumns.map((ranges) => codesCell(row.codes, ranges, sayReceive)),
      (row) => footnotes.markers(row, "receive"),
    ),
    "And when there is no code to pass on, or the frame is broken:",
    table(
      ["", ...Object.keys(receive[0]?.ends ?? {})],
      receive,
      (row) => Object.values(row.ends).map(sayReceive),
      (row) => footnotes.markers(row, "ends"),
    ),
    "## Odd calls",
    'What `close` makes of other arguments. `1000 + reason` means that a frame with both went out; _no code_, that an empty Close frame did, which the other side sees as 1005. `"a" x 124` is a reason of 124 bytes, one more than a Close frame can hold.',
    table(
      ["", ...callColumns.map((call) => `\`${call}\``)],
      send,
      (row) => callColumns.map((call) => sayCall(row.calls[call] ?? "not measured")),
      (row) => footnotes.markers(row, "calls"),
    ),
    "## Notes",
    footnotes.list(),
    ending,
  ];
  return format(sections.join("\n\n"), { parser: "markdown", printWidth: 100 });
}

const introduction = (send: Row[], receive: Row[]): string => {
  const days = [...new Set([...send, ...receive].map(({ date }) => date))].sort();
  const sampled = [...send, ...receive].find(isSampled);
  return `<!-- Made by npm run runtimes:docs from packages/close-codes/runtimes/*.json. -->

# Which close codes can I send, and what will the other side see?

It depends on the runtime, and the specifications do not tell you how. So each implementation below was run: all 65,536 codes sent with \`close(code)\`, all 65,536 received, over loopback, against a peer that reads and writes raw frames. Measured ${days.length === 1 ? `on ${days[0]}` : `from ${days[0]} to ${days.at(-1)}`}.${sampled === undefined ? "" : ` Where a name has an asterisk, the codes were ${sampled.measured}.`}

In short:

- **1000 and 3000-4999 can be sent from everywhere.** For a meaning of your own use 4000-4999.
- **1001-1003 and 1007-1014 can be sent with \`ws\`, Bun, workerd and a Deno server, but not by a browser**, nor by what follows its rule: Node's and Deno's \`WebSocket\`, jsdom, faye-websocket. \`close(1001)\` and \`close(1011)\` throw there.
- **1004, 1005, 1006 and 1015 are never to be sent.** 1005 and 1006 are what your own side reports when the frame had no code, or never came. Where nothing checks them they do go out, and most receivers take them for a protocol error.
- **A lost connection is 1006, but not everywhere:** Deno says 0, and some reconnecting wrappers say 1000.
- **A code you receive is not in general one you can send.** \`a.on("close", (code) => b.close(code))\` throws as soon as the code is 1005 or 1006.`;
};

const ending = `## How this was measured

\`npm run test:runtimes\` in this repository does it again, on your machine; what it needs from npm it installs in a temporary folder, and Chromium and Firefox are the ones your system has. \`npm run test:runtimes -- -u -t Deno\` measures one and writes its rows, \`npm run runtimes:docs\` writes this page. Every code, every odd call, what the sender's own close event says, and the code that comes back in the answering Close frame are in [send.json](../packages/close-codes/runtimes/send.json) and [receive.json](../packages/close-codes/runtimes/receive.json). The rows of \`ws\`, undici and jsdom are checked in each test run.

Not measured: Safari, React Native, and the hosted edge of any cloud; workerd is the open-source runtime of Cloudflare Workers.`;

/** One cell for a column of codes: the common outcome, and then the exceptions by code. */
function codesCell(
  groups: Record<string, string[]>,
  ranges: readonly string[],
  say: (outcome: string) => string,
): string {
  const did = outcomesByCode(groups);
  const words = new Map(Object.keys(groups).map((outcome) => [outcome, say(outcome)]));
  const outcomes = codesIn(ranges).map(
    (code) => [code, words.get(did[code] ?? "") ?? "not measured"] as const,
  );
  const counts = new Map<string, number>();
  for (const [, outcome] of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const [common = "", ...exceptions] = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
  );
  const byOutcome = groupByOutcome(outcomes);
  return [common, ...exceptions.map((other) => `${byOutcome[other]?.join(", ")}: ${other}`)].join(
    "; ",
  );
}

const saySend = (outcome: string): string => (outcome.startsWith("sent") ? "✓" : sayCall(outcome));

/** "throws TypeError" is the name of the error, "sends 1000 "bye"" is what went out. */
function sayCall(outcome: string): string {
  const thrown = /^throws (.+)$/.exec(outcome);
  if (thrown !== null) return `\`${thrown[1]}\``;
  if (outcome === "nothing happens") return "nothing";
  return outcome
    .replace(/^sends /, "")
    .replace(/ "bye"$/, " + reason")
    .replace(/ with /, " + ");
}

/** Leaves `wasClean` out where it is as one expects. */
const sayReceive = (outcome: string): string =>
  outcome
    .replace(/^passed on/, "✓")
    .replace(/^(✓|1005), clean$/, "$1")
    .replace(/^(?!✓|1005)(.+), not clean$/, "$1")
    .replace("no close event", "no event");

const isSampled = ({ measured }: Row): boolean => measured !== allCodes.words;

/** "Node 22" of version 22.23.3 is Node 22.23.3. */
const label = (row: Row): string =>
  `${row.name} ${row.version}`.replace(/ (\d+) (?=\1\.)/, " ") + (isSampled(row) ? "\\*" : "");

/** A table in which implementations that do the same share a line. */
function table<T extends Row>(
  head: string[],
  rows: T[],
  cells: (row: T) => string[],
  markers: (row: T) => string,
): string {
  const lines = new Map<string, string[]>();
  for (const row of rows) {
    const line = cells(row).join(" | ");
    lines.set(line, [...(lines.get(line) ?? []), label(row) + markers(row)]);
  }
  return [
    `| ${head.join(" | ")} |`,
    `|${" --- |".repeat(head.length)}`,
    ...[...lines].map(([line, names]) => `| ${names.join(",<br>")} | ${line} |`),
  ].join("\n");
}

/** Numbers the notes in the order in which the page refers to them. */
class Footnotes {
  readonly #used: Note[] = [];

  /** @throws {Error} when a note does not hold any more: it is a claim like any other */
  markers(row: Tables["send"][number] | Tables["receive"][number], place: Note["place"]): string {
    return notes
      .filter((note) => note.place === place && note.names.includes(row.name))
      .map((note) => {
        if (!note.holds(row as never)) {
          throw new Error(`The note on ${row.name} does not hold any more: "${note.text}"`);
        }
        if (!this.#used.includes(note)) this.#used.push(note);
        return `<sup>${this.#used.indexOf(note) + 1}</sup>`;
      })
      .join("");
  }

  list(): string {
    return this.#used.map(({ text }, index) => `${index + 1}. ${text}`).join("\n");
  }
}
