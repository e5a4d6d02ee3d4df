import { computed, inject, Injectable, signal } from '@angular/core';
import type { ReviewItem } from '@belegg/contract';
import { I18n } from '../shell/i18n';
import { ProblemError } from '../shell/problem-error';
import { Session } from '../shell/session';
import { terms } from '../shell/terms';
import { Toasts } from '../shell/toasts';
import { nextAfter } from './group-queue';
import { messages } from './messages';
import { Reading } from './reading';
import { ReturnComments } from './return-comments';
import { type Decision, ReviewQueue } from './review-queue';

/** What comes of a decision: the id of what comes next, and the item that was the last for me in its article. */
export interface Decided {
  readonly next: string | undefined;
  readonly finished: ReviewItem | undefined;
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
  private readonly undid = signal<ReviewItem | undefined>(undefined);

  /** What a decision was taken back on, last. */
  readonly undone = this.undid.asReadonly();
  readonly isActing = this.acting.asReadonly();
  /** Why the last decision on what is read was refused. */
  readonly error = computed(() => (this.problem()?.id === this.reading.id() ? this.problem()?.error : undefined));
  /** Why one may not decide on what is read, in a sentence. */
  readonly refusal = computed(() => {
    const item = this.reading.item();
    if (!item) return undefined;
    if (this.reading.isGone()) return this.t('refusal_status');
    return item.refusal && this.t(`refusal_${item.refusal}`);
  });
  readonly isPossible = computed(
    () => this.reading.item() !== undefined && this.refusal() === undefined && !this.acting(),
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
      this.problem.set(undefined);
      this.comments.forget(id);
      const next = nextAfter(order, id);
      const isLast = next?.article.id !== item.article.id;
      this.offerUndo(decision, item);
      this.announce(
        decision,
        next &&
          this.t('nextIs', {
            verdict: this.term(`verdict.${next.annotation.verdict}`),
            exact: next.annotation.selector[1].exact,
          }),
      );
      return { next: next?.annotation.id, finished: isLast ? item : undefined };
    } catch (error) {
      await this.explain(id, error);
      return undefined;
    } finally {
      this.acting.set(false);
    }
  }

  /** A decision can be taken back for a while; then what was decided on is shown again. */
  private offerUndo(decision: Decision, item: ReviewItem): void {
    this.withdraw?.();
    this.withdraw = this.toasts.sayBriefly(this.t(decision === 'approve' ? 'approved' : 'returned'), {
      label: this.t('undo'),
      run: () => void this.undo(item),
    });
  }

  private async undo(item: ReviewItem): Promise<void> {
    this.withdraw?.();
    try {
      await this.queue.undo(item);
      this.undid.set(item);
      this.toasts.announce(this.t('undone'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.toasts.say(error.message);
    }
  }

  private announce(decision: Decision, next = this.t('nothingLeft')): void {
    this.toasts.announce(`${this.t(decision === 'approve' ? 'approved' : 'returned')} ${next}`);
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
