import { constantAt } from "../flow/bindings.ts";
import { textOf } from "../places.ts";
import type { Sites } from "../sites/sites.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";
import type { Remedy, Report } from "./report.ts";

const NAME = "initCloseEvent";
/** A file with a `CloseEvent` of its own: declared, imported, required. An interface may add to the DOM's. */
const OWN =
  /\b(?:class|const|function|let|var)\s+(?:\{[^}]*)?\bCloseEvent\b|\bimport\b[^;"'`]*\bCloseEvent\b/;

/** What it took behind the type, in its order: the members of the constructor's options. */
const OPTIONS = ["bubbles", "cancelable", "wasClean", "code", "reason"] as const;

/** Calls of `initCloseEvent`, which no runtime has any more. */
export function initCloseEvents(sites: Sites): readonly Report[] {
  const { syntax, flow } = sites.file;
  return sites.callsOf(NAME).flatMap(({ node, view, callee }): Report | [] => {
    if (isAskedFor(node, view, syntax) || isOfOwnClass(callee.object, syntax)) return [];
    if (OWN.test(syntax.text) || flow.valuesOf(view.callee).length > 0) return [];
    const remedies = constructed(node, view, callee, sites);
    return {
      id: "init-close-event",
      data: {},
      range: syntax.range(callee.property),
      remedies,
    };
  });
}

/** `if (event.initCloseEvent)` around it, `event.initCloseEvent?.()`: it is known that it may be absent. */
function isAskedFor(node: Node, { callee }: ViewOf<"call">, syntax: Syntax): boolean {
  const { text } = syntax;
  if (/^\s*\?\./u.test(text.slice(syntax.range(callee).end))) return true;
  for (let at = syntax.parent(node); at; at = syntax.parent(at)) {
    const view = syntax.look(at);
    const test =
      view.kind === "either" ? (view.test ?? view.arms[0]) : view.kind === "if" ? view.test : node;
    const { start, end } = syntax.range(test);
    if (test !== node && text.slice(start, end).includes(NAME)) return true;
  }
  return false;
}

/** `new FakeEvent("close")`, of a class that the file declares or imports. */
function isOfOwnClass(object: Node, syntax: Syntax): boolean {
  const view = syntax.look(constantAt(object, syntax)?.init ?? object);
  if (view.kind !== "call" || !view.construct) return false;
  return syntax.binding(view.callee, "value")?.kind !== "global";
}

/**
 * `const event = document.createEvent("CloseEvent")` becomes the constructor, and the call that
 * filled it goes: only where both are statements of one block, and the values are there already, which
 * they are if they are spelled out or nothing stands in between.
 */
function constructed(
  node: Node,
  { args }: ViewOf<"call">,
  { object }: ViewOf<"member">,
  { file: { syntax, constants } }: Sites,
): readonly Remedy[] {
  const binding = syntax.binding(object, "value");
  const statement = syntax.parent(node);
  if (binding?.kind !== "variable" || !binding.constant || !binding.init || !statement) return [];
  const variable = syntax.parent(binding.init);
  const declared = variable && syntax.look(variable);
  const created = syntax.look(binding.init);
  if (syntax.kind(statement) !== "expression" || declared?.kind !== "variable") return [];
  if (created.kind !== "call" || binding.path.length > 0) return [];
  const maker = syntax.look(created.callee);
  if (maker.kind !== "member" || maker.name !== "createEvent") return [];
  const block = syntax.parent(statement);
  if (!variable || !block || syntax.parent(variable) !== block) return [];
  const around = syntax.look(block);
  const statements = around.kind === "block" ? around.statements : [];
  const isNext = statements.indexOf(variable) + 1 === statements.indexOf(statement);
  const uses = syntax.references(binding.node).map((use) => syntax.range(use));
  const isThere = (arg: Node): boolean => {
    const { start, end } = syntax.range(arg);
    return isNext
      ? !uses.some((use) => start <= use.start && use.end <= end)
      : constants.valueOf(arg).known;
  };
  if (args.length !== OPTIONS.length + 1 || !args.every(isThere)) return [];

  const [type, ...values] = args.map((arg) => textOf(arg, syntax));
  const options = OPTIONS.map((name, index) => `${name}: ${values[index]}`);
  const text = `new CloseEvent(${type}, { ${options.join(", ")} })`;
  const edits = [
    { range: syntax.range(binding.init), text },
    { range: lineOf(syntax.range(node), syntax.text), text: "" },
  ];
  return [{ id: "construct-close-event", data: {}, edits }];
}

/** The statement of a call, with its semicolon, and with its line where it has one of its own. */
function lineOf(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): { readonly start: number; readonly end: number } {
  const last = end + (/^[ \t]*;/u.exec(text.slice(end))?.[0].length ?? 0);
  const before = /(?:\r?\n)[ \t]*$/u.exec(text.slice(0, start))?.[0].length;
  const alone = before !== undefined && /^[ \t]*(?:\r?\n|$)/u.test(text.slice(last));
  return alone ? { start: start - before, end: last } : { start, end: last };
}
