import { maxSentences } from '@belegg/contract';
import { invalidField, ProblemError } from '../platform/problem-error';

export const tooLarge = (): ProblemError => new ProblemError('too-large', { values: { what: 'text', limit: '1 MiB' } });

export const tooManySentences = (): ProblemError =>
  new ProblemError('too-many-sentences', { values: { limit: maxSentences } });

/** For markup that nobody would write and that would take too long to read. */
export const tooTangled = (): ProblemError => invalidField('/content', 'tooTangled');

export const tooManyAnnotations = (): ProblemError => invalidField('', 'tooManyAnnotations');

/** For a file that is damaged, cut off, made to harm, or not what it claims to be. */
export const brokenFile = (): ProblemError => new ProblemError('broken-file');
