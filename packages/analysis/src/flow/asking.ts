import type { Node } from "../syntax.ts";

/** Deep enough for real programs, and an end for adversarial ones. */
const DEEPEST = 40;

/** Questions about nodes that lead to other questions, and come to an end. */
export class Asking {
  #depth = 0;

  /**
   * What is found out about a node, once. Where it is asked for meanwhile, it is unknown: what is made
   * of itself ends here.
   */
  once<T>(known: Map<Node, T>, node: Node, unknown: T, find: () => T): T {
    if (known.has(node)) return known.get(node) as T;
    return this.deeper(unknown, () => {
      known.set(node, unknown);
      const found = find();
      if (found !== unknown) known.set(node, found);
      return found;
    });
  }

  /** One step on; beyond the deepest, it is unknown. */
  deeper<T>(unknown: T, find: () => T): T {
    if (this.#depth > DEEPEST) return unknown;
    this.#depth++;
    try {
      return find();
    } finally {
      this.#depth--;
    }
  }
}
