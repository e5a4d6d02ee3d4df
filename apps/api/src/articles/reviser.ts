import { Injectable } from '@nestjs/common';
import { anchorOutcomes, type AnchorOutcome } from '@belegg/domain';
import { AnnotationReader, HeadRebuilder, insertAnchors, readOwnPlaces, type NewAnchor } from '../annotations';
import { EventLog } from '../events';
import type { Prisma } from '../generated/prisma/client';
import type { FoundThread } from '../intake';
import type { Actor } from '../platform/actor';
import type { Tx } from '../platform/database/database';
import { readMarks } from '../coverage';
import { Texts, type NewText, type Text } from '../texts';
import type { TalkPlan } from '../threads';
import { Followers } from './followers';
import { planRevision, type RevisionPlan } from './revision-plan';

/** Puts a new text in the place of the current one, and every annotation where it belongs in it. */
@Injectable()
export class Reviser {
  constructor(
    private readonly texts: Texts,
    private readonly annotations: AnnotationReader,
    private readonly heads: HeadRebuilder,
    private readonly followers: Followers,
    private readonly log: EventLog,
  ) {}

  /** What the new text would do. Changes nothing. */
  async plan(tx: Tx, newsroomId: string, current: Text, next: NewText): Promise<RevisionPlan> {
    const { articleId } = current;
    const heads = await this.annotations.heads(tx, { newsroomId, articleIds: [articleId] });
    const annotations = heads.filter(({ status }) => status !== 'retired');
    const adrift = annotations.filter(({ anchor: { outcome } }) => outcome === 'changed' || outcome === 'orphaned');
    const ownPlaces = await readOwnPlaces(
      tx,
      newsroomId,
      adrift.map(({ id }) => id),
    );
    const earlier = new Map<number, Text>();
    for (const number of new Set(ownPlaces.map(({ articleRevision }) => articleRevision))) {
      earlier.set(number, await this.texts.at(tx, newsroomId, articleId, number));
    }
    return planRevision(
      { current, annotations, ownPlaces, earlier, marks: await readMarks(tx, newsroomId, [current]) },
      next,
    );
  }

  /** What of the comments of a file is new on an article. Changes nothing. */
  talk(tx: Tx, newsroomId: string, articleId: string, threads: readonly FoundThread[]): Promise<TalkPlan> {
    return this.followers.talk(tx, newsroomId, articleId, threads);
  }

  /**
   * Takes in what is new of the comments of a file whose text is the one that there is.
   * @returns whether anything was
   */
  bringTalk(tx: Tx, actor: Actor, text: Text, threads: readonly FoundThread[]): Promise<boolean> {
    return this.followers.bring(tx, actor, text, threads);
  }

  /**
   * Appends the new text, the anchors and what is carried, and tells the log; annotations that nothing carries lapse by
   * that. The article is locked.
   * @param said what the log is told beside
   * @param threads the comments that came with the text
   */
  async revise(
    tx: Tx,
    actor: Actor,
    current: Text,
    next: NewText,
    said: Prisma.InputJsonObject,
    threads: readonly FoundThread[] = [],
  ): Promise<{ text: Text; plan: RevisionPlan }> {
    const { newsroomId } = actor;
    const { articleId } = current;
    const plan = await this.plan(tx, newsroomId, current, next);
    const appended = await this.texts.append(tx, actor, articleId, next);
    const eventId = await this.log.appendToArticle(tx, actor, articleId, {
      type: 'article.revised',
      data: {
        articleRevision: appended.number,
        sha256: appended.sha256,
        counts: countOutcomes(plan.anchors),
        carried: plan.anchors.filter(({ carryRule }) => carryRule !== undefined).length,
        carriedMarks: plan.sentences.size,
        newSentences: plan.newSentences.length,
        ...said,
      },
    });
    const text =
      plan.cuts === next.sentences ? appended : await this.texts.recut(tx, actor, appended, plan.cuts, eventId);
    await insertAnchors(tx, { newsroomId, articleId, articleRevision: text.number }, plan.anchors);
    await this.followers.follow(tx, actor, { before: current, next: text }, plan.sentences, eventId, threads);
    await this.heads.rebuild(tx, newsroomId, [articleId]);
    return { text, plan };
  }
}

/** How many annotations had each outcome. */
export function countOutcomes(anchors: readonly NewAnchor[]): Record<AnchorOutcome, number> {
  const counts = Object.fromEntries(anchorOutcomes.map((outcome) => [outcome, 0])) as Record<AnchorOutcome, number>;
  for (const { outcome } of anchors) counts[outcome] += 1;
  return counts;
}
