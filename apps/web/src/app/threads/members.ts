import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { readAll, routes, type Member } from '@belegg/contract';
import { filter } from 'rxjs';
import { Api } from '../shell/api';
import { Live } from '../shell/live';
import { ProblemError } from '../shell/problem-error';

/** The people of the newsroom, read when they are first needed. */
@Injectable()
export class Members {
  private readonly api = inject(Api);
  private readonly read = signal<readonly Member[]>([]);
  private asked: Promise<void> | undefined;

  /** Those who can be spoken to. */
  readonly all = computed(() => this.read().filter(({ disabled }) => !disabled));

  constructor() {
    inject(Live)
      .events.pipe(
        filter(({ type }) => type.startsWith('member.') && this.asked !== undefined),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.asked = undefined;
        void this.ensure();
      });
  }

  /** Without an answer one can still write, and is asked again the next time. */
  ensure(): Promise<void> {
    return (this.asked ??= readAll(this.api, routes.listMembers, { query: {} }).then(
      (members) => this.read.set(members),
      (error: unknown) => {
        this.asked = undefined;
        if (!(error instanceof ProblemError)) throw error;
      },
    ));
  }
}
