import { maxSentences } from '@belegg/contract';
import { segment, type Language } from '@belegg/domain';
import { createHash } from 'node:crypto';
import type { Intake } from './intake';
import { tooManySentences } from './refusals';

/**
 * The sentences of a text in a language, and its hash.
 * @throws ProblemError `too-many-sentences`
 */
export function understand<Text extends Pick<Intake, 'text' | 'blocks' | 'marks'>>(
  { text, blocks, marks }: Text,
  language: Language,
): Pick<Intake, 'text' | 'blocks' | 'marks' | 'sentences' | 'language' | 'sha256'> {
  // Each block holds a sentence at least.
  if (blocks.length > maxSentences) throw tooManySentences();
  const sentences = segment(text, blocks, language);
  if (sentences.length > maxSentences) throw tooManySentences();
  return { text, blocks, marks, sentences, language, sha256: createHash('sha256').update(text).digest('hex') };
}
