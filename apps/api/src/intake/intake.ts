import { maxTextBytes, type DroppedPart, type revisionFormats } from '@belegg/contract';
import {
  blocksOfPlainText,
  canonicalize,
  CodePointText,
  type Block,
  type Language,
  type Mark,
  type Sentence,
} from '@belegg/domain';
import { ProblemError } from '../platform/problem-error';
import { assertNotBinary } from './decode';
import { readFrontMatter } from './front-matter';
import { readHtml, type FormattedText } from './html';
import { detectLanguage } from './language';
import { LeftOut } from './left-out';
import { htmlOfMarkdown } from './markdown';
import { tooLarge } from './refusals';
import { understand } from './understand';
import { readWrittenBlocks } from './written-blocks';

/** What somebody pastes or uploads. */
export interface RawContent {
  readonly format: (typeof revisionFormats)[number];
  readonly content: string;
}

/** A text as it is kept, and what the intake left out of it. Offsets are code points. */
export interface Intake {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly sentences: readonly Sentence[];
  readonly language: Language;
  /**
   * What the text seems to be written in, as a BCP 47 tag: also "da" or "de", which are cut like the nearest of ours.
   */
  readonly seen: string;
  /** Of the text in UTF-8, in hexadecimal. */
  readonly sha256: string;
  readonly dropped: readonly DroppedPart[];
  /** What the text calls itself: its headline, or else its first line. */
  readonly title: string;
}

/**
 * Turns what comes in into canonical text with blocks, marks and sentences. Plain text that is canonical already comes
 * back as it was sent.
 * @param language detected when it is left out
 * @throws ProblemError `too-large`, `binary`, `empty-text`, `too-many-sentences`, or `invalid` for markup too tangled
 * to read
 */
export function takeIn(raw: RawContent, language?: Language): Intake {
  const { title } = raw.format === 'markdown' ? readFrontMatter(raw.content) : {};
  const intake = complete(readText(raw), language);
  return { ...intake, title: title ?? intake.title };
}

/**
 * What a text that was read becomes. @param language detected when it is left out
 * @throws ProblemError `empty-text`, `too-large`, `too-many-sentences`
 */
export function complete({ text, blocks, marks, dropped }: FormattedText, language?: Language): Intake {
  if (blocks.length === 0) throw new ProblemError('empty-text');
  assertSize(text);
  const detected = detectLanguage(text);
  const understood = understand({ text, blocks, marks }, language ?? detected.language);
  return { ...understood, seen: detected.seen, dropped, title: titleOf(understood) };
}

/** Longer first lines are paragraphs, of which the first sentence is enough. */
const longestHeadline = 140;
const longestTitle = 300;

/**
 * The one heading of the first level, or a heading that the text begins with, or the first line: never a subhead
 * further down.
 */
function titleOf({ text, blocks, sentences }: Pick<Intake, 'text' | 'blocks' | 'sentences'>): string {
  const [first, ...rest] = blocks;
  const headlines = rest.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const headline = first?.kind !== 'heading' && headlines.length === 1 ? headlines[0] : first;
  if (!headline) return '';
  const isLong = headline.end - headline.start > longestHeadline;
  const sentence = isLong ? sentences.find(({ start }) => start >= headline.start) : undefined;
  const title = new CodePointText(text).slice(headline.start, sentence?.end ?? headline.end);
  return new CodePointText(
    title
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
    .slice(0, longestTitle)
    .trim();
}

/**
 * What ends a line besides LF and CR (Unicode, UAX #14: BK, NL): vertical tab, form feed, NEL, line and paragraph
 * separator.
 */
const otherLineEnds = /[\v\f\u0085\u2028\u2029]/g;
/** @throws ProblemError `too-large`, `binary`, or `invalid` for markup too tangled to read */
export function readText({ format, content }: RawContent): FormattedText {
  if (format === 'blocks') return readWrittenBlocks(content);
  assertSize(content);
  const lines = content.replace(otherLineEnds, '\n');
  assertNotBinary(lines);
  if (format === 'html') return readHtml(lines);
  if (format === 'markdown') return readMarkdown(lines);
  const text = canonicalize(lines);
  return { text, blocks: blocksOfPlainText(text), marks: [], dropped: [] };
}

function readMarkdown(markdown: string): FormattedText {
  const { body, rest } = readFrontMatter(markdown);
  const text = readHtml(htmlOfMarkdown(body));
  const leftOut = new LeftOut();
  leftOut.addAll(text.dropped);
  if (rest !== undefined) leftOut.add('metadata', rest);
  return { ...text, dropped: leftOut.list() };
}

function assertSize(text: string): void {
  if (Buffer.byteLength(text) > maxTextBytes) throw tooLarge();
}
