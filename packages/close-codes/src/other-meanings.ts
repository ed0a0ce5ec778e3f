/**
 * Names that no one would give to 3000 (Unauthorized), 3003 (Forbidden) or 3008 (Timeout), since they
 * clearly tell of something else: `KICKED`, `ROOM_FULL`, `SERVER_SHUTDOWN`. A name that nothing is
 * known of is none of them, for it may say the same in other words or in another language.
 *
 * @param words the name in lower-case words
 */
export function tellsOfSomethingElse(words: readonly string[]): boolean {
  if (words.length > longestName) return false;
  return words.some((word) => OTHER.test(word)) && !words.some((word) => AKIN.test(word));
}

/** In words; what is longer is a sentence, and says more than its words. */
const longestName = 4;

/** Seen as names of 3000-3008 in applications. */
const OTHER =
  /^(?:kick|duplicate|replace|supersed|full|overload|drain|restart|reload|shut|maintenance|deploy|outdated|malformed|conflict|handover|migrat|finished$|completed$|ended$)/u;

/** What has to do with being known, being allowed or being late. */
const AKIN =
  /^(?:un)?(?:auth|log|sign|session|token|credential|account|user|permi|forbid|den[iy]|disallow|allow|access|ban|block|reject|not|no|time|late|slow|idle|inactiv|expir|heartbeat|ping|pong|alive|wait|max|min)/u;
