import { Injectable } from '@nestjs/common';
import { ArticleHeads } from '../coverage';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { Text } from '../texts';
import { insertAnnotations, insertRevisions } from './annotation.repository';
import { difference, toLogged, type Statement } from './difference';
import { firstHead, withRevision, type AnnotationHead } from './head/annotation-head';
import { writeHeads } from './head/head.repository';
import type { Passage } from './passage';

export type PlacedStatement = Statement & { readonly passage: Passage };

/** An annotation, and what it is to say. */
export interface Revising {
  readonly before: AnnotationHead;
  readonly statement: PlacedStatement;
}

/** Appends what was checked and admitted, tells the log, and projects the heads. The article is locked. */
@Injectable()
export class AnnotationWriter {
  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly articles: ArticleHeads,
  ) {}

  async create(tx: Tx, actor: Actor, text: Text, statement: PlacedStatement): Promise<AnnotationHead> {
    const { heads, told } = this.append(tx, actor, text, [statement]);
    const [head] = heads;
    if (!head) throw new Error('an annotation was given and none was made');
    await Promise.all([told, this.articles.annotationChanged(tx, actor.newsroomId, text, head.id, undefined, head)]);
    return head;
  }

  /** As `create`, in a fixed number of statements however many there are. */
  async createMany(tx: Tx, actor: Actor, text: Text, statements: readonly PlacedStatement[]): Promise<void> {
    if (statements.length === 0) return;
    await this.append(tx, actor, text, statements).told;
    await this.articles.rebuild(tx, actor.newsroomId, [text.articleId]);
  }

  async revise(
    tx: Tx,
    actor: Actor,
    before: AnnotationHead,
    text: Text,
    statement: PlacedStatement,
    undoing: Undoing = {},
  ): Promise<AnnotationHead> {
    const { heads, told } = this.appendRevisions(tx, actor, text, [{ before, statement }], undoing);
    const [after] = heads;
    if (!after) throw new Error('a revision was given and none was made');
    await Promise.all([told, this.articles.annotationChanged(tx, actor.newsroomId, text, before.id, before, after)]);
    return after;
  }

  /** As `revise`, in a fixed number of statements however many there are; all of one article. */
  async reviseMany(tx: Tx, actor: Actor, text: Text, changes: readonly Revising[]): Promise<void> {
    if (changes.length === 0) return;
    await this.appendRevisions(tx, actor, text, changes, {}).told;
    await this.articles.rebuild(tx, actor.newsroomId, [text.articleId]);
  }

  /** @returns what holds now at once, and when the log is told */
  private appendRevisions(
    tx: Tx,
    actor: Actor,
    text: Text,
    changes: readonly Revising[],
    undoing: Undoing,
  ): { heads: AnnotationHead[]; told: Promise<void> } {
    const { newsroomId, accountId: authorId } = actor;
    const createdAt = this.clock.now();
    const revised = changes.map(({ before, statement }) => {
      const number = before.revision + 1;
      const revision = { ...statement, number, articleRevision: text.number, authorId, createdAt };
      return { before, after: withRevision(before, revision) };
    });
    const heads = revised.map(({ after }) => after);
    insertRevisions(
      tx,
      newsroomId,
      heads.map((head) => ({ head, authorId })),
    );
    writeHeads(tx, newsroomId, heads);
    const told = this.log.tellArticle(
      tx,
      actor,
      text.articleId,
      revised.map(({ before, after }) => ({
        type: 'annotation.edited' as const,
        subjectId: after.id,
        data: {
          annotationRevision: after.revision,
          articleRevision: text.number,
          exact: excerpt(after.selector[1].exact),
          ...difference(before, after),
          ...undoing,
        },
      })),
    );
    return { heads, told };
  }

  /** @returns what holds now at once, and when the log is told */
  private append(
    tx: Tx,
    actor: Actor,
    { articleId, number }: Text,
    statements: readonly PlacedStatement[],
  ): { heads: readonly AnnotationHead[]; told: Promise<void> } {
    const { newsroomId, accountId } = actor;
    const createdAt = this.clock.now();
    const heads = statements.map((statement) =>
      firstHead(newId(), articleId, {
        ...statement,
        number: 1,
        articleRevision: number,
        authorId: accountId,
        createdAt,
      }),
    );
    insertAnnotations(tx, newsroomId, heads);
    insertRevisions(
      tx,
      newsroomId,
      heads.map((head) => ({ head, authorId: accountId })),
    );
    writeHeads(tx, newsroomId, heads);
    const told = this.log.tellArticle(
      tx,
      actor,
      articleId,
      heads.map(({ id, verdict, rationale, citations, selector: [{ start, end }, { exact }] }) => ({
        type: 'annotation.created' as const,
        subjectId: id,
        data: {
          annotationRevision: 1,
          articleRevision: number,
          after: {
            status: 'draft',
            verdict,
            rationale,
            citations: citations.map(toLogged),
            start,
            end,
            exact: excerpt(exact),
          },
        },
      })),
    );
    return { heads, told };
  }
}
