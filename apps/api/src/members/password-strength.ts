import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { localWords } from './local-words';

/** UTF-16 units that are looked at: more would make it no weaker, and cost more than its length. */
const mostJudged = 100;
/** On the scale of zxcvbn, 0 to 4: from 3 on, more than 10^8 guesses are needed, from 2 on more than 10^6. */
const enough = 3;
/** Of what is left without signs and spaces: "sommer-2026" is "sommer2026" to a guesser, and much less to zxcvbn. */
const enoughWithoutSigns = 2;

const estimator = new ZxcvbnFactory({
  dictionary: { ...dictionary, local: [...localWords] },
  graphs: adjacencyGraphs,
  maxLength: mostJudged,
});

const withoutSigns = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Whether a guesser comes to this password early. Takes up to half a second, so it belongs into a thread.
 * @param about what is known of the person, such as the e-mail address: it is no secret either
 */
export function isGuessable(password: string, about: readonly string[] = []): boolean {
  const known = about
    .flatMap((value) => [value, withoutSigns(value), ...value.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2);
  const plain = password.normalize('NFKC');
  return (
    estimator.check(plain, known).score < enough ||
    estimator.check(withoutSigns(plain), known).score < enoughWithoutSigns
  );
}
