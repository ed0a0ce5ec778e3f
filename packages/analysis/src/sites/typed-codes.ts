import type { CatalogueType } from "../catalogue/catalogue.ts";
import type { Node, ViewOf } from "../syntax.ts";
import type { File } from "./file.ts";

/**
 * The types whose received code a name is, by what the checker says; none where it says that it is
 * something else, nothing where it says nothing.
 */
export function typesOfCode(
  subject: Node,
  view: ViewOf<"identifier" | "member">,
  file: File,
): readonly CatalogueType[] | undefined {
  if (view.kind === "identifier") return typesThatTell(subject, file);
  const { name, object } = view;
  const typed = name === undefined ? [] : file.typesOf(object);
  if (name === undefined || typed.length === 0) return undefined;
  return typed.filter((type) => type.member(name) === "code");
}

/** Those that tell a handler's parameter the code: `this.deps.link.on("close", (code) => ...)`. */
function typesThatTell(subject: Node, file: File): readonly CatalogueType[] | undefined {
  const { syntax, flow } = file;
  const binding = syntax.types && syntax.binding(subject, "value");
  if (binding?.kind !== "parameter" || binding.rest) return undefined;
  const typed = flow.subscriptions
    .of(binding.function)
    .flatMap(({ receiver, how, event }) =>
      file.typesOf(receiver).map((type) => ({ type, how, event })),
    );
  if (typed.length === 0) return undefined;
  return typed.flatMap(({ type, how, event }) => {
    const shape = how === "on" ? type.on(event)?.[binding.index] : type.listen(event);
    const [step, ...deeper] = binding.path;
    if (!step) return shape === "code" ? type : [];
    if (typeof shape !== "string" || step.name === undefined || deeper.length > 0) return [];
    const inner = file.catalogue.type(type.library, shape);
    return inner?.member(step.name) === "code" ? inner : [];
  });
}
