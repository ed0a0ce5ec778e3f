import { isInside } from "./places.ts";
import type { Site, Slot } from "./sites/site.ts";
import type { Syntax } from "./syntax.ts";

/**
 * A code at its site, as a message quotes it: `close(1006)`, `event.code === 999`, `case 999`. Of
 * `close(ok ? 1000 : 1006)` each arm is quoted as if it stood alone.
 */
export function quote(site: Site, slot: Slot, syntax: Syntax): string {
  const { text } = syntax;
  const code = oneLine(text.slice(slot.range.start, slot.range.end));
  // `socket.close.bind(socket)` in the place of a handler
  if (slot.node === site.node) return code;
  switch (site.form) {
    case "call":
      return `${site.method ?? "close"}(${inObject(site, code, syntax)})`;
    case "wrapper":
      return `${site.method ?? "close"}(${behind(site, syntax)}${inObject(site, code, syntax)})`;
    case "construct":
      return `new ${site.method ?? ""}(${behind(site, syntax)}${inObject(site, code, syntax)})`;
    case "switch":
      return `case ${code}`;
    case "comparison":
    case "range":
    case "assertion":
      return oneLine(text.slice(site.range.start, site.range.end));
    default:
      return code;
  }
}

/** A value as a program writes it: `"1000"`, `1000n`. */
export function written(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** `…, ` where the code is not in the first argument. */
function behind({ node, code }: Site, syntax: Syntax): string {
  const call = syntax.look(node);
  const [first] = call.kind === "call" ? call.args : [];
  return !code || !first || isInside(code, first, syntax) ? "" : "…, ";
}

/** `{ closeCode: 1006 }` where the code stands in an object. */
function inObject({ code }: Site, text: string, syntax: Syntax): string {
  const around = code && syntax.parent(code);
  const view = around && syntax.look(around);
  if (view?.kind !== "object") return text;
  const name = view.properties.find(({ value }) => value === code)?.name;
  return name === undefined || name === text ? `{ ${text} }` : `{ ${name}: ${text} }`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
