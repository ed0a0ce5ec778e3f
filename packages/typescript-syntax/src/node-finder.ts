import type { Range } from "ws-close-codes-analysis";

/**
 * Finds the deepest node whose range holds an offset, its end included; what ends there gives way to
 * what begins there. Remembers the children that it has seen, and begins where it was last: who asks,
 * goes through the text.
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

  /** Whether no other node can hold the offset, but those inside this one and around it. */
  function holdsInside(node: N, offset: number): boolean {
    const { start, end } = range(node);
    return start < offset && offset < end;
  }

  const around: N[] = [];
  let latest = root;
  return (offset) => {
    while (latest !== root && !holdsInside(latest, offset)) latest = around.pop() ?? root;
    for (let next = childAt(latest, offset); next; next = childAt(next, offset)) {
      around.push(latest);
      latest = next;
    }
    return latest;
  };
}
