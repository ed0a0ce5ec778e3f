import { functionAround } from "../places.ts";
import type { Node } from "../syntax.ts";
import type { File } from "./file.ts";

/** Calls that expect the function that they are given to throw. */
const EXPECTS_THROW: ReadonlySet<string> = new Set([
  "throws",
  "throwsAsync",
  "rejects",
  "throw",
  "toThrow",
  "toThrowError",
  "expectToThrow",
  "assertThrows",
  "assertRejects",
  "assert_throws_dom",
  "assert_throws_js",
  "toThrowErrorMatchingInlineSnapshot",
  "toThrowErrorMatchingSnapshot",
]);

/**
 * `assert.throws(() => ws.close(1006))`, `expect(() => ws.close(1006)).toThrow()`,
 * `expect(ws.close.bind(ws, 1006)).to.throw()`.
 */
export function isExpectedToThrow(node: Node, file: File): boolean {
  if (throwsByCall(node, file)) return true;
  const fn = functionAround(node, file.syntax);
  return fn !== undefined && [fn, ...file.flow.uses.of(fn)].some((one) => throwsByCall(one, file));
}

/** Whether this is handed to a call that expects it to throw. */
function throwsByCall(handed: Node, file: File): boolean {
  const call = file.syntax.parent(handed);
  const view = call && file.syntax.look(call);
  if (!call || view?.kind !== "call" || !view.args.includes(handed)) return false;
  const name = file.nameOf(view.callee);
  if (name === undefined) return false;
  return EXPECTS_THROW.has(name) || (name === "expect" && chainExpectsThrow(call, file));
}

function chainExpectsThrow(expectation: Node, { syntax }: File): boolean {
  for (let at = syntax.parent(expectation); at; at = syntax.parent(at)) {
    const view = syntax.look(at);
    if (view.kind !== "member") return false;
    if (view.name !== undefined && EXPECTS_THROW.has(view.name)) return true;
  }
  return false;
}
