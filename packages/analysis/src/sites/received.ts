import type { Role } from "../flow/value.ts";
import type { Node, Range } from "../syntax.ts";
import type { File } from "./file.ts";
import type { Sites } from "./sites.ts";

/** A name for what is received with a close: `event.code`, `({ wasClean })`, `(code, reason) =>`. */
export interface Received {
  readonly role: Role;
  /** Where the name stands. */
  readonly range: Range;
}

/** How libraries call the properties that hold it; asked before the checker is. */
const NAMES = /code|status|reason|clean/i;

/** What is received with a close and named at an offset; only what flow and types are sure of. */
export function receivedAt({ file }: Sites, offset: number): Received | undefined {
  const { syntax } = file;
  const at = syntax.at(offset);
  const parent = at && syntax.parent(at);
  const around = parent && syntax.look(parent);
  const node = parent && around?.kind === "member" && around.property === at ? parent : at;
  const view = node && syntax.look(node);
  if (view?.kind !== "identifier" && view?.kind !== "member") return undefined;
  const range = syntax.range(view.kind === "member" ? view.property : (node as Node));
  if (offset < range.start || offset > range.end) return undefined;
  const role = roleOf(file, node as Node);
  return role && { role, range };
}

function roleOf(file: File, node: Node): Role | undefined {
  const values = file.flow.valuesOf(node);
  const known = values.find((value) => value.is === "role");
  if (known) return known.role;
  const view = file.syntax.look(node);
  if (values.length > 0 || view.kind !== "member") return undefined;
  const { name } = view;
  if (name === undefined || !NAMES.test(name)) return undefined;
  return file
    .typesOf(view.object)
    .map((type) => type.member(name))
    .find((shape): shape is Role => shape === "code" || shape === "reason" || shape === "clean");
}
