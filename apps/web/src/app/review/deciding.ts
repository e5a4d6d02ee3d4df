import { computed, inject, Injectable, signal } from '@angular/core';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Session } from '../shell/session';
import { terms, verdictKey } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { nextAfter } from './group-queue';
import { messages } from './messages';
import { exactOf, idOf, isClaim, type QueueEntry } from './queue-entry';
import { Reading } from './reading';
import { ReturnComments } from './return-comments';
import { type Decision, ReviewQueue } from './review-queue';

/** What comes of a decision: the id of what comes next, and the item that was the last for me in its article. */
export interface Decided {
  readonly next: string | undefined;
  readonly finished: QueueEntry | undefined;
}

/** Approving and returning what is read, one at a time. */
@Injectable()
export class Deciding {
  private readonly queue = inject(ReviewQueue);
  private readonly reading = inject(Reading);
  private readonly comments = inject(ReturnComments);
  private readonly toasts = inject(Toasts);
  private readonly i18n = inject(I18n);
  private readonly t = this.i18n.of(messages);
  private readonly term = this.i18n.of(terms);
  /** The id of who decides. */
  readonly me = inject(Session).current()?.account.id;
  private readonly acting = signal(false);
  private readonly problem = signal<{ readonly id: string | undefined; readonly error: unknown } | undefined>(
    undefined,
  );

  private withdraw: (() => void) | undefined;
  private readonly undid = signal<QueueEntry | undefined>(undefined);

  /** What a decision was taken back on, last. */
  readonly undone = this.undid.asReadonly();
  readonly isActing = this.acting.asReadonly();
  /** Why the last decision on what is read was refused. */
  readonly error = computed(() => (this.problem()?.id === this.reading.id() ? this.problem()?.error : undefined));
  /** Why one may not decide on what is read, in a sentence. */
  readonly refusal = computed(() => {
    const entry = this.reading.entry();
    if (!entry) return undefined;
    if (this.reading.isGone() || this.reading.isMarkGone()) return this.t('refusal_status');
    if (!isClaim(entry) && entry.refusal === 'role') return this.t('refusal_markRole');
    return entry.refusal && this.t(`refusal_${entry.refusal}`);
  });
  readonly isPossible = computed(
    () => this.reading.entry() !== undefined && this.refusal() === undefined && !this.acting(),
  );

  /**
   * Decides on exactly what is on the screen, and says what comes up next. When it was changed meanwhile, that is shown
   * instead and nothing is decided.
   * @returns what comes of it, if it was decided
   */
  async decide(decision: Decision, comment = ''): Promise<Decided | undefined> {
    const item = this.reading.item();
    if (!item || !this.isPossible()) return undefined;
    const { id } = item.annotation;
    const order = this.queue.grouped().order;
    this.acting.set(true);
    try {
      await this.queue.decide(item, decision, comment);
      this.comments.forget(id);
      return this.done(this.t(decision === 'approve' ? 'approved' : 'returned'), item, order);
    } catch (error) {
      await this.explain(id, error);
      return undefined;
    } finally {
      this.acting.set(false);
    }
  }

  /**
   * Confirms that the sentence that is read is not checkable, or says that it has to be checked.
   * @returns what comes of it, if it was decided
   */
  async decideMark(decision: Decision): Promise<Decided | undefined> {
    const mark = this.reading.mark();
    if (!mark || !this.isPossible()) return undefined;
    const order = this.queue.grouped().order;
    this.acting.set(true);
    try {
      if (await this.queue.decideMark(mark, decision))
        return this.done(this.t(decision === 'approve' ? 'markConfirmed' : 'markRefused'), mark, order);
      await this.queue.load();
    } catch (error) {
      await this.explain(mark.id, error);
    } finally {
      this.acting.set(false);
    }
    return undefined;
  }

  /** Says what was decided and what comes up next. */
  private done(said: string, entry: QueueEntry, order: readonly QueueEntry[]): Decided {
    this.problem.set(undefined);
    const next = nextAfter(order, idOf(entry));
    this.offerUndo(said, entry);
    const upcoming = next && this.t('nextIs', { verdict: this.judgementOf(next), exact: exactOf(next) });
    this.toasts.announce(`${said} ${upcoming ?? this.t('nothingLeft')}`);
    return { next: next && idOf(next), finished: next?.article.id === entry.article.id ? undefined : entry };
  }

  private judgementOf(entry: QueueEntry): string {
    return isClaim(entry) ? this.term(verdictKey(entry.annotation.verdict)) : this.t('notCheckable');
  }

  /** A decision can be taken back for a while; then what was decided on is shown again. */
  private offerUndo(said: string, entry: QueueEntry): void {
    this.withdraw?.();
    this.withdraw = this.toasts.sayBriefly(said, { label: this.t('undo'), run: () => void this.undo(entry) });
  }

  private async undo(item: QueueEntry): Promise<void> {
    this.withdraw?.();
    try {
      await this.queue.undo(item);
      this.undid.set(this.queue.again(item));
      this.toasts.announce(this.t('undone'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.toasts.say(error.message);
    }
  }

  private async explain(id: string, error: unknown): Promise<void> {
    const isStale = error instanceof ProblemError && error.is('stale');
    this.problem.set({ id, error: isStale ? undefined : error });
    if (!(error instanceof ProblemError) || error.is('unavailable')) return;
    await this.queue.load();
    this.reading.catchUp();
    if (isStale) this.toasts.announce(this.reading.isGone() ? this.t('refusal_status') : this.t('lookAgain'));
  }
}
