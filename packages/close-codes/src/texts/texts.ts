import type { Observer, RegisteredNumber, Sender } from "../codes.ts";
import type { ReceiveFault, SendFault, SendOutcome } from "../judge.ts";
import type { CodeRangeId } from "../ranges.ts";

/** The languages that there are texts in, as BCP 47 tags. */
export type Locale = "en" | "zh-CN";

/** What names a code or a range and says what it is for. */
export interface Description {
  readonly name: string;
  /** One sentence. */
  readonly meaning: string;
}

/** What a range says where none of its codes has a row of its own. */
export interface RangeDescription extends Description {
  readonly sender: string;
  readonly observer: string;
}

/** Every message that a report can carry; rules take theirs from here. */
export type MessageId =
  | SendFault
  | ReceiveFault
  | "swapped-arguments"
  | "library-range"
  | "library-range-registered"
  | "forwarded"
  | ReasonFault
  | "without-code"
  | "init-close-event"
  | "misnamed"
  | "misnamed-unassigned"
  | "misnamed-registered"
  | "prefer-named"
  | "replace-code"
  | "swap-arguments"
  | "guard-code"
  | "cut-by-bytes"
  | "send-normal"
  | "construct-close-event"
  | "use-name"
  | "import-name";

/** What is wrong with a reason. */
export type ReasonFault =
  "reason-too-long" | "reason-without-code" | "reason-in-characters" | "reason-unbounded";

/** Values of `CloseEvent.code` that need a word on where they come from. */
export type ObservedNumber = 0 | 1005 | 1006 | 1015;

/**
 * All words of one language. `{{placeholder}}` is filled by {@link fill}, or by ESLint, whose syntax
 * it is.
 */
export interface Texts {
  readonly locale: Locale;
  readonly codes: Readonly<Record<RegisteredNumber, Description>>;
  readonly ranges: Readonly<Record<CodeRangeId, RangeDescription>>;
  readonly senders: Readonly<Record<Sender, string>>;
  readonly observers: Readonly<Record<Observer, string>>;
  /** Who sees 1015, which is like no other. */
  readonly observerOf1015: string;

  /** Placeholders: `code`, `call`, ...; {@link explainSent} and its neighbours say which. */
  readonly messages: Readonly<Record<MessageId, string>>;
  /** What comes of a send. Placeholders: `error`, `where`; not all have both. */
  readonly outcomes: Readonly<Record<SendOutcome, string>>;
  /** Stands for an error whose name is not known. */
  readonly anError: string;
  /** The name of an error, in a sentence. Placeholder: `error`. */
  readonly errorName: string;
  /** Where it happens. Placeholder: `api`. */
  readonly where: string;
  /** An API that is shown as code. Placeholder: `api`. */
  readonly apiAsCode: string;
  /** APIs that go by a plain name. */
  readonly apis: Readonly<Record<"browsers" | "node" | "deno" | "bun" | "workers", string>>;
  /** Why a code, or the codes of a range, are never sent: clauses without a full stop. */
  readonly neverSent: Readonly<
    Record<1004 | 1005 | 1006 | 1015 | "not-used" | "unassigned" | "outside", string>
  >;
  /** What may not be sent on, and why: by whether no Close frame carries it. Placeholder: `codes`. */
  readonly unsendable: Readonly<Record<"not-for-applications" | "locally-set", string>>;
  /** What comes of a reason that is too long: clauses. */
  readonly tooLong: Readonly<Record<"browser" | "ws" | "varies", string>>;
  readonly notPortable: {
    readonly fraction: string;
    readonly numericString: string;
  };
  readonly advice: {
    /** Placeholder: `instead`. */
    readonly use: string;
    /** Placeholder: `instead`. */
    readonly useOrPrivate: string;
    /** Placeholders: `instead`, `example`. */
    readonly useOrPrivateSuchAs: string;
    /** Placeholder: `instead`. */
    readonly conventional: string;
    /** Placeholders: `instead`, `conventional`. */
    readonly useOrConventional: string;
    readonly compareWithNumber: string;
    readonly compareWithInteger: string;
  };
  /** Placeholders: `code`, `name`. */
  readonly namedCode: string;
  /** A name in this language, and the registry's. Placeholders: `name`, `registered`. */
  readonly translated: string;
  /** Stands between two alternatives, and before the last of more. */
  readonly or: string;
  /** Stands between the others. */
  readonly comma: string;

  /** What to know when one of these is observed. */
  readonly observed: Readonly<Record<ObservedNumber, string>>;
  /** What a close delivers, and what it says: the code, the reason, `wasClean`. */
  readonly received: Readonly<Record<"code" | "reason" | "clean", string>>;
  /** For 4400-4599. Placeholders: `status`, `phrase`. */
  readonly httpConvention: string;
  /** For a code that may be sent. Placeholders: `call`, `code`. */
  readonly sendable: string;
  /** A label and what it is for. Placeholders: `label`, `text`. */
  readonly labelled: string;
  readonly labels: {
    readonly sender: string;
    readonly observer: string;
    readonly references: string;
    readonly candidates: string;
  };
}
