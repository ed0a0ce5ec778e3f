/** docs/runtimes.md, made from the committed tables. */
import { format } from "prettier";
import { isSendable } from "ws-close-codes";
import { notes } from "./notes.ts";
import type { Note } from "./notes.ts";
import { codesIn, groupByOutcome, outcomesByCode } from "./ranges.ts";
import type { Row, Tables } from "./tables.ts";

/** Columns of the tables: codes that are usually treated alike. */
const sendColumns = [
  ["1000", "3000-4999"],
  ["1001-1003", "1007-1014"],
  ["1005", "1006", "1015"],
  ["1004", "1016-2999"],
  ["0-999", "5000-65535"],
];

const receiveColumns = [
  ["1000-1003", "1007-1011", "3000-4999"],
  ["1012-1014"],
  ["1005", "1006", "1015"],
  ["0-999", "1004", "1016-2999", "5000-65535"],
];

const heads = (columns: string[][]): string[] =>
  columns.map((ranges) => ranges.join(", ").replace("5000-65535", "5000 and up"));

/** The odd calls that tell the most, by what is odd about them; the rest is in send.json. */
const callTables: {
  place: "words" | "numbers" | "reasons";
  title: string;
  calls: Record<string, string>;
}[] = [
  {
    place: "words",
    title: "No code, or no number:",
    calls: {
      "close()": "`()`",
      'close(undefined, "bye")': '`(undefined, "bye")`',
      "close(null)": "`(null)`",
      'close("1000")': '`("1000")`',
      'close("bye")': '`("bye")`',
      "close(1000n)": "`(1000n)`",
    },
  },
  {
    place: "numbers",
    title: "Numbers that are no codes:",
    calls: {
      "close(NaN)": "`(NaN)`",
      "close(-1)": "`(-1)`",
      "close(66536)": "`(66536)`",
      "close(999.5)": "`(999.5)`",
      "close(1000.7)": "`(1000.7)`",
      "close(4999.7)": "`(4999.7)`",
    },
  },
  {
    place: "reasons",
    title:
      "Reasons, for which a Close frame has 123 bytes: 123 letters, 124 letters, and 42 signs of three bytes each:",
    calls: {
      'close(1000, "a" x 123)': '`"a"` × 123',
      'close(1000, "a" x 124)': '`"a"` × 124',
      'close(1000, "€" x 42), 126 bytes': '`"€"` × 42',
    },
  },
];

/** Writes the page. */
export async function page({ send, receive }: Tables): Promise<string> {
  const footnotes = new Footnotes();
  const lost = new Map(receive.map(({ name, ends }) => [name, ends["TCP drop"] ?? ""]));
  const clients = receive.filter(({ failures }) => failures !== undefined);
  const own = send.filter(({ over }) => over === undefined);
  const libraries = send.filter(({ over }) => over !== undefined);
  const sendCells = (row: Tables["send"][number]): string[] => [
    ...sendColumns.map((ranges) => codesCell(row.codes, ranges, saySend)),
    [...new Set(Object.keys(row.codes).flatMap((outcome) => errorIn(outcome) ?? []))].join(", "),
  ];
  const sections = [
    introduction(send, receive),
    table(
      ["`close(code)`", ...heads(sendColumns), "thrown", "a lost connection is"],
      own,
      (row) => [...sendCells(row), sayReceive(lost.get(row.name) ?? "")],
      (row) => footnotes.markers(row, "send"),
    ),
    summary,
    "## Through libraries",
    "Clients that open another's `WebSocket`, and servers that hand out another's socket, do as that one does, but for a few codes. Measured over undici's, which is Node's global one, or over `ws`; in a browser the clients do as the browser does.",
    table(
      ["closing with", "over", ...heads(sendColumns), "thrown"],
      libraries,
      (row) => [row.over ?? "", ...sendCells(row)],
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
    "A client, when no connection comes about at all:",
    table(
      ["", ...Object.keys(clients[0]?.failures ?? {})],
      clients,
      (row) => Object.values(row.failures ?? {}).map(sayReceive),
      (row) => footnotes.markers(row, "failures"),
    ),
    "## Odd arguments",
    "What `close` makes of other arguments. A number is the code that went out, `1000 + reason` that the reason went out with it; _no code_ means an empty Close frame, which the other side sees as 1005. An error name means that the call threw it.",
    ...callTables.flatMap(({ place, title, calls }) => [
      title,
      table(
        ["", ...Object.values(calls)],
        own,
        (row) => Object.keys(calls).map((call) => sayCall(row.calls[call] ?? "not measured")),
        (row) => footnotes.markers(row, place),
      ),
    ]),
    "## Notes",
    footnotes.list(),
    "## What was measured",
    versions(send, receive),
    ending,
  ];
  return format(sections.join("\n\n"), { parser: "markdown", printWidth: 100 });
}

const introduction = (send: Row[], receive: Row[]): string => {
  const days = [...new Set([...send, ...receive].map(({ date }) => date))].sort();
  return `<!-- Made by npm run runtimes:docs from packages/close-codes/runtimes/*.json. -->

# Which close codes can I send, and what will the other side see?

It depends on the runtime, and the specifications do not tell you how. So each one was run over loopback, against a peer that reads and writes raw frames: with all 65,536 codes, or, where it uses another's socket, mostly with the ends of each range. Measured ${days.length === 1 ? `on ${days[0]}` : `from ${days[0]} to ${days.at(-1)}`}; [versions and codes](#what-was-measured) are below.

✓ a Close frame with this code goes out · ✗ the call throws, and nothing is sent · ⚠ nothing stops it: a frame goes out that a strict peer answers with 1002`;
};

const summary = `In short:

- **1000 and 3000-4999 can be sent from everywhere.** For a meaning of your own use 4000-4999.
- **1001-1003 and 1007-1014 can be sent with \`ws\`, Bun, workerd and a Deno server, but not by a browser**, nor by what follows its rule: Node's and Deno's \`WebSocket\`, jsdom, faye-websocket. \`close(1001)\` and \`close(1011)\` throw there.
- **1004, 1005, 1006 and 1015 are never to be sent.** 1005 and 1006 are what your own side reports when the frame had no code, or never came. Where nothing checks them they do go out, and most receivers take them for a protocol error.
- **A lost connection is 1006, but not everywhere:** Deno says 0, and some reconnecting wrappers say 1000. A connection that never came about is 1015 in Firefox if TLS failed, and no close event at all in Node 20 and 22.
- **A code you receive is not in general one you can send.** \`a.on("close", (code) => b.close(code))\` throws as soon as the code is 1005 or 1006.`;

const ending = `\`npm run test:runtimes\` in this repository does it again, on your machine; what it needs from npm it installs in a temporary folder, and Chromium and Firefox are the ones your system has. \`npm run test:runtimes -- -u -t Deno\` measures one and writes its rows, \`npm run runtimes:docs\` writes this page. Every code, every odd call, what the sender's own close event says, and the code that comes back in the answering Close frame are in [send.json](../packages/close-codes/runtimes/send.json) and [receive.json](../packages/close-codes/runtimes/receive.json). What our reports and hovers claim of each is held against these tables in each test run; the rows of \`ws\`, undici and jsdom are also measured again.

Not measured: Safari, React Native, uWebSockets.js (which is not on npm), and the hosted edge of any cloud; workerd is the open-source runtime of Cloudflare Workers.`;

/** Which version was run when, and with which codes. */
function versions(send: Tables["send"], receive: Tables["receive"]): string {
  const lines = send.map(({ name, version, date, measured }) => {
    const other = receive.find((row) => row.name === name);
    return `| ${[name, version, date, measured, other?.measured ?? ""].join(" | ")} |`;
  });
  return ["| | version | on | sent | received |", `|${" --- |".repeat(5)}`, ...lines].join("\n");
}

/** One cell for a column of codes: the common outcome, and then the exceptions by code. */
function codesCell(
  groups: Record<string, string[]>,
  ranges: readonly string[],
  say: (outcome: string, code: number) => string,
): string {
  const did = outcomesByCode(groups);
  const outcomes = codesIn(ranges).map((code) => {
    const outcome = did[code];
    return [code, outcome === undefined ? "not measured" : say(outcome, code)] as const;
  });
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

const errorIn = (outcome: string): string | undefined => {
  const [, error] = /^throws (.+)$/.exec(outcome) ?? [];
  return error === undefined ? undefined : `\`${error}\``;
};

/** What went out, and whether it should have. */
function saySend(outcome: string, code: number): string {
  if (outcome.startsWith("throws ")) return "✗";
  if (!outcome.startsWith("sent")) return sayCall(outcome);
  return isSendable(code, "endpoint") ? "✓" : "⚠";
}

/** "throws TypeError" is the name of the error, "sends 1000 "bye"" is what went out. */
function sayCall(outcome: string): string {
  const error = errorIn(outcome);
  if (error !== undefined) return error;
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
    lines.set(line, [...(lines.get(line) ?? []), row.name + markers(row)]);
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
