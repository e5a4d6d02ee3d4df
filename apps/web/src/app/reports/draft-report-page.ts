import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { routes, type ReportSummary } from '@belegg/contract';
import type { Profile } from '@belegg/domain';
import { debounceTime, filter } from 'rxjs';
import { coverageSentence } from '../articles';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pagedOf } from '../shell/paged';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { Toasts } from '../shell/toasts';
import { DownloadList } from './download-list';
import { messages } from './messages';
import { ProfileChoice } from './profile-choice';
import { reportAddress } from './report-address';
import { ReportDocument } from './report-document';
import { ReportList } from './report-list';
import { SignOffPart } from './sign-off';

/** The report of an article as things stand now, what keeps it from being signed off, and what was signed before. */
@Component({
  selector: 'app-draft-report-page',
  imports: [DownloadList, ProblemView, ProfileChoice, ReportDocument, ReportList, RouterLink, SignOffPart],
  templateUrl: './draft-report-page.html',
  styleUrl: './report-page.css',
})
export class DraftReportPage {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly id = input.required<string>();

  protected readonly article = resourceOf(routes.getArticle, () => ({ params: { id: this.id() } }));
  protected readonly reports = pagedOf(routes.listReports, () => ({ params: { id: this.id() } }));
  protected readonly profile = signal<Profile>('internal');
  protected readonly subject = computed(() => ({ articleDraft: this.id() }));
  protected readonly address = computed(() => reportAddress(this.subject(), 'html', this.profile()));
  protected readonly coverage = computed(() =>
    this.article.hasValue() ? coverageSentence(this.i18n, this.article.value().coverage) : '',
  );

  constructor() {
    pageTitle(() =>
      [this.t('draftTitle'), this.article.hasValue() ? this.article.value().title : ''].filter(Boolean).join(' · '),
    );
    inject(Live)
      .events.pipe(
        filter(({ articleId }) => articleId === this.id()),
        debounceTime(800),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.article.reload();
        this.reports.reload();
      });
  }

  protected signed({ id, number }: ReportSummary): void {
    this.toasts.say(this.t('signed', { number }));
    void this.router.navigate(['/reports', id]);
  }
}
