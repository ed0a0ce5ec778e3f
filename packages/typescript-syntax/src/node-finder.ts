import type { Range } from "ws-close-codes-analysis";

/**
 * Finds the deepest node whose range holds an offset, its end included; what ends there gives way to
 * what begins there. Remembers the children that it has seen.
 *
 * @param children - of a node, in source order, none inside another
 */
export function nodeFinder<N extends object>(
  root: N,
  children: (node: N) => readonly N[],
  range: (node: N) => Range,
): (offset: number) => N {
  const known = new Map<N, readonly N[]>();

  function childAt(node: N, offset: number): N | undefined {
    let inside = known.get(node);
    if (!inside) known.set(node, (inside = children(node)));
    let [low, high] = [0, inside.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const child = inside[middle];
      if (child && range(child).start <= offset) low = middle + 1;
      else high = middle;
    }
    const last = inside[low - 1];
    return last && offset <= range(last).end ? last : undefined;
  }

  return (offset) => {
    let deepest = root;
    for (let next = childAt(root, offset); next; next = childAt(next, offset)) deepest = next;
    return deepest;
  };
}
