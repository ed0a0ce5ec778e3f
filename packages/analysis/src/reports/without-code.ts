import { isOther } from "../flow/value.ts";
import { isExpectedToThrow } from "../sites/expected-throw.ts";
import type { File } from "../sites/file.ts";
import type { Site } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Report } from "./report.ts";

/**
 * Libraries whose `close()` was seen to send a Close frame without a code (docs/runtimes.md); others,
 * such as `Bun.serve` and partysocket, send 1000.
 */
const SENDS_EMPTY: ReadonlySet<string> = new Set([
  "deno",
  "dom",
  "isomorphic-ws",
  "jsdom",
  "undici",
  "workers",
  "ws",
]);

/** A send without a code, on a socket that the file or the checker shows to be one. */
export function missingCodes(site: Site, { file }: Sites): readonly Report[] {
  const { syntax } = file;
  const { method, target, types, node, range } = site;
  if (method !== "close" || target.profiles.includes("simulated")) return [];
  if (!types.every(({ library }) => SENDS_EMPTY.has(library.api === "ws" ? "ws" : library.name)))
    return [];
  const view = syntax.look(node);
  const callee = view.kind === "call" ? syntax.range(view.callee) : range;
  const from = syntax.text.indexOf("(", callee.end);
  if (!/^\(\s*\)$/u.test(syntax.text.slice(from, range.end))) return [];
  if (mayBeOther(site, file) || isExpectedToThrow(node, file)) return [];
  const edits = [{ range: { start: from, end: range.end }, text: "(1000)" }];
  return [
    {
      id: "without-code",
      data: { call: "close()" },
      range,
      remedies: [{ id: "send-normal", data: {}, edits }],
    },
  ];
}

/** `source: EventSource | WebSocket`: the other one takes no code. */
function mayBeOther({ subject }: Site, { flow, syntax, catalogue }: File): boolean {
  if (!subject) return false;
  return (
    flow.valuesOf(subject).some((value) => isOther([value])) ||
    (syntax.types?.of(subject) ?? []).some(
      (fact) => catalogue.declared(fact)?.method("close") === undefined,
    )
  );
}
