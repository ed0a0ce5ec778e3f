import { functionAround } from "../places.ts";
import type { Kind, Node } from "../syntax.ts";
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

/** What holds the statement that something stands in. */
const ENDS: ReadonlySet<Kind> = new Set<Kind>(["block", "function"]);
/** Calls that fail a test wherever it comes to them. */
const FAILS: ReadonlySet<string> = new Set(["assert_unreached", "fail", "unreachable"]);
/** Calls that fail a test if they are given `false`. */
const ASSERTS: ReadonlySet<string> = new Set(["assert", "ok"]);

/**
 * `assert.throws(() => ws.close(1006))`, `expect(() => ws.close(1006)).toThrow()`,
 * `expect(ws.close.bind(ws, 1006)).to.throw()`, `try { ws.close(1006); assert.fail(); } catch {}`.
 */
export function isExpectedToThrow(node: Node, file: File): boolean {
  if (throwsByCall(node, file) || failsBehind(node, file)) return true;
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

/** Whether it stands in a `try` that fails if it comes past it. */
function failsBehind(node: Node, file: File): boolean {
  const { syntax } = file;
  let child = node;
  let at = syntax.parent(node);
  while (at && !ENDS.has(syntax.kind(at))) {
    child = at;
    at = syntax.parent(at);
  }
  const block = at && syntax.look(at);
  const around = at && syntax.parent(at);
  const view = around && syntax.look(around);
  if (block?.kind !== "block" || view?.kind !== "try") return false;
  if (view.block !== at || !view.handler) return false;
  return block.statements
    .slice(block.statements.indexOf(child) + 1)
    .some((one) => fails(one, file));
}

/** `throw new Error("should throw")`, `t.fail()`, `assert(false)`. */
function fails(statement: Node, file: File): boolean {
  const view = file.syntax.look(statement);
  const call = view.kind === "expression" ? file.syntax.look(view.expression) : view;
  if (call.kind !== "call") return call.kind === "throw";
  const name = file.nameOf(call.callee) ?? "";
  if (FAILS.has(name)) return true;
  const given = call.args[0] && file.syntax.look(call.args[0]);
  return ASSERTS.has(name) && given?.kind === "literal" && given.value === false;
}
