import { Injectable } from '@nestjs/common';
import { ArticleHeads } from '../coverage';
import { EventLog, excerpt, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { newId } from '../platform/ids';
import type { Text } from '../texts';
import { insertAnnotations, insertRevisions } from './annotation.repository';
import { difference, type Statement } from './difference';
import { firstHead, withRevision, type AnnotationHead } from './head/annotation-head';
import { writeHeads } from './head/head.repository';
import type { Passage } from './passage';

export type PlacedStatement = Statement & { readonly passage: Passage };

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
    { verdict, rationale, citations, passage }: PlacedStatement,
    undoing: Undoing = {},
  ): Promise<AnnotationHead> {
    const { newsroomId, accountId } = actor;
    const { id, articleId } = before;
    const after = withRevision(before, {
      number: before.revision + 1,
      articleRevision: text.number,
      verdict,
      rationale,
      citations,
      passage,
      authorId: accountId,
      createdAt: this.clock.now(),
    });
    insertRevisions(tx, newsroomId, [{ head: after, authorId: accountId }]);
    writeHeads(tx, newsroomId, [after]);
    const edited = {
      type: 'annotation.edited' as const,
      subjectId: id,
      data: {
        annotationRevision: after.revision,
        articleRevision: text.number,
        exact: excerpt(after.selector[1].exact),
        ...difference(before, after),
        ...undoing,
      },
    };
    await Promise.all([
      this.log.tellArticle(tx, actor, articleId, [edited]),
      this.articles.annotationChanged(tx, newsroomId, text, id, before, after),
    ]);
    return after;
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
            citations: citations.map((citation) => ({ ...citation })),
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
