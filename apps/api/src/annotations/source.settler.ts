import { Injectable } from '@nestjs/common';
import type { SourceRef } from '@belegg/domain';
import { EventLog, excerpt } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { readCitedSources, readLineage } from '../sources';
import type { Text } from '../texts';
import { refsOf, settledAt } from './cited';
import { withNoDifference, type AnnotationHead } from './head/annotation-head';
import { writeHeads } from './head/head.repository';
import { insertNoDifferences } from './no-difference.repository';
import { currentPassage } from './passage';
import { renew } from './renew';
import { AnnotationWriter } from './writer';

/** What can be done where a source has changed since it was cited. */
export type Settling = 'takeOver' | 'noDifference';

/** Whether an annotation rests on an earlier revision, and nobody has looked at this one for it. */
export const isUnsettled = ({ citations, noDifference }: AnnotationHead, to: SourceRef): boolean =>
  citations
    .flatMap(refsOf)
    .some((ref) => ref.sourceId === to.sourceId && settledAt(ref, noDifference) < to.sourceRevision);

/**
 * Settles a source's changes for annotations of one article, in a fixed number of statements. The article is locked.
 */
@Injectable()
export class SourceSettler {
  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly writer: AnnotationWriter,
  ) {}

  /** Appends a revision that names the given revision of the source to each annotation; all are placed. */
  async takeOver(tx: Tx, actor: Actor, text: Text, heads: readonly AnnotationHead[], to: SourceRef): Promise<void> {
    const { newsroomId } = actor;
    const originId = (await readCitedSources(tx, newsroomId, [to])).get(to).originId ?? undefined;
    const reached = await readLineage(tx, newsroomId, originId === undefined ? [] : [originId]);
    const changes = heads.map((before) => ({
      before,
      statement: {
        verdict: before.verdict,
        rationale: before.rationale,
        citations: before.citations.map((citation) => renew(citation, { ...to, originId }, reached)),
        passage: currentPassage(before),
      },
    }));
    await this.writer.reviseMany(tx, actor, text, changes);
  }

  async noDifference(tx: Tx, actor: Actor, text: Text, heads: readonly AnnotationHead[], to: SourceRef): Promise<void> {
    const { newsroomId, accountId: actorId } = actor;
    if (heads.length === 0) return;
    const eventIds = await this.log.appendManyToArticle(
      tx,
      actor,
      text.articleId,
      heads.map(({ id, selector: [, { exact }] }) => ({
        type: 'annotation.noDifference' as const,
        subjectId: id,
        data: { ...to, articleRevision: text.number, exact: excerpt(exact) },
      })),
    );
    insertNoDifferences(
      tx,
      newsroomId,
      heads.map(({ id: annotationId }, index) => ({
        ...to,
        annotationId,
        articleId: text.articleId,
        articleRevision: text.number,
        actorId,
        eventId: eventIds[index] ?? 0n,
        createdAt: this.clock.now(),
      })),
    );
    writeHeads(
      tx,
      newsroomId,
      heads.map((head) => withNoDifference(head, to.sourceId, to.sourceRevision)),
    );
  }
}
