import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { report as reportSchema, routes } from '@belegg/contract';
import type { Profile } from '@belegg/domain';
import { debounceTime, filter } from 'rxjs';
import { resourceOf } from '../shell/api';
import { I18n } from '../shell/i18n';
import { Live } from '../shell/live';
import { pageTitle } from '../shell/page-title';
import { ProblemView } from '../shell/problem-view';
import { DownloadList } from './download-list';
import { messages } from './messages';
import { ProfileChoice } from './profile-choice';
import { Publication } from './publication';
import { reportAddress } from './report-address';
import { ReportDocument } from './report-document';
import { ReportList } from './report-list';
import { VerifyReport } from './verify-report';

/** What of a report the page says itself; the rest stands in the document. */
const headOf = reportSchema.pick({ article: true });

/** A frozen report: the document, who signed it, whether it still holds, and the proof that it is genuine. */
@Component({
  selector: 'app-frozen-report-page',
  imports: [
    DownloadList,
    ProblemView,
    ProfileChoice,
    Publication,
    ReportDocument,
    ReportList,
    RouterLink,
    VerifyReport,
  ],
  templateUrl: './frozen-report-page.html',
  styleUrl: './report-page.css',
})
export class FrozenReportPage {
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.of(messages);
  readonly id = input.required<string>();

  protected readonly head = httpResource(() => reportAddress({ report: this.id() }, 'json', 'internal'), {
    parse: (value) => headOf.parse(value),
  });
  protected readonly article = computed(() => (this.head.hasValue() ? this.head.value().article : undefined));
  private readonly read = resourceOf(routes.listReports, () => {
    const article = this.article();
    return article && { params: { id: article.id } };
  });
  protected readonly reports = computed(() => (this.read.hasValue() ? this.read.value().items : []));
  protected readonly report = computed(() => this.reports().find(({ id }) => id === this.id()));
  protected readonly error = computed(() => this.head.error() ?? this.read.error());
  protected readonly profile = signal<Profile>('internal');
  protected readonly subject = computed(() => ({ report: this.id() }));
  protected readonly address = computed(() => reportAddress(this.subject(), 'html', this.profile()));

  constructor() {
    pageTitle(() =>
      [this.report() && this.t('frozenTitle', { number: this.report()?.number ?? 0 }), this.article()?.title]
        .filter(Boolean)
        .join(' · '),
    );
    inject(Live)
      .events.pipe(
        filter(({ articleId }) => articleId === this.article()?.id),
        debounceTime(800),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reload());
  }

  protected reload(): void {
    if (!this.head.hasValue()) this.head.reload();
    this.read.reload();
  }
}
