import type { CloseCodeName } from "./close-code.ts";
import {
  badGateway,
  definedCodes,
  erratum3227,
  registry,
  restartAndTryLater,
  type Reference,
} from "./references.ts";

/** Who may put a code in a Close frame. */
export type Sender = "either" | "client" | "server" | "nobody";

/**
 * Who sees a code when the connection closes: the `peer` of its sender, whichever that is; the
 * `client` or the `server` where only the other one sends it; each endpoint for itself (`local`)
 * where the code stands for a frame that never came; or `nobody`.
 */
export type Observer = "peer" | "client" | "server" | "local" | "nobody";

/** A row of the IANA WebSocket Close Code Number Registry. */
export interface RegisteredCode {
  readonly code: RegisteredNumber;
  /** The meaning in the registry, abbreviations spelled out. */
  readonly name: string;
  /** The member of `CloseCode`; 1004 has none. */
  readonly member?: CloseCodeName;
  readonly sender: Sender;
  readonly observer: Observer;
  readonly references: readonly Reference[];
}

/** The codes that have a row. */
export type RegisteredNumber =
  | 1000
  | 1001
  | 1002
  | 1003
  | 1004
  | 1005
  | 1006
  | 1007
  | 1008
  | 1009
  | 1010
  | 1011
  | 1012
  | 1013
  | 1014
  | 1015
  | 3000
  | 3003
  | 3008;

/** Every code of RFC 6455 and of the IANA registry, in ascending order. */
export const registeredCodes: readonly RegisteredCode[] = [
  {
    code: 1000,
    name: "Normal Closure",
    member: "NormalClosure",
    sender: "either",
    observer: "peer",
    references: [definedCodes],
  },
  {
    code: 1001,
    name: "Going Away",
    member: "GoingAway",
    sender: "either",
    observer: "peer",
    references: [definedCodes],
  },
  {
    code: 1002,
    name: "Protocol Error",
    member: "ProtocolError",
    sender: "either",
    observer: "peer",
    references: [definedCodes],
  },
  {
    code: 1003,
    name: "Unsupported Data",
    member: "UnsupportedData",
    sender: "either",
    observer: "peer",
    references: [definedCodes],
  },
  {
    code: 1004,
    name: "Reserved",
    sender: "nobody",
    observer: "nobody",
    references: [definedCodes],
  },
  {
    code: 1005,
    name: "No Status Received",
    member: "NoStatusReceived",
    sender: "nobody",
    observer: "local",
    references: [definedCodes],
  },
  {
    code: 1006,
    name: "Abnormal Closure",
    member: "AbnormalClosure",
    sender: "nobody",
    observer: "local",
    references: [definedCodes],
  },
  {
    code: 1007,
    name: "Invalid Frame Payload Data",
    member: "InvalidFramePayloadData",
    sender: "either",
    observer: "peer",
    references: [definedCodes],
  },
  {
    code: 1008,
    name: "Policy Violation",
    member: "PolicyViolation",
    sender: "either",
    observer: "peer",
    references: [definedCodes],
  },
  {
    code: 1009,
    name: "Message Too Big",
    member: "MessageTooBig",
    sender: "either",
    observer: "peer",
    references: [definedCodes],
  },
  {
    code: 1010,
    name: "Mandatory Extension",
    member: "MandatoryExtension",
    sender: "client",
    observer: "server",
    references: [definedCodes],
  },
  {
    code: 1011,
    name: "Internal Error",
    member: "InternalError",
    sender: "either",
    observer: "peer",
    references: [definedCodes, erratum3227],
  },
  {
    code: 1012,
    name: "Service Restart",
    member: "ServiceRestart",
    sender: "server",
    observer: "client",
    references: [registry, restartAndTryLater],
  },
  {
    code: 1013,
    name: "Try Again Later",
    member: "TryAgainLater",
    sender: "server",
    observer: "client",
    references: [registry, restartAndTryLater],
  },
  {
    code: 1014,
    name: "Bad Gateway",
    member: "BadGateway",
    sender: "server",
    observer: "client",
    references: [registry, badGateway],
  },
  {
    code: 1015,
    name: "TLS Handshake",
    member: "TlsHandshake",
    sender: "nobody",
    observer: "local",
    references: [definedCodes],
  },
  {
    code: 3000,
    name: "Unauthorized",
    member: "Unauthorized",
    sender: "either",
    observer: "peer",
    references: [registry],
  },
  {
    code: 3003,
    name: "Forbidden",
    member: "Forbidden",
    sender: "either",
    observer: "peer",
    references: [registry],
  },
  {
    code: 3008,
    name: "Timeout",
    member: "Timeout",
    sender: "either",
    observer: "peer",
    references: [registry],
  },
];

/** The registry's row for a code, if it has one. */
export function registeredCode(code: number): RegisteredCode | undefined {
  return registeredCodes.find((row) => row.code === code);
}
