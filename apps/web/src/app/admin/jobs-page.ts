import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { routes, type JobView } from '@belegg/contract';
import * as z from 'zod';
import { Api } from '../shell/api';
import { I18n } from '../shell/i18n';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { messages } from './jobs-messages';

/** Milliseconds between two looks at jobs that wait or run. */
const pause = 2_000;

const checked = z.object({ articles: z.int(), faults: z.array(z.string()), more: z.int() });

/** What is done beside the calls, for administrators: to see, to ask for, to cancel and to do again. */
@Component({
  selector: 'app-jobs-page',
  imports: [ProblemView],
  templateUrl: './jobs-page.html',
  styleUrl: './jobs-page.css',
})
export class JobsPage {
  private readonly api = inject(Api);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  protected readonly jobs = pagedOf(routes.listJobs, () => ({}));
  protected readonly failure = signal<unknown>(undefined);
  private readonly isUnderWay = computed(() => this.jobs.items().some(({ state }) => isUnderWay(state)));

  constructor() {
    pageTitle(() => this.t('title'));
    const timer = setInterval(() => {
      if (this.isUnderWay() && !this.jobs.loading()) this.jobs.reload();
    }, pause);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected readonly canBeCancelled = ({ state }: JobView): boolean => isUnderWay(state);
  protected readonly canBeDoneAgain = ({ state }: JobView): boolean => state === 'failed' || state === 'cancelled';

  /** What a check found. */
  protected outcomeOf({ kind, result }: JobView): z.infer<typeof checked> | undefined {
    return kind === 'check' ? checked.safeParse(result).data : undefined;
  }

  protected check(): Promise<void> {
    return this.attempt(() => this.api.call(routes.askForJob, { body: { kind: 'check' } }));
  }

  protected cancel({ id }: JobView): Promise<void> {
    return this.attempt(() => this.api.call(routes.cancelJob, { params: { id } }));
  }

  protected again({ id }: JobView): Promise<void> {
    return this.attempt(() => this.api.call(routes.retryJob, { params: { id } }));
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    this.failure.set(undefined);
    try {
      await act();
    } catch (error) {
      this.failure.set(error);
    }
    this.jobs.reload();
  }
}

const isUnderWay = (state: JobView['state']): boolean => state === 'waiting' || state === 'running';
