import type { Node, Syntax } from "../syntax.ts";

/** Whether a text has a call that puts members into an object at all. */
export function mayFill(text: string): boolean {
  return /\bObject\.(?:assign|definePropert)/.test(text);
}

/** Whether members are put into an object here: `Object.assign(use, { lost: 4000 })`, `Object.defineProperty(use, ...)`. */
export function isFilledAt(use: Node, syntax: Syntax): boolean {
  const parent = syntax.parent(use);
  const call = parent && syntax.look(parent);
  if (call?.kind !== "call" || call.args[0] !== use) return false;
  const callee = syntax.look(call.callee);
  return callee.kind === "member" && /^(?:assign|definePropert(?:y|ies))$/.test(callee.name ?? "");
}
