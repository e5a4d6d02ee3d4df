import { Injectable } from '@nestjs/common';
import type { AnnotationView, ChangeAnnotation } from '@belegg/contract';
import { ArticleHeads } from '../coverage';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { begun } from '../platform/database/statements';
import { ProblemError } from '../platform/problem-error';
import { checkCitations } from './citation.check';
import { conflictsOfChanged } from './conflicts';
import { saysTheSame } from './difference';
import { deleteDraft } from './drafts/draft.repository';
import { LockedAnnotations } from './locked-annotations';
import { currentPassage, isPlaced, passageOf } from './passage';
import { AnnotationReader } from './reader';
import { withWithheld } from './withheld';
import { AnnotationWriter } from './writer';

/** What annotations say, changed. */
@Injectable()
export class EditsService {
  constructor(
    private readonly database: Database,
    private readonly locked: LockedAnnotations,
    private readonly articles: ArticleHeads,
    private readonly writer: AnnotationWriter,
    private readonly reader: AnnotationReader,
  ) {}

  /**
   * Appends a revision on the current text, or nothing when nothing changes. Where the passage came through to this
   * text word for word, it is kept unless another is sent. Where it did not, one has to be sent; sending back the one
   * that was suggested accepts it.
   * @throws ProblemError as `LockedAnnotations.admit` and `AnnotationCreations.create`
   */
  edit(
    actor: Actor,
    id: string,
    ifMatch: string,
    { draft, selector, ...sentWords }: ChangeAnnotation,
  ): Promise<AnnotationView> {
    const { newsroomId } = actor;
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const { before, text } = await this.locked.admit(tx, actor, id, 'edit', ifMatch);
      const { citations, ...said } = await withWithheld(tx, actor, before, sentWords);
      if (draft !== undefined)
        await deleteDraft(tx, { newsroomId, annotationId: id, authorId: actor.accountId }, draft);
      const sent = selector && passageOf(text, selector);
      const statement = {
        verdict: said.verdict === undefined ? before.verdict : (said.verdict ?? undefined),
        rationale: said.rationale ?? before.rationale,
        citations: citations ? await checkCitations(tx, newsroomId, citations, before.citations) : before.citations,
      };
      if (saysTheSame(before, statement, sent)) return this.reader.toView(tx, actor, before);
      const passage = sent ?? (isPlaced(before) ? currentPassage(before) : undefined);
      if (!passage) throw new ProblemError('invalid', { errors: [{ pointer: '/selector', detail: 'selectorNeeded' }] });
      const standing = await this.articles.standing(tx, newsroomId, text);
      const revising = begun(this.writer.revise(tx, actor, before, text, standing, { ...statement, passage }));
      // People and sources are read in the same round trip.
      const viewing = begun(this.reader.beside(tx, actor, { ...before, citations: statement.citations }));
      const after = await revising;
      return (await viewing)(after, conflictsOfChanged(standing, [after]));
    });
  }
}
