import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { assignment as assignmentSchema, type AssignmentView, type Member, routes } from '@belegg/contract';
import { assignmentKinds, assignmentRefusal, type AssignmentKind } from '@belegg/domain';
import { Control, DialogFrame, Field } from '@belegg/ui';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { problemAt, ProblemView } from '../shell/problem-view';
import { Session } from '../shell/session';
import { terms } from '../shell/terms';
import { Members } from '../threads';
import type { Subject } from './assignments';
import { messages } from './messages';
import { fromWallClock, toWallClock } from './wall-clock';

/** What is to be assigned, or the assignment that is to be changed. */
export interface AssignData {
  readonly articleId: string;
  readonly subject: Subject;
  /** The words that it is about, unless it is about the article. */
  readonly exact?: string | undefined;
  /** Everybody who wrote a part of the claim. */
  readonly authorIds?: readonly string[];
  readonly kind?: AssignmentKind;
  readonly before?: AssignmentView;
}

/** Asks what is to be done, by whom and until when. Closes with the assignment as it then is. */
@Component({
  selector: 'app-assign-dialog',
  imports: [Control, DialogFrame, Field, ProblemView],
  providers: [Members],
  templateUrl: './assign-dialog.html',
})
export class AssignDialog {
  private readonly api = inject(Api);
  private readonly ref = inject<DialogRef<AssignmentView>>(DialogRef);
  private readonly members = inject(Members);
  private readonly me = inject(Session).current()?.account.id;
  protected readonly t = inject(I18n).of(messages);
  protected readonly term = inject(I18n).of(terms);
  protected readonly kinds = assignmentKinds;
  protected readonly data = inject<AssignData>(DIALOG_DATA);
  protected readonly problemAt = problemAt;

  protected readonly before = signal(this.data.before);
  protected readonly kind = signal<AssignmentKind>(this.data.before?.kind ?? this.data.kind ?? 'check');
  protected readonly who = signal(this.data.before?.assignee.id ?? '');
  protected readonly due = signal(this.data.before?.dueAt === undefined ? '' : toWallClock(this.data.before.dueAt));
  protected readonly note = signal(this.data.before?.note ?? '');
  protected readonly isSaving = signal(false);
  protected readonly isStale = signal(false);
  protected readonly failure = signal<unknown>(undefined);
  private readonly wasSentEmpty = signal(false);

  /** Those who can be asked. */
  protected readonly askable = computed(() => this.members.all().filter((member) => this.isAskable(member)));
  protected readonly whoError = computed(() =>
    this.wasSentEmpty() && this.chosen() === undefined ? this.t('whoNeeded') : problemAt(this.failure(), '/assigneeId'),
  );
  private readonly chosen = computed(() => this.askable().find(({ id }) => id === this.who()));

  constructor() {
    void this.members.ensure();
  }

  protected about(): string {
    const { subject, exact = '' } = this.data;
    if (subject.annotationId !== undefined) return this.t('aboutClaim', { exact });
    return subject.passage ? this.t('aboutPassage', { exact }) : this.t('aboutArticle');
  }

  protected nameOf({ id, name }: Member): string {
    return id === this.me ? this.t('me', { name }) : name;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.wasSentEmpty.set(true);
    if (!this.chosen() || this.isSaving()) return;
    const { articleId, subject } = this.data;
    const dueAt = fromWallClock(this.due());
    const said = { assigneeId: this.who(), note: this.note() };
    await this.attempt((before) =>
      before
        ? this.api.call(routes.changeAssignment, {
            params: { id: before.id },
            body: { ...said, dueAt: dueAt ?? null },
            ifMatch: before.etag,
          })
        : this.api.call(routes.createAssignment, {
            params: { id: articleId },
            body: { ...subject, kind: this.kind(), ...said, ...(dueAt !== undefined && { dueAt }) },
          }),
    );
  }

  protected withdraw(): Promise<void> {
    return this.attempt((before) =>
      this.api.call(routes.withdrawAssignment, { params: { id: before?.id ?? '' }, ifMatch: before?.etag ?? '' }),
    );
  }

  protected cancel(): void {
    this.ref.close();
  }

  private isAskable({ id, roles }: Member): boolean {
    const { authorIds = [] } = this.data;
    return assignmentRefusal({ kind: this.kind(), roles, assigneeId: id, authorIds }) === undefined;
  }

  /** A stale answer brings the assignment as it is now; what was typed stays. */
  private async attempt(work: (before: AssignmentView | undefined) => Promise<AssignmentView>): Promise<void> {
    this.isSaving.set(true);
    this.failure.set(undefined);
    this.isStale.set(false);
    try {
      this.ref.close(await work(this.before()));
    } catch (error) {
      const now =
        error instanceof ProblemError && error.is('stale')
          ? assignmentSchema.safeParse(error.problem.current)
          : undefined;
      this.isStale.set(now?.success === true);
      if (now?.success) this.before.set(now.data);
      else this.failure.set(error);
    } finally {
      this.isSaving.set(false);
    }
  }
}
