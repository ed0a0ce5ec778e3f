import type { Node, Syntax, ViewOf } from "../syntax.ts";

/** The member expressions of a file by name, and what is assigned to them; one walk finds both. */
export class MemberIndex {
  readonly #members = new Map<string, Node[]>();
  readonly #assignments = new Map<string, ViewOf<"assignment">[]>();

  constructor(syntax: Syntax) {
    syntax.walk(
      (node, view) => {
        if (view.kind === "member") {
          if (view.name !== undefined) add(this.#members, view.name, node);
        } else if (view.kind === "assignment") {
          const target = syntax.look(view.target);
          if (target.kind === "member" && target.name !== undefined)
            add(this.#assignments, target.name, view);
        }
      },
      new Set(["member", "assignment"] as const),
    );
  }

  /** In source order. */
  named(name: string): readonly Node[] {
    return this.#members.get(name) ?? [];
  }

  /** In source order. */
  assignmentsTo(name: string): readonly ViewOf<"assignment">[] {
    return this.#assignments.get(name) ?? [];
  }
}

function add<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list) list.push(one);
  else lists.set(name, [one]);
}
