import { featuresOf, type Feature, type Wording } from './features';

/** More words of a claim find nothing more. */
const mostTerms = 16;

/**
 * What a claim can be looked up by among others, the most telling first: of each thing the spellings that it may have,
 * in small letters. A number comes in digits, grouped and not, and by thousands, millions and milliards.
 */
export function searchTermsOf(claim: Wording): string[][] {
  return featuresOf(claim)
    .toSorted((a, b) => b.weight - a.weight || b.text.length - a.text.length)
    .slice(0, mostTerms)
    .map((feature) => (feature.kind === 'number' ? spellingsOf(feature) : [feature.text.toLowerCase()]));
}

function spellingsOf({ text, values }: Feature): string[] {
  const digits = /\d[\d\s.,]*/u.exec(text)?.[0].trim();
  return [...new Set([...(digits === undefined ? [text.toLowerCase()] : [digits]), ...values.flatMap(inDigits)])];
}

function inDigits(value: number): string[] {
  const scaled = [1e3, 1e6, 1e9].filter((scale) => value >= scale).map((scale) => value / scale);
  const whole = Number.isInteger(value) ? [String(value), grouped(value)] : [];
  const short = [value, ...scaled].map(String).filter((number) => /^\d{1,4}(?:\.\d{1,3})?$/u.test(number));
  return [
    ...whole,
    ...short,
    ...short.filter((number) => number.includes('.')).map((number) => number.replace('.', ',')),
  ];
}

const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/gu, ' ');
