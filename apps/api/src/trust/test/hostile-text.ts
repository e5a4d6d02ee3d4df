import { canonicalize, isPlainlySeen } from '@belegg/domain';
import fc from 'fast-check';

/**
 * Characters that interact: surrogate halves, what canonical form drops, line ends, bases and marks, what turns or
 * joins.
 */
const pieces = [
  '\uD83D',
  '\uDE00',
  '\u{1F600}',
  '\0',
  '\uFEFF',
  '\u00AD',
  '\r',
  '\n',
  '\t',
  ' ',
  '\u00A0',
  '\u2028',
  '\u0085',
  'a',
  'å',
  'A\u030A',
  '\u0301',
  '\u0323',
  '\u1100',
  '\u1161',
  '\uAC00',
  '\u212B',
  '\u0344',
  '\u{1D15E}',
  '\u200D',
  '\u202E',
  '\u2066',
  '👩‍👩‍👧',
  '🇳🇴',
  '\uFFFE',
  '\uFDD0',
  '\u{10FFFF}',
  '\x1B[31m',
  '\x7F',
  '%0d%0a',
  '"',
  '\\',
  ';',
  '/',
];
/** Texts of such characters, and long ones. */
export const hostile = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units)),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'x'.repeat(10_000),
      'e\u0301'.repeat(5_000),
      '\u0301'.repeat(10_000),
      '👩‍👩‍👧'.repeat(1_250),
      '\uD83D'.repeat(10_000),
      '\u202E'.repeat(10_000),
    ),
  },
);

/** How a field is kept, and how long it may be (UTF-16 units). `needed`: nothing but white space is refused. */
export interface Field {
  readonly kept: (sent: string) => string;
  readonly max: number;
  readonly needed: boolean;
  /** Whether it is one line, in which nothing may be hidden. */
  readonly isLine: boolean;
}
export const text = (max: number): Field => ({ kept: canonicalize, max, needed: false, isLine: false });
export const optionalLine = (max: number): Field => ({
  kept: (sent) => canonicalize(sent).replace(/\s+/gu, ' ').trim(),
  max,
  needed: false,
  isLine: true,
});
export const line = (max: number): Field => ({ ...optionalLine(max), needed: true });
export const isRefused = ({ kept, max, needed, isLine }: Field, sent: string): boolean =>
  sent.length > max || (needed && kept(sent).trim() === '') || (isLine && !isPlainlySeen(kept(sent)));
