import type { Target } from "ws-close-codes";
import type { CatalogueType } from "../catalogue/catalogue.ts";
import type { Arm } from "../flow/constants.ts";
import type { Node, Range } from "../syntax.ts";

/** How sure a site is: the checker said so, the file shows it, or only names suggest it. */
export type Evidence = "type" | "flow" | "convention";

/** A code is sent, a received one is looked at, or codes are given names. */
export type Role = "send" | "receive" | "table";

/**
 * - send: `call` (`ws.close(1000)`), `construct` (`new CloseEvent("close", { code })`), `wrapper` (a
 *   call of the file's own function that passes its parameter on to a send)
 * - receive: `comparison` (`===` and its like), `range` (`<` and its like), `switch`, `membership`
 *   (`[1000, 1001].includes(code)`), `assertion` (`expect(code).toBe(1000)`)
 * - table: `declaration` (an enum, a const object, a constant)
 */
export type Form =
  | "call"
  | "construct"
  | "wrapper"
  | "comparison"
  | "range"
  | "switch"
  | "membership"
  | "assertion"
  | "declaration";

/** One code at a site, or the place where one is missing: `close(|)`, `code === |`. */
export interface Slot extends Arm {
  /** Where a report or a hover stands. */
  readonly range: Range;
  /** In a table: the name that the code is given. */
  readonly name?: string;
}

/** A place in a program where a WebSocket close code is sent, received or named. */
export interface Site {
  readonly role: Role;
  readonly form: Form;
  /** The call, the comparison, the switch, the declaration. */
  readonly node: Node;
  readonly range: Range;
  readonly evidence: Evidence;
  /** The library types that the socket or the event may have; empty where only names speak. */
  readonly types: readonly CatalogueType[];
  /** What may be sent here. */
  readonly target: Target;
  /** Every arm of a sent code, every case of a switch, every element of a list. */
  readonly slots: readonly Slot[];
  /** Sending: the socket. Receiving: the expression that holds the code. */
  readonly subject?: Node;
  /** Sending: the method's name, such as `close`. */
  readonly method?: string;
  /** Sending: the code's and the reason's expressions, as they stand in the call. */
  readonly code?: Node;
  readonly reason?: Node;
  /** Receiving: codes of its own that the API reports, as inclusive ranges. */
  readonly alsoReceives?: readonly (readonly [number, number])[];
  /** Receiving: the operator. */
  readonly operator?: string;
}
