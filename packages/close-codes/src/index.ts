export { findCloseCodes, isRightName } from "./aliases.ts";
export { CloseCode, type CloseCodeName } from "./close-code.ts";
export {
  registeredCode,
  registeredCodes,
  type Observer,
  type RegisteredCode,
  type RegisteredNumber,
  type Sender,
} from "./codes.ts";
export { describe, fullName, httpConvention, type CodeDescription } from "./describe.ts";
export {
  explainForwarded,
  explainLibraryRange,
  explainMisnamed,
  explainReason,
  explainReceived,
  explainSent,
  privateUseFor,
  type Explanation,
  type ReasonVerdict,
} from "./explain.ts";
export { httpStatuses, httpStatusOf } from "./http-statuses.ts";
export {
  judgeReceived,
  judgeSent,
  type Part,
  type ReceiveFault,
  type SendFault,
  type SendOutcome,
  type SendVerdict,
  type Target,
  unforwardable,
} from "./judge.ts";
export type { Protocol, ProtocolCode } from "./protocols/protocol.ts";
export { protocolCodes, protocols, type ProtocolMeaning } from "./protocols/protocols.ts";
export { isSendable, profiles, type Profile, type ProfileFacts } from "./profiles.ts";
export { rangeOf, ranges, type CodeRange, type CodeRangeId, type Interval } from "./ranges.ts";
export { MAX_REASON_BYTES, reasonByteLength } from "./reason.ts";
export type { Reference } from "./references.ts";
export { en } from "./texts/en.ts";
export { fill } from "./texts/fill.ts";
export type {
  Description,
  Locale,
  MessageId,
  ObservedNumber,
  RangeDescription,
  ReasonFault,
  Texts,
} from "./texts/texts.ts";
export { vocabularies, type Vocabulary } from "./vocabularies.ts";
