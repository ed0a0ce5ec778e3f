import type { Site, Slot } from "./sites/site.ts";

/**
 * A code at its site, as a message quotes it: `close(1006)`, `event.code === 999`, `case 999`. Of
 * `close(ok ? 1000 : 1006)` each arm is quoted as if it stood alone.
 *
 * @param text the file's text
 */
export function quote(site: Site, slot: Slot, text: string): string {
  const code = oneLine(text.slice(slot.range.start, slot.range.end));
  // `socket.close.bind(socket)` in the place of a handler
  if (slot.node === site.node) return code;
  switch (site.form) {
    case "call":
    case "wrapper":
      return `${site.method ?? "close"}(${code})`;
    case "construct":
      return `new ${site.method ?? ""}(${code})`;
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

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
