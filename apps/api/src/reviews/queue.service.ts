import { Injectable } from '@nestjs/common';
import type { AnnotationRevisionView, AnnotationView, ReviewItem } from '@belegg/contract';
import { refusal, standingSteps, type Status } from '@belegg/domain';
import { z } from 'zod';
import { AnnotationReader, type AnnotationFacts } from '../annotations';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { Texts, type Text } from '../texts';
import { passageAt, sentenceNumber } from './passage';
import { readCandidates } from './queue.repository';

const pageSize = 50;
/** How many candidates are looked at together. */
const batchSize = 500;
const cursorKeys = {
  event: z.tuple([z.string().regex(/^\d{1,18}$/)]),
  annotation: z.tuple([z.uuid()]),
} as const;

interface Queued {
  readonly key: string;
  readonly facts: AnnotationFacts;
}

/** What waits in review, over all articles of the newsroom, the oldest first. */
@Injectable()
export class QueueService {
  constructor(
    private readonly database: Database,
    private readonly annotations: AnnotationReader,
    private readonly texts: Texts,
  ) {}

  list(actor: Actor, { status, cursor }: { status: Status; cursor?: string | undefined }) {
    const { newsroomId } = actor;
    const [after] =
      decodeCursor(cursor, status === 'draft' || status === 'lapsed' ? cursorKeys.annotation : cursorKeys.event) ?? [];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const { items, ...more } = pageOf(await this.find(tx, newsroomId, status, after), pageSize, ({ key }) => [key]);
      return {
        items: await this.describe(
          tx,
          actor,
          items.map(({ facts }) => facts),
        ),
        ...more,
      };
    });
  }

  /** Up to one more than a page holds. Which candidates have the status follows from their facts alone. */
  private async find(tx: Tx, newsroomId: string, status: Status, from: string | undefined): Promise<Queued[]> {
    const found: Queued[] = [];
    for (let after = from; found.length <= pageSize;) {
      const candidates = await readCandidates(tx, { newsroomId, status, after, limit: batchSize });
      const facts = await this.annotations.facts(tx, {
        newsroomId,
        annotationIds: candidates.map(({ annotationId }) => annotationId),
      });
      const matching = new Map(facts.filter((fact) => fact.status === status).map((fact) => [fact.id, fact]));
      found.push(
        ...candidates.flatMap(({ annotationId, key }) => {
          const fact = matching.get(annotationId);
          return fact ? [{ key, facts: fact }] : [];
        }),
      );
      if (candidates.length < batchSize) break;
      after = candidates.at(-1)?.key;
    }
    return found.slice(0, pageSize + 1);
  }

  private async describe(tx: Tx, actor: Actor, facts: readonly AnnotationFacts[]): Promise<ReviewItem[]> {
    const { newsroomId } = actor;
    const ids = facts.map(({ id }) => id);
    const views = new Map(
      (await this.annotations.views(tx, { newsroomId, annotationIds: ids })).map((view) => [view.id, view]),
    );
    const decided = facts.filter((fact) => lastDecided(fact) !== undefined).map(({ id }) => id);
    const histories = await this.annotations.histories(tx, newsroomId, decided);
    const articles = await tx.article.findMany({
      where: { newsroomId, id: { in: facts.map(({ articleId }) => articleId) } },
      select: { id: true, title: true },
    });
    const titles = new Map(articles.map(({ id, title }) => [id, title]));
    const texts = await this.readTexts(tx, newsroomId, [...views.values()]);
    return facts.flatMap((fact) => {
      const annotation = views.get(fact.id);
      const text = annotation && texts.get(textKey(annotation));
      return text
        ? [toReviewItem(actor, fact, annotation, text, titles.get(fact.articleId) ?? '', histories.get(fact.id) ?? [])]
        : [];
    });
  }

  /** The texts in which the annotations stand, each once: an orphan stands in an earlier one. */
  private async readTexts(tx: Tx, newsroomId: string, views: readonly AnnotationView[]): Promise<Map<string, Text>> {
    const texts = new Map<string, Text>();
    for (const view of views) {
      const key = textKey(view);
      if (!texts.has(key)) texts.set(key, await this.texts.at(tx, newsroomId, view.articleId, view.articleRevision));
    }
    return texts;
  }
}

const textKey = ({ articleId, articleRevision }: AnnotationView): string => `${articleId}.${articleRevision}`;

const lastDecided = ({ steps }: AnnotationFacts): number | undefined =>
  standingSteps(steps).findLast(({ kind }) => kind === 'approved' || kind === 'returned')?.annotationRevision;

function toReviewItem(
  { roles, accountId }: Actor,
  fact: AnnotationFacts,
  annotation: AnnotationView,
  text: Text,
  title: string,
  history: readonly AnnotationRevisionView[],
): ReviewItem {
  const [range] = annotation.selector;
  const refused = refusal({
    action: 'approve',
    status: fact.status,
    roles,
    actorId: accountId,
    authorIds: fact.authorIds,
  });
  const previous = history.find(({ number }) => number === lastDecided(fact));
  return {
    annotation,
    article: { id: fact.articleId, title, revision: fact.articleRevision },
    passage: passageAt(text, range),
    sentence: sentenceNumber(text, range),
    sentences: text.sentences.length,
    ...(refused && { refusal: refused }),
    ...(previous && { previous }),
  };
}
