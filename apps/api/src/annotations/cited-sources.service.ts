import { Injectable } from '@nestjs/common';
import type { AnnotationView } from '@belegg/contract';
import type { SourceRef } from '@belegg/domain';
import type { Actor } from '../platform/actor';
import { Database, type Tx } from '../platform/database/database';
import { ProblemError } from '../platform/problem-error';
import { holdCurrent, holdSources, readCitingArticles } from '../sources';
import { Texts, type Text } from '../texts';
import { LockedAnnotations } from './locked-annotations';
import { readUnsettled } from './no-difference.repository';
import { isPlaced } from './passage';
import { AnnotationReader } from './reader';
import { isUnsettled, SourceSettler, type Settling } from './source.settler';

/** A source of an annotation, and the revision of it that somebody looked at; the latest where none is said. */
export interface CitedSource {
  readonly id: string;
  readonly sourceId: string;
  readonly sourceRevision?: number | undefined;
}

/**
 * What is done where a source has changed since it was cited: take the new revision over, or say that nothing comes of
 * it.
 */
@Injectable()
export class CitedSourcesService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly locked: LockedAnnotations,
    private readonly reader: AnnotationReader,
    private readonly settler: SourceSettler,
  ) {}

  /**
   * For one annotation; nothing happens where that revision was settled already.
   * @throws ProblemError as `LockedAnnotations.admit`; `not-found` when it does not rest on the source; `invalid` when
   * the source has no such revision, or the annotation stands on no words that could be kept
   */
  settle(
    actor: Actor,
    { id, sourceId, sourceRevision }: CitedSource,
    ifMatch: string,
    settling: Settling,
  ): Promise<AnnotationView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const { before, text } = await this.locked.admit(tx, actor, id, 'edit', ifMatch);
      const latest = (await holdSources(tx, newsroomId, [sourceId])).get(sourceId)?.revision;
      const rests = before.citations.some(
        (citation) => citation.sourceId === sourceId || citation.lineage.some((ref) => ref.sourceId === sourceId),
      );
      if (latest === undefined || !rests) throw new ProblemError('not-found');
      if (sourceRevision !== undefined && sourceRevision > latest)
        throw new ProblemError('invalid', { errors: [{ pointer: '/sourceRevision', detail: 'unknownRevision' }] });
      const to = { sourceId, sourceRevision: sourceRevision ?? latest };
      if (isUnsettled(before, to)) {
        if (settling === 'takeOver' && !isPlaced(before))
          throw new ProblemError('invalid', { errors: [{ pointer: '/selector', detail: 'selectorNeeded' }] });
        await this.settler[settling](tx, actor, text, [before], to);
      }
      return this.reader.view(tx, actor, id);
    });
  }

  /**
   * For all annotations that rest on a source, as it was looked at.
   * @throws ProblemError `stale`, `not-found`
   */
  settleAll(
    actor: Actor,
    sourceId: string,
    ifMatch: string,
    settling: Settling,
  ): Promise<{ annotations: number; left: number }> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const texts = await this.lockTexts(tx, newsroomId, await readCitingArticles(tx, newsroomId, sourceId));
      const to: SourceRef = { sourceId, sourceRevision: await holdCurrent(tx, newsroomId, sourceId, ifMatch) };
      const annotationIds = await readUnsettled(tx, newsroomId, to);
      const heads = await this.reader.heads(tx, { newsroomId, annotationIds });
      const able = heads.filter((head) => texts.has(head.articleId) && (settling !== 'takeOver' || isPlaced(head)));
      for (const [articleId, own] of Map.groupBy(able, (head) => head.articleId)) {
        const text = texts.get(articleId);
        if (text) await this.settler[settling](tx, actor, text, own, to);
      }
      return { annotations: able.length, left: heads.length - able.length };
    });
  }

  /** Always in the same order, so that nobody waits for each other. */
  private async lockTexts(
    tx: Tx,
    newsroomId: string,
    articleIds: readonly string[],
  ): Promise<ReadonlyMap<string, Text>> {
    const texts = new Map<string, Text>();
    for (const id of articleIds) texts.set(id, await this.texts.lock(tx, newsroomId, id));
    return texts;
  }
}
