/**
 * How long a reason may be, in bytes of UTF-8: a control frame carries 125 bytes and the code takes
 * two.
 *
 * @see RFC 6455, section 5.5
 */
export const MAX_REASON_BYTES = 123;

/**
 * The length of a reason in bytes of UTF-8, as a Close frame counts it. A lone surrogate counts as
 * U+FFFD, which is sent in its place.
 */
export function reasonByteLength(reason: string): number {
  let bytes = 0;
  for (const character of reason) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
