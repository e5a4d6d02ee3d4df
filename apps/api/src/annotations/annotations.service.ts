import { Injectable } from '@nestjs/common';
import type { AnnotationWithDrafts } from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { ProblemError } from '../platform/problem-error';
import { Texts } from '../texts';
import { pageSize } from './annotation-lists';
import { readDrafts } from './drafts/draft.repository';
import { toList } from './drafts/drafts.service';
import { compare, placeKey, placeOf } from './order';
import { AnnotationReader } from './reader';

const historyPageSize = 200;
const numberKey = z.tuple([z.int()]);

/** Claims about passages, as they are read. */
@Injectable()
export class AnnotationsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly reader: AnnotationReader,
  ) {}

  /**
   * In the order of the text, orphans last, without the retired ones.
   * @param asOf the number of an article revision: as things stood when that was the current one
   * @throws ProblemError `not-found` when there is no such revision
   */
  async list({ newsroomId }: Actor, articleId: string, cursor: string | undefined, asOf?: number) {
    const after = decodeCursor(cursor, placeKey);
    const all = await this.database.readNewsroom(newsroomId, async (tx) => {
      if (asOf !== undefined && asOf > (await this.texts.currentNumber(tx, newsroomId, articleId)))
        throw new ProblemError('not-found');
      return this.reader.views(tx, { newsroomId, articleIds: [articleId], ...(asOf !== undefined && { asOf }) });
    });
    const following = all.filter(
      (annotation) =>
        annotation.status !== 'retired' && (after === undefined || compare(placeOf(annotation), after) > 0),
    );
    return pageOf(following, pageSize, placeOf);
  }

  /** With what the actor is typing on it, and who else is. */
  get(actor: Actor, id: string): Promise<AnnotationWithDrafts> {
    const { newsroomId, accountId } = actor;
    return this.database.readNewsroom(newsroomId, async (tx) => {
      const view = await this.reader.view(tx, actor, id);
      const drafts = await readDrafts(tx, newsroomId, { annotationId: id });
      const {
        mine: [draft],
        others,
      } = await toList(tx, newsroomId, accountId, drafts);
      return { ...view, ...(draft && { draft }), others };
    });
  }

  async history({ newsroomId }: Actor, id: string, cursor: string | undefined) {
    const [before = Infinity] = decodeCursor(cursor, numberKey) ?? [];
    const revisions = await this.database.readNewsroom(newsroomId, (tx) => this.reader.histories(tx, newsroomId, [id]));
    const following = (revisions.get(id) ?? []).filter(({ number }) => number < before);
    return pageOf(following, historyPageSize, ({ number }) => [number]);
  }
}
