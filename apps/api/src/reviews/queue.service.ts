import { Injectable } from '@nestjs/common';
import type { AnnotationRevisionView, AnnotationView, ReviewItem } from '@belegg/contract';
import { refusal, standingSteps, type Status } from '@belegg/domain';
import { z } from 'zod';
import { AnnotationReader, queueKey, type AnnotationHead } from '../annotations';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { Texts, type Text } from '../texts';
import { passageAt, sentenceNumber } from './passage';
import { readTitles } from './titles';

const pageSize = 50;
const cursorKeys = {
  event: z.tuple([z.string().regex(/^\d{1,18}$/)]),
  annotation: z.tuple([z.uuid()]),
} as const;

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
    const [after] = decodeCursor(cursor, byAge(status) ? cursorKeys.annotation : cursorKeys.event) ?? [];
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const heads = await this.annotations.queue(tx, { newsroomId, status, after, limit: pageSize + 1 });
      const { items, ...more } = pageOf(heads, pageSize, (head) => [byAge(status) ? head.id : String(queueKey(head))]);
      return { items: await this.describe(tx, actor, items), ...more };
    });
  }

  private async describe(tx: Tx, actor: Actor, facts: readonly AnnotationHead[]): Promise<ReviewItem[]> {
    const { newsroomId } = actor;
    const views = new Map((await this.annotations.toViews(tx, newsroomId, facts)).map((view) => [view.id, view]));
    const decided = facts.filter((fact) => lastDecided(fact) !== undefined).map(({ id }) => id);
    const histories = await this.annotations.histories(tx, newsroomId, decided);
    const titles = await readTitles(
      tx,
      newsroomId,
      facts.map(({ articleId }) => articleId),
    );
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
    const current = await this.texts.currentOf(
      tx,
      newsroomId,
      views.map(({ articleId }) => articleId),
    );
    const texts = new Map([...current.values()].map((text) => [`${text.articleId}.${text.number}`, text]));
    for (const view of views) {
      const key = textKey(view);
      if (!texts.has(key)) texts.set(key, await this.texts.at(tx, newsroomId, view.articleId, view.articleRevision));
    }
    return texts;
  }
}

/** What nobody has sent in waits by its own age. */
const byAge = (status: Status): boolean => status === 'draft' || status === 'lapsed';

const textKey = ({ articleId, articleRevision }: AnnotationView): string => `${articleId}.${articleRevision}`;

const lastDecided = ({ steps }: AnnotationHead): number | undefined =>
  standingSteps(steps).findLast(({ kind }) => kind === 'approved' || kind === 'returned')?.annotationRevision;

function toReviewItem(
  { roles, accountId }: Actor,
  fact: AnnotationHead,
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
    article: { id: fact.articleId, title, revision: fact.currentRevision },
    passage: passageAt(text, range),
    sentence: sentenceNumber(text, range),
    sentences: text.sentences.length,
    ...(refused && { refusal: refused }),
    ...(previous && { previous }),
  };
}
