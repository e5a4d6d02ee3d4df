import { maxSentences, maxTextBytes, type DroppedKind, type contentFormats } from '@belegg/contract';
import {
  blocksOfPlainText,
  canonicalize,
  CodePointText,
  segment,
  type Block,
  type Language,
  type Mark,
  type Sentence,
} from '@belegg/domain';
import { createHash } from 'node:crypto';
import { ProblemError } from '../platform/problem-error';
import { assertNotBinary } from './decode';
import { readHtml, type FormattedText } from './html';
import { detectLanguage } from './language';
import { htmlOfMarkdown } from './markdown';
import { tooLarge, tooManySentences } from './refusals';

/** What somebody pastes or uploads. */
export interface RawContent {
  readonly format: (typeof contentFormats)[number];
  readonly content: string;
}

/** A text as it is kept, and what the intake left out of it. Offsets are code points. */
export interface Intake {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly sentences: readonly Sentence[];
  readonly language: Language;
  /** Of the text in UTF-8, in hexadecimal. */
  readonly sha256: string;
  readonly dropped: readonly DroppedKind[];
  /** The first heading, if there is one. */
  readonly title: string | undefined;
}

/**
 * Turns what comes in into canonical text with blocks, marks and sentences. Plain text that is canonical already comes
 * back as it was sent.
 * @param language detected when it is left out
 * @throws ProblemError `too-large`, `binary`, `empty-text`, `too-many-sentences`, or `invalid` for markup too tangled to read
 */
export function takeIn(raw: RawContent, language?: Language): Intake {
  return complete(readText(raw), language);
}

/**
 * What a text that was read becomes. @param language detected when it is left out
 * @throws ProblemError `empty-text`, `too-large`, `too-many-sentences`
 */
export function complete({ text, blocks, marks, dropped }: FormattedText, language?: Language): Intake {
  if (blocks.length === 0) throw new ProblemError('empty-text');
  assertSize(text);
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const title = heading && new CodePointText(text).slice(heading.start, heading.end);
  return { ...understand({ text, blocks, marks }, language ?? detectLanguage(text)), dropped, title };
}

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

/** @throws ProblemError `too-large`, `binary`, or `invalid` for markup too tangled to read */
export function readText({ format, content }: RawContent): FormattedText {
  assertSize(content);
  assertNotBinary(content);
  if (format === 'html') return readHtml(content);
  if (format === 'markdown') return readHtml(htmlOfMarkdown(content));
  const text = canonicalize(content);
  return { text, blocks: blocksOfPlainText(text), marks: [], dropped: [] };
}

function assertSize(text: string): void {
  if (Buffer.byteLength(text) > maxTextBytes) throw tooLarge();
}
