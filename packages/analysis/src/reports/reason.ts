import { explainReason, MAX_REASON_BYTES, reasonByteLength, type Texts } from "ws-close-codes";
import { replaceCode } from "../edits.ts";
import { constantAt, declarationAt } from "../flow/bindings.ts";
import type { Static } from "../flow/constants.ts";
import { textOf } from "../places.ts";
import { isExpectedToThrow } from "../sites/expected-throw.ts";
import type { File } from "../sites/file.ts";
import type { Site } from "../sites/site.ts";
import type { Sites } from "../sites/sites.ts";
import type { Node } from "../syntax.ts";
import type { Message, Remedy, Report } from "./report.ts";

export interface ReasonOptions {
  /** Whether reasons are reported that may have any length, such as `error.message`. */
  readonly checkUnbounded: boolean;
}

const CUTS: ReadonlySet<string> = new Set(["slice", "substring", "substr"]);
const RELATIONAL: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);
const ERROR = /^_?(?:e|err|error|ex|exc|exception|cause|failure)$|(?:err|error|exception)$/i;
/** What is counted in bytes already. */
const BYTES = /buf|byte|encod|uint8/i;

/** Calls that give ASCII, a byte for every character; and the encodings that others give it in. */
const ASCII: ReadonlySet<string> = new Set([
  ...["btoa", "encodeURI", "encodeURIComponent", "escape", "toBase64", "toHex", "toISOString"],
]);
const ENCODES: ReadonlySet<string> = new Set(["digest", "toString"]);
const ASCII_ENCODINGS: ReadonlySet<unknown> = new Set(["ascii", "base64", "base64url", "hex"]);

/** A longer chain of constants and concatenations is no program that people write. */
const DEEPEST = 50;

/** Reasons that do not fit into a Close frame, or come without a code. One report for a send. */
export function invalidReasons(
  site: Site,
  sites: Sites,
  texts: Texts,
  { checkUnbounded }: ReasonOptions,
): readonly Report[] {
  const { reason, target } = site;
  if (!reason || target.profiles.includes("simulated")) return [];
  const { file } = sites;
  const call = `${site.method ?? "close"}()`;
  const report = ({ id, data }: Message, node: Node, remedies: readonly Remedy[]): Report[] =>
    isExpectedToThrow(site.node, file)
      ? []
      : [{ id, data, range: file.syntax.range(node), remedies }];

  const bytes = staticBytes(reason, file, 0);
  if (bytes > MAX_REASON_BYTES)
    return report(explainReason({ fault: "too-long", bytes, target }, call, texts), reason, []);

  const [slot, other] = site.slots;
  const isMissing = slot?.static.known && slot.static.value === undefined && !other;
  if (isMissing && bytes > 0 && site.evidence !== "convention") {
    const edits = replaceCode(site, slot, "1000", file.syntax) ?? [];
    const data = { code: textOf(slot.node, file.syntax), instead: "1000" };
    const found = explainReason({ fault: "without-code" }, call, texts);
    return report(found, slot.node, [{ id: "replace-code", data, edits }]);
  }

  const limit = limitInCharacters(reason, file);
  if (limit) {
    const written = textOf(limit.node, file.syntax).replace(/\s+/gu, " ");
    const found = explainReason({ fault: "in-characters", limit: written }, call, texts);
    return report(found, limit.node, limit.cut ? cutByBytes(limit.node, limit.cut, file) : []);
  }

  const unbounded = checkUnbounded ? unboundedPart(reason, file, 0) : undefined;
  if (!unbounded) return [];
  const part = textOf(unbounded, file.syntax).replace(/\s+/gu, " ");
  const found = explainReason({ fault: "unbounded", part }, call, texts);
  return report(found, reason, cutByBytes(reason, reason, file));
}

// ---- what is spelled out

/** The bytes of UTF-8 that a reason has at least. */
function staticBytes(node: Node, file: File, depth: number): number {
  const { syntax, constants } = file;
  if (depth > DEEPEST) return 0;
  const known = constants.valueOf(node);
  if (known.known) return typeof known.value === "string" ? reasonByteLength(known.value) : 0;
  const inner = (part: Node): number => staticBytes(part, file, depth + 1);
  const view = syntax.look(node);
  switch (view.kind) {
    case "template":
      return sum([...view.texts.map(reasonByteLength), ...view.holes.map(inner)]);
    case "binary":
      return view.operator === "+" && view.right ? inner(view.left) + inner(view.right) : 0;
    case "either":
      return view.operator === "&&" ? inner(view.arms[1]) : Math.max(...view.arms.map(inner));
    case "identifier": {
      const init = constantAt(node, file.syntax)?.init;
      return init ? inner(init) : 0;
    }
    case "call": {
      const callee = syntax.look(view.callee);
      const [times] = view.args.map((one) => constants.valueOf(one));
      return callee.kind === "member" && callee.name === "repeat" && isCount(times)
        ? inner(callee.object) * times.value
        : 0;
    }
    default:
      return 0;
  }
}

/** Whether `repeat()` takes it as it is: it throws for a negative number, and cuts fractions off. */
function isCount(times: Static | undefined): times is { known: true; value: number } {
  return times?.known === true && Number.isInteger(times.value) && Number(times.value) >= 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

// ---- limits

/** A limit near 123 that counts UTF-16 units, and what it cuts if it cuts. */
interface Limit {
  readonly node: Node;
  readonly cut?: Node;
}

function limitInCharacters(reason: Node, file: File): Limit | undefined {
  const { syntax } = file;
  const direct = cutOf(reason, file) ?? lengthTestOf(reason, file);
  if (direct) return direct;
  const init = constantAt(reason, syntax)?.init;
  const written = init && (cutOf(init, file) ?? lengthTestOf(init, file));
  if (written) return written;
  const declared = declarationAt(reason, syntax);
  if (!declared) return undefined;
  const uses = syntax.references(declared);
  // Who counts the bytes as well, may look at the characters first.
  if (uses.some((use) => isCountedInBytes(use, file))) return undefined;
  for (const use of uses) {
    const member = syntax.parent(use);
    const comparison = member && syntax.parent(member);
    if (comparison && isLengthTest(comparison, file)) return { node: comparison };
  }
  return undefined;
}

/** `Buffer.byteLength(reason)`, `new TextEncoder().encode(reason)`. */
function isCountedInBytes(use: Node, file: File): boolean {
  const call = file.syntax.parent(use);
  const view = call && file.syntax.look(call);
  return view?.kind === "call" && BYTES.test(file.nameOf(view.callee) ?? "");
}

/** `reason.slice(0, 123)`. */
function cutOf(node: Node, file: File): Limit | undefined {
  const { syntax, constants } = file;
  const view = syntax.look(node);
  if (view.kind !== "call" || view.construct) return undefined;
  const callee = syntax.look(view.callee);
  if (callee.kind !== "member" || !CUTS.has(callee.name ?? "")) return undefined;
  const [from, to] = view.args;
  const start = from && constants.valueOf(from);
  if (!start?.known || start.value !== 0 || !to || !isNearLimit(to, file)) return undefined;
  return isOfBytes(callee.object, file) ? undefined : { node, cut: callee.object };
}

/** `reason.length > 123 ? … : …`. */
function lengthTestOf(node: Node, file: File): Limit | undefined {
  const view = file.syntax.look(node);
  if (view.kind !== "either" || !view.test) return undefined;
  return isLengthTest(view.test, file) ? { node: view.test } : undefined;
}

/** `reason.length > 123`, `123 < reason.length`. */
function isLengthTest(node: Node, file: File): boolean {
  const view = file.syntax.look(node);
  if (view.kind !== "binary" || !RELATIONAL.has(view.operator) || !view.right) return false;
  const isLength = (side: Node): boolean => {
    const length = file.syntax.look(side);
    return length.kind === "member" && length.name === "length" && !isOfBytes(length.object, file);
  };
  return (
    (isLength(view.left) && isNearLimit(view.right, file)) ||
    (isLength(view.right) && isNearLimit(view.left, file))
  );
}

/** Limits that were meant to be the protocol's; any other is the program's own. */
function isNearLimit(node: Node, { constants }: File): boolean {
  const limit = constants.valueOf(node);
  return limit.known && typeof limit.value === "number" && limit.value >= 120 && limit.value <= 125;
}

/** What has as many bytes as its length says. */
function isOfBytes(node: Node, file: File): boolean {
  return isBytes(node, file) || isAscii(node, file);
}

/** `btoa(text)`, `hash.digest("hex")`. */
function isAscii(node: Node, file: File): boolean {
  const view = file.syntax.look(constantAt(node, file.syntax)?.init ?? node);
  if (view.kind !== "call") return false;
  const name = file.nameOf(view.callee) ?? "";
  const encoding = view.args[0] && file.constants.valueOf(view.args[0]);
  return (
    ASCII.has(name) ||
    (ENCODES.has(name) && encoding?.known === true && ASCII_ENCODINGS.has(encoding.value))
  );
}

/** What may be a Buffer: by its name, by its type, or since a library hands it to a listener. */
function isBytes(node: Node, file: File): boolean {
  const { syntax, flow } = file;
  const init = constantAt(node, file.syntax)?.init;
  if ([node, init].some((one) => one && BYTES.test(textOf(one, file.syntax)))) return true;
  if (syntax.types && syntax.types.of(node).length > 0) return true;
  const binding = syntax.binding(node, "value");
  if (binding?.kind !== "parameter" || binding.path.length > 0) return false;
  if (binding.annotation && BYTES.test(textOf(binding.annotation, file.syntax))) return true;
  const fn = binding.function;
  return flow.expectations.at(fn).length > 0 || flow.expectations.handlersAt(fn).length > 0;
}

// ---- what may have any length

function unboundedPart(node: Node, file: File, depth: number): Node | undefined {
  const { syntax } = file;
  if (depth > DEEPEST) return undefined;
  const among = (parts: readonly Node[]): Node | undefined => {
    for (const part of parts) {
      const found = unboundedPart(part, file, depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  const amongTexts = (parts: readonly Node[]): Node | undefined =>
    among(parts) ?? parts.find((one) => isError(one, file));
  const view = syntax.look(node);
  switch (view.kind) {
    case "member":
      return (view.name === "message" || view.name === "stack") &&
        ERROR.test(file.nameOf(view.object) ?? "")
        ? node
        : undefined;
    case "template":
      return amongTexts(view.holes);
    case "binary":
      return view.operator === "+" && view.right ? amongTexts([view.left, view.right]) : undefined;
    case "either":
      return among(view.arms);
    case "identifier": {
      const init = constantAt(node, file.syntax)?.init;
      return init && among([init]) ? node : undefined;
    }
    case "call": {
      const callee = syntax.look(view.callee);
      if (callee.kind === "identifier" && callee.name === "String")
        return view.args[0] && isError(view.args[0], file) ? node : undefined;
      if (callee.kind !== "member") return undefined;
      if (callee.name === "toString") return isError(callee.object, file) ? node : undefined;
      return callee.name === "stringify" && file.nameOf(callee.object) === "JSON"
        ? node
        : undefined;
    }
    default:
      return undefined;
  }
}

function isError(node: Node, file: File): boolean {
  return file.syntax.kind(node) === "identifier" && ERROR.test(file.nameOf(node) ?? "");
}

// ---- remedies

/** `stream` leaves out the bytes of a character that is not complete. */
function cutByBytes(node: Node, whole: Node, file: File): readonly Remedy[] {
  const text = textOf(node, file.syntax);
  if (text.includes("?.")) return [];
  const bytes = `new TextEncoder().encode(${textOf(whole, file.syntax)}).subarray(0, ${MAX_REASON_BYTES})`;
  const edit = {
    range: file.syntax.range(node),
    text: `new TextDecoder().decode(${bytes}, { stream: true })`,
  };
  return [{ id: "cut-by-bytes", data: {}, edits: [edit] }];
}
