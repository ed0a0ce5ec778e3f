import { spelledElements } from "../flow/spelled-lists.ts";
import type { Node, Syntax, ViewOf } from "../syntax.ts";

/**
 * A call as the function that it is about sees it: `f.call(x, a)`, `f.apply(x, [a])`, `f.bind(x, a)`
 * and `f(...[a])` are `f(a)`. A list that is not spelled out stays a spread.
 */
export function asCalled(view: ViewOf<"call">, syntax: Syntax): ViewOf<"call"> {
  const callee = syntax.look(view.callee);
  if (callee.kind !== "member") return withElements(view, syntax);
  const { object } = callee;
  if (callee.name === "call" || callee.name === "bind")
    return withElements({ ...view, callee: object, args: view.args.slice(1) }, syntax);
  if (callee.name !== "apply") return withElements(view, syntax);
  const list = view.args[1] && spelledElements(view.args[1], syntax);
  return list ? { ...view, callee: object, args: list } : view;
}

function withElements(view: ViewOf<"call">, syntax: Syntax): ViewOf<"call"> {
  // Hardly any call has one, and all calls come by here.
  if (spreadAt(view.args, syntax) < 0) return view;
  const args = view.args.flatMap((arg): readonly Node[] => {
    const spread = syntax.look(arg);
    const elements = spread.kind === "spread" ? spelledElements(spread.operand, syntax) : undefined;
    return elements ?? [arg];
  });
  return { ...view, args };
}

/** The index of the first `...others` among the arguments of a call; -1 for none. */
export function spreadAt(args: readonly Node[], syntax: Syntax): number {
  let index = 0;
  for (const arg of args) {
    if (syntax.kind(arg) === "spread") return index;
    index++;
  }
  return -1;
}

/** Whether a call is one of `bind`, which calls nothing yet. */
export function isBound({ callee }: ViewOf<"call">, syntax: Syntax): boolean {
  const view = syntax.look(callee);
  return view.kind === "member" && view.name === "bind";
}
