import type { TextEdit } from "./edits.ts";
import type { Node, Range } from "./syntax.ts";

/** A name that a file gets from another module. */
export interface ImportedName {
  /** The exported name; `default`; `*` for a namespace; `module.exports` for a whole `require()`. */
  readonly imported: string;
  readonly local: string;
  /** `import { type T }`. */
  readonly typeOnly: boolean;
  /** The identifier that is `local`, where the checker can be asked what it holds. */
  readonly node?: Node;
  /** The specifier: `a`, `a as b`, `type T`, `a: b`. */
  readonly range: Range;
}

/** `import … from "m"`, or `const … = require("m")`, at the top level of a file. */
export interface ImportStatement {
  readonly module: string;
  readonly range: Range;
  /** `import type …`. */
  readonly typeOnly: boolean;
  readonly names: readonly ImportedName[];
}

/** How a file gets names from other modules: what a host tells of it. */
export interface Imports {
  readonly system: "esm" | "commonjs";
  readonly statements: readonly ImportStatement[];
  /**
   * Where a first one is inserted: behind the shebang, directives and a leading comment. Nowhere in
   * a component that has no script.
   */
  readonly start?: number;
}

/**
 * The edits that make an export of a module available: extends an import that is there, turns a
 * type-only one into a real one, or else inserts a statement in the file's own style.
 *
 * @param local the name that it gets in the file
 * @returns `undefined` where there is no place for a first import
 */
export function importEdits(
  { system, statements, start }: Imports,
  text: string,
  { module, name }: { readonly module: string; readonly name: string },
  local: string,
): readonly TextEdit[] | undefined {
  const names = specifier(name, local, system);
  for (const statement of statements) {
    if (statement.module !== module) continue;
    const edits = madeReal(statement, name, local, text) ?? extended(statement, names, text);
    if (edits) return edits;
  }
  const last = statements.at(-1);
  const at = last ? endOfLine(text, last.range.end) : start;
  if (at === undefined) return undefined;
  const style = styleOf(last ? text.slice(last.range.start, last.range.end) : text);
  const quoted = `${style.quote}${module}${style.quote}`;
  const statement =
    system === "esm"
      ? `import { ${names} } from ${quoted}${style.end}`
      : `const { ${names} } = require(${quoted})${style.end}`;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return [
    { range: { start: at, end: at }, text: last ? newline + statement : statement + newline },
  ];
}

/** `import type { A, CloseCode }` becomes `import { type A, CloseCode }`. */
function madeReal(
  { typeOnly, names, range }: ImportStatement,
  name: string,
  local: string,
  text: string,
): readonly TextEdit[] | undefined {
  const ours = names.find((one) => one.imported === name && one.local === local);
  if (!ours || !(typeOnly || ours.typeOnly)) return undefined;
  if (ours.typeOnly) return [removal(/^type\s+/u, ours.range, text)];
  const others = names.filter((one) => one !== ours);
  return [
    removal(/(?<=^import\s+)type\s+/u, range, text),
    ...others.map((one) => ({
      range: { start: one.range.start, end: one.range.start },
      text: "type ",
    })),
  ];
}

function removal(pattern: RegExp, { start, end }: Range, text: string): TextEdit {
  const match = pattern.exec(text.slice(start, end));
  const from = start + (match?.index ?? 0);
  return { range: { start: from, end: from + (match?.[0].length ?? 0) }, text: "" };
}

/** Puts a name behind the last one in braces, or braces behind a default import. */
function extended(
  { typeOnly, names }: ImportStatement,
  added: string,
  text: string,
): readonly TextEdit[] | undefined {
  const last = names.at(-1);
  if (typeOnly || !last || last.imported === "*" || last.imported === "module.exports")
    return undefined;
  const { end } = last.range;
  const rest = text.slice(end);
  const range = { start: end, end };
  if (last.imported === "default" && /^\s*from\b/u.test(rest))
    return [{ range, text: `, { ${added} }` }];
  return /^\s*,?\s*\}/u.test(rest) ? [{ range, text: `, ${added}` }] : undefined;
}

function specifier(name: string, local: string, system: Imports["system"]): string {
  if (name === local) return name;
  return system === "esm" ? `${name} as ${local}` : `${name}: ${local}`;
}

/** The quotes and the semicolons that a piece of source is written with. */
function styleOf(source: string): { readonly quote: string; readonly end: string } {
  const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;
  return {
    quote: count(/'/gu) > count(/"/gu) ? "'" : '"',
    end: /;\s*$/mu.test(source) ? ";" : "",
  };
}

/** Behind a comment that shares the line, so that it stays with its statement. */
function endOfLine(text: string, offset: number): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/[ \t]*)?(?=\r?\n|$)/u.exec(
    text.slice(offset),
  );
  return offset + (rest?.[0].length ?? 0);
}
