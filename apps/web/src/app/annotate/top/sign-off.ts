import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { routes } from '@belegg/contract';
import { openSentences } from '@belegg/domain';
import { debounceTime, filter } from 'rxjs';
import { SigningOff } from '../../reports';
import { resourceOf } from '../../shell/api';
import { I18n } from '../../shell/i18n';
import { Live } from '../../shell/live';
import { ProblemError } from '../../shell/problem-error';
import { Session } from '../../shell/session';
import { Toasts } from '../../shell/toasts';
import { AnnotateStore } from '../annotate.store';
import { messages } from '../messages';

/** Signs the article off when nothing is open. Until then it says what keeps it. */
@Component({
  selector: 'app-sign-off',
  imports: [RouterLink],
  template: `
    @if (signed(); as report) {
      <a class="btn" [routerLink]="['/reports', report.id]">{{ t('signedReport', { number: report.number }) }}</a>
    } @else if (session.can('review') && store.article()) {
      <button
        type="button"
        class="btn"
        [class.primary]="!reason()"
        [attr.aria-disabled]="reason() ? true : null"
        [attr.title]="reason()"
        [attr.aria-describedby]="reason() ? 'sign-off-reason' : null"
        (click)="sign()"
      >
        {{ t('signOff') }}
      </button>
      @if (reason()) {
        <span id="sign-off-reason" class="visually-hidden">{{ reason() }}</span>
      }
    }
  `,
  styles: `
    /* The bar of the narrowest phones has no room for the words in one line. */
    @media (max-width: 360px) {
      .btn {
        white-space: normal;
        padding: 2px 8px;
        line-height: 1.2;
      }
    }
  `,
})
export class SignOff {
  private readonly signingOff = inject(SigningOff);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly store = inject(AnnotateStore);
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).of(messages);
  private readonly isSigning = signal(false);

  private readonly reports = resourceOf(routes.listReports, () => {
    const id = this.store.article()?.id;
    return id === undefined ? undefined : { params: { id } };
  });
  protected readonly signed = computed(() =>
    this.reports.hasValue() ? this.reports.value().items.find(({ current }) => current) : undefined,
  );
  protected readonly reason = computed(() => {
    const count = openSentences(this.store.states()).length;
    return count > 0 ? this.t('stillOpen', { count }) : undefined;
  });

  constructor() {
    // What was signed stands only while nothing has changed since.
    inject(Live)
      .events.pipe(
        filter(({ articleId }) => articleId === this.store.article()?.id),
        debounceTime(600),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reports.reload());
  }

  protected async sign(): Promise<void> {
    const reason = this.reason();
    const id = this.store.article()?.id;
    if (reason !== undefined) return this.toasts.say(reason);
    if (id === undefined || this.isSigning()) return;
    this.isSigning.set(true);
    try {
      const report = await this.signingOff.sign(id);
      if (report) await this.router.navigate(['/reports', report.id]);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.toasts.say(error.message);
      await Promise.all([this.store.reloadArticle(), this.store.reloadAnnotations()]);
    } finally {
      this.isSigning.set(false);
    }
  }
}
