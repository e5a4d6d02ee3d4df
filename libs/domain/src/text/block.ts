import type { Range } from './range';

/** What a block of an article is; `heading` has a level from 1 to 6. */
export const blockKinds = ['heading', 'paragraph', 'quote', 'listItem', 'aside'] as const;
export type BlockKind = (typeof blockKinds)[number];

/**
 * A block of an article: a stretch of canonical text without the line feed that ends it.
 * Blocks are in text order, do not overlap and are never empty.
 */
export interface Block extends Range {
  readonly kind: BlockKind;
  readonly level?: number | undefined;
}

export const markKinds = ['strong', 'em', 'link'] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * Inline formatting kept as a range over the text, so that the text itself stays plain; `href` is there for links
 * alone.
 */
export interface Mark extends Range {
  readonly kind: MarkKind;
  readonly href?: string | undefined;
}

/**
 * A segment of a revision, within one block (`block` is the index of that block). Without the white space around it.
 */
export interface Sentence extends Range {
  readonly index: number;
  readonly block: number;
}

/** Languages that Belegg segments: Bokmål, Nynorsk, English. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];
