import { Injectable } from '@nestjs/common';
import type { AnnotationView } from '@belegg/contract';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import { insertAnnotation, insertRevision } from './annotation.repository';
import { difference, type Statement } from './difference';
import type { Passage } from './passage';
import { AnnotationReader } from './reader';

export type PlacedStatement = Statement & { readonly passage: Passage };

/** Appends what was checked and admitted, and tells the log. The article is locked. */
@Injectable()
export class AnnotationWriter {
  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly reader: AnnotationReader,
  ) {}

  async create(
    tx: Tx,
    actor: Actor,
    on: { articleId: string; articleRevision: number },
    statement: PlacedStatement,
  ): Promise<AnnotationView> {
    const { newsroomId, accountId } = actor;
    const place = { newsroomId, annotationId: newId(), ...on };
    const now = this.clock.now();
    const {
      passage: { start, end, exact },
      verdict,
      rationale,
      citations,
    } = statement;
    await insertAnnotation(tx, place, now);
    await insertRevision(tx, place, { ...statement, number: 1, authorId: accountId, now });
    await this.log.appendToArticle(tx, actor, on.articleId, {
      type: 'annotation.created',
      subjectId: place.annotationId,
      data: {
        annotationRevision: 1,
        articleRevision: on.articleRevision,
        after: {
          status: 'draft',
          verdict,
          rationale,
          citations: citations.map((citation) => ({ ...citation })),
          start,
          end,
          exact: excerpt(exact),
        },
      },
    });
    return this.reader.view(tx, newsroomId, place.annotationId);
  }

  async revise(
    tx: Tx,
    actor: Actor,
    before: AnnotationView,
    articleRevision: number,
    statement: PlacedStatement,
    undoing: Undoing = {},
  ): Promise<AnnotationView> {
    const { newsroomId, accountId } = actor;
    const { id, articleId, revision } = before;
    const place = { newsroomId, articleId, annotationId: id, articleRevision };
    const number = revision + 1;
    await insertRevision(tx, place, { ...statement, number, authorId: accountId, now: this.clock.now() });
    const after = await this.reader.view(tx, newsroomId, id);
    await this.log.appendToArticle(tx, actor, articleId, {
      type: 'annotation.edited',
      subjectId: id,
      data: {
        annotationRevision: number,
        articleRevision,
        exact: excerpt(after.selector[1].exact),
        ...difference(before, after),
        ...undoing,
      },
    });
    return this.reader.view(tx, newsroomId, id);
  }
}
