import { Injectable } from '@nestjs/common';
import { ArticleHeads, type ArticleStanding } from '../coverage';
import { EventLog, excerpt, type NewEvent, type Undoing } from '../events';
import type { Actor } from '../platform/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import type { Change } from '../platform/database/statements';
import { newId } from '../platform/ids';
import { protectionCount } from '../sources';
import type { Text } from '../texts';
import { annotationInsertion, revisionInsertions } from './annotation.repository';
import { difference, toLogged, type Statement } from './difference';
import { firstHead, withRevision, type AnnotationHead } from './head/annotation-head';
import { headChanges } from './head/head.repository';
import type { Passage } from './passage';

export type PlacedStatement = Statement & { readonly passage: Passage };

/** What somebody says in a new annotation. */
export interface Said {
  readonly statement: PlacedStatement;
  readonly authorId: string;
}

/** What holds once it is appended, what is told of it, and the rows. */
interface Appended {
  readonly heads: AnnotationHead[];
  readonly events: (NewEvent & { readonly actorId: string })[];
  readonly changes: Change[];
}

/** An annotation, and what it is to say. */
export interface Revising {
  readonly before: AnnotationHead;
  readonly statement: PlacedStatement;
}

/** Whether a citation is protected now that was not. */
function protectsMore(before: AnnotationHead, after: AnnotationHead): boolean {
  const open = new Set(before.citations.flatMap((citation) => (citation.protected ? [] : [citation.id])));
  return after.citations.some((citation) => citation.protected && open.has(citation.id));
}

/** Appends what was checked and admitted, tells the log, and projects the heads. The article is locked. */
@Injectable()
export class AnnotationWriter {
  constructor(
    private readonly clock: Clock,
    private readonly log: EventLog,
    private readonly articles: ArticleHeads,
  ) {}

  /**
   * Makes annotations of what several people say, who were seen to stand for it still, in one statement that is sent
   * without waiting.
   */
  createEach(
    tx: Tx,
    newsroomId: string,
    text: Text,
    standing: ArticleStanding,
    said: readonly Said[],
  ): AnnotationHead[] {
    const { heads, events, changes } = this.firsts(newsroomId, text, said);
    const projected = standing.change(
      tx,
      heads.map((after) => ({ before: undefined, after })),
    );
    this.log.tellOfSeveral(tx, newsroomId, text.articleId, events, [...changes, ...projected]);
    return heads;
  }

  /** Makes annotations of what one person says, in a fixed number of statements however many there are. */
  async createMany(tx: Tx, actor: Actor, text: Text, statements: readonly PlacedStatement[]): Promise<void> {
    if (statements.length === 0) return;
    const { newsroomId, accountId: authorId } = actor;
    const said = statements.map((statement) => ({ statement, authorId }));
    const { events, changes } = this.firsts(newsroomId, text, said);
    await this.log.tellArticle(tx, actor, text.articleId, events, changes);
    await this.articles.rebuild(tx, newsroomId, [text.articleId]);
  }

  /** @param standing what stands in the article before */
  async revise(
    tx: Tx,
    actor: Actor,
    before: AnnotationHead,
    text: Text,
    standing: ArticleStanding,
    statement: PlacedStatement,
    undoing: Undoing = {},
  ): Promise<AnnotationHead> {
    const { heads, events, changes } = this.revisions(actor, text, [{ before, statement }], undoing);
    const [after] = heads;
    if (!after) throw new Error('a revision was given and none was made');
    const projected = standing.change(tx, [{ before, after }]);
    await this.log.tellArticle(tx, actor, text.articleId, events, [...changes, ...projected]);
    return after;
  }

  /** As `revise`, in a fixed number of statements however many there are; all of one article. */
  async reviseMany(tx: Tx, actor: Actor, text: Text, changes: readonly Revising[]): Promise<void> {
    if (changes.length === 0) return;
    const appended = this.revisions(actor, text, changes, {});
    await this.log.tellArticle(tx, actor, text.articleId, appended.events, appended.changes);
    await this.articles.rebuild(tx, actor.newsroomId, [text.articleId]);
  }

  private revisions(actor: Actor, text: Text, revising: readonly Revising[], undoing: Undoing): Appended {
    const { newsroomId, accountId: authorId } = actor;
    const createdAt = this.clock.now();
    const revised = revising.map(({ before, statement }) => {
      const number = before.revision + 1;
      const revision = { ...statement, number, articleRevision: text.number, authorId, createdAt };
      return { before, after: withRevision(before, revision) };
    });
    const heads = revised.map(({ after }) => after);
    const events = revised.map(({ before, after }) => ({
      type: 'annotation.edited' as const,
      actorId: authorId,
      subjectId: after.id,
      data: {
        annotationRevision: after.revision,
        articleRevision: text.number,
        exact: excerpt(after.selector[1].exact),
        ...difference(before, after),
        ...undoing,
      },
    }));
    const appended = revisionInsertions(
      newsroomId,
      heads.map((head) => ({ head, authorId })),
    );
    const protects = revised.some(({ before, after }) => protectsMore(before, after));
    const counted = protects ? [protectionCount(newsroomId)] : [];
    return { heads, events, changes: [...appended, ...headChanges(newsroomId, heads), ...counted] };
  }

  private firsts(newsroomId: string, { articleId, number }: Text, said: readonly Said[]): Appended {
    const createdAt = this.clock.now();
    const made = said.map(({ statement, authorId }) => ({
      authorId,
      head: firstHead(newId(), articleId, { ...statement, number: 1, articleRevision: number, authorId, createdAt }),
    }));
    const heads = made.map(({ head }) => head);
    const events = made.map(({ authorId, head }) => {
      const { id, verdict, rationale, citations, selector } = head;
      const [{ start, end }, { exact }] = selector;
      const after = { status: 'draft', verdict, rationale, citations: citations.map(toLogged), start, end };
      return {
        type: 'annotation.created' as const,
        actorId: authorId,
        subjectId: id,
        data: { annotationRevision: 1, articleRevision: number, after: { ...after, exact: excerpt(exact) } },
      };
    });
    const changes = [
      annotationInsertion(newsroomId, heads),
      ...revisionInsertions(newsroomId, made),
      ...headChanges(newsroomId, heads, []),
    ];
    return { heads, events, changes };
  }
}
