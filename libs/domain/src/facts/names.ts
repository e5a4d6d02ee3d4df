import {
  closers,
  englishCommon,
  englishEndings,
  housed,
  institutions,
  known,
  norwegianCommon,
  norwegianEndings,
  pairs,
  particles,
  titles,
} from './name-words';
import { isCapital, touches, type Token } from './token';

/** A name in UTF-16 units of the sentence, and where to go on. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * The name that begins at token `i`, if one does: words with capitals that follow one another. The first word of a
 * sentence has a capital anyway; alone it is a name unless it is a common word or ends as common nouns do.
 */
export function nameAt(
  sentence: string,
  tokens: readonly Token[],
  i: number,
  isEnglish: boolean,
): FoundName | undefined {
  const here = tokens[i];
  if (!here || !isCapital(here)) return undefined;
  if (isEnglish && /^I(?:['’]|$)/u.test(here.text)) return undefined;
  const end = endOfRun(sentence, tokens, i, isEnglish);
  let from = i;
  while (from < end - 1 && isBefore(tokens, from, isEnglish)) from += 1;
  const first = tokens[from];
  const last = tokens[end - 1];
  if (!first || !last || !isCapital(first)) return undefined;
  if (from === end - 1 && !isNameAlone(first, isEnglish)) return undefined;
  return { start: first.start, end: endOf(sentence, last, isEnglish), next: end };
}

/** Whether a word of a run stands before the name itself: a title, or the common word that begins a sentence. */
function isBefore(tokens: readonly Token[], i: number, isEnglish: boolean): boolean {
  const here = tokens[i];
  if (!here) return false;
  if (titles.has(here.word) || here.text === '.') return true;
  return here.first && (isEnglish ? englishCommon : norwegianCommon).has(here.word);
}

function endOfRun(sentence: string, tokens: readonly Token[], i: number, isEnglish: boolean): number {
  let end = i + 1;
  for (;;) {
    const last = tokens[end - 1];
    const next = tokens[end];
    if (!last || !next || !touches(sentence, last, next)) return end;
    if (isEnglish && /['’]s$/u.test(last.text)) return end;
    const joined = joins(sentence, tokens, end, isEnglish);
    if (joined === 0) return end;
    end += joined;
  }
}

/** How many tokens from `at` on belong to the name that ends there. */
function joins(sentence: string, tokens: readonly Token[], at: number, isEnglish: boolean): number {
  const last = tokens[at - 1];
  const next = tokens[at];
  if (!last || !next) return 0;
  if (isCapital(next) && next.start > last.end) return next.first ? 0 : 1;
  if (next.kind === 'sign') return signJoins(sentence, tokens, at);
  if (next.kind !== 'word' || next.start === last.end) return 0;
  return wordJoins(sentence, tokens, { last, next, at, isEnglish });
}

interface Joint {
  readonly last: Token;
  readonly next: Token;
  readonly at: number;
  readonly isEnglish: boolean;
}

/** "Oslo tingrett", "University of Oxford" and "Ursula von der Leyen". */
function wordJoins(sentence: string, tokens: readonly Token[], { last, next, at, isEnglish }: Joint): number {
  const isCommon = last.first && norwegianCommon.has(last.word);
  if (closers.has(next.word) && !isEnglish && isCapital(last)) return isCommon ? 0 : 1;
  const after = tokens[at + 1];
  if (after === undefined || !touches(sentence, next, after)) return 0;
  if (isEnglish && next.word === 'of') return ofAfter(tokens, at);
  if (isCapital(after)) return ties(last.word, next.word, after.word) && !isCommon ? 2 : 0;
  return particles.has(next.word) && particles.has(after.word) && isCapital(tokens[at + 2]) ? 3 : 0;
}

/** "Olav H. Hauge" and "St Thomas' Hospital". */
function signJoins(sentence: string, tokens: readonly Token[], at: number): number {
  const last = tokens[at - 1];
  const next = tokens[at];
  const after = tokens[at + 1];
  if (!last || !next || !after || !isCapital(after)) return 0;
  if (/^['’]$/u.test(next.text)) return /s$/u.test(last.text) ? 2 : 0;
  const isShort = next.text === '.' && /^(\p{Lu}|St|Dr|Mr|Mrs|Ms)$/u.test(last.text);
  return isShort && touches(sentence, next, after) ? 2 : 0;
}

/** Whether a small word ties two with capitals to one name: "Universitetet i Bergen", "Dag og Tid", "Van der Meer". */
function ties(last: string, small: string, after: string): boolean {
  if (small === 'i') return housed.has(last);
  if (small === 'og') return pairs.has(`${last}-${after}`);
  return particles.has(small);
}

/** "University of Oxford", "Museum of the Moon". */
function ofAfter(tokens: readonly Token[], at: number): number {
  const last = tokens[at - 1];
  if (!last || (last.first && englishCommon.has(last.word))) return 0;
  if (isCapital(tokens[at + 1])) return 2;
  return tokens[at + 1]?.word === 'the' && isCapital(tokens[at + 2]) ? 3 : 0;
}

function isNameAlone(token: Token, isEnglish: boolean): boolean {
  const common = isEnglish ? englishCommon : norwegianCommon;
  if (!token.first) return !(isEnglish && token.word === 'the') && !titles.has(token.word);
  if (known.has(token.word.replace(/['’]?s$/u, '')) || known.has(token.word)) return true;
  if (common.has(token.word)) return false;
  if (/^.+[\p{Lu}\p{N}]|['’]s$/u.test(token.text)) return true;
  if (isEnglish) return !englishEndings.test(token.word);
  return institutions.test(token.word) || !norwegianEndings.test(token.word);
}

/** A name ends before the common word that a hyphen ties to it: "Abrams-stridsvogner". */
function endOf(sentence: string, token: Token, isEnglish: boolean): number {
  const tied = /-\p{Ll}{4}/u.exec(token.text);
  if (tied) return token.start + tied.index;
  const isPlural =
    isEnglish && /s$/u.test(token.text) && /^['’](?!\p{L})/u.test(sentence.slice(token.end, token.end + 2));
  return isPlural ? token.end + 1 : token.end;
}
