import { Injectable } from '@nestjs/common';
import { block, mark } from '@belegg/contract';
import { languages, type Block, type Language, type Mark, type Sentence } from '@belegg/domain';
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { newId } from '../platform/ids';
import { Clock } from '../platform/clock';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { execute, readRows, send, sql, type Sql } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';

/** One frozen text of an article, as domain values. */
export interface Text {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly text: string;
  readonly sha256: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  /** As they are now: people can split and join them. */
  readonly sentences: readonly Sentence[];
  /** As the program cut them. */
  readonly segmented: readonly Sentence[];
  /** How many times people cut them otherwise since. */
  readonly segmentation: number;
  readonly language: Language;
  /** "2024-12-01" */
  readonly date: string | undefined;
  readonly createdById: string;
  readonly createdAt: Date;
}

/** The current text of an article that this transaction has locked. */
export interface LockedText extends Text {
  /** Names the text with the sentences that it has now; another one whenever either changes. */
  readonly cutId: string;
  /** The number of the article's last event. */
  readonly seq: number;
}

/** A text to be stored; its sentences are as the program cut them. */
export type NewText = Omit<
  Text,
  'id' | 'articleId' | 'number' | 'segmented' | 'segmentation' | 'createdById' | 'createdAt'
>;

/** The size of the texts that a process remembers: code units, and a hundred for each sentence. */
const mostRemembered = 20_000_000;

const storedSentences = z.array(z.object({ index: z.int(), start: z.int(), end: z.int(), block: z.int() }));
const storedBlocks = z.array(block);
const storedMarks = z.array(mark);
const storedLanguage = z.enum(languages);

/** A text with the last of its segmentations. */
const withSegmentation = {
  segmentations: { orderBy: { number: 'desc' }, take: 1, select: { number: true, sentences: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<Tx['articleRevision']['findFirst']>>> & {
  readonly segmentations: readonly { readonly number: number; readonly sentences: unknown }[];
};

/** The frozen texts of articles. Every change to an article or its annotations begins with `lock`. */
@Injectable()
export class Texts {
  private readonly frozen = new LRUCache<string, Text>({
    maxSize: mostRemembered,
    sizeCalculation: ({ text, sentences }) => text.length + 100 * sentences.length + 1,
  });

  constructor(private readonly clock: Clock) {}

  /**
   * Locks the article until the transaction ends, so that changes to one article happen one after the other.
   * @returns its current text
   * @throws ProblemError `not-found`
   */
  async lock(tx: Tx, newsroomId: string, articleId: string): Promise<LockedText> {
    const [cut] = await readRows<Cut>(tx, sql`${selectCut(newsroomId, articleId)} FOR NO KEY UPDATE`);
    return this.locked(tx, newsroomId, articleId, cut);
  }

  /** As `lock`, by one of the article's annotations, whose article never changes. */
  async lockOfAnnotation(tx: Tx, newsroomId: string, annotationId: string): Promise<LockedText> {
    const [row] = await readRows<Cut & { articleId: string }>(
      tx,
      sql`SELECT "id" AS "articleId", "revision", "segmentation", "cutId", "seq" FROM "Article"
        WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = (SELECT "articleId" FROM "Annotation"
          WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${annotationId}::uuid)
        FOR NO KEY UPDATE`,
    );
    if (!row) throw new ProblemError('not-found');
    return this.locked(tx, newsroomId, row.articleId, row);
  }

  private async locked(tx: Tx, newsroomId: string, articleId: string, cut: Cut | undefined): Promise<LockedText> {
    const text = await this.ofCut(tx, newsroomId, articleId, cut);
    return { ...text, cutId: cut?.cutId ?? '', seq: cut?.seq ?? 0 };
  }

  async currentNumber(tx: Tx, newsroomId: string, articleId: string): Promise<number> {
    const [cut] = await readRows<Cut>(tx, selectCut(newsroomId, articleId));
    return cut?.revision ?? 0;
  }

  /** @throws ProblemError `not-found` */
  async current(tx: Tx, newsroomId: string, articleId: string): Promise<Text> {
    const [cut] = await readRows<Cut>(tx, selectCut(newsroomId, articleId));
    return this.ofCut(tx, newsroomId, articleId, cut);
  }

  /** The current texts of articles, by id; one statement for those that this process remembers. */
  async currentOf(tx: Tx, newsroomId: string, articleIds: readonly string[]): Promise<Map<string, Text>> {
    const cuts = await readRows<Cut & { articleId: string }>(
      tx,
      sql`SELECT "id" AS "articleId", "revision", "segmentation", "cutId", "seq" FROM "Article"
        WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ANY(${[...new Set(articleIds)]}::uuid[]) AND "revision" > 0`,
    );
    const texts = new Map<string, Text>();
    for (const cut of cuts) texts.set(cut.articleId, await this.ofCut(tx, newsroomId, cut.articleId, cut));
    return texts;
  }

  /**
   * What a `cutId` names never changes, so this process remembers the last that it read. A transaction that is rolled
   * back leaves a `cutId` that nothing names.
   */
  private async ofCut(tx: Tx, newsroomId: string, articleId: string, cut: Cut | undefined): Promise<Text> {
    if (!cut || cut.revision === 0) throw new ProblemError('not-found');
    const known = this.frozen.get(cut.cutId);
    if (known) return known;
    const text = await this.at(tx, newsroomId, articleId, cut.revision);
    if (text.segmentation === cut.segmentation) this.frozen.set(cut.cutId, text);
    return text;
  }

  /** @throws ProblemError `not-found` */
  async at(tx: Tx, newsroomId: string, articleId: string, number: number): Promise<Text> {
    const row = await tx.articleRevision.findUnique({
      where: { newsroomId_articleId_number: { newsroomId, articleId, number } },
      include: withSegmentation,
    });
    if (!row) throw new ProblemError('not-found');
    return fromRow(row);
  }

  /** Appends the next revision of a locked (or just made) article. */
  async append(tx: Tx, actor: Actor, articleId: string, text: NewText): Promise<Text> {
    const number = (await this.currentNumber(tx, actor.newsroomId, articleId)) + 1;
    const row = await tx.articleRevision.create({
      data: {
        newsroomId: actor.newsroomId,
        articleId,
        number,
        id: newId(),
        createdById: actor.accountId,
        createdAt: this.clock.now(),
        text: text.text,
        sha256: text.sha256,
        language: text.language,
        date: text.date === undefined ? null : new Date(text.date),
        blocks: text.blocks.map((b) => ({ ...b })),
        marks: text.marks.map((m) => ({ ...m })),
        sentences: text.sentences.map((s) => ({ ...s })),
      },
    });
    await markCurrent(tx, actor.newsroomId, articleId, { revision: number, segmentation: 0 });
    return fromRow({ ...row, segmentations: [] });
  }

  /**
   * Appends how a person cut the sentences of the current text of a locked article.
   * @param eventId the event that tells of it
   */
  async recut(tx: Tx, actor: Actor, text: Text, sentences: readonly Sentence[], eventId: bigint): Promise<Text> {
    const number = text.segmentation + 1;
    await tx.segmentation.create({
      data: {
        newsroomId: actor.newsroomId,
        articleId: text.articleId,
        articleRevision: text.number,
        number,
        eventId,
        sentences: sentences.map((sentence) => ({ ...sentence })),
        actorId: actor.accountId,
        createdAt: this.clock.now(),
      },
    });
    await markCurrent(tx, actor.newsroomId, text.articleId, { revision: text.number, segmentation: number });
    return { ...text, sentences, segmentation: number };
  }
}

/** Has every process forget what it remembers of articles: their heads were written anew. */
export function forget(tx: Tx, newsroomId: string, articleIds: readonly string[]): void {
  send(
    tx,
    sql`UPDATE "Article" SET "cutId" = gen_random_uuid()
      WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ANY(${[...articleIds]}::uuid[])`,
  );
}

/** Which text of an article is current, and under which segmentation. */
interface Cut {
  readonly revision: number;
  readonly segmentation: number;
  readonly cutId: string;
  /** The number of the article's last event. */
  readonly seq: number;
}

const selectCut = (newsroomId: string, articleId: string): Sql =>
  sql`SELECT "revision", "segmentation", "cutId", "seq" FROM "Article"
    WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${articleId}::uuid`;

async function markCurrent(
  tx: Tx,
  newsroomId: string,
  articleId: string,
  cut: Omit<Cut, 'cutId' | 'seq'>,
): Promise<void> {
  await execute(
    tx,
    sql`UPDATE "Article" SET "revision" = ${cut.revision}::int, "segmentation" = ${cut.segmentation}::int,
        "cutId" = ${randomUUID()}::uuid
      WHERE "newsroomId" = ${newsroomId}::uuid AND "id" = ${articleId}::uuid`,
  );
}

function fromRow(row: Row): Text {
  const {
    id,
    articleId,
    number,
    text,
    sha256,
    createdById,
    createdAt,
    segmentations: [recut],
  } = row;
  const segmented = storedSentences.parse(row.sentences);
  return {
    id,
    articleId,
    number,
    text,
    sha256,
    createdById,
    createdAt,
    blocks: storedBlocks.parse(row.blocks),
    marks: storedMarks.parse(row.marks),
    sentences: recut ? storedSentences.parse(recut.sentences) : segmented,
    segmented,
    segmentation: recut?.number ?? 0,
    language: storedLanguage.parse(row.language),
    date: row.date?.toISOString().slice(0, 10),
  };
}
