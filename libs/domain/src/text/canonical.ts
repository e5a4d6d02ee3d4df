const loneSurrogates = /\p{Surrogate}/gu;
const dropped = /[\0\u00AD\uFEFF]/g;
const otherLineEnds = /\r\n?/g;

/**
 * The one form in which Belegg keeps text: well-formed (a lone surrogate becomes U+FFFD), without U+0000,
 * byte-order marks and soft hyphens, lines ended by LF, in Unicode NFC. Nothing else is trimmed or collapsed.
 * Idempotent. Everything that counts offsets expects this form.
 */
export function canonicalize(raw: string): string {
  // NFC comes last: dropping a character can bring a base and its combining mark together, or a CR and its LF.
  return raw.replace(loneSurrogates, '\uFFFD').replace(dropped, '').replace(otherLineEnds, '\n').normalize('NFC');
}

/** Whether a text is already as `canonicalize` would leave it. */
export function isCanonical(text: string): boolean {
  return canonicalize(text) === text;
}
