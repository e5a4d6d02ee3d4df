import { Injectable } from '@nestjs/common';
import type { AnnotationView, AnnotationWithDrafts, ChangeAnnotation, NewAnnotation } from '@belegg/contract';
import { z } from 'zod';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { decodeCursor, pageOf } from '../platform/http/cursor';
import { ProblemError } from '../platform/problem-error';
import { begun } from '../platform/database/statements';
import { Texts } from '../texts';
import { pageSize } from './annotation-lists';
import { checkCitations } from './citation.check';
import { deleteDraft, readDrafts } from './drafts/draft.repository';
import { toList } from './drafts/drafts.service';
import { LockedAnnotations } from './locked-annotations';
import { currentPassage, isPlaced, passageOf } from './passage';
import { compare, placeKey, placeOf } from './order';
import { AnnotationReader } from './reader';
import { saysTheSame } from './difference';
import { AnnotationWriter } from './writer';

const historyPageSize = 200;
const numberKey = z.tuple([z.int()]);

/** Claims about passages: made, read and edited. */
@Injectable()
export class AnnotationsService {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly reader: AnnotationReader,
    private readonly locked: LockedAnnotations,
    private readonly writer: AnnotationWriter,
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

  /**
   * @throws ProblemError `stale` when it was made on a text that is no longer current, `selector-mismatch`, or `invalid`
   * when it cites what is not there
   */
  create(
    actor: Actor,
    articleId: string,
    { selector, articleRevision, citations, ...said }: NewAnnotation,
  ): Promise<AnnotationView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      // The sources are asked for in the same round trip as the lock, and after it, as everywhere; what is wrong with them
      // is told after the rest.
      const locking = begun(this.texts.lock(tx, newsroomId, articleId));
      const citing = begun(checkCitations(tx, newsroomId, citations, []));
      const text = await locking;
      if (articleRevision !== undefined && articleRevision !== text.number)
        throw new ProblemError('stale', { current: { revision: text.number } });
      const head = await this.writer.create(tx, actor, text, {
        ...said,
        passage: passageOf(text, selector),
        citations: await citing,
      });
      return this.reader.toView(tx, actor, head);
    });
  }

  /**
   * Appends a revision on the current text, or nothing when nothing changes. Where the passage came through to this
   * text word for word, it is kept unless another is sent. Where it did not, one has to be sent; sending back the one
   * that was suggested accepts it.
   * @throws ProblemError as `LockedAnnotations.admit` and `create`
   */
  change(
    actor: Actor,
    id: string,
    ifMatch: string,
    { draft, selector, citations, ...said }: ChangeAnnotation,
  ): Promise<AnnotationView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const { before, text } = await this.locked.admit(tx, actor, id, 'edit', ifMatch);
      if (draft !== undefined)
        await deleteDraft(tx, { newsroomId, annotationId: id, authorId: actor.accountId }, draft);
      const sent = selector && passageOf(text, selector);
      const statement = {
        verdict: said.verdict ?? before.verdict,
        rationale: said.rationale ?? before.rationale,
        citations: citations ? await checkCitations(tx, newsroomId, citations, before.citations) : before.citations,
      };
      if (saysTheSame(before, statement, sent)) return this.reader.toView(tx, actor, before);
      const passage = sent ?? (isPlaced(before) ? currentPassage(before) : undefined);
      if (!passage) throw new ProblemError('invalid', { errors: [{ pointer: '/selector', detail: 'selectorNeeded' }] });
      const after = await this.writer.revise(tx, actor, before, text, { ...statement, passage });
      return this.reader.toView(tx, actor, after);
    });
  }
}
