/** Links to our own pages name files and headings that exist. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const OURS =
  /^https:\/\/github\.com\/ws-close-codes\/ws-close-codes(?:\/(?:blob|tree)\/main\/|(?=#|$))/u;

const pages = globSync(
  ["*.md", "docs/*.md", "packages/*/*.md", "packages/eslint-plugin/docs/**/*.md"],
  { cwd: root },
);

/** A page without its blocks of code, whose comments look like headings. */
const textOf = (file: string): string => readFileSync(file, "utf8").replace(/^```.*?^```$/gmsu, "");

/** The anchors that GitHub makes of headings; of two alike the second ends with `-1`. */
function anchorsOf(file: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of textOf(file).matchAll(/^#+ (.+)$/gmu)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/gu, "$1").toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
    let copy = 0;
    while (anchors.has(copy === 0 ? anchor : `${anchor}-${copy}`)) copy++;
    anchors.add(copy === 0 ? anchor : `${anchor}-${copy}`);
  }
  return anchors;
}

/** Whether a link of ours leads nowhere; one to another site is not ours. */
function isDead(link: string, page: string): boolean {
  const ours = OURS.exec(link)?.[0];
  if (ours === undefined && /^[a-z]+:/u.test(link)) return false;
  const [path = "", anchor] = link.slice(ours?.length ?? 0).split("#");
  const from = ours === undefined ? dirname(page) : ".";
  const target = join(root, path === "" && ours === undefined ? page : join(from, path));
  if (!existsSync(target)) return true;
  if (anchor === undefined) return false;
  return !anchorsOf(statSync(target).isDirectory() ? join(target, "README.md") : target).has(
    anchor,
  );
}

it.each(pages)("%s links to what exists", (page) => {
  const links = textOf(join(root, page)).matchAll(
    /\]\(([^\s)]+)|\b(?:src|srcset|href)="([^"]+)"/gu,
  );
  const dead = [...links]
    .map(([, link, other]) => link ?? other ?? "")
    .filter((link) => isDead(link, page));
  expect(dead).toEqual([]);
});
