/**
 * Writes the README's table of supported libraries from the catalogue, between
 * `<!-- libraries:start -->` and `<!-- libraries:end -->`; prints it where there is no such place.
 *
 *   npm run libraries [-- --check]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import type { Profile } from "ws-close-codes";
import { libraries, type Library, type LibraryType } from "ws-close-codes-analysis";

const README = new URL("../README.md", import.meta.url);
const START = "<!-- libraries:start -->";
const END = "<!-- libraries:end -->";

const table = await format(
  [
    "| library | finds | profile |",
    "| --- | --- | --- |",
    ...libraries.filter(({ lookAlike }) => !lookAlike).map(rowOf),
  ].join("\n"),
  { ...(await resolveConfig(README)), parser: "markdown" },
);
const written = readFileSync(README, "utf8");
const check = process.argv.includes("--check");
const [start, end] = [written.indexOf(START), written.indexOf(END)];

if (start < 0 || end < start) {
  if (check) fail(`README.md has no ${START} and ${END}. Add them where the table belongs.`);
  console.log(table);
} else {
  const wanted = `${written.slice(0, start)}${START}\n\n${table}\n${written.slice(end)}`;
  if (check && wanted !== written)
    fail("The README's table of libraries is out of date. Run npm run libraries.");
  if (!check) writeFileSync(README, wanted);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function rowOf(library: Library): string {
  const name = library.url === undefined ? library.title : `[${library.title}](${library.url})`;
  const profiles = profilesOf(library);
  const data = JSON.stringify(library, (key, value: unknown) => (key === "send" ? [] : value));
  const found = [
    ...(profiles.length > 0 ? ["sends"] : []),
    // As a value it is the role of what is received.
    ...(/"code"(?!:)|"awaits":/.test(data) ? ["receives"] : []),
    ...(data.includes('"constants":') ? ["constants"] : []),
  ];
  return `| ${name} | ${found.join(", ")} | ${profiles.join(", ")} |`;
}

/** What its sockets may be, in a program that shows no runtime. */
function profilesOf({ types = {} }: Library): readonly Profile[] {
  const ancestry = (type: LibraryType): readonly LibraryType[] => {
    const base = type.extends === undefined ? undefined : types[type.extends];
    return base ? [type, ...ancestry(base)] : [type];
  };
  const extended = new Set(Object.values(types).map((type) => type.extends));
  const found = Object.entries(types).flatMap(([name, type]): readonly Profile[] => {
    if (extended.has(name)) return [];
    const line = ancestry(type);
    const own = line.flatMap(({ profile }) => profile ?? [])[0];
    const taken =
      typeof own === "object" && "auto" in own ? own.auto : (own as Profile | undefined);
    const sends = line.flatMap(({ methods = {}, construct = {} }) => [
      ...Object.values(methods),
      // Everyone can make up an event.
      ...(taken === "simulated" ? [] : [construct]),
    ]);
    return sends.flatMap(({ send, profile }) => (send ? [profile ?? taken ?? []].flat() : []));
  });
  return [...new Set(found)];
}
