/** Renders what a Syntax shows of a whole file, so that two of them can be compared as text. */
import type { Kind, Node, Syntax, View } from "ws-close-codes-analysis";

const KINDS = [
  "identifier",
  "this",
  "super",
  "literal",
  "template",
  "member",
  "call",
  "unary",
  "binary",
  "either",
  "assignment",
  "object",
  "array",
  "function",
  "class",
  "await",
  "spread",
  "variable",
  "enum",
  "pattern",
  "switch",
  "case",
  "return",
  "throw",
  "break",
  "block",
  "expression",
  "if",
  "try",
  "type-reference",
  "type-union",
  "type-intersection",
  "type-array",
  "type-tuple",
  "type-literal",
  "type-query",
  "type-object",
  "function-type",
  "interface",
  "type-alias",
] as const satisfies readonly Exclude<Kind, "other">[];

type Undumped = Exclude<Kind, (typeof KINDS)[number] | "other">;

/** Fails to compile when the port has a kind that is not dumped. */
export const kinds = new Set<Kind>(KINDS) satisfies [Undumped] extends [never]
  ? ReadonlySet<Kind>
  : Undumped;

/** Kinds whose start differs between trees: `export`, decorators, `declare` are in or out. */
const STATEMENTS: ReadonlySet<Kind> = new Set<Kind>([
  "block",
  "class",
  "enum",
  "interface",
  "type-alias",
  "function",
  "variable",
  "other",
]);

/** A node by what it is and where it ends, and where it starts if that is the port's promise. */
function label(syntax: Syntax, node: Node): string {
  const known = labels.get(node);
  if (known !== undefined) return known;
  const kind = syntax.kind(node);
  const { start, end } = syntax.range(node);
  const text = STATEMENTS.has(kind)
    ? `…${end}`
    : `${start}-${end} ${JSON.stringify(syntax.text.slice(start, Math.min(end, start + 30)))}`;
  labels.set(node, `${kind}@${text}`);
  return `${kind}@${text}`;
}

const labels = new WeakMap<Node, string>();

const isNode = (value: unknown, known: ReadonlySet<Node>): value is Node =>
  typeof value === "object" && value !== null && known.has(value);

/** One field of a view, with nodes by label. */
function render(syntax: Syntax, value: unknown, known: ReadonlySet<Node>): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "function") return undefined;
  if (isNode(value, known)) return label(syntax, value);
  if (Array.isArray(value)) return value.map((one) => render(syntax, one, known) ?? null);
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value).sort();
    return Object.fromEntries(
      keys.map((key) => [key, render(syntax, value[key as keyof typeof value], known)]),
    );
  }
  return value;
}

/** Every bare node of a file, in the order of the walk. */
export function nodesOf(syntax: Syntax): Node[] {
  const nodes: Node[] = [];
  syntax.walk((node) => nodes.push(node), new Set<Kind>([...KINDS, "other"]));
  return nodes;
}

/** The nodes in the fields of a view. */
export function nodesIn(view: View): object[] {
  const { kind, ...fields } = view;
  const nodes: object[] = [];
  const collect = (value: unknown, key: string): void => {
    if (Array.isArray(value))
      value.forEach((one) => {
        collect(one, key);
      });
    else if (typeof value !== "object" || value === null) return;
    else if (records.has(key)) for (const [name, one] of Object.entries(value)) collect(one, name);
    else nodes.push(value);
  };
  for (const [key, value] of Object.entries(fields))
    collect(
      value,
      key === "members" && kind.startsWith("type-") && kind !== "type-object" ? "" : key,
    );
  return nodes;
}

/** Fields that hold records of nodes, not nodes. */
const records: ReadonlySet<string> = new Set(["properties", "params", "members", "cases"]);

/** The nearest node around that is not `other`: trees differ in what they put between. */
export function around(syntax: Syntax, node: Node): Node | undefined {
  let parent = syntax.parent(node);
  while (parent && syntax.look(parent).kind === "other") parent = syntax.parent(parent);
  return parent;
}

/** The views of a file, one line for each node that is not `other`, in source order. */
export function dumpViews(syntax: Syntax): string[] {
  const known = new Set(nodesOf(syntax));
  const lines: string[] = [];
  syntax.walk((node, view: View) => {
    const parent = around(syntax, node);
    const fields = { ...view, kind: undefined };
    const returns = view.kind === "function" ? view.returns() : [];
    const assertion = syntax.assertion(node);
    lines.push(
      [
        label(syntax, node),
        JSON.stringify(render(syntax, fields, known)),
        ...(returns.length > 0
          ? [`returns ${JSON.stringify(render(syntax, returns, known))}`]
          : []),
        ...(assertion ? [`as ${label(syntax, assertion)}`] : []),
        `in ${parent ? label(syntax, parent) : "nothing"}`,
      ].join(" "),
    );
  }, kinds);
  return lines;
}

/** What every identifier means, and once for each declaration which others mean the same. */
export function dumpBindings(syntax: Syntax): string[] {
  const known = new Set(nodesOf(syntax));
  const seen = new Set<Node>();
  const lines: string[] = [];
  syntax.walk(
    (node) => {
      for (const meaning of ["value", "type"] as const) {
        const binding = syntax.binding(node, meaning);
        if (!binding) continue;
        const target = "node" in binding ? binding.node : undefined;
        lines.push(
          `${label(syntax, node)} ${meaning} ${JSON.stringify(render(syntax, binding, known))}`,
        );
        if (!target || seen.has(target)) continue;
        seen.add(target);
        const places = syntax.references(target).map((one) => syntax.range(one).start);
        lines.push(`${label(syntax, target)} is referred to at ${places.join(" ")}`);
      }
    },
    new Set<Kind>(["identifier"]),
  );
  return lines;
}
