import { Injectable } from '@nestjs/common';
import type { AnnotationView } from '@belegg/contract';
import type { Action, StepKind } from '@belegg/domain';
import { ArticleHeads } from '../coverage';
import type { Actor } from '../platform/actor';
import { Database } from '../platform/database/database';
import { begun } from '../platform/database/statements';
import { conflictsOfChanged } from './conflicts';
import { assertNamed } from '../sources';
import { LockedAnnotations } from './locked-annotations';
import { AnnotationReader } from './reader';
import { assertSourced, readSourceRule } from './source-rule';
import { StepWriter } from './step.writer';
import { sourcesIn } from './view';

/** What can be done in review, and the step that it leaves. */
const stepOf = {
  submit: 'submitted',
  withdraw: 'withdrawn',
  approve: 'approved',
  return: 'returned',
  retire: 'retired',
} as const satisfies Partial<Record<Action, StepKind>>;
export type ReviewAction = keyof typeof stepOf;

/** The way of an annotation through review. Each step names both revisions, and its status follows from the steps. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly articles: ArticleHeads,
    private readonly locked: LockedAnnotations,
    private readonly steps: StepWriter,
    private readonly reader: AnnotationReader,
  ) {}

  /**
   * @param withoutSources of a submission: why the sources are missing that the newsroom asks for
   * @throws ProblemError as `LockedAnnotations.admit`, `assertSourced`, `assertNamed` and `StepWriter.append`
   */
  decide(
    actor: Actor,
    id: string,
    action: ReviewAction,
    ifMatch: string,
    comment: string,
    withoutSources?: string,
  ): Promise<AnnotationView> {
    const { newsroomId } = actor;
    const kind = stepOf[action];
    return this.database.inNewsroom(newsroomId, async (tx) => {
      const admitting = begun(this.locked.admit(tx, actor, id, action, ifMatch));
      const ruling = action === 'submit' ? begun(readSourceRule(tx, newsroomId)) : undefined;
      const { before, text } = await admitting;
      // Nobody approves what rests on what they do not see.
      if (action === 'approve')
        await assertNamed(
          tx,
          actor,
          sourcesIn([before]).map(({ sourceId }) => sourceId),
        );
      const rule = await ruling;
      const reason = rule && (await assertSourced(tx, newsroomId, rule, before, withoutSources));
      const details = { comment, ...(reason !== undefined && { withoutSources: reason }) };
      const standing = await this.articles.standing(tx, newsroomId, text);
      const appending = begun(this.steps.append(tx, actor, before, text, standing, kind, details));
      // People and sources are read in the same round trip.
      const viewing = begun(this.reader.beside(tx, actor, before));
      const after = await appending;
      return (await viewing)(after, conflictsOfChanged(standing, [after]));
    });
  }
}
