import { streamSafe } from './stream-safe';

const loneSurrogates = /\p{Surrogate}/gu;
const dropped = /[\0\u00AD\uFEFF]/g;
const otherLineEnds = /\r\n?/g;

/**
 * The one form in which Belegg keeps text: well-formed (a lone surrogate becomes U+FFFD), without U+0000,
 * byte-order marks and soft hyphens, lines ended by LF, stream-safe (at most 30 combining marks in a row, further ones
 * behind an invisible U+034F), in Unicode NFC. Nothing else is trimmed or collapsed.
 * Idempotent, and linear in the length of the text. Everything that counts offsets expects this form.
 */
export function canonicalize(raw: string): string {
  // NFC comes last: dropping a character can bring a base and its combining mark together, or a CR and its LF.
  return compose(raw.replace(loneSurrogates, '\uFFFD').replace(dropped, '').replace(otherLineEnds, '\n'));
}

/** Stream-safe NFC of a well-formed text: what `canonicalize` does last. */
export function compose(text: string): string {
  return streamSafe(text).normalize('NFC');
}

/** Whether a text is already as `canonicalize` would leave it. */
export function isCanonical(text: string): boolean {
  return canonicalize(text) === text;
}
